// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace kortvakt::cli {

/**
 * A manual page with the text of the help, a section for each topic, in the place of its line `.\" HELP`.
 * @param page in mdoc(7) or man(7); the sections are written in the same one.
 * @return empty when the page has no such line.
 */
[[nodiscard]] QString withHelp(const QString& page);

} // namespace kortvakt::cli
