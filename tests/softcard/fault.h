// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/wrapped_card.h"

namespace softcard {

/** What is lost when a card is pulled inside a command. */
enum class Lost {
    Command, ///< the card never got it
    Answer, ///< the card carried it out, and nobody heard of it
};

/** Whether a command brings a code to the card. */
[[nodiscard]] inline bool bringsCode(View command)
{
    return command.size() > 5 && (command[1] == 0x20 || command[1] == 0x24 || command[1] == 0x2C);
}

/** A command that is still to come: 1 is the next one. */
struct Coming {
    int left = 0; ///< 0: none
    bool codes = false; ///< only those that bring a code are counted

    /** Counts a command. True when it is the one. */
    [[nodiscard]] bool isNow(View command)
    {
        return left > 0 && (!codes || bringsCode(command)) && --left == 0;
    }
};

/** A card that can be pulled out at a chosen command, fall silent or answer something else. All else it
 * leaves to the card inside. */
class FaultyCard : public WrappedCard {
public:
    using WrappedCard::WrappedCard;

    /** Pulls the card at a command. */
    void pullAt(Coming command, Lost lost)
    {
        pullAt_ = command;
        lost_ = lost;
    }
    /** Answers nothing any more, until insert(). */
    void fallSilent() { silent_ = true; }
    /** The same from a command on, which it does not carry out either. */
    void fallSilentAt(Coming command) { silentAt_ = command; }
    /** Answers a command with @p status instead of carrying it out. */
    void answerAt(Coming command, std::uint16_t status)
    {
        answerAt_ = command;
        status_ = status;
    }
    /** Puts the card in again, reset, with its counters as they were and no fault to come. */
    void insert()
    {
        pulled_ = silent_ = false;
        pullAt_ = silentAt_ = answerAt_ = {};
        reset();
    }
    [[nodiscard]] bool pulled() const { return pulled_; }

    [[nodiscard]] bool silent() const { return silent_; }

    /** Empty when the card is pulled or silent: no answer comes. */
    [[nodiscard]] Bytes transmit(View command) override
    {
        silent_ |= silentAt_.isNow(command);
        if (pulled_ || silent_)
            return {};
        pulled_ = pullAt_.isNow(command);
        if (pulled_ && lost_ == Lost::Command)
            return {};
        if (answerAt_.isNow(command))
            return {static_cast<std::uint8_t>(status_ >> 8), static_cast<std::uint8_t>(status_ & 0xFF)};
        Bytes answer = WrappedCard::transmit(command);
        return pulled_ ? Bytes() : answer;
    }

private:
    Coming pullAt_, silentAt_, answerAt_;
    std::uint16_t status_ = 0;
    Lost lost_ = Lost::Command;
    bool pulled_ = false, silent_ = false;
};

} // namespace softcard
