// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/run_cli.h"

#include "app/cli/as_json.h"
#include "app/cli/as_text.h"
#include "app/cli/code_commands.h"
#include "app/cli/failed.h"
#include "app/cli/masked.h"
#include "app/cli/options.h"
#include "app/cli/policy_command.h"
#include "app/cli/watch.h"
#include "app/cli/words.h"
#include "app/system/console.h"
#include "ui/words/language.h"
#include "ui/words/results.h"
#include "ui/words/setting_words.h"

#include <exception>

namespace kortvakt::cli {

namespace {

std::chrono::sys_seconds now()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

int usage(const Options& options, const Surroundings& to, const QString& why)
{
    return failed(options, to, {}, why + u'\n' + Cli::tr("See “kortvakt-cli --help”."));
}

int noCard(const Options& options, const Surroundings& to, const NoCardChosen& why)
{
    return why.error ? failed(options, to, why.error, why.message) : usage(options, to, why.message);
}

/** What `list` and `show` tell of readers: with --masked, nothing of persons. */
std::vector<ui::ReaderRow> toldOf(const Options& options, std::vector<ui::ReaderRow> readers)
{
    if (options.masked)
        std::ranges::for_each(readers, mask);
    return readers;
}

QJsonObject overview(
    const Options& options, const pcsc::Snapshot& snapshot, const std::vector<ui::ReaderRow>& readers)
{
    return overviewJson(snapshot, readers, now(), options.masked ? Masked::Yes : Masked::No);
}

int list(const Options& options, const Surroundings& to, const House& house)
{
    const Seen seen = lookAround(to.usb, to.patience);
    auto readers = readAll(seen, to.patience, house);
    std::erase_if(readers, [&](const ui::ReaderRow& reader) {
        return !printable(reader.key.reader).contains(options.reader, Qt::CaseInsensitive);
    });
    readers = toldOf(options, readers);
    if (readers.empty() && !options.reader.isEmpty() && !seen.snapshot.service)
        return failed(options, to, ErrorId::NoReader, Cli::tr("There is no reader of that name."),
            overview(options, seen.snapshot, {}));
    if (options.json)
        write(to.out, overview(options, seen.snapshot, readers));
    else
        to.out << listText(seen.snapshot, readers).toStdString();
    if (seen.snapshot.service)
        return exitCodeFor(*seen.snapshot.service);
    std::vector<std::optional<ErrorId>> states;
    for (const ui::ReaderRow& reader : readers)
        states.push_back(ui::problemOf(reader));
    return exitCodeFor(states);
}

/** With --json, what there is to say of all readers is said all the same. */
int showNone(const Options& options, const Surroundings& to, const House& house, const Seen& seen,
    const NoCardChosen& why)
{
    const QString message = options.masked ? maskedSentence(why.message, seen) : why.message;
    if (!why.error || !options.json)
        return noCard(options, to, {why.error, message});
    const auto readers =
        why.error == ErrorId::NoReader ? std::vector<ui::ReaderRow>() : readAll(seen, to.patience, house);
    return failed(
        options, to, why.error, message, overview(options, seen.snapshot, toldOf(options, readers)));
}

int show(const Options& options, const Surroundings& to, const House& house)
{
    const Seen seen = lookAround(to.usb, to.patience);
    const auto chosen = chooseReader(seen, options.reader, house);
    if (const auto* const why = std::get_if<NoCardChosen>(&chosen))
        return showNone(options, to, house, seen, *why);
    const auto readers = toldOf(options, readAll({std::get<pcsc::Slot>(chosen)}, to.patience, house));
    const ui::ReaderRow& reader = readers.front();
    if (options.json)
        write(to.out, overview(options, {}, readers));
    else
        to.out << showText(reader, now()).toStdString();
    const auto problem = ui::problemOf(reader);
    return problem ? exitCodeFor(*problem) : Done;
}

/** What is turned off is told like any other failure. */
int hidden(const Options& options, const Surroundings& to, const House& house)
{
    const ErrorId why = house.alone.policyUnread() ? ErrorId::PolicyUnread : ErrorId::HiddenByPolicy;
    const ui::Facts facts{.name = QString::fromStdString(house.shown.contact)};
    return failed(options, to, why, ui::messageFor(why, facts).oneLine());
}

/** What an administrator needs to know where a holder is told that no card is used. */
void tellUnreadPolicies(const Options& options, const Surroundings& to, const app::LoadedSettings& settings)
{
    using Command = Options::Command;
    const bool usesCards = options.fault.isEmpty() && options.command != Command::Help
        && options.command != Command::Version && options.command != Command::Policy; // which tells by itself
    if (!usesCards)
        return;
    for (const auto& unread : settings.unreadPolicies())
        to.err << printable(ui::complaintText(unread)).toStdString() << '\n';
}

void writeCertificate(const Options& options, const Surroundings& to, const CertificateInfo& certificate)
{
    const QByteArray der(reinterpret_cast<const char*>(certificate.der.data()),
        static_cast<qsizetype>(certificate.der.size()));
    if (options.json && options.der)
        write(to.out, QJsonObject{{QStringLiteral("der"), QString::fromLatin1(der.toBase64())}});
    else if (options.json)
        write(to.out, QJsonObject{{QStringLiteral("pem"), QString::fromStdString(toPem(certificate))}});
    else if (options.der)
        to.out.write(der.data(), der.size());
    else
        to.out << toPem(certificate);
}

int exportCertificate(const Options& options, const Surroundings& to, const House& house)
{
    if (!house.shown.exportCertificates)
        return hidden(options, to, house);
    if (options.der && !options.json && app::isTerminal(to.output))
        return usage(options, to, Cli::tr("DER is not text: send it to a file with “>”."));
    const auto chosen = chooseReader(lookAround(to.usb, to.patience), options.reader, house);
    if (const auto* const why = std::get_if<NoCardChosen>(&chosen))
        return noCard(options, to, *why);
    const auto reader = readAll({std::get<pcsc::Slot>(chosen)}, to.patience, house).front();
    const auto number = options.operand.toUInt();
    if (!reader.card || number < 1 || number > reader.card->certificates.size())
        return ui::problemOf(reader)
            ? failed(options, to, ui::problemOf(reader), messageFor(reader).oneLine())
            : failed(
                options, to, ErrorId::NotPossible, Cli::tr("The card has no certificate of that number."));
    writeCertificate(options, to, reader.card->certificates[number - 1]);
    return Done;
}

int reportCard(const Options& options, const Surroundings& to, const House& house)
{
    const auto chosen = chooseReader(lookAround(to.usb, to.patience), options.reader, house);
    if (const auto* const why = std::get_if<NoCardChosen>(&chosen))
        return noCard(options, to, *why);
    const auto& slot = std::get<pcsc::Slot>(chosen);
    Outcome outcome;
    if (const auto trouble = troubleWith(slot, house))
        outcome.error.emplace(*trouble, "looking at the reader");
    else
        outcome = startReport(slot.reader, to.patience)->outcome();
    // What was heard before it broke off is just what a maintainer needs.
    const bool heard = !outcome.error || !outcome.report.empty();
    const auto report = heard ? cardReportJson(slot, outcome.report) : QJsonObject();
    if (heard && !options.json)
        to.out << cardReportText(slot, outcome.report).toStdString();
    if (outcome.error)
        return failed(
            options, to, outcome.error->id, ui::breakdownMessage(*outcome.error, false).oneLine(), report);
    if (options.json)
        write(to.out, report);
    return Done;
}

/** What the program tells of itself, whatever is in the readers. */
int tell(const Options& options, const Surroundings& to, const QString& text)
{
    if (options.json)
        write(to.out, QJsonObject{{QStringLiteral("message"), text}});
    else
        to.out << text.toStdString() << '\n';
    return Done;
}

int answer(const Options& options, const Surroundings& surroundings, const app::LoadedSettings& settings)
{
    if (!options.fault.isEmpty())
        return usage(options, surroundings, options.fault);
    const House house{
        app::codeRules(settings.values), app::shownRules(settings.values), app::Excluded(settings)};
    switch (options.command) {
    case Options::Command::Help:
        return tell(options, surroundings, helpText());
    case Options::Command::Version:
        return tell(options, surroundings, QStringLiteral("kortvakt-cli " KORTVAKT_VERSION));
    case Options::Command::List:
        return list(options, surroundings, house);
    case Options::Command::Show:
        return show(options, surroundings, house);
    case Options::Command::Export:
        return exportCertificate(options, surroundings, house);
    case Options::Command::ReportCard:
        return settings.values.diagnostics.allowCardReport ? reportCard(options, surroundings, house)
                                                           : hidden(options, surroundings, house);
    case Options::Command::Policy:
        return policy(options, surroundings, settings);
    case Options::Command::Watch:
    case Options::Command::Unlock:
    case Options::Command::Change:
    case Options::Command::Activate:
        break;
    }
    return setCodes(options, surroundings, house, now());
}

} // namespace

int runCli(const QStringList& arguments, const Surroundings& surroundings)
{
    const app::LoadedSettings settings = app::loadSettings(surroundings.places);
    ui::installLanguage(
        languageFrom(arguments, QString::fromStdString(app::nameOf(settings.values.general.language))),
        {QStringLiteral("cli")});
    const Options options = optionsFrom(arguments);
    tellUnreadPolicies(options, surroundings, settings);
    const bool watching = options.fault.isEmpty() && options.command == Options::Command::Watch;
    int code = Done;
    try {
        if (watching)
            return watch(options, surroundings, settings); // whose reader may go away at any time
        code = answer(options, surroundings, settings);
    } catch (const std::exception&) { // no memory, or no thread, which the system may limit
        code = failed(options, surroundings, ErrorId::Internal, ui::messageFor(ErrorId::Internal).oneLine());
    }
    surroundings.out.flush();
    return surroundings.out ? code : OtherFailure;
}

} // namespace kortvakt::cli
