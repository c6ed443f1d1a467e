// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kortvakt {

/** A person's number in a country's register, as far as it binds the choice of a code. */
struct PersonalNumber {
    std::string digits; ///< as they are written, without what stands between them
    /** YYYYMMDD, or YYMMDD where the number does not tell the century; empty: it tells no birth date. */
    std::string born;
    friend bool operator==(const PersonalNumber&, const PersonalNumber&) = default;
};

/**
 * The personal number in a certificate's subject. The type and country before the hyphen (ETSI EN 319 412-1
 * §5.1.3) say what it is: PNO is a personal number, of any country; passports, identity cards and tax numbers
 * are none. Without a type the form of the subject's country decides, and what has not that form (a staff
 * number, an organisation's number, an HSA-id, a SATU) is none: telling its holder that it is their birth
 * date would be wrong. Where not even the country is known, only what is a Swedish number down to its check
 * digit is taken for one.
 * @param serialNumber, country the subject's attributes of RFC 5280 §4.1.2.4; either may be empty.
 */
[[nodiscard]] std::optional<PersonalNumber> personalNumberIn(
    std::string_view serialNumber, std::string_view country);

} // namespace kortvakt
