// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/card.h"

#include <optional>
#include <vector>

namespace kortvakt {

/** What is worth asking once more before digits are sent that may cost a try. */
enum class Doubt {
    UnknownKind, ///< how the PUK is used rests on the card's own word
    LooksLikePuk, ///< typed as the current code, and as long as a PUK
    Length, ///< not as many digits as usualDigits() tells
    ShortCurrent, ///< fewer digits than a new code on this card has
};

/** Whether a code holds the single-use PIN of its family's code letter; any other code that a card is
 * delivered with came in a PIN envelope. */
[[nodiscard]] bool holdsActivationPin(const CardInfo& card, const CodeObject& code);
/** How many digits the PUK, or the current code when changing, usually has, where the card does not fix it;
 * else nothing. */
[[nodiscard]] std::optional<int> usualDigits(const CardInfo& card, const CodeObject& code, Action::Kind kind);
/** The doubts about so many digits, in the order in which they are asked. Pure. */
[[nodiscard]] std::vector<Doubt> doubtsAbout(
    const CardInfo& card, const CodeObject& code, Action::Kind kind, int digits);

} // namespace kortvakt
