// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/bytes.h"

#include <string>

namespace kortvakt {

/**
 * A card's words, made fit to be shown: UTF-8 (Latin-1 is taken for what it is, as some cards hold it),
 * without what fills their field up or was cut off by it, at most 128 bytes, control characters as spaces,
 * and none of the characters that turn the direction of writing: a card's words may not rearrange ours.
 */
[[nodiscard]] std::string toDisplayText(View value);

} // namespace kortvakt
