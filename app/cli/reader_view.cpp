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
    auto found =
        those(slots, [&](const pcsc::Slot& slot) { return QString::fromStdString(slot.reader) == wanted; });
    if (found.empty())
        found = those(slots, [&](const pcsc::Slot& slot) {
            return QString::fromStdString(slot.reader).contains(wanted, Qt::CaseInsensitive);
        });
    return found;
}

ReaderView driverless(const std::string& name)
{
    pcsc::Slot slot;
    slot.reader = name;
    return {slot, ErrorId::ReaderNoDriver, {}};
}

} // namespace

ui::Message stateMessage(ErrorId state, const House& house)
{
    return endedMessage(state, {.byPolicy = house.alone.readersByPolicy()});
}

ui::Message endedMessage(ErrorId state, const ui::Facts& facts)
{
    ui::Message message = ui::messageFor(state, facts);
    if (state == ErrorId::ServiceDown)
        message.body = say(QT_TRANSLATE_NOOP(
            "cli", "Start the service (on Linux: systemctl start pcscd.socket) or restart the computer."));
    return message;
}

std::optional<ErrorId> troubleWith(const pcsc::Slot& slot, const House& house)
{
    if (const auto alone = house.alone.why(slot.reader, slot.present ? View(slot.atr) : View()))
        return alone;
    if (!slot.present)
        return ErrorId::NoCard;
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
            seen.driverless = app::readersWithoutDriver(usb, !seen.snapshot.slots.empty());
        if (seen.driverless.empty() || std::chrono::steady_clock::now() >= deadline)
            return seen;
        std::this_thread::sleep_for(lookAgain);
    }
}

ui::Message messageFor(const ReaderView& view)
{
    ui::Facts facts = view.card ? ui::factsOf(*view.card) : ui::Facts();
    facts.name = printable(view.slot.reader);
    facts.byPolicy = view.byPolicy;
    return endedMessage(*view.state, facts);
}

std::vector<ReaderView> readAll(const Seen& seen, Patience patience, const House& house)
{
    auto views = readAll(seen.snapshot.slots, patience, house);
    for (const std::string& name : seen.driverless)
        views.push_back(driverless(name));
    return views;
}

std::vector<ReaderView> readAll(const std::vector<pcsc::Slot>& slots, Patience patience, const House& house)
{
    std::vector<std::unique_ptr<Job>> jobs;
    for (const pcsc::Slot& slot : slots)
        jobs.push_back(troubleWith(slot, house) ? nullptr : startReading(slot.reader, patience));
    std::vector<ReaderView> views;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        ReaderView view{slots[i], troubleWith(slots[i], house), {}, house.alone.readersByPolicy()};
        if (jobs[i]) {
            auto outcome = jobs[i]->outcome();
            view.card = std::move(outcome.card);
            if (view.card)
                view.card->rules = house.rules;
            if (outcome.error)
                view.state = outcome.error->id;
            else if (view.card)
                view.state = view.card->problem;
        }
        views.push_back(std::move(view));
    }
    return views;
}

std::variant<pcsc::Slot, NoCardChosen> chooseReader(
    const Seen& seen, const QString& wanted, const House& house)
{
    const pcsc::Snapshot& snapshot = seen.snapshot;
    const auto fail = [&](ErrorId id) { return NoCardChosen{id, stateMessage(id, house).oneLine()}; };
    if (snapshot.service)
        return fail(*snapshot.service);
    QString without; // what there is to say about readers without a driver
    for (const std::string& name : seen.driverless)
        without +=
            (without.isEmpty() ? QString() : QStringLiteral("\n")) + messageFor(driverless(name)).oneLine();
    if (snapshot.slots.empty())
        return without.isEmpty() ? fail(ErrorId::NoReader) : NoCardChosen{ErrorId::ReaderNoDriver, without};
    if (!wanted.isEmpty()) {
        const auto found = named(snapshot.slots, wanted);
        if (found.size() == 1)
            return found.front();
        const auto named = std::ranges::find_if(seen.driverless, [&](const std::string& name) {
            return QString::fromStdString(name).contains(wanted, Qt::CaseInsensitive);
        });
        if (found.empty() && named != seen.driverless.end())
            return NoCardChosen{ErrorId::ReaderNoDriver, messageFor(driverless(*named)).oneLine()};
        if (found.empty())
            return NoCardChosen{ErrorId::NoReader,
                say(QT_TRANSLATE_NOOP("cli", "There is no reader of that name. The readers are:"))
                    + namesOf(snapshot.slots)};
        return NoCardChosen{{},
            say(QT_TRANSLATE_NOOP("cli", "Several readers are called that. Choose one with --reader:"))
                + namesOf(found)};
    }
    const auto isFull = [](const pcsc::Slot& slot) { return slot.present; };
    const auto mayBeUsed = [&](const pcsc::Slot& slot) { return !house.alone.why(slot.reader, slot.atr); };
    const auto present = those(snapshot.slots, isFull);
    if (present.empty()) {
        NoCardChosen none = fail(ErrorId::NoCard);
        if (!without.isEmpty()) // the card may be in there
            none.message += u'\n' + without;
        return none;
    }
    const auto full = those(present, mayBeUsed);
    if (full.empty())
        return fail(*house.alone.why(present.front().reader, present.front().atr));
    if (full.size() > 1)
        return NoCardChosen{{},
            say(QT_TRANSLATE_NOOP("cli", "There are several cards. Choose one with --reader:"))
                + namesOf(full)};
    return full.front();
}

} // namespace kortvakt::cli
