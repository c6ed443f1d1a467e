// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/fuzz/borrowed_card.h"

#include <map>

namespace kortvakt::fuzz {

namespace {

using Shelf = std::map<std::string, std::unique_ptr<softcard::SoftCard>>;

Shelf& shelf()
{
    static Shelf cards;
    return cards;
}

} // namespace

std::string personalityOf(std::uint8_t number, std::uint8_t seed)
{
    static const auto all = softcard::personalities();
    // What makes noise of its own would not answer alike twice.
    const auto& name = number < all.size() ? all[number].name : std::string();
    return name.empty() || name == "hostile-noise" ? "random:" + std::to_string(seed) : name;
}

BorrowedCard::BorrowedCard(std::string personality)
    : personality_(std::move(personality))
{
    if (auto node = shelf().extract(personality_))
        card_ = std::move(node.mapped());
    else
        card_ = softcard::make(personality_);
    card_->reset();
    card_->clearCounts();
}

BorrowedCard::~BorrowedCard()
{
    if (card_->counts().codeCommands == 0)
        shelf().insert_or_assign(personality_, std::move(card_));
}

} // namespace kortvakt::fuzz
