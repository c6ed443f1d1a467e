// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/desk/desk.h"

#include "core/seen.h"

#include <algorithm>
#include <utility>

namespace kortvakt::app {

namespace {

/** How long the monitor may take to tell that a card was taken out. */
constexpr auto untilGone = std::chrono::seconds(1);

} // namespace

Desk::Desk(Patience patience, UsbBus bus)
    : patience_(patience)
    , mailbox_(std::make_shared<Mailbox>(*this))
    , unlisted_(std::move(bus), patience.untilUnlisted)
{
    connect(&unlisted_, &UnlistedReaders::changed, this, [this] {
        addUnlisted();
        Q_EMIT changed();
    });
    monitor_ = std::make_unique<pcsc::Monitor>([this, mailbox = mailbox_](pcsc::Snapshot snapshot) {
        mailbox->post([this, snapshot = std::move(snapshot)] { take(snapshot); });
    });
}

Desk::~Desk()
{
    *ended_ = true;
    mailbox_->close();
    monitor_.reset();
}

void Desk::obey(const LoadedSettings& settings)
{
    rules_ = codeRules(settings.values);
    shown_ = shownRules(settings.values);
    alone_ = Excluded(settings);
    reports_ = settings.values.diagnostics.allowCardReport;
    for (ui::ReaderRow& row : overview_.readers) {
        if (row.card && (row.card->rules != rules_ || row.card->shown != shown_)) {
            row.card = byRules(*row.card);
            touch(row);
        }
    }
    if (overview_.known)
        take(seen_);
}

void Desk::lookAgain()
{
    monitor_->retry();
}

void Desk::readAgain(const ui::CardKey& key)
{
    ui::ReaderRow* row = find(key);
    if (!row || row->reading || !row->holdsCard() || row->isLeftAlone() || waits(key))
        return;
    read(*row);
    Q_EMIT changed();
}

void Desk::setCodes(const ui::CardKey& key, Wish wish, ui::CodeListener listener)
{
    // Jobs are copied around until they run; what they hold may only be moved.
    struct Job {
        Wish wish;
        ui::CodeListener listener;
        With with;
        std::vector<CodeId> codes;
        Outcome outcome;
    };
    std::vector<CodeId> codes;
    for (const Fresh& fresh : wish.codes)
        codes.push_back(fresh.code);
    const With with = wish.with;
    const auto job =
        std::make_shared<Job>(Job{std::move(wish), std::move(listener), with, std::move(codes), {}});
    job->wish.expected.rules = rules_; // as they are now, and not when the dialog was opened
    const auto answer = [this, job, key] {
        haveSet(key, job->with, job->codes, job->outcome);
        job->listener.answered(std::move(job->outcome));
    };
    const ui::ReaderRow* row = find(key);
    if (!row || row->isLeftAlone()) {
        job->outcome.error = row ? CardError(*row->problem, "the card is left alone")
                                 : CardError(ErrorId::CardRemoved, "the card was gone before the job began");
        mailbox_->post(answer);
        return;
    }
    // The insertion that was shown: a card that comes in its place while the job waits gets no code.
    const bool begun = threads_.post(key.reader,
        [job, answer, reader = key.reader, mailbox = mailbox_, ended = ended_, events = events_[key.reader]] {
            const auto told = [&](Stage stage, const CardInfo*) {
                mailbox->post([job, stage] { job->listener.stage(stage); });
            };
            job->outcome =
                codeJob(reader, std::move(job->wish), told, events, {}, [ended] { return ended->load(); });
            mailbox->post(answer);
        });
    if (!begun) {
        job->outcome = notBegun();
        mailbox_->post(answer);
    }
}

void Desk::makeReport(const ui::CardKey& key, std::function<void(Outcome)> told)
{
    const auto refuse = [&](ErrorId why, const char* where) {
        Outcome outcome;
        outcome.error = CardError(why, where);
        told(std::move(outcome));
    };
    const ui::ReaderRow* row = find(key);
    if (!row)
        return refuse(ErrorId::CardRemoved, "the card was gone before the job began");
    if (row->isLeftAlone())
        return refuse(*row->problem, "the card is left alone");
    if (!reports_)
        return refuse(ErrorId::HiddenByPolicy, "card reports are turned off");
    const bool begun =
        threads_.post(key.reader, [reader = key.reader, told, mailbox = mailbox_, ended = ended_] {
            const auto outcome =
                std::make_shared<Outcome>(reportJob(reader, {}, [ended] { return ended->load(); }));
            mailbox->post([told, outcome] { told(std::move(*outcome)); });
        });
    if (!begun)
        told(notBegun());
}

void Desk::take(const pcsc::Snapshot& snapshot)
{
    seen_ = snapshot;
    ui::Overview now{true, snapshot.service, {}, snapshot.hangs, alone_.policyUnread()};
    std::vector<ui::CardKey> unread;
    events_.clear();
    for (const pcsc::Slot& slot : snapshot.slots) {
        bool mustRead = false;
        events_[slot.reader] = slot.events;
        now.readers.push_back(rowFor(slot, mustRead));
        if (mustRead)
            unread.push_back(now.readers.back().key);
    }
    overview_ = std::move(now);
    addUnlisted();
    if (!snapshot.service)
        unlisted_.look(!snapshot.slots.empty());
    for (const ui::CardKey& key : unread) {
        if (std::exchange(readings_[key.reader].stuck, false))
            threads_.renew(key.reader);
        read(*find(key));
    }
    Q_EMIT changed();
}

ui::ReaderRow Desk::rowFor(const pcsc::Slot& slot, bool& mustRead)
{
    const ui::CardKey key{slot.reader, slot.insertion};
    const ui::ReaderRow* before = find(key);
    const bool hadCard = before && before->holdsCard() && !before->isLeftAlone();
    ui::ReaderRow row;
    row.key = key;
    row.atr = slot.atr;
    row.revision = ++revision_;
    if (const auto why = alone_.why(slot.reader, slot.present ? View(slot.atr) : View())) {
        row.problem = why;
        row.byPolicy = alone_.readersByPolicy();
        readings_[slot.reader].job =
            ++lastJob_; // what a job that is under way will tell is not awaited any more
        timers_.erase(slot.reader);
        return before && before->problem == row.problem && before->byPolicy == row.byPolicy ? *before : row;
    }
    if (!slot.present) {
        const ErrorId empty = slot.failing ? ErrorId::ReaderFailing : ErrorId::NoCard;
        if (before && before->problem == empty)
            return *before;
        row.problem = empty;
        if (!slot.failing)
            hintWhenEmptyForLong(key);
        return row;
    }
    if (slot.mute) {
        row.problem = ErrorId::CardMute;
        return row;
    }
    if (hadCard && waits(key))
        return *before; // its job reads it as soon as the other program lets go
    const bool blocked = hadCard && !before->reading && !before->card
        && (before->problem == ErrorId::CardMute || before->problem == ErrorId::CardBusy);
    if (slot.exclusive && (!hadCard || blocked)) {
        row.problem = ErrorId::CardBusy;
        return row;
    }
    if (hadCard && !blocked)
        return *before;
    mustRead = true;
    return row;
}

void Desk::read(ui::ReaderRow& row)
{
    row.reading = true;
    row.problem.reset();
    row.card.reset();
    touch(row);
    const unsigned job = ++lastJob_;
    const ui::CardKey key = row.key;
    Reading& reading = readings_[key.reader];
    reading.job = job;
    reading.waiting = 0;
    reading.answered = false;
    expect(patience_.untilMute, key, ErrorId::CardMute);
    const bool begun = threads_.post(key.reader, [this, key, job, mailbox = mailbox_, ended = ended_] {
        const auto told = [&](Stage stage, const CardInfo* card) {
            mailbox->post([this, key, job, stage, soFar = card ? std::optional(*card) : std::nullopt] {
                staged(key, job, stage, soFar);
            });
        };
        const auto outcome =
            std::make_shared<Outcome>(readJob(key.reader, told, [ended] { return ended->load(); }));
        mailbox->post([this, key, job, outcome] { haveRead(key, job, *outcome); });
    });
    if (!begun)
        mailbox_->post([this, key, job] { haveRead(key, job, notBegun()); });
}

void Desk::staged(const ui::CardKey& key, unsigned job, Stage stage, const std::optional<CardInfo>& soFar)
{
    ui::ReaderRow* row = find(key);
    Reading& reading = readings_[key.reader];
    if (!row || reading.job != job)
        return;
    reading.stuck = false;
    reading.waiting = stage == Stage::Waiting ? key.insertion : 0;
    const bool toldMore = soFar.has_value() || row->problem.has_value();
    row->reading = true;
    row->problem.reset();
    if (soFar)
        row->card = byRules(*soFar);
    if (stage == Stage::Waiting)
        expect(patience_.untilBusy, key, ErrorId::CardBusy);
    else
        expect(patience_.untilMute, key, ErrorId::CardMute);
    if (!toldMore)
        return;
    touch(*row);
    Q_EMIT changed();
}

void Desk::haveRead(const ui::CardKey& key, unsigned job, const Outcome& outcome)
{
    ui::ReaderRow* row = find(key);
    Reading& reading = readings_[key.reader];
    if (!row || reading.job != job)
        return;
    timers_.erase(key.reader);
    reading.stuck = false;
    reading.waiting = 0;
    reading.answered = true;
    if (row->problem == ErrorId::NoCard)
        return;
    if (outcome.error
        && (outcome.error->id == ErrorId::NoCard || outcome.error->id == ErrorId::CardRemoved)) {
        // Either the monitor is about to tell that it left, or it is there and cannot be reached.
        row->reading = true;
        return expect(untilGone, key, ErrorId::CardMute);
    }
    row->reading = false;
    row->card.reset();
    if (outcome.card) {
        CardInfo card = *outcome.card;
        if (reading.known && reading.insertion == key.insertion)
            rememberSeen(card, *reading.known);
        show(*row, card);
    }
    row->problem.reset();
    if (outcome.error)
        row->problem = outcome.error->id;
    // pcsc-lite does not tell everybody that a program has the card for itself, nor that it let go of it.
    if (row->problem == ErrorId::CardBusy)
        later(key.reader, patience_.untilBusy, [this, key] {
            if (const ui::ReaderRow* busy = find(key); busy && busy->problem == ErrorId::CardBusy)
                readAgain(key);
        });
    touch(*row);
    Q_EMIT changed();
}

void Desk::haveSet(
    const ui::CardKey& key, With with, const std::vector<CodeId>& codes, const Outcome& outcome)
{
    Reading& reading = readings_[key.reader];
    if (reading.known && reading.insertion == key.insertion)
        rememberTries(*reading.known, with, codes, outcome);
    ui::ReaderRow* row = find(key);
    if (!row || row->problem == ErrorId::NoCard || row->isLeftAlone())
        return;
    if (outcome.card) {
        show(*row, *outcome.card);
        row->problem.reset();
        touch(*row);
    } else if (!row->reading && row->card) {
        read(*row); // what was known of the card may be wrong by now
    }
    Q_EMIT changed();
}

ui::ShownCard Desk::byRules(CardInfo card) const
{
    card.rules = rules_;
    return {std::move(card), shown_};
}

void Desk::show(ui::ReaderRow& row, const CardInfo& card)
{
    row.card = byRules(card);
    if (!card.complete)
        return;
    Reading& reading = readings_[row.key.reader];
    reading.known = card;
    reading.insertion = row.key.insertion;
}

bool Desk::waits(const ui::CardKey& key) const
{
    const auto reading = readings_.find(key.reader);
    return reading != readings_.end() && key.insertion != 0 && reading->second.waiting == key.insertion;
}

void Desk::expect(std::chrono::milliseconds atMost, const ui::CardKey& key, ErrorId otherwise)
{
    later(key.reader, atMost, [this, key, otherwise] {
        ui::ReaderRow* row = find(key);
        if (!row || !row->reading)
            return;
        Reading& reading = readings_[key.reader];
        reading.stuck = otherwise == ErrorId::CardMute && !reading.answered;
        monitor_->retry(); // is it the service that hangs?
        row->reading = false;
        row->problem = otherwise;
        touch(*row);
        Q_EMIT changed();
    });
}

void Desk::addUnlisted()
{
    std::erase_if(overview_.readers, [](const ui::ReaderRow& row) { return row.isUnlisted(); });
    if (!overview_.known || overview_.service)
        return;
    for (const UnlistedReader& reader : unlisted_.readers()) {
        if (alone_.why(reader.name, {}) == ErrorId::ReaderIgnored)
            continue; // nobody asks about it
        ui::ReaderRow row;
        row.key.reader = reader.name;
        row.problem = reader.why;
        row.holder = reader.holder;
        row.heldByKernel = reader.byKernel;
        overview_.readers.push_back(std::move(row));
    }
}

void Desk::hintWhenEmptyForLong(const ui::CardKey& key)
{
    later(key.reader, patience_.untilHint, [this, key] {
        ui::ReaderRow* row = find(key);
        if (!row || row->problem != ErrorId::NoCard)
            return;
        row->emptyForLong = true;
        touch(*row);
        Q_EMIT changed();
    });
}

void Desk::later(const std::string& reader, std::chrono::milliseconds when, std::function<void()> what)
{
    auto& timer = timers_[reader];
    if (!timer)
        timer = std::make_unique<QTimer>();
    timer->setSingleShot(true);
    timer->disconnect();
    timer->callOnTimeout(this, std::move(what));
    timer->start(when);
}

ui::ReaderRow* Desk::find(const ui::CardKey& key)
{
    const auto row = std::ranges::find(overview_.readers, key, &ui::ReaderRow::key);
    return row == overview_.readers.end() ? nullptr : &*row;
}

void Desk::touch(ui::ReaderRow& row)
{
    row.revision = ++revision_;
}

} // namespace kortvakt::app
