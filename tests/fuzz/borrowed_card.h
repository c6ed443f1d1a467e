// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/soft_card.h"

namespace kortvakt::fuzz {

/** A soft card's name by number; past the last one they are cards laid out at random from @p seed. */
[[nodiscard]] std::string personalityOf(std::uint8_t number, std::uint8_t seed);

/** A soft card as new. One that got no code goes back on the shelf, since making one takes long. */
class BorrowedCard {
public:
    explicit BorrowedCard(std::string personality);
    ~BorrowedCard();
    BorrowedCard(const BorrowedCard&) = delete;
    BorrowedCard& operator=(const BorrowedCard&) = delete;
    [[nodiscard]] softcard::SoftCard& operator*() const { return *card_; }
    [[nodiscard]] softcard::SoftCard* operator->() const { return card_.get(); }

private:
    std::string personality_;
    std::unique_ptr<softcard::SoftCard> card_;
};

} // namespace kortvakt::fuzz
