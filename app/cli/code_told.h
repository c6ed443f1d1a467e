// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/exit_codes.h"
#include "core/wish.h"
#include "ui/words/messages.h"

namespace kortvakt::cli {

/** What came of setting one code, as a value for text and JSON alike. */
struct CodeTold {
    std::string result; ///< accepted, wrong, locked, rejected, refused, failed
    std::optional<ErrorId> error;
    std::optional<CodeId> code; ///< nothing: it did not come to a code
    std::optional<int> triesLeft; ///< of the code that was presented
    bool codeSent = false;
    ui::Message message;
    Exit exit = Done;
    std::optional<bool> saved{}; ///< of a code that was on its way when it broke off, where that can be seen
};

/** Our own rules refused; nothing was sent. @p facts complete the sentence. */
[[nodiscard]] CodeTold refusal(ErrorId why, const std::optional<CodeId>& code, ui::Facts facts = {});
/** A code that was not tried since another one was not accepted: told as cancelled. */
[[nodiscard]] CodeTold notTried(const CodeId& code);
/** Another sentence at the end of what is told. */
void add(CodeTold& told, const QString& sentence);
/** There was no card to work with, or it broke off. */
[[nodiscard]] CodeTold failure(
    const CardError& error, const std::optional<CodeId>& code, bool serviceHangs = false);
/** What is told of each code of a task, in order; what was not tried after a failure is told as cancelled. */
[[nodiscard]] std::vector<CodeTold> toldOf(const Task& task, const Outcome& outcome);

} // namespace kortvakt::cli
