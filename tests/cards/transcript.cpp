// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Reads a soft card, and writes down the conversation: "> command", "< answer", "# what it was read as"; or
// its card report, as kortvakt-cli does.
#include "core/report.h"
#include "core/session.h"
#include "tests/cards/told.h"
#include "tests/softcard/soft_card.h"

#include <cstdio>

namespace {

using namespace kortvakt;

class Writing : public Channel {
public:
    explicit Writing(softcard::SoftCard& card)
        : card_(card)
    {
    }
    [[nodiscard]] Protocol protocol() const override { return card_.isT0() ? Protocol::T0 : Protocol::T1; }
    [[nodiscard]] Bytes transmit(View command) override
    {
        auto answer = card_.transmit(command);
        lines += "> " + toHex(command) + "\n< " + toHex(answer) + "\n";
        return answer;
    }
    void begin() override { }
    void end(Leave) noexcept override { }

    std::string lines;

private:
    softcard::SoftCard& card_;
};

int writeReport(softcard::SoftCard& card)
{
    Writing channel(card);
    Session session(channel);
    std::vector<kortvakt::ReportLine> lines;
    reportCard(session, card.atr(), lines);
    for (const auto& line : lines)
        std::printf("# %s\n%04x %s\n", line.step.c_str(), line.status, line.data.c_str());
    return 0;
}

int writeTranscript(softcard::SoftCard& card, const std::string& name)
{
    Writing channel(card);
    CardInfo read;
    {
        Session session(channel);
        read = readCard(session, card.atr());
    }
    std::printf("# soft card %s\n# atr %s\n# protocol %s\n", name.c_str(), toHex(card.atr()).c_str(),
        card.isT0() ? "T0" : "T1");
    for (const auto& line : cards::toldOf(read))
        std::printf("# %s\n", line.c_str());
    std::fputs(channel.lines.c_str(), stdout);
    return 0;
}

} // namespace

int main(int count, char** words)
{
    const bool report = count == 3 && std::string_view(words[1]) == "--report";
    const auto card = count == 2 || report ? softcard::make(words[count - 1]) : nullptr;
    if (!card) {
        std::fputs("kortvakt-transcript [--report] PERSONALITY\n", stderr);
        return 2;
    }
    try {
        return report ? writeReport(*card) : writeTranscript(*card, words[1]);
    } catch (const CardError& error) {
        std::fprintf(stderr, "kortvakt-transcript: %s\n", error.what());
        return 1;
    }
}
