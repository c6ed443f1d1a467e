// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/exit_codes.h"
#include "app/jobs/card_job.h"
#include "ui/words/messages.h"

namespace kortvakt::cli {

/** What came of setting one code, as a value for text and JSON alike. */
struct CodeReport {
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
[[nodiscard]] CodeReport refusal(ErrorId why, const std::optional<CodeId>& code, ui::Facts facts = {});
/** A code that was not tried since another one was not accepted: told as cancelled. */
[[nodiscard]] CodeReport notTried(const CodeId& code);
/** Another sentence at the end of what a report says. */
void add(CodeReport& report, const QString& sentence);
/** There was no card to work with, or it broke off. */
[[nodiscard]] CodeReport failure(
    const CardError& error, const std::optional<CodeId>& code, bool serviceHangs = false);
/** One report for each request, in order; what was not tried after a failure is told as cancelled. */
[[nodiscard]] std::vector<CodeReport> reportsFrom(const app::JobOutcome& outcome, const ui::ShownCard& before,
    const std::vector<std::pair<Action::Kind, CodeId>>& requested);

} // namespace kortvakt::cli
