// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/channel.h"
#include "tests/softcard/soft_card.h"
#include "tests/sweep/odd_answer.h"

#include <optional>

namespace kortvakt::sweep {

/** A command as one reading sent it: what is told apart is what came before it, not when it came. */
struct Asked {
    Bytes select; ///< the last SELECT, itself where it is one
    Bytes question; ///< itself, or what a GET RESPONSE fetches the answer of
    int piece = 0; ///< of that answer
    Bytes command;
    friend bool operator==(const Asked&, const Asked&) = default;
};

/** A command with the card's own answer. */
struct Step {
    Asked asked;
    Bytes answer;
};

/** Where an odd answer comes. */
struct Strike {
    int at = 0; ///< command number
    Asked asked; ///< that this is
    bool forEver = false; ///< each time that it comes
    OddAnswer odd;
};

/** A channel to a card, with one of its answers replaced. */
class OddChannel : public Channel {
public:
    explicit OddChannel(softcard::SoftCard& card, const Strike* strike = nullptr)
        : card_(card)
        , strike_(strike)
    {
    }
    [[nodiscard]] Protocol protocol() const override { return card_.isT0() ? Protocol::T0 : Protocol::T1; }
    [[nodiscard]] Bytes transmit(View command) override
    {
        follow(command);
        const int number = count_++;
        auto answer = card_.transmit(command);
        if (strike_ == nullptr) {
            steps_.push_back({asked_, answer});
            return answer;
        }
        const bool strikes = strike_->forEver ? asked_ == strike_->asked : number == strike_->at;
        return strikes ? strike_->odd.insteadOf(std::move(answer)) : answer;
    }
    void begin() override { }
    void end(Leave leave) noexcept override
    {
        if (leave == Leave::Reset)
            card_.reset();
    }
    /** What was asked and answered, where nothing strikes. */
    [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }

private:
    void follow(View command)
    {
        const std::uint8_t instruction = command.size() > 1 ? command[1] : 0;
        asked_.command.assign(command.begin(), command.end());
        if (instruction == 0xC0) {
            ++asked_.piece;
            return;
        }
        asked_.piece = 0;
        asked_.question = asked_.command;
        if (instruction == 0xA4)
            asked_.select = asked_.command;
    }

    softcard::SoftCard& card_;
    const Strike* strike_;
    int count_ = 0;
    Asked asked_;
    std::vector<Step> steps_;
};

} // namespace kortvakt::sweep
