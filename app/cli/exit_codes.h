// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"

#include <span>

namespace kortvakt::cli {

/** What the program's exit code says; kortvakt-cli(1) promises these numbers. */
enum Exit {
    Done = 0,
    OtherFailure = 1,
    Usage = 2,
    NoService = 3, ///< service down or access denied
    NothingThere = 4, ///< no reader or no card
    NotOnThisCard = 5, ///< card unknown, unexpected card data, or action not possible on it
    WrongCode = 6,
    CodeLocked = 7,
    NewCodeRefused = 8, ///< by a rule or by the card; or one try left and no --last-try
    CardGone = 9, ///< taken out, swapped or stopped answering
    CardIsBusy = 10,
    Hidden = 11, ///< by policy
};

/** The exit code for a failure. */
[[nodiscard]] Exit exitCodeFor(ErrorId id);
/** The same for what broke off. With a code on its way it is none that asks for another run, such as that the
 * card is busy: 9 or 1. */
[[nodiscard]] Exit exitCodeFor(const CardError& error);
/** The same for several readers at once, each with its state, or nothing where its card is well. One at fault
 * counts beside a card that is well; one that there is only nothing to do with does not. */
[[nodiscard]] Exit exitCodeFor(std::span<const std::optional<ErrorId>> states);

} // namespace kortvakt::cli
