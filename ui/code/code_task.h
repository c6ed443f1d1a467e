// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/code_doubts.h"
#include "ui/words/card_actions.h"
#include "ui/words/code_rules.h"

#include <QString>

namespace kortvakt::ui {

/** What a code dialog was opened for, and the words that differ by it. */
struct CodeTask {
    CardKey key;
    ShownCard card; ///< as it was shown
    Action action;
    std::vector<CodeId> ids; ///< the codes to set, in order

    CodeTask(CardKey where, ShownCard shown, Action wanted);

    /** The codes to set, as the card told them last; those that it no longer has are left out. */
    [[nodiscard]] std::vector<const CodeObject*> codes() const;
    /** The role of the only code, or Other for several. */
    [[nodiscard]] CodeRole role() const;
    [[nodiscard]] bool byPuk() const { return action.kind != Action::Kind::Change; }
    /** What the PUK, or the old code, may look like. */
    [[nodiscard]] CodeFormat presentedFormat() const;
    /** How many digits what is typed first usually has, where the card does not narrow it; else nothing. */
    [[nodiscard]] std::optional<int> usualDigits() const;
    /** Tries left of what will be typed first; nothing where the card does not tell. */
    [[nodiscard]] std::optional<int> triesLeft() const;
    /** An answer told how many are left: it is so for all codes that the same one is typed for. Cards that do
     * not tell by themselves still do not. */
    void setTriesLeft(int tries);
    /** A code on the card that is locked, or may be, while none of this task's is: probably the one meant. */
    [[nodiscard]] const CodeObject* lockedInstead() const;
    /** What is asked before so many digits of the PUK, or of the old code, are sent. */
    [[nodiscard]] std::vector<Doubt> doubts(int digits) const;

    /** Whether the code that the card came with is changed to one of the holder's own. */
    [[nodiscard]] bool delivered() const;
    /** Whether that one is a single-use activation PIN, and not from a PIN envelope. */
    [[nodiscard]] bool activationPin() const;
    /** Whether the card offers to unlock the code with its PUK instead. */
    [[nodiscard]] bool canUnlock() const;
    /** "Lås upp legitimeringskoden" */
    [[nodiscard]] QString title() const;
    /** "Du behöver brevet med PUK-koden."; empty for a change. */
    [[nodiscard]] QString intro() const;
    /** "Lås upp", "Välj koden", "Byt koden", "Aktivera" */
    [[nodiscard]] QString verb() const;
};

/** "Legitimeringskoden använder du när du loggar in." */
[[nodiscard]] QString usedWhen(CodeRole role);

} // namespace kortvakt::ui
