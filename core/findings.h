// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

namespace kortvakt {

/** What a reading came upon beside its values: whether they are all, and whether they can be believed. */
struct Findings {
    bool damaged = false; ///< something that should be there did not come through whole, asked for twice
    bool unreadable = false; ///< something is there, and is closed or in a form that is not read
    bool contradicts = false; ///< an object is not as its family's row says (rule 4)
    bool refused = false; ///< the card does not tell its tries over this interface
};

} // namespace kortvakt
