// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/card.h"

namespace kortvakt::sweep {

/** What a fact is about. */
enum class About {
    Family,
    Problem,
    Code, ///< that there is one
    Role,
    State,
    Tries,
    Puk, ///< whether there is one
    PukTries,
    Reason, ///< why a code cannot be set or changed; empty: it can
    Form, ///< lengths and padding
    Label,
    Certificate, ///< how many there are
    Name, ///< of the holder, serial numbers, what a certificate says and how it is named
};

/** One thing that a reading tells. */
struct Fact {
    About about;
    std::string of; ///< "code 5000:81 tries"
    std::string value; ///< empty: nothing is said
    friend bool operator==(const Fact&, const Fact&) = default;
};

/** All that a reading tells its holder. */
[[nodiscard]] std::vector<Fact> factsOf(const CardInfo& card);

/** Facts that differ, with what should have been told. */
struct Difference {
    Fact told, sound; ///< one of them without a value where only one reading has the fact
};
/** @p told against @p sound, fact by fact. */
[[nodiscard]] std::vector<Difference> compare(const std::vector<Fact>& told, const std::vector<Fact>& sound);

} // namespace kortvakt::sweep
