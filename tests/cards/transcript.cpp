// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Reads a soft card, and writes down the conversation: "> command", "< answer", "# what it was read as".
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

} // namespace

int main(int count, char** words)
{
    const auto card = count == 2 ? softcard::make(words[1]) : nullptr;
    if (!card) {
        std::fprintf(stderr, "kortvakt-transcript PERSONALITY\n");
        return 2;
    }
    Writing channel(*card);
    CardInfo read;
    {
        Session session(channel);
        read = readCard(session, card->atr());
    }
    std::printf("# soft card %s\n# atr %s\n# protocol %s\n", words[1], toHex(card->atr()).c_str(),
        card->isT0() ? "T0" : "T1");
    for (const auto& line : cards::toldOf(read))
        std::printf("# %s\n", line.c_str());
    std::fputs(channel.lines.c_str(), stdout);
    return 0;
}
