// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/bytes.h"

#include <string_view>

/** What keeps a card's bytes free of its holder: lengths and structure stay. */
namespace kortvakt::mask {

/** How much of a file may leave the computer. */
enum class Keep {
    All, ///< structure only: no names, no numbers of persons
    AllButSerial, ///< of a serial number its last two bytes
    Structure, ///< no labels, and nothing that could be a certificate's content
    Lengths, ///< no object's value at all
};

/** Masks what is personal in place, object by object. */
void hide(std::span<std::uint8_t> bytes, Keep keep);
/** Crosses out what a holder is called, and each word of it, wherever it stands and in capitals or not. */
void crossOut(std::span<std::uint8_t> bytes, std::string_view name);
/** Crosses out a personal number, YYYYMMDDNNNN or less: with and without its century, and its birth date
 * alone.
 */
void crossOutNumber(std::span<std::uint8_t> bytes, std::string_view number);

} // namespace kortvakt::mask
