// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/tray_options.h"

#include "ui/parts/resources.h"
#include "ui/words/language.h"
#include "ui/words/untrusted.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace kortvakt::app {

namespace {

struct TrayOptionWords {
    Q_DECLARE_TR_FUNCTIONS(TrayOptionWords)
};

constexpr int usageError = 2;

/** Help is to be in the language that was asked for, also when the rest is a mistake. */
QString languageIn(const QStringList& arguments)
{
    for (qsizetype index = 1; index < arguments.size(); ++index) {
        if (arguments[index].startsWith(QLatin1String("--lang=")))
            return arguments[index].mid(7);
        if (arguments[index - 1] == QLatin1String("--lang"))
            return arguments[index];
    }
    return QStringLiteral("system");
}

/** "-h, --help", "--lang <sv|en>" */
QString typed(const QCommandLineOption& option)
{
    QStringList names;
    for (const QString& name : option.names())
        names << (name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name;
    const QString value = option.valueName();
    return names.join(QStringLiteral(", "))
        + (value.isEmpty() ? QString() : QStringLiteral(" <%1>").arg(value));
}

/** All of it in one language: Qt's own words come in those that the system has. */
QString helpText(const QString& name, const QString& description, const QList<QCommandLineOption>& options)
{
    qsizetype width = 0;
    for (const QCommandLineOption& option : options)
        width = std::max(width, typed(option).size());
    QString text = TrayOptionWords::tr("Usage: %1 [options]").arg(name) + u'\n' + description
        + QStringLiteral("\n\n") + TrayOptionWords::tr("Options:") + u'\n';
    for (const QCommandLineOption& option : options)
        text += QStringLiteral("  ") + typed(option).leftJustified(width + 2) + option.description() + u'\n';
    return text;
}

void print(std::FILE* where, const QString& text)
{
    std::fputs(text.toLocal8Bit().constData(), where);
}

} // namespace

TrayOptions readOptions(int& argc, char** argv, const QString& name)
{
    const QCoreApplication program(argc, argv); // a display is not needed yet
    QCoreApplication::setApplicationName(name);
    const QStringList arguments = QCoreApplication::arguments();
    ui::embedResources();
    ui::installLanguage(languageIn(arguments), {QStringLiteral("kortvakt")});

    QCommandLineParser parser;
    const QCommandLineOption background(QStringLiteral("background"),
        TrayOptionWords::tr("Start without a window, with the icon by the clock only."));
    const QCommandLineOption language(QStringLiteral("lang"),
        TrayOptionWords::tr("Language: sv or en. The computer’s own without this."), QStringLiteral("sv|en"));
    const QCommandLineOption help(
        {QStringLiteral("h"), QStringLiteral("help")}, TrayOptionWords::tr("Show this help."));
    const QCommandLineOption version(
        {QStringLiteral("v"), QStringLiteral("version")}, TrayOptionWords::tr("Show the version."));
    const QList<QCommandLineOption> all{background, language, help, version};
    parser.addOptions(all);

    TrayOptions options;
    const bool understood = parser.parse(arguments);
    options.background = parser.isSet(background);
    if (parser.isSet(language))
        options.language = parser.value(language);
    const bool knownLanguage =
        QStringList{QStringLiteral("system"), QStringLiteral("sv"), QStringLiteral("en")}.contains(
            options.language);
    if (understood && parser.isSet(help)) {
        print(stdout,
            helpText(name,
                TrayOptionWords::tr(
                    "Shows the ID cards in your card readers, and unlocks their codes with the PUK."),
                all));
        options.exitCode = 0;
    } else if (understood && parser.isSet(version)) {
        print(stdout, QStringLiteral("%1 " KORTVAKT_VERSION "\n").arg(name));
        options.exitCode = 0;
    } else if (!understood || !knownLanguage || !parser.positionalArguments().isEmpty()) {
        // What is wrong may be a code that somebody typed: it is not repeated.
        const QString unknown = ui::unknownOption(parser.unknownOptionNames());
        const QString what = understood && !knownLanguage
            ? TrayOptionWords::tr("The language must be sv or en.")
            : !unknown.isEmpty() ? TrayOptionWords::tr("Unknown option: %1. See --help.").arg(unknown)
                                 : TrayOptionWords::tr("Unknown option or argument. See --help.");
        print(stderr, name + QStringLiteral(": ") + what + u'\n');
        options.exitCode = usageError;
    }
    return options;
}

} // namespace kortvakt::app
