// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/fuzz/input.h"
#include "tests/fuzz/witnessed_channel.h"

#include <functional>
#include <string>

namespace kortvakt::fuzz {

/** Digits that a holder presents for a code of a card: its PUK, or the code itself. */
using Known = std::function<std::string(const CodeObject& code, bool puk)>;

/** A card's holder, who reads it and does all that is offered, each in a session of its own. */
struct Holder {
    WitnessedChannel& card;
    Bytes atr;
    Known known;
    std::function<void()> beforeSession; ///< the card may be another one from here on

    /** Reads the card and, by @p choices, uses its codes. Every outcome is judged. */
    void useAll(Input choices) const;

private:
    [[nodiscard]] std::optional<CardInfo> read() const;
    void use(const CardInfo& shown, const std::vector<Bytes>& sameCard, const Action& action,
        Input& choices) const;
    [[nodiscard]] bool setCode(const CardInfo& shown, const std::vector<Bytes>& sameCard,
        const CodeObject& code, bool unlocking, std::uint8_t choice) const;
};

} // namespace kortvakt::fuzz
