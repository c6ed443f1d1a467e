// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/roff.h"

/** The failure catalogue with the exit codes of kortvakt-cli, as it is printed in manuals. */
namespace kortvakt::cli {

/** Whether the catalogue tells how failures end a command: for kortvakt-cli only. */
enum class ExitCodes { Told, LeftOut };
/** The catalogue as a list in a manual page. */
[[nodiscard]] QString failuresAsRoff(const Dialect& dialect, ExitCodes exits);

/**
 * A manual page with the catalogue in the place of its line `.\" FAILURES`.
 * @param page in mdoc(7) or man(7); the section is written in the same one.
 * @return empty when the page has no such line.
 */
[[nodiscard]] QString withFailures(const QString& page);

/** The catalogue as a page of its own for browsers; each failure's id is an anchor. */
[[nodiscard]] QString failuresAsHtml();

} // namespace kortvakt::cli
