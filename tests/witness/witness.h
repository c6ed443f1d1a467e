// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/witness/order.h"

#include <functional>

namespace kortvakt::test {

/**
 * Stands beside a card, hears what a program sends it and what it answers, and judges by the rules that keep
 * tries safe: a code is sent when somebody has just confirmed it, to the application that was selected
 * directly before, in the form that was asked for, once, and after no other that the card has not taken. It
 * knows them in terms of bytes, and shares no code with core. What to do about a breach is another's to say:
 * note it, or end the program.
 */
class Witness {
public:
    using Complain = std::function<void(const std::string& what)>;
    explicit Witness(Complain complain)
        : complain_(std::move(complain))
    {
    }
    /** The card: one that says it is a YubiKey may be asked as one. */
    void meet(View atr, bool isT0);
    /** From here on these codes may come, each once and in this order, to a card as after a reset. */
    void expect(std::vector<Order> orders);
    /** The holder answers that the code is still wanted. */
    void confirm() { confirmed_ = true; }
    void reset();
    /** A command, before the card has it. */
    void hear(View command);
    /** What was answered to it; not called when nothing was. */
    void hearAnswer(View command, View answer);

    // Since it was last told what to expect
    [[nodiscard]] int commands() const { return commands_; }
    /** A command that carried a code: its number, and the status word that was answered; 0: none was. */
    struct Code {
        int position = 0;
        std::uint16_t told = 0;
    };
    [[nodiscard]] const std::vector<Code>& codes() const { return codes_; }
    /** Whether the card answered 9000 to the order of this number. */
    [[nodiscard]] bool isTaken(std::size_t order) const
    {
        return order < codes_.size() && codes_[order].told == 0x9000;
    }
    /** The order that may come next. */
    [[nodiscard]] const Order* due() const
    {
        return codes_.size() < orders_.size() ? &orders_[codes_.size()] : nullptr;
    }
    /** The name that was selected last, where the card answered to it. */
    [[nodiscard]] const std::string& answeredTo() const { return answeredTo_; }
    /** The last name since a reset that the card answered to: others change nothing. */
    [[nodiscard]] const std::string& applet() const { return applet_; }

private:
    [[nodiscard]] bool asksYubiKey(View command) const;
    /** Whether the new code goes to another application than its PUK. */
    [[nodiscard]] bool goesElsewhere() const;
    void judgeShape(View command) const;
    void judgeQuestion(View command) const;
    void judgeCode(View command) const;
    void follow(View select, bool well);

    Complain complain_;
    bool yubiKey_ = false, isT0_ = false;
    std::vector<Order> orders_;
    std::vector<Code> codes_;
    int commands_ = 0;
    bool confirmed_ = false;
    bool codeSinceReset_ = false;

    // What is selected, by the card's own answers: all of it in an unbroken run of SELECTs, or not at all.
    std::string answeredTo_, applet_, path_;
    bool named_ = false; ///< the name, in this run
    bool led_ = false; ///< each step of the path, in this run
    bool arrived_ = false; ///< and the last command was its last step
};

/** VERIFY with data, CHANGE REFERENCE DATA, RESET RETRY COUNTER, and whatever else may carry a code. */
[[nodiscard]] bool carriesCode(View command);
/** The last two bytes of an answer; 0: there are none. */
[[nodiscard]] std::uint16_t statusOf(View answer);

} // namespace kortvakt::test
