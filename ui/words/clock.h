// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/messages.h"

/** A computer's clock that is probably wrong. */
namespace kortvakt::ui {

/** The day that this program was built: no clock that is right is before it. */
[[nodiscard]] std::chrono::sys_seconds buildDay();
/** That the clock is probably wrong: before @p built, or before all of the card's certificates. Nothing is to
 * be said of its certificates then. */
[[nodiscard]] std::optional<Message> clockDoubt(
    const CardInfo& card, std::chrono::sys_seconds now, std::chrono::sys_seconds built = buildDay());
/** "The computer’s date is 4 May 2027.": beside every sentence about dates that rests on the computer's
 * clock. */
[[nodiscard]] QString computersDate(std::chrono::sys_seconds now);

} // namespace kortvakt::ui
