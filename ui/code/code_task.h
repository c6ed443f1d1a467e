// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/wish.h"
#include "ui/words/card_actions.h"
#include "ui/words/code_rules.h"

#include <QString>

namespace kortvakt::ui {

/** What a code dialog was opened for, and the words that differ by it. */
struct CodeTask : Task {
    CardKey key;

    CodeTask(CardKey where, CardInfo shown, Action wanted);

    /** "Unlock identification PIN" */
    [[nodiscard]] QString title() const;
    /** "You need the letter with your PUK."; empty for a change. */
    [[nodiscard]] QString intro() const;
    /** "Unlock", "Set PIN", "Change PIN", "Activate" */
    [[nodiscard]] QString verb() const;
};

/** "You use the identification PIN when you log in." */
[[nodiscard]] QString usedWhen(CodeRole role);

} // namespace kortvakt::ui
