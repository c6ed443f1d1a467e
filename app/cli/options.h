// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace kortvakt::cli {

/** What the program was asked to do. */
struct Options {
    enum class Command {
        List,
        Show,
        Unlock,
        Change,
        Activate,
        Export,
        Watch,
        ReportCard,
        Policy,
        Help,
        Version
    };
    Command command = Command::Help;
    QString operand; ///< CODE, or the certificate's number
    QString reader; ///< empty: the only reader that holds a card
    QString language = QStringLiteral("system");
    bool json = false;
    bool masked = false; ///< of `list` and `show`: tell of no person
    bool dryRun = false;
    bool codesFromInput = false; ///< --stdin
    bool lastTry = false;
    bool der = false;
    QString check; ///< --check: the file to look at

    QString fault; ///< why the arguments make no sense; empty when they do
};

/** Reads the arguments, the program's name first. Never a code: those are asked for, or read from standard
 * input. */
[[nodiscard]] Options optionsFrom(const QStringList& arguments);
/** The language that the arguments ask for, even when the rest of them makes no sense; @p otherwise when they
 * ask for none. */
[[nodiscard]] QString languageFrom(const QStringList& arguments, const QString& otherwise);
/** The text of --help. */
[[nodiscard]] QString helpText();

} // namespace kortvakt::cli
