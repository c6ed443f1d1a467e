// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Writes inputs to begin with, made from the soft cards: FOLDER/TARGET/NAME.
#include "core/card.h"
#include "tests/fuzz/borrowed_card.h"
#include "tests/fuzz/edited_channel.h"
#include "tests/fuzz/holder.h"
#include "tests/fuzz/stream_card.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>

namespace {

using namespace kortvakt;
namespace fs = std::filesystem;

class Folder {
public:
    explicit Folder(fs::path path)
        : path_(std::move(path))
    {
    }
    void write(const std::string& target, const std::string& name, const Bytes& bytes) const
    {
        fs::create_directories(path_ / target);
        std::ofstream out(path_ / target / name, std::ios::binary);
        out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    }

private:
    fs::path path_;
};

Bytes joined(const Bytes& one, View other)
{
    Bytes both = one;
    both.insert(both.end(), other.begin(), other.end());
    return both;
}

/** Writes down a card's answers as StreamCard takes them: each question once. */
class Recorder : public Channel {
public:
    explicit Recorder(softcard::SoftCard& card)
        : card_(card)
    {
    }
    void nextSession()
    {
        card_.reset();
        questions_.restart();
    }
    [[nodiscard]] Protocol protocol() const override { return card_.isT0() ? Protocol::T0 : Protocol::T1; }
    [[nodiscard]] Bytes transmit(View command) override
    {
        auto answer = card_.transmit(command);
        if (asked_.insert(questions_.number(command)).second) {
            stream.push_back(static_cast<std::uint8_t>(answer.size() >> 8));
            stream.push_back(static_cast<std::uint8_t>(answer.size()));
            stream.insert(stream.end(), answer.begin(), answer.end());
        }
        return answer;
    }
    void begin() override { }
    void end(Leave) noexcept override { }

    Bytes stream;

private:
    softcard::SoftCard& card_;
    fuzz::Questions questions_;
    std::set<std::size_t> asked_;
};

std::uint8_t atrChoice(View atr)
{
    for (std::uint8_t choice = 0; choice < 16; ++choice)
        if (std::ranges::equal(fuzz::atrOf(choice), atr))
            return choice;
    return 0;
}

void writeConversation(const Folder& folder, const std::string& personality)
{
    const fuzz::BorrowedCard card(personality);
    Recorder recorder(*card);
    fuzz::WitnessedChannel witness(recorder);
    const std::uint8_t choices[fuzz::choiceBytes]{};
    const fuzz::Holder holder{witness, card->atr(), [](const auto&, bool) { return std::string(); },
        [&] { recorder.nextSession(); }};
    holder.useAll({choices, sizeof choices});
    Bytes header{
        static_cast<std::uint8_t>(card->isT0() ? 0 : fuzz::StreamCard::SpeaksT1), atrChoice(card->atr())};
    header.resize(2 + sizeof choices);
    folder.write("conversation", personality, joined(header, recorder.stream));
}

/** Each file that a card was read for, whatever it is, and its certificates. */
void writeFiles(const Folder& folder, const std::string& personality)
{
    const fuzz::BorrowedCard card(personality);
    Recorder recorder(*card);
    fuzz::WitnessedChannel witness(recorder);
    witness.knowAtr(card->atr());
    witness.expectReading();
    CardInfo info;
    try {
        Session session(witness);
        info = readCard(session, card->atr());
    } catch (const CardError&) {
        return;
    }
    int number = 0;
    for (const auto& certificate : info.certificates)
        folder.write("certificate", personality + '-' + std::to_string(number++), certificate.der);
    number = 0;
    for (const auto& file : witness.files()) {
        if (file.size() < 4 || file.size() > 700)
            continue;
        const auto name = personality + '-' + std::to_string(number++);
        folder.write("tlv", name, file);
        const bool parsed[]{!pkcs15::parseDir(file).empty(), !pkcs15::parseOdf(file).authObjects.empty(),
            pkcs15::parseTokenInfo(file).has_value(), !pkcs15::parseAodf(file).empty(),
            !pkcs15::parsePrkdf(file).empty(), !pkcs15::parseCdf(file).empty()};
        for (std::uint8_t kind = 0; kind < std::size(parsed); ++kind)
            if (parsed[kind])
                folder.write("pkcs15", name + '-' + std::to_string(kind), joined({kind}, file));
    }
}

/** The program's commands, as a NUL-separated list, with what they read from standard input. */
void writeCommandLines(const Folder& folder, std::uint8_t which)
{
    using namespace std::string_literals;
    const auto name = fuzz::personalityOf(which, 1);
    const fuzz::BorrowedCard card(name);
    std::string puk = "12345678", pin = "123456";
    for (const auto& code : card->codes())
        (code.name.ends_with("82") || code.label.find("PUK") != std::string::npos ? puk : pin) = code.value;
    int number = 0;
    for (const auto& line :
        {"list\0\0"s, "show\0--json\0\0"s, "unlock\0identification\0--stdin\0\0"s + puk + "\n714285\n",
            "unlock\0signature\0--stdin\0--json\0\0"s + puk + "\n714285\n",
            "change\0identification\0--stdin\0\0"s + pin + "\n714285\n",
            "activate\0--stdin\0--json\0\0"s + puk + "\n714285\n528417\n", "report-card\0--json\0\0"s,
            "unlock\0signature\0--dry-run\0\0"s, "export\0001\0--der\0\0"s}) {
        Bytes input{which, std::uint8_t{1}, std::uint8_t{0}};
        input.insert(input.end(), line.begin(), line.end());
        folder.write("command-line", name + '-' + std::to_string(number++), input);
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "kortvakt-fuzz-seeds FOLDER\n");
        return 2;
    }
    const Folder folder(argv[1]);
    const auto all = softcard::personalities();
    for (std::uint8_t which = 0; which < all.size() + 4; ++which) {
        const auto personality = fuzz::personalityOf(which, which);
        if (softcard::make(personality)->atr().empty())
            continue;
        writeConversation(folder, personality);
        writeFiles(folder, personality);
        writeCommandLines(folder, which);
        // It stays; it is swapped for the next kind after two sessions, and for its own kind after the first
        // one.
        const auto next = static_cast<std::uint8_t>(which + 1);
        constexpr std::uint8_t counted = 8;
        int number = 0;
        for (const auto& [other, swapAt] : {std::pair{next, std::uint8_t{0}},
                 std::pair{next, std::uint8_t{counted | 2}}, std::pair{which, std::uint8_t{counted | 1}}})
            folder.write("mutated-card", personality + '-' + std::to_string(number++),
                {which, which, other, swapAt, 0, 0, 0, 0, 0, 0, 0, 0});
        for (const auto changing : {std::uint8_t{0}, std::uint8_t{1}})
            folder.write("report", personality + '-' + std::to_string(changing), {which, which, changing, 0});
    }
    return 0;
}
