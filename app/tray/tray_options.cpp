// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/tray_options.h"

#include "ui/language.h"
#include "ui/resources.h"

#include <QCommandLineParser>
#include <QCoreApplication>

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
    parser.setApplicationDescription(TrayOptionWords::tr(
        "Shows the ID cards in your card readers, and unlocks their codes with the PUK."));
    const QCommandLineOption background(QStringLiteral("background"),
        TrayOptionWords::tr("Start without a window, with the icon by the clock only."));
    const QCommandLineOption language(QStringLiteral("lang"),
        TrayOptionWords::tr("Language: sv or en. The computer’s own without this."), QStringLiteral("sv|en"));
    const QCommandLineOption help(
        {QStringLiteral("h"), QStringLiteral("help")}, TrayOptionWords::tr("Show this help."));
    const QCommandLineOption version(
        {QStringLiteral("v"), QStringLiteral("version")}, TrayOptionWords::tr("Show the version."));
    for (const QCommandLineOption& option : {background, language, help, version})
        parser.addOption(option);

    TrayOptions options;
    const bool understood = parser.parse(arguments);
    options.background = parser.isSet(background);
    if (parser.isSet(language))
        options.language = parser.value(language);
    const bool knownLanguage =
        QStringList{QStringLiteral("system"), QStringLiteral("sv"), QStringLiteral("en")}.contains(
            options.language);
    if (understood && parser.isSet(help)) {
        print(stdout, parser.helpText());
        options.exitCode = 0;
    } else if (understood && parser.isSet(version)) {
        print(stdout, QStringLiteral("%1 " KORTVAKT_VERSION "\n").arg(name));
        options.exitCode = 0;
    } else if (!understood || !knownLanguage || !parser.positionalArguments().isEmpty()) {
        // What is wrong may be a code that somebody typed: it is not repeated.
        const QString what = understood && !knownLanguage
            ? TrayOptionWords::tr("The language must be sv or en.")
            : TrayOptionWords::tr("Unknown option or argument. See --help.");
        print(stderr, name + QStringLiteral(": ") + what + u'\n');
        options.exitCode = usageError;
    }
    return options;
}

} // namespace kortvakt::app
