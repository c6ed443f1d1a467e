// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/bytes.h"

#include <string>

namespace kortvakt {

/**
 * Whether a character is not seen itself and changes how others are: it turns the direction of writing, joins
 * or parts them, or hides a text of its own in another. These are Unicode's format characters, the tags and
 * variation selectors of plane 14, and the separators of lines and paragraphs. Joiners and soft hyphens are
 * among them: no name in Swedish, Finnish or Estonian needs one, and two names that look alike must be alike.
 */
[[nodiscard]] bool isUnseen(char32_t character);

/**
 * A card's words, made fit to be shown: UTF-8 (Latin-1 is taken for what it is, as some cards hold it),
 * without what fills their field up or was cut off by it, at most 128 bytes, control characters as spaces,
 * and nothing that is unseen: a card's words may not rearrange ours.
 */
[[nodiscard]] std::string toDisplayText(View value);

/** 0 to 9, and no other script's. */
[[nodiscard]] constexpr bool isDigit(char32_t character)
{
    return character >= '0' && character <= '9';
}

} // namespace kortvakt
