// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/run_cli.h"

#include "app/cli/as_json.h"
#include "app/cli/as_text.h"
#include "app/cli/code_commands.h"
#include "app/cli/options.h"
#include "app/cli/policy_command.h"
#include "app/cli/watch.h"
#include "app/cli/words.h"
#include "ui/language.h"

#include <algorithm>

#include <unistd.h>

namespace kortvakt::cli {

namespace {

std::chrono::sys_seconds now()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

int usage(const Surroundings& to, const QString& why)
{
    to.err << why.toStdString() << '\n'
           << say(QT_TRANSLATE_NOOP("cli", "See “kortvakt-cli --help”.")).toStdString() << '\n';
    return Usage;
}

int noCard(const Surroundings& to, const NoCardChosen& why)
{
    if (!why.error)
        return usage(to, why.message);
    to.err << why.message.toStdString() << '\n';
    return exitCodeFor(*why.error);
}

int list(const Options& options, const Surroundings& to, const House& house)
{
    const Seen seen = lookAround(to.usb, to.patience);
    const auto readers = readAll(seen, to.patience, house);
    if (options.json)
        write(to.out, overviewJson(seen.snapshot.service, readers, now()));
    else
        to.out << listText(seen.snapshot, readers).toStdString();
    if (seen.snapshot.service)
        return exitCodeFor(*seen.snapshot.service);
    const bool empty = std::all_of(readers.begin(), readers.end(),
        [](const ReaderView& reader) { return reader.state && exitCodeFor(*reader.state) == NothingThere; });
    return empty ? NothingThere : Done;
}

int show(const Options& options, const Surroundings& to, const House& house)
{
    const Seen seen = lookAround(to.usb, to.patience);
    const auto chosen = chooseReader(seen, options.reader, house);
    if (const auto* const why = std::get_if<NoCardChosen>(&chosen)) {
        if (options.json && why->error)
            write(to.out,
                overviewJson(seen.snapshot.service,
                    why->error != ErrorId::NoReader ? readAll(seen, to.patience, house)
                                                    : std::vector<ReaderView>(),
                    now()));
        return noCard(to, *why);
    }
    const auto reader = readAll({std::get<pcsc::Slot>(chosen)}, to.patience, house).front();
    if (options.json)
        write(to.out, overviewJson({}, {reader}, now()));
    else
        to.out << showText(reader, now()).toStdString();
    return reader.state ? exitCodeFor(*reader.state) : Done;
}

/** What is turned off is told like any other failure. */
int hidden(const Surroundings& to, const House& house)
{
    const ErrorId why = house.alone.policyUnread() ? ErrorId::PolicyUnread : ErrorId::HiddenByPolicy;
    ui::Facts facts;
    facts.name = QString::fromStdString(house.rules.contact);
    to.err << ui::messageFor(why, facts).oneLine().toStdString() << '\n';
    return exitCodeFor(why);
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

int exportCertificate(const Options& options, const Surroundings& to, const House& house)
{
    if (!house.rules.exportCertificates)
        return hidden(to, house);
    if (options.der && to.output >= 0 && isatty(to.output))
        return usage(to, say(QT_TRANSLATE_NOOP("cli", "DER is not text: send it to a file with “>”.")));
    const auto chosen = chooseReader(lookAround(to.usb, to.patience), options.reader, house);
    if (const auto* const why = std::get_if<NoCardChosen>(&chosen))
        return noCard(to, *why);
    const auto reader = readAll({std::get<pcsc::Slot>(chosen)}, to.patience, house).front();
    const auto number = options.operand.toUInt();
    if (!reader.card || number < 1 || number > reader.card->certificates.size()) {
        to.err << (reader.state
                ? messageFor(reader).oneLine()
                : say(QT_TRANSLATE_NOOP("cli", "The card has no certificate of that number.")))
                      .toStdString()
               << '\n';
        return reader.state ? exitCodeFor(*reader.state) : NotOnThisCard;
    }
    const CertificateInfo& certificate = reader.card->certificates[number - 1];
    if (options.der)
        to.out.write(reinterpret_cast<const char*>(certificate.der.data()),
            static_cast<std::streamsize>(certificate.der.size()));
    else
        to.out << toPem(certificate);
    return Done;
}

int reportCard(const Options& options, const Surroundings& to, const House& house)
{
    const auto chosen = chooseReader(lookAround(to.usb, to.patience), options.reader, house);
    if (const auto* const why = std::get_if<NoCardChosen>(&chosen))
        return noCard(to, *why);
    const auto& slot = std::get<pcsc::Slot>(chosen);
    app::JobOutcome outcome;
    if (const auto trouble = troubleWith(slot, house))
        outcome.error.emplace(*trouble, "looking at the reader");
    else
        outcome = startReport(slot.reader, to.patience)->outcome();
    // What was heard before it broke off is just what a maintainer needs.
    if (!outcome.error || !outcome.report.empty()) {
        if (options.json)
            write(to.out, cardReportJson(slot, outcome.report));
        else
            to.out << cardReportText(slot, outcome.report).toStdString();
    }
    if (!outcome.error)
        return Done;
    to.err << ui::breakdownMessage(*outcome.error, false).oneLine().toStdString() << '\n';
    return exitCodeFor(outcome.error->id);
}

int answer(const Options& options, const Surroundings& surroundings, const app::LoadedSettings& settings)
{
    if (!options.fault.isEmpty())
        return usage(surroundings, options.fault);
    const House house{app::houseRules(settings.values), app::LeftAlone(settings)};
    switch (options.command) {
    case Options::Command::Help:
        surroundings.out << helpText().toStdString() << '\n';
        return Done;
    case Options::Command::Version:
        surroundings.out << "kortvakt-cli " KORTVAKT_VERSION "\n";
        return Done;
    case Options::Command::List:
        return list(options, surroundings, house);
    case Options::Command::Show:
        return show(options, surroundings, house);
    case Options::Command::Export:
        return exportCertificate(options, surroundings, house);
    case Options::Command::ReportCard:
        return settings.values.diagnostics.allowCardReport ? reportCard(options, surroundings, house)
                                                           : hidden(surroundings, house);
    case Options::Command::Policy:
        // In the language that was asked for: complaints are worded as they are found.
        return policy(options, surroundings, app::loadSettings(surroundings.places));
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
        languageFrom(arguments, ui::nameOf(settings.values.general.language)), {QStringLiteral("cli")});
    const Options options = optionsFrom(arguments);
    tellUnreadPolicies(options, surroundings, settings);
    if (options.fault.isEmpty() && options.command == Options::Command::Watch)
        return watch(options, surroundings, settings); // whose reader may go away at any time
    const int code = answer(options, surroundings, settings);
    surroundings.out.flush();
    return surroundings.out ? code : OtherFailure;
}

} // namespace kortvakt::cli
