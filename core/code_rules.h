// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

namespace kortvakt {

/**
 * What settings and policies let be done with codes, whatever a card itself allows. It is stamped on each
 * CardInfo by whoever has it read, so that actionsFor(), policyFor() and the flows hold to it, and no window
 * or command can forget to. As made, everything is allowed.
 */
struct CodeRules {
    bool unlock = true, choose = true, change = true, activate = true;
    int minLength = 0, maxLength = 0; ///< of a new code, within the card's lengths; 0: as the card says
    friend bool operator==(const CodeRules&, const CodeRules&) = default;
};

} // namespace kortvakt
