// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/bytes.h"

#include <string>
#include <string_view>
#include <vector>

/** What keeps a card's bytes free of its holder: lengths and structure stay. */
namespace kortvakt::mask {

/** How much of a file may leave the computer: of none more than is known to be harmless. */
enum class Keep {
    Words, ///< of texts the words that cards' makers use, besides structure
    AllButSerial, ///< the same of EF.TokenInfo: of a serial number its last two bytes
    Structure, ///< no texts, and nothing that could be a certificate's content
    Lengths, ///< no object's value at all
};

/**
 * Stands in for identifiers that could lead to a person, as a key's digest leads to a published certificate:
 * one for one through a whole report, so that what belongs together still does.
 */
class Identifiers {
public:
    void replace(std::span<std::uint8_t> id);

private:
    std::vector<Bytes> seen_;
};

/** Masks what may be personal in place, object by object, and all that follows the last object. */
void hide(std::span<std::uint8_t> bytes, Keep keep, Identifiers& identifiers);
/**
 * Crosses out each word of what a holder is called, in UTF-8 or Latin-1 and in capitals or not: wherever it
 * stands, a word of two letters only where it stands alone.
 */
void crossOut(std::span<std::uint8_t> bytes, std::string_view name);
/**
 * Crosses out a person's number as certificates write it ("197302281234", "PNOEE-38001085718"): with and
 * without prefix, century and punctuation, its parts, and its birth date alone.
 */
void crossOutNumber(std::span<std::uint8_t> bytes, std::string_view number);
/** Both, for each of @p holder, in a file's texts and identifiers: what tells its structure stays. */
void crossOutHolder(std::span<std::uint8_t> file, std::span<const std::string> holder);

} // namespace kortvakt::mask
