// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/failure_pages.h"

#include "app/cli/exit_codes.h"
#include "app/cli/words.h"
#include "ui/words/failures.h"

#include <QLocale>

namespace kortvakt::cli {

namespace {

const QString place = QStringLiteral(".\\\" FAILURES\n");

QString title()
{
    return Cli::tr("Failures");
}

QString introduction()
{
    return Cli::tr("Each failure has a name, which JSON and logs tell, and most have a number, which stands "
                   "beside the sentence on the screen and can be read out to the support desk.");
}

QString nameOf(const ui::Failure& failure)
{
    const auto id = idOf(failure.id);
    return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
}

/** "Exit status 10." Empty for what is shown of a card and ends no command. */
QString exitOf(const ui::Failure& failure)
{
    const bool stateOnly = failure.id == ErrorId::CertificateExpired
        || failure.id == ErrorId::CertificateExpiresSoon || failure.id == ErrorId::CertificateNotYetValid
        || failure.id == ErrorId::ClockWrong;
    return stateOnly ? QString() : Cli::tr("Exit status %1.").arg(int{exitCodeFor(failure.id)});
}

QString asSentence(const QString& heading)
{
    static const QString ends = QStringLiteral(".?!…)");
    return ends.contains(heading.back()) ? heading : heading + QLatin1Char('.');
}

/** What is said of one failure. @p exit: how it ends a command, or nothing. @p escaped makes plain text safe
 * in the format, @p emphasised marks a label up. */
template <typename Escaped, typename Emphasised>
QString paragraph(const ui::Failure& failure, const QString& exit, const QString& breaks,
    const Escaped& escaped, const Emphasised& emphasised)
{
    QStringList lines{escaped(asSentence(failure.meaning)),
        emphasised(ui::causeLabel()) + escaped(failure.cause),
        emphasised(ui::remedyLabel()) + escaped(failure.remedy)};
    if (!exit.isEmpty())
        lines.append(exit);
    return lines.join(breaks);
}

} // namespace

QString failuresAsRoff(const Dialect& dialect, ExitCodes exits)
{
    QString list = dialect.beginTagged;
    for (const auto& failure : ui::failures()) {
        list += failure.number.isEmpty() ? dialect.tagged.arg(nameOf(failure))
                                         : dialect.numbered.arg(nameOf(failure), failure.number);
        list += paragraph(failure, exits == ExitCodes::Told ? exitOf(failure) : QString(),
                    QStringLiteral("\n.br\n"), roff,
                    [&](const QString& label) { return dialect.emphasis.arg(label); })
            + QLatin1Char('\n');
    }
    return list + dialect.endTagged;
}

QString withFailures(const QString& page)
{
    if (!page.contains(place))
        return {};
    const Dialect dialect = dialectOf(page);
    QString whole = page;
    return whole.replace(place,
        dialect.section.arg(title().toUpper()) + roff(introduction()) + QLatin1Char('\n')
            + failuresAsRoff(dialect, ExitCodes::Told));
}

QString failuresAsHtml()
{
    QString html = QStringLiteral(
        "<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>Kortvakt: %2</title>\n"
        "<style>:root { color-scheme: light dark } body { font: 1em/1.5 sans-serif; "
        "max-width: 45em; margin: 2em auto; padding: 0 1em } dt { font-weight: bold; margin-top: 1em }"
        "</style>\n</head>\n<body>\n<h1>%2</h1>\n<p>%3</p>\n<dl>\n")
                       .arg(QLocale().bcp47Name().section(QLatin1Char('-'), 0, 0), title(),
                           introduction().toHtmlEscaped());
    for (const auto& failure : ui::failures()) {
        const QString name = nameOf(failure);
        html += QStringLiteral("<dt id=\"%1\">%2<code>%1</code></dt>\n<dd>%3</dd>\n")
                    .arg(name, failure.number.isEmpty() ? QString() : failure.number + QLatin1Char(' '),
                        paragraph(
                            failure, exitOf(failure), QStringLiteral("<br/>\n"),
                            [](const QString& text) { return text.toHtmlEscaped(); },
                            [](const QString& label) { return QStringLiteral("<i>%1</i> ").arg(label); }));
    }
    return html + QStringLiteral("</dl>\n</body>\n</html>\n");
}

} // namespace kortvakt::cli
