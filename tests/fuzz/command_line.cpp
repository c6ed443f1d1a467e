// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// The input tells which soft card is in the reader, how its answers are changed, the arguments (each ended by
// a NUL, all of them by an empty one), and what stands on standard input.
#include "app/cli/exit_codes.h"
#include "app/cli/options.h"
#include "app/cli/run_cli.h"
#include "tests/fuzz/borrowed_card.h"
#include "tests/fuzz/edits.h"
#include "tests/fuzz/require.h"
#include "tests/softcard/wrapped_card.h"
#include "tests/support/soft_pcsc.h"
#include "tests/witness/witness.h"

#include <QCoreApplication>

#include <algorithm>
#include <sstream>

#include <sys/mman.h>
#include <unistd.h>

namespace {

using namespace kortvakt;
using fuzz::require;

/** What a card was sent as codes, and what it answered. */
struct Heard {
    using Code = std::pair<Bytes, Bytes>;
    std::vector<Code> codes;
};

/** RESET RETRY COUNTER with P1 = 02 brings a new code, and presents none. */
bool presentsCode(const Bytes& command)
{
    return command[1] != 0x2C || command[2] != 0x02;
}

/** A soft card in a reader: edited, and with an ear for codes. */
class EditedCard : public softcard::WrappedCard {
public:
    EditedCard(const std::shared_ptr<fuzz::BorrowedCard>& card, fuzz::Edits edits, Heard& heard)
        : WrappedCard({card, &**card})
        , edits_(std::move(edits))
        , heard_(heard)
    {
    }
    void reset() override
    {
        WrappedCard::reset();
        edits_.nextSession();
    }
    [[nodiscard]] Bytes transmit(View command) override
    {
        auto answer = WrappedCard::transmit(command);
        edits_.change(command, answer);
        if (test::carriesCode(command))
            heard_.codes.emplace_back(Bytes(command.begin(), command.end()), answer);
        return answer;
    }

private:
    fuzz::Edits edits_;
    Heard& heard_;
};

/** A file in memory that holds standard input. */
class StandardInput {
public:
    explicit StandardInput(View bytes)
        : descriptor_(memfd_create("input", 0))
    {
        require(write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
            "input is there");
        lseek(descriptor_, 0, SEEK_SET);
    }
    ~StandardInput() { close(descriptor_); }
    StandardInput(const StandardInput&) = delete;
    StandardInput& operator=(const StandardInput&) = delete;
    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

/** The lines that could be codes: digits only, and enough of them not to stand anywhere by chance. */
std::vector<std::string> digitsIn(View input)
{
    std::vector<std::string> lines;
    std::istringstream text(std::string(input.begin(), input.end()));
    for (std::string line; std::getline(text, line);)
        if (line.size() >= 6 && std::ranges::all_of(line, [](char c) { return c >= '0' && c <= '9'; }))
            lines.push_back(line);
    return lines;
}

void judge(const cli::Options& options, const Heard& heard)
{
    using Command = cli::Options::Command;
    const bool setsOne = options.command == Command::Unlock || options.command == Command::Change;
    const bool mayCode = options.fault.isEmpty() && options.codesFromInput && !options.dryRun
        && (setsOne || options.command == Command::Activate);
    require(mayCode || heard.codes.empty(), "no code is sent unless that was asked for");
    const auto presented = std::ranges::count_if(heard.codes, presentsCode, &Heard::Code::first);
    require(!setsOne || presented <= 1, "one command line presents one code");
    for (std::size_t i = 0; i < heard.codes.size(); ++i) {
        const auto& [command, answer] = heard.codes[i];
        if (options.command == Command::Change)
            require(command[1] == 0x24, "the code command that was asked for");
        else
            require(command[1] == 0x2C || command[1] == 0x20, "the code command that was asked for");
        require(presentsCode(command) || (i > 0 && heard.codes[i - 1].first[1] == 0x20),
            "a new code comes alone only after its PUK");
        require(i == 0 || heard.codes[i - 1].first[1] != 0x20 || !presentsCode(command),
            "nothing follows a PUK that was verified but its new code");
        require(i + 1 == heard.codes.size() || answer == Bytes({0x90, 0x00}), "no code follows a refusal");
    }
}

void startQt()
{
    static int count = 1;
    static char name[] = "kortvakt-cli";
    static char* arguments[] = {name, nullptr};
    static const QCoreApplication program(count, arguments);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    startQt();
    fuzz::Input input(data, size);
    const auto which = input.byte(), seed = input.byte(), edits = input.byte();
    Heard heard;
    softpcsc::reset();
    softpcsc::addReader("Soft Reader 00 00",
        std::make_unique<EditedCard>(std::make_shared<fuzz::BorrowedCard>(fuzz::personalityOf(which, seed)),
            fuzz::Edits(input, edits % 8), heard));

    QStringList arguments{QStringLiteral("kortvakt-cli")};
    for (auto word = input.text(); !word.empty() && arguments.size() < 12; word = input.text())
        arguments += QString::fromStdString(word);
    const auto typed = input.rest();
    const StandardInput standardInput(typed);

    const auto options = cli::optionsFrom(arguments);
    if (options.fault.isEmpty() && options.command == cli::Options::Command::Watch)
        return 0; // has no end of its own

    std::ostringstream out, err;
    const int code = cli::runCli(arguments, {out, err, standardInput.descriptor(), {}});
    require(code >= cli::Done && code <= cli::Hidden, "an exit code that the manual page has");
    judge(options, heard);
    for (const auto& digits : digitsIn(typed))
        if (!arguments.join(u' ').contains(QString::fromStdString(digits)))
            require((out.str() + err.str()).find(digits) == std::string::npos, "no code is printed");
    softpcsc::reset();
    return 0;
}
