// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/code/code_task.h"
#include "ui/parts/panel.h"
#include "ui/words/messages.h"

namespace kortvakt::ui {

/** What a code dialog tells of an outcome, and what its holder can do from there. */
struct CodeTold {
    enum class Next {
        Nothing,
        Form, ///< the form stays, with the message over it, for another try that the holder chooses
        Again, ///< a button leads back to the form: nothing was sent
        Unlock, ///< a button leads to unlocking the code that was to be changed
    };
    Message message;
    Panel::Tone tone = Panel::Tone::Failed;
    Next next = Next::Nothing;
};

/**
 * What is told of an outcome of codes that were sent. Pure. Nothing leads to another try after an answer that
 * does not tell what became of the one before.
 * @param task with the card as it was shown
 */
[[nodiscard]] CodeTold toldOf(const CodeTask& task, const Outcome& outcome);

} // namespace kortvakt::ui
