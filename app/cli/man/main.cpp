// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Used while building: "LANGUAGE PAGE OUTPUT" puts the failure catalogue or the help into a manual page, and
// "LANGUAGE html OUTPUT" writes it as a page for browsers.
#include "app/cli/failure_pages.h"
#include "app/cli/help_page.h"
#include "ui/words/language.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdlib>
#include <iostream>

namespace {

QString contentOf(const QString& page)
{
    QFile file(page);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication program(argc, argv);
    const QStringList given = QCoreApplication::arguments();
    if (given.size() != 4)
        return EXIT_FAILURE;
    Q_INIT_RESOURCE(cli_translations);
    kortvakt::ui::installLanguage(given[1], {QStringLiteral("cli")});
    const bool html = given[2] == QStringLiteral("html");
    const QString page = html ? QString() : contentOf(given[2]);
    const QString help = kortvakt::cli::withHelp(page);
    const QString made = html ? kortvakt::cli::failuresAsHtml()
        : help.isEmpty()      ? kortvakt::cli::withFailures(page)
                              : help;
    QFile output(given[3]);
    if (made.isEmpty() || !output.open(QIODevice::WriteOnly) || output.write(made.toUtf8()) < 0) {
        std::cerr << "nothing to write to " << given[3].toStdString() << '\n';
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
