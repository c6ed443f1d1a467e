// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/messages.h"

/** What came of a wish, and why a conversation broke off. */
namespace kortvakt::ui {

/** The outcome of one code command. @p before is the card it was asked for, @p after as read again, where it
 * was, and @p seen what that shows. */
[[nodiscard]] Message resultMessage(Action::Kind kind, const CodeId& code, const CardInfo& before,
    const CodeResult& result, const std::optional<CardInfo>& after = {}, const Aftermath& seen = {});
/** Why a conversation broke off. @p duringCodeJob: a job that sends codes, so that it is told whether one was
 * sent. */
[[nodiscard]] Message breakdownMessage(
    const CardError& error, bool duringCodeJob, const QString& reader = {});
/** After a code job that broke off with codeSent, once the card was read again: was the new code saved, and
 * did what was presented lose a try? Recommends no other try: where that is not seen, it may be the last. */
[[nodiscard]] Message followUpMessage(
    With what, const Aftermath& seen, const CodeObject& before, const CodeObject& after);
/** The card is in again before anything was sent to it. */
[[nodiscard]] Message cardIsBack();
/** A line of an activation's result: "Identification PIN: set", "Signature PIN: not set – …". */
[[nodiscard]] QString activationLine(
    CodeRole role, const std::optional<CodeResult>& result, const Message& why);
/** That line for a code that may have been saved: "Signature PIN: uncertain – …". */
[[nodiscard]] QString activationDoubt(CodeRole role, const Message& why);
/** The heading over those lines. */
[[nodiscard]] QString activationHeading(bool all);

} // namespace kortvakt::ui
