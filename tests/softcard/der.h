// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/soft_card.h"

#include <initializer_list>

/** A small DER encoder (X.690) for what cards carry. */
namespace softcard::der {

/** The bytes one after the other. */
[[nodiscard]] Bytes join(std::initializer_list<View> parts);
/**
 * Tag, length, value.
 * @param tag one to three tag bytes as a number.
 * @param lengthBytes 0: the shortest form; 1 to 4: BER's long form with that many bytes, as some cards write.
 */
[[nodiscard]] Bytes tlv(std::uint32_t tag, View value, int lengthBytes = 0);
/** A tag around several values. */
[[nodiscard]] Bytes tlv(std::uint32_t tag, std::initializer_list<View> parts);
/** SEQUENCE of encoded values. */
[[nodiscard]] Bytes sequence(std::initializer_list<View> parts);
/** INTEGER, shortest form; other tags for ENUMERATED and implicit tagging. */
[[nodiscard]] Bytes integer(long value, std::uint32_t tag = 0x02);
[[nodiscard]] Bytes octets(View value);
[[nodiscard]] Bytes utf8(std::string_view text);
/** BIT STRING with named bits: bit n of @p set is (1u << n), number 0 is sent first, trailing zeros are
 * dropped. */
[[nodiscard]] Bytes bits(std::uint32_t set);
/** The bits of bits(): flags(0, 4) is 1u << 0 | 1u << 4. */
[[nodiscard]] std::uint32_t flags(std::initializer_list<int> numbers);

/** Hexadecimal text as bytes; spaces are skipped. For constants only: @p text must be well formed. */
[[nodiscard]] Bytes hex(std::string_view text);
/** Two bytes, high first. */
[[nodiscard]] Bytes word(unsigned value);
/** Upper-case hexadecimal. */
[[nodiscard]] std::string toText(View bytes);

} // namespace softcard::der
