// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/roff.h"

namespace kortvakt::cli {

Dialect dialectOf(const QString& page)
{
    Dialect dialect;
    if (page.contains(QStringLiteral("\n.Sh "))) {
        dialect.section = QStringLiteral(".Sh %1\n");
        dialect.beginTagged = QStringLiteral(".Bl -tag -width Ds\n");
        dialect.tagged = QStringLiteral(".It Cm %1\n");
        dialect.numbered = QStringLiteral(".It Cm %1 Pq %2\n");
        dialect.endTagged = dialect.endItems = dialect.endSteps = QStringLiteral(".El\n");
        dialect.beginItems = QStringLiteral(".Bl -bullet -compact\n");
        dialect.beginSteps = QStringLiteral(".Bl -enum -compact\n");
        dialect.item = dialect.step = QStringLiteral(".It\n");
        dialect.paragraph = QStringLiteral(".Pp\n");
        dialect.emphasis = QStringLiteral(".Em %1\n");
        return dialect;
    }
    dialect.section = QStringLiteral(".SH %1\n");
    dialect.tagged = QStringLiteral(".TP\n\\fB%1\\fP\n");
    dialect.numbered = QStringLiteral(".TP\n\\fB%1\\fP (%2)\n");
    dialect.item = QStringLiteral(".IP \\(bu 2\n");
    dialect.step = QStringLiteral(".IP %1. 4\n");
    dialect.paragraph = QStringLiteral(".PP\n");
    dialect.emphasis = QStringLiteral("\\fI%1\\fP\n");
    return dialect;
}

QString roff(QString text)
{
    text.replace(QLatin1Char('\\'), QStringLiteral("\\e"));
    text.replace(QStringLiteral("--"), QStringLiteral("\\-\\-"));
    if (text.startsWith(QLatin1Char('.')) || text.startsWith(QLatin1Char('\'')))
        text.prepend(QStringLiteral("\\&"));
    return text;
}

} // namespace kortvakt::cli
