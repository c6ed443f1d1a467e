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

/** A card that can be pulled out at a chosen command, or fall silent. All else it leaves to the card inside.
 */
class FaultyCard : public WrappedCard {
public:
    using WrappedCard::WrappedCard;

    /** Pulls the card at the @p n th command from now; 1 is the next one. */
    void pullAt(int n, Lost lost)
    {
        commandsLeft_ = n;
        lost_ = lost;
    }
    /** Answers nothing any more, until insert(). */
    void fallSilent() { silent_ = true; }
    /** The same from the @p n th command on, which it does not carry out either. */
    void fallSilentAt(int n) { silentIn_ = n; }
    /** Puts the card in again, reset, with its counters as they were and no fault to come. */
    void insert()
    {
        pulled_ = silent_ = false;
        commandsLeft_ = silentIn_ = 0;
        reset();
    }
    [[nodiscard]] bool pulled() const { return pulled_; }

    [[nodiscard]] bool silent() const { return silent_; }

    /** Empty when the card is pulled or silent: no answer comes. */
    [[nodiscard]] Bytes transmit(View command) override
    {
        silent_ |= silentIn_ > 0 && --silentIn_ == 0;
        if (pulled_ || silent_)
            return {};
        pulled_ = commandsLeft_ > 0 && --commandsLeft_ == 0;
        if (pulled_ && lost_ == Lost::Command)
            return {};
        Bytes answer = WrappedCard::transmit(command);
        return pulled_ ? Bytes() : answer;
    }

private:
    int commandsLeft_ = 0; ///< until the card is pulled; 0: it stays in
    int silentIn_ = 0; ///< commands until it falls silent; 0: it does not
    Lost lost_ = Lost::Command;
    bool pulled_ = false, silent_ = false;
};

} // namespace softcard
