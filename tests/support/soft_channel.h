// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/channel.h"
#include "core/error.h"
#include "tests/softcard/soft_card.h"

#include <gtest/gtest.h>

namespace kortvakt::test {

/** A channel straight to a soft card, without any PC/SC between. */
class SoftChannel : public Channel {
public:
    explicit SoftChannel(softcard::SoftCard& card)
        : card_(&card)
    {
    }
    [[nodiscard]] Protocol protocol() const override { return card_->isT0() ? Protocol::T0 : Protocol::T1; }
    [[nodiscard]] Bytes transmit(View command) override { return card_->transmit(command); }
    void begin() override { }
    void end(Leave leave) noexcept override
    {
        if (leave == Leave::Reset)
            card_->reset();
    }

private:
    softcard::SoftCard* card_;
};

/** What was lost when a card was pulled: the command never reached it, or its answer never reached us. */
enum class Lost { Command, Answer };

/** A channel whose card is pulled at command number @p step, counted from 0. */
class PulledOut : public SoftChannel {
public:
    PulledOut(softcard::SoftCard& card, int step, Lost lost)
        : SoftChannel(card)
        , step_(step)
        , lost_(lost)
    {
    }
    [[nodiscard]] Bytes transmit(View command) override
    {
        const bool code =
            command.size() > 5 && (command[1] == 0x20 || command[1] == 0x24 || command[1] == 0x2C);
        codesHandedOver_ += code ? 1 : 0;
        if (gone_)
            ADD_FAILURE() << "sent " << toHex(command.first(4)) << " after the card was gone";
        if (step_-- == 0) {
            gone_ = true;
            if (lost_ == Lost::Answer)
                (void)SoftChannel::transmit(command);
            throw CardError(ErrorId::CardRemoved, "pulled out");
        }
        return SoftChannel::transmit(command);
    }
    [[nodiscard]] int codesHandedOver() const { return codesHandedOver_; }
    [[nodiscard]] bool gone() const { return gone_; }

private:
    int step_;
    Lost lost_;
    int codesHandedOver_ = 0;
    bool gone_ = false;
};

} // namespace kortvakt::test
