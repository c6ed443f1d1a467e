// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/card_flows.h"
#include "core/channel.h"
#include "tests/witness/witness.h"

namespace kortvakt::fuzz {

/** The one code that a session may send, and what must be known of the card by then. */
struct Permission {
    std::vector<test::Order> orders; ///< a PUK and the new code may be two; none: nothing may be sent
    Bytes described{}; ///< the file that describes the code, where one does
    std::vector<Bytes> sameCard{}; ///< bytes that this session's card must have shown again
    std::optional<unsigned> insertion{}; ///< of a card that shows nothing of its own: the one it was shown in
    std::uint8_t counted = 0; ///< the reference whose counter says what is left
    std::optional<int> shownTries{}; ///< no fewer than these, where tries were shown and are asked by VERIFY
    bool wanted = true; ///< what the question answers: does anybody still want it?
};

/**
 * A channel with a witness that ends the program when a rule that keeps tries safe is broken. It knows no
 * card that tells the truth, and so remembers what the one at its end has shown: a code goes to the same card
 * only.
 */
class WitnessedChannel : public Channel {
public:
    explicit WitnessedChannel(Channel& card);
    /** What the card answers to a reset. */
    void knowAtr(View atr) { witness_.meet(atr, protocol() == Protocol::T0); }
    /** A session begins in which no code may be sent. */
    void expectReading() { expectCode({}); }
    /** A session begins in which this one code may be sent, once. */
    void expectCode(Permission permission);
    /** The question whether somebody still wants the code: passed to the flows. */
    [[nodiscard]] StillWanted question();

    [[nodiscard]] Protocol protocol() const override { return card_.protocol(); }
    [[nodiscard]] Bytes transmit(View command) override;
    void begin() override;
    [[nodiscard]] std::optional<unsigned> insertion() override { return card_.insertion(); }
    void end(Leave leave) noexcept override;

    // Of the session since it was expected
    [[nodiscard]] int commands() const { return witness_.commands(); }
    [[nodiscard]] bool asksTries() const { return !counters_.empty(); }
    [[nodiscard]] bool codeSent() const { return !witness_.codes().empty(); }
    /** The status word that the card answered to the code; 0: none. */
    [[nodiscard]] std::uint16_t codeAnswer() const { return codeSent() ? witness_.codes().front().told : 0; }
    /** Whether all that sets the code was sent, and the card answered 9000 to it. */
    [[nodiscard]] bool codeTaken() const
    {
        return codeSent() && witness_.isTaken(permission_.orders.size() - 1);
    }
    /** What was read, file by file, in order. */
    [[nodiscard]] const std::vector<Bytes>& files() const { return files_; }

private:
    void judgeCard();
    void judgeDescription() const;
    void note(View command, View answer);
    void beginFile(std::size_t start);
    void keep(View data);

    Channel& card_;
    test::Witness witness_;
    Permission permission_;
    bool open_ = false, asked_ = false;
    std::vector<Bytes> files_;
    std::vector<std::string> appletsOfFiles_; ///< that were selected when they were read
    std::size_t fileStart_ = 0, readAt_ = 0;
    bool fileBegun_ = false;
    std::map<std::uint8_t, std::vector<unsigned>> counters_; ///< answers to empty VERIFY, by reference
};

/** Whether @p part stands in @p whole without a gap. */
[[nodiscard]] bool contains(View whole, View part);

} // namespace kortvakt::fuzz
