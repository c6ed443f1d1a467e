// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/options.h"

#include "app/cli/words.h"
#include "ui/words/untrusted.h"

#include <QCommandLineParser>

#include <algorithm>
#include <array>

namespace kortvakt::cli {

namespace {

struct Known {
    const char* name;
    Options::Command command;
    bool operand;
    std::array<const char*, 3> options; ///< those that only some commands have
};

constexpr Known commands[] = {
    {"list", Options::Command::List, false, {"masked"}},
    {"show", Options::Command::Show, false, {"masked"}},
    {"unlock", Options::Command::Unlock, true, {"dry-run", "stdin", "last-try"}},
    {"change", Options::Command::Change, true, {"stdin"}},
    {"activate", Options::Command::Activate, false, {"stdin", "last-try"}},
    {"export", Options::Command::Export, true, {"der"}},
    {"watch", Options::Command::Watch, false, {}},
    {"report-card", Options::Command::ReportCard, false, {}},
    {"policy", Options::Command::Policy, false, {"check"}},
};

constexpr const char* ofSomeCommands[] = {"masked", "dry-run", "stdin", "last-try", "der", "check"};

void declare(QCommandLineParser& parser)
{
    for (const char* flag : {"json", "masked", "dry-run", "stdin", "last-try", "der", "help", "version"})
        parser.addOption(QCommandLineOption(QString::fromLatin1(flag)));
    for (const char* valued : {"reader", "lang", "check"})
        parser.addOption(QCommandLineOption(QString::fromLatin1(valued), {}, QStringLiteral("value")));
    parser.addOption(QCommandLineOption(QStringLiteral("h")));
}

bool set(const QCommandLineParser& parser, const char* option)
{
    return parser.isSet(QString::fromLatin1(option));
}

bool isOperand(Options::Command command, const QString& word)
{
    if (command == Options::Command::Export) {
        bool numeric = false;
        (void)word.toUInt(&numeric);
        return numeric;
    }
    return word == QLatin1String("identification") || word == QLatin1String("signature")
        || word.contains(u':');
}

QString faultOf(const QCommandLineParser& parser, const QStringList& words, const Known* known)
{
    if (words.isEmpty())
        return Cli::tr("No command was given.");
    if (!known) // it may be a code that somebody typed: it is not repeated
        return Cli::tr("Unknown command.");
    // A typing fault is told from a code or certificate that the card lacks, and before any card is needed.
    if (known->operand && (words.size() < 2 || !isOperand(known->command, words.at(1))))
        return known->command == Options::Command::Export
            ? Cli::tr("export needs the certificate’s number, as “show” tells it.")
            : Cli::tr("%1 needs a code: identification, signature, or an id from “show”.").arg(words.front());
    // An argument too many may be a code that somebody typed: it is not repeated.
    if (words.size() > (known->operand ? 2 : 1))
        return Cli::tr("Too many arguments. Codes are never given as arguments: they are asked for, or read "
                       "with --stdin.");
    for (const char* option : ofSomeCommands) {
        const bool taken = std::any_of(known->options.begin(), known->options.end(),
            [option](const char* own) { return own && QLatin1String(own) == QLatin1String(option); });
        if (set(parser, option) && !taken)
            return Cli::tr("--%1 does not go with %2.").arg(QString::fromLatin1(option), words.front());
    }
    const QString language = parser.value(QStringLiteral("lang"));
    if (set(parser, "lang") && language != QLatin1String("sv") && language != QLatin1String("en"))
        return Cli::tr("--lang takes sv or en.");
    return {};
}

} // namespace

Options optionsFrom(const QStringList& arguments)
{
    QCommandLineParser parser;
    declare(parser);
    const bool understood = parser.parse(arguments);

    Options options;
    options.json = set(parser, "json");
    options.masked = set(parser, "masked");
    options.dryRun = set(parser, "dry-run");
    options.codesFromInput = set(parser, "stdin");
    options.lastTry = set(parser, "last-try");
    options.der = set(parser, "der");
    options.reader = parser.value(QStringLiteral("reader"));
    options.check = parser.value(QStringLiteral("check"));
    if (set(parser, "help") || set(parser, "h"))
        return options;
    if (set(parser, "version")) {
        options.command = Options::Command::Version;
        return options;
    }
    if (!understood) {
        const QString unknown = ui::unknownOption(parser.unknownOptionNames());
        options.fault = unknown.isEmpty() ? Cli::tr("Unknown option, or an option without its value.")
                                          : Cli::tr("Unknown option: %1.").arg(unknown);
        return options;
    }

    const QStringList words = parser.positionalArguments();
    const auto* const known = words.isEmpty()
        ? std::end(commands)
        : std::find_if(std::begin(commands), std::end(commands),
            [&](const Known& one) { return words.front() == QLatin1String(one.name); });
    const bool found = known != std::end(commands);
    options.fault = faultOf(parser, words, found ? known : nullptr);
    if (found)
        options.command = known->command;
    if (words.size() > 1)
        options.operand = words.at(1);
    return options;
}

QString languageFrom(const QStringList& arguments, const QString& otherwise)
{
    QCommandLineParser parser;
    declare(parser);
    parser.parse(arguments);
    return set(parser, "lang") ? parser.value(QStringLiteral("lang")) : otherwise;
}

QString helpText()
{
    return Cli::tr(
        "Usage: kortvakt-cli [--reader NAME] [--json] [--lang sv|en] COMMAND\n"
        "\n"
        "Lists ID cards in the card readers, and unlocks or changes their codes.\n"
        "\n"
        "Commands:\n"
        "  list                readers with their state, and the cards in them\n"
        "  show                one card: codes, attempts left, certificates\n"
        "  unlock CODE         set a new code with the PUK\n"
        "      --dry-run       tell what would be sent, and send nothing\n"
        "  change CODE         set a new code with the old one\n"
        "  activate            choose every code that has not been chosen yet\n"
        "  export N [--der]    certificate N, as PEM or DER\n"
        "  watch               a line for each change at the readers, until stopped\n"
        "  report-card         what a maintainer needs to add a card; no code, no personal data\n"
        "  policy              every setting, its value and where it comes from\n"
        "      --check FILE    tell what is wrong in a policy file, and look at nothing else\n"
        "\n"
        "CODE is identification, signature, or a code’s id from “show”, such as 5100:83.\n"
        "\n"
        "Options:\n"
        "  --reader NAME       the reader, when cards are in several (part of its name is enough)\n"
        "  --json              answer in JSON\n"
        "  --masked            with list and show: no names, and of serial numbers only the end\n"
        "  --lang sv|en        language of the answers\n"
        "  --stdin             read the codes from standard input, one per line, in the order asked\n"
        "  --last-try          with --stdin: use the PUK although one attempt is left\n"
        "  --help, --version\n"
        "\n"
        "Codes are asked for on the terminal, and are never taken from arguments or the environment.\n"
        "See kortvakt-cli(1) for exit codes and the JSON.");
}

} // namespace kortvakt::cli
