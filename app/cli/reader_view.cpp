// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/reader_view.h"

#include "app/cli/words.h"

#include <algorithm>
#include <thread>

namespace kortvakt::cli {

namespace {

constexpr std::chrono::milliseconds lookAgain(200); // while a reader is being started

QString namesOf(const std::vector<pcsc::Slot>& slots)
{
    QString names;
    for (const pcsc::Slot& slot : slots)
        names += QStringLiteral("\n  ") + printable(slot.reader);
    return names;
}

template <typename Wanted>
std::vector<pcsc::Slot> those(const std::vector<pcsc::Slot>& slots, Wanted wanted)
{
    std::vector<pcsc::Slot> found;
    std::copy_if(slots.begin(), slots.end(), std::back_inserter(found), wanted);
    return found;
}

std::vector<pcsc::Slot> named(const std::vector<pcsc::Slot>& slots, const QString& wanted)
{
    // As it is shown: what nobody sees in a name, nobody can write.
    auto found = those(slots, [&](const pcsc::Slot& slot) { return printable(slot.reader) == wanted; });
    if (found.empty())
        found = those(slots, [&](const pcsc::Slot& slot) {
            return printable(slot.reader).contains(wanted, Qt::CaseInsensitive);
        });
    return found;
}

/** The readers that the service does not list, without those that are left alone. */
std::vector<app::UnlistedReader> askedAbout(const Seen& seen, const House& house)
{
    auto readers = seen.unlisted;
    std::erase_if(readers, [&](const app::UnlistedReader& reader) {
        return house.alone.why(reader.name, {}) == ErrorId::ReaderIgnored;
    });
    return readers;
}

ui::ReaderRow rowFor(const app::UnlistedReader& reader)
{
    ui::ReaderRow row;
    row.key.reader = reader.name;
    row.problem = reader.why;
    row.holder = reader.holder;
    row.heldByKernel = reader.byKernel;
    return row;
}

/** A reader by its looks alone. */
ui::ReaderRow rowFor(const pcsc::Slot& slot, const House& house)
{
    ui::ReaderRow row;
    row.key.reader = slot.reader;
    row.atr = slot.atr;
    row.problem = troubleWith(slot, house);
    row.byPolicy = house.alone.readersByPolicy();
    return row;
}

} // namespace

ui::Message stateMessage(ErrorId state, const House& house)
{
    return endedMessage(state, {.byPolicy = house.alone.readersByPolicy()});
}

ui::Message endedMessage(ErrorId state, const ui::Facts& facts)
{
    ui::Message message = ui::messageFor(state, facts);
    if (state == ErrorId::ServiceDown && facts.hangs)
        message.body = Cli::tr("It runs and has probably hung: restart it (on Linux: systemctl restart "
                               "pcscd.service) or restart the computer.");
    else if (state == ErrorId::ServiceDown)
        message.body =
            Cli::tr("Start the service (on Linux: systemctl start pcscd.socket) or restart the computer.");
    else if (state == ErrorId::AccessDenied)
        message.body =
            Cli::tr("You may be connected remotely, or someone else may be logged in at the computer. Log in "
                    "at the computer itself and run the command again. An administrator may allow it: polkit "
                    "decides, by org.debian.pcsc-lite.access_pcsc and access_card.");
    return message;
}

ui::Message serviceMessage(const pcsc::Snapshot& snapshot)
{
    return endedMessage(*snapshot.service, {.hangs = snapshot.hangs});
}

std::optional<ErrorId> troubleWith(const pcsc::Slot& slot, const House& house)
{
    const auto alone = house.alone.why(slot.reader, slot.present ? View(slot.atr) : View());
    if (alone == ErrorId::ReaderIgnored)
        return alone;
    if (slot.failing)
        return ErrorId::ReaderFailing;
    if (!slot.present)
        return ErrorId::NoCard;
    if (alone)
        return alone;
    if (slot.mute)
        return ErrorId::CardMute;
    if (slot.exclusive)
        return ErrorId::CardBusy;
    return {};
}

Seen lookAround(const app::UsbBus& usb, Patience patience)
{
    const auto deadline = std::chrono::steady_clock::now() + patience.driver;
    for (;;) {
        Seen seen{pcsc::look(), {}};
        if (!seen.snapshot.service)
            seen.unlisted = app::unlistedReaders(usb, !seen.snapshot.slots.empty());
        if (seen.unlisted.empty() || std::chrono::steady_clock::now() >= deadline)
            return seen;
        std::this_thread::sleep_for(lookAgain);
    }
}

ui::Message messageFor(const ui::ReaderRow& row)
{
    ui::Facts facts = row.card ? ui::factsOf(*row.card) : ui::Facts();
    facts.name = printable(row.key.reader);
    facts.holder = printable(row.holder);
    facts.heldByKernel = row.heldByKernel;
    facts.hangs = row.serviceHangs;
    facts.byPolicy = row.byPolicy;
    return endedMessage(*ui::problemOf(row), facts);
}

std::vector<ui::ReaderRow> readAll(const Seen& seen, Patience patience, const House& house)
{
    auto rows = readAll(seen.snapshot.slots, patience, house);
    for (const app::UnlistedReader& reader : askedAbout(seen, house))
        rows.push_back(rowFor(reader));
    return rows;
}

std::vector<ui::ReaderRow> readAll(
    const std::vector<pcsc::Slot>& slots, Patience patience, const House& house)
{
    std::vector<std::unique_ptr<Job>> jobs;
    for (const pcsc::Slot& slot : slots)
        jobs.push_back(troubleWith(slot, house) ? nullptr : startReading(slot.reader, patience));
    std::vector<ui::ReaderRow> rows;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        ui::ReaderRow row = rowFor(slots[i], house);
        if (jobs[i]) {
            auto outcome = jobs[i]->outcome();
            row.serviceHangs = outcome.serviceHangs;
            if (outcome.card)
                row.card = house.byRules(std::move(*outcome.card));
            if (outcome.error)
                row.problem = outcome.error->id;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

namespace {

NoCardChosen noneOf(const ui::ReaderRow& row)
{
    return {row.problem, messageFor(row).oneLine()};
}

/** Among what could be meant: one, or why there is no one. */
std::variant<pcsc::Slot, NoCardChosen> chooseNamed(const Seen& seen, const QString& wanted)
{
    const auto& slots = seen.snapshot.slots;
    const auto found = named(slots, wanted);
    if (found.size() == 1)
        return found.front();
    const auto unlisted = std::ranges::find_if(seen.unlisted, [&](const app::UnlistedReader& reader) {
        return printable(reader.name).contains(wanted, Qt::CaseInsensitive);
    });
    if (found.empty() && unlisted != seen.unlisted.end())
        return noneOf(rowFor(*unlisted));
    if (found.empty())
        return NoCardChosen{
            ErrorId::NoReader, Cli::tr("There is no reader of that name. The readers are:") + namesOf(slots)};
    return NoCardChosen{
        {}, Cli::tr("Several readers are called that. Choose one with --reader:") + namesOf(found)};
}

/** Why there is no card: what is wrong with a reader comes first, since the card may be in there. */
NoCardChosen whyNoCard(const Seen& seen, const House& house)
{
    std::vector<ui::ReaderRow> troubled;
    for (const pcsc::Slot& slot : seen.snapshot.slots) {
        ui::ReaderRow row = rowFor(slot, house);
        if (row.problem == ErrorId::ReaderFailing)
            troubled.push_back(std::move(row));
    }
    for (const app::UnlistedReader& reader : askedAbout(seen, house))
        troubled.push_back(rowFor(reader));
    NoCardChosen none;
    if (!seen.snapshot.slots.empty()
        && (troubled.empty() || troubled.front().problem != ErrorId::ReaderFailing))
        none = {ErrorId::NoCard, stateMessage(ErrorId::NoCard, house).oneLine()};
    else if (troubled.empty())
        none = {ErrorId::NoReader, stateMessage(ErrorId::NoReader, house).oneLine()};
    for (const ui::ReaderRow& row : troubled) {
        const NoCardChosen one = noneOf(row);
        if (!none.error)
            none.error = one.error;
        none.message += (none.message.isEmpty() ? QString() : QStringLiteral("\n")) + one.message;
    }
    return none;
}

} // namespace

std::variant<pcsc::Slot, NoCardChosen> chooseReader(
    const Seen& seen, const QString& wanted, const House& house)
{
    const pcsc::Snapshot& snapshot = seen.snapshot;
    if (snapshot.service)
        return NoCardChosen{snapshot.service, serviceMessage(snapshot).oneLine()};
    if (!wanted.isEmpty() && !snapshot.slots.empty())
        return chooseNamed(seen, wanted);
    const auto present = those(snapshot.slots, [](const pcsc::Slot& slot) { return slot.present; });
    if (present.empty())
        return whyNoCard(seen, house);
    auto full =
        those(present, [&](const pcsc::Slot& slot) { return !house.alone.why(slot.reader, slot.atr); });
    if (full.empty()) {
        const ErrorId why = *house.alone.why(present.front().reader, present.front().atr);
        return NoCardChosen{why, stateMessage(why, house).oneLine()};
    }
    // What never answers may be no card, such as a reader's inner slot: another card is the one that is
    // meant.
    const auto answering = those(full, [](const pcsc::Slot& slot) { return !slot.mute; });
    if (!answering.empty())
        full = answering;
    if (full.size() > 1)
        return NoCardChosen{
            {}, Cli::tr("There are several cards. Choose one with --reader:") + namesOf(full)};
    return full.front();
}

} // namespace kortvakt::cli
