// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/reader_view.h"

#include "app/cli/words.h"

#include <algorithm>

namespace kortvakt::cli {

namespace {

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

} // namespace

std::optional<ErrorId> troubleWith(const pcsc::Slot& slot)
{
    if (!slot.present)
        return ErrorId::NoCard;
    if (slot.mute)
        return ErrorId::CardMute;
    if (slot.exclusive)
        return ErrorId::CardBusy;
    return {};
}

std::vector<ReaderView> readAll(const std::vector<pcsc::Slot>& slots, Patience patience)
{
    std::vector<std::unique_ptr<Job>> jobs;
    for (const pcsc::Slot& slot : slots)
        jobs.push_back(troubleWith(slot) ? nullptr : startReading(slot.reader, patience));
    std::vector<ReaderView> views;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        ReaderView view{slots[i], troubleWith(slots[i]), {}, false};
        if (jobs[i]) {
            auto outcome = jobs[i]->outcome();
            view.card = std::move(outcome.card);
            if (outcome.error)
                view.state = outcome.error->id;
            else if (view.card)
                view.state = view.card->problem;
        }
        views.push_back(std::move(view));
    }
    return views;
}

std::variant<pcsc::Slot, NoCardChosen> chooseReader(const pcsc::Snapshot& snapshot, const QString& wanted)
{
    const auto fail = [](ErrorId id) { return NoCardChosen{id, ui::messageFor(id).oneLine()}; };
    if (snapshot.service)
        return fail(*snapshot.service);
    if (snapshot.slots.empty())
        return fail(ErrorId::NoReader);
    if (!wanted.isEmpty()) {
        const auto found = named(snapshot.slots, wanted);
        if (found.size() == 1)
            return found.front();
        if (found.empty())
            return NoCardChosen{ErrorId::NoReader,
                say(QT_TRANSLATE_NOOP("cli", "There is no reader of that name. The readers are:"))
                    + namesOf(snapshot.slots)};
        return NoCardChosen{{},
            say(QT_TRANSLATE_NOOP("cli", "Several readers are called that. Choose one with --reader:"))
                + namesOf(found)};
    }
    const auto full = those(snapshot.slots, [](const pcsc::Slot& slot) { return slot.present; });
    if (full.empty())
        return fail(ErrorId::NoCard);
    if (full.size() > 1)
        return NoCardChosen{{},
            say(QT_TRANSLATE_NOOP("cli", "There are several cards. Choose one with --reader:"))
                + namesOf(full)};
    return full.front();
}

} // namespace kortvakt::cli
