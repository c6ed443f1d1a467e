// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/channel.h"
#include "tests/faults/fault.h"
#include "tests/faults/witnessed_card.h"

namespace kortvakt::faults {

/** A place for a card, with no PC/SC about it: what breaks off does so as the exceptions that core is
 * promised. */
struct BareReader {
    std::shared_ptr<WitnessedCard> card;
    const Fault* fault = nullptr; ///< strikes at command number @c at
    int at = 0;
    int commands = 0;
    bool gone = false; ///< the card was pulled
};

/** A channel to the card in a bare reader. */
class BareChannel : public Channel {
public:
    explicit BareChannel(BareReader& reader)
        : reader_(reader)
    {
    }
    [[nodiscard]] Protocol protocol() const override
    {
        return reader_.card->isT0() ? Protocol::T0 : Protocol::T1;
    }
    [[nodiscard]] Bytes transmit(View command) override
    {
        if (reader_.gone)
            throw CardError(ErrorId::CardRemoved, "the card is gone");
        const bool struck =
            reader_.commands++ == reader_.at && reader_.fault != nullptr && reader_.fault->breaksOff;
        if (!struck)
            return reader_.card->transmit(command);
        if (reader_.fault->commandArrives)
            (void)reader_.card->transmit(command);
        reader_.gone = reader_.fault->kind != Kind::ResetByOther && reader_.fault->kind != Kind::NoAnswer;
        if (reader_.fault->kind == Kind::AnswerEmpty)
            return {};
        if (reader_.fault->kind == Kind::ResetByOther)
            reader_.card->reset();
        throw CardError(reader_.fault->told.front(), "struck");
    }
    void begin() override { ++open_; }
    void end(Leave leave) noexcept override
    {
        --open_;
        if (leave == Leave::Reset && !reader_.gone)
            reader_.card->reset();
    }
    /** Transactions that were begun and not ended. */
    [[nodiscard]] int open() const { return open_; }

private:
    BareReader& reader_;
    int open_ = 0;
};

} // namespace kortvakt::faults
