// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace kortvakt::app {

/** What the tray program was started with. */
struct TrayOptions {
    bool background = false; ///< no window, as when a session begins
    QString language = QStringLiteral("system");
    std::optional<int> exitCode; ///< all was said already: end with this
};

/**
 * Reads the command line and answers --help, --version and mistakes, without a display.
 * @param name the program's own name
 */
[[nodiscard]] TrayOptions readOptions(int& argc, char** argv, const QString& name);

} // namespace kortvakt::app
