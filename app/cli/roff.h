// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace kortvakt::cli {

/** The few requests in which the two languages of manual pages, mdoc(7) and man(7), differ. */
struct Dialect {
    QString section; ///< %1: its title
    QString beginTagged, tagged, numbered, endTagged; ///< %1: what is explained; of numbered, %2: its number
    QString beginItems, item, endItems;
    QString beginSteps, step, endSteps; ///< %1: the step's number
    QString paragraph;
    QString emphasis; ///< %1: a word or two
};

/** The language that a page is written in. */
[[nodiscard]] Dialect dialectOf(const QString& page);

/** Text for roff, where a backslash and a hyphen mean something, and a dot or quote at a line's start. */
[[nodiscard]] QString roff(QString text);

} // namespace kortvakt::cli
