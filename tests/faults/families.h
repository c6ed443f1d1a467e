// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace kortvakt::faults {

/** What is known of a family beside its cards' own data: written from its documentation, not from core's
 * table. */
struct Family {
    std::string_view prefix; ///< of its personalities
    std::string_view aid; ///< that is selected before a code is used; empty: a path alone
    int block = 0, pad = -1; ///< that every code must have; 0 and -1: as the card says
    int pukDigits = 0, pinDigits = 0; ///< 0: as the card says
    bool tellsTries = false; ///< VERIFY without data, or GET DATA, is known to cost nothing
    bool takesCodes = true;
    bool activates = true; ///< has cards whose codes are all still to be chosen
    bool verifyFirst = false; ///< unblocking is VERIFY of the PUK, then the new code alone
    bool changes = true; ///< a code can be changed with the old one
    bool unlocks = true; ///< a code can be set with the PUK
    bool tellsPukTries = true; ///< where it tells tries at all
};

/** The family of a personality. Cards of no family, random and bent ones, are judged by their own data alone.
 */
[[nodiscard]] const Family& familyOf(std::string_view personality);
/** Whether a card may be asked for its tries: its family is known to tell them, or it lies, and has answered
 * to the name of one that is. */
[[nodiscard]] bool maySayTries(std::string_view personality, std::string_view answeredTo);
/** Whether Kortvakt promises to serve a personality's family. */
[[nodiscard]] bool isServed(std::string_view personality);

} // namespace kortvakt::faults
