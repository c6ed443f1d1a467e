// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// The input tells which soft card is reported on, and how its answers are changed.
#include "core/report.h"
#include "tests/fuzz/edited_channel.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/witnessed_channel.h"

#include <algorithm>
#include <map>
#include <utility>

namespace {

using namespace kortvakt;
using fuzz::require;

/** Runs what may break off: what was told by then is judged all the same. */
template <typename Conversation>
void converse(Channel& channel, const Conversation& conversation)
{
    try {
        Session session(channel);
        conversation(session);
    } catch (const CardError& error) {
        require(error.id != ErrorId::Internal, "no bytes of a card make Kortvakt break its own rules");
    }
}

/** The words that would tell who holds a card: names, and the number in the certificates. */
const std::vector<std::string>& personOn(const std::string& personality)
{
    static std::map<std::string, std::vector<std::string>> people;
    const auto [known, isNew] = people.try_emplace(personality);
    if (!isNew)
        return known->second;
    std::uint8_t none = 0;
    fuzz::Input noEdits(&none, 0);
    fuzz::EditedChannel card(personality, fuzz::Edits(noEdits, 0));
    converse(card, [&](Session& session) {
        const auto info = readCard(session, card.first().atr());
        std::string word;
        for (const char c : info.name + ' ')
            if (c != ' ')
                word.push_back(c);
            else if (word.size() >= 4 && word != "Slump") // which random cards' maker is called by, too
                known->second.push_back(std::exchange(word, {}));
            else
                word.clear();
        for (const auto& certificate : info.certificates)
            if (const auto& number = certificate.personalNumber; number.size() >= 10)
                known->second.push_back(number.substr(number.size() - 10));
        // A report tells what codes are called; a hostile card calls its holder alike.
        std::erase_if(known->second, [&](const std::string& name) {
            return std::ranges::any_of(
                info.codes, [&](const auto& code) { return code.label.find(name) != std::string::npos; });
        });
    });
    return known->second;
}

void judgeNothingTold(const std::string& text, std::string_view word, const char* rule)
{
    const Bytes bytes(word.begin(), word.end());
    require(text.find(word) == std::string::npos && text.find(toHex(bytes)) == std::string::npos, rule);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Input input(data, size);
    const auto header = fuzz::EditedChannel::Header::from(input);
    const auto personality = fuzz::personalityOf(header.which, header.seed);
    const auto& person = personOn(personality);
    fuzz::EditedChannel card(personality, fuzz::Edits(input, 64));
    fuzz::WitnessedChannel witness(card);
    const auto atr = card.first().atr();
    witness.knowAtr(atr);

    card.nextSession();
    witness.expectReading();
    std::vector<ReportLine> lines;
    converse(witness, [&](Session& session) { reportCard(session, atr, lines); });
    std::string report;
    for (const auto& line : lines)
        report += line.step + ' ' + line.data + '\n';
    for (const auto& word : person)
        judgeNothingTold(report, word, "a card report does not tell whose card it is");
    return 0;
}
