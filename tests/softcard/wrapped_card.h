// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/soft_card.h"

namespace softcard {

/** A card around another one, for those that change one thing about it. */
class WrappedCard : public SoftCard {
public:
    explicit WrappedCard(std::shared_ptr<SoftCard> card)
        : card_(std::move(card))
    {
    }
    [[nodiscard]] Bytes atr() const override { return card_->atr(); }
    [[nodiscard]] bool isT0() const override { return card_->isT0(); }
    void reset() override { card_->reset(); }
    [[nodiscard]] Bytes transmit(View command) override { return card_->transmit(command); }
    [[nodiscard]] const Counts& counts() const override { return card_->counts(); }
    void clearCounts() override { card_->clearCounts(); }
    [[nodiscard]] std::vector<CodeStatus> codes() const override { return card_->codes(); }
    [[nodiscard]] const std::vector<Bytes>& received() const override { return card_->received(); }

private:
    std::shared_ptr<SoftCard> card_;
};

} // namespace softcard
