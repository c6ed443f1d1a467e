// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/code_dialog.h"

#include "ui/words/reader_words.h"
#include "ui/words/results.h"

/** What the code dialog makes of answers, and of cards that come and go while it is open. */
namespace kortvakt::ui {

namespace {

bool sameCard(const CardInfo& one, const CardInfo& other)
{
    return one.serial == other.serial && one.identity == other.identity;
}

} // namespace

void CodeDialog::haveAnswer(Outcome outcome)
{
    tell(outcome);
    if (phase_ == Phase::Form)
        form_->putBack(outcome.unused);
    Q_EMIT answered();
}

void CodeDialog::tell(const Outcome& outcome)
{
    Outcome seen{outcome.card, outcome.results, outcome.triesBefore, {}, outcome.error, false, {}};
    if (seen.card && !(seen.card->complete && sameCard(*seen.card, task_.card)))
        seen.card.reset();
    const CodeTold told = toldOf(task_, seen);
    unsure_ = !seen.card && seen.isUnheard();
    if (unsure_)
        unheard_ = {{}, seen.results, seen.triesBefore, {}, seen.error, false, {}};
    const bool broke = seen.results.empty() && seen.error && !seen.error->codeSent;
    const bool swapped = broke && seen.error->id == ErrorId::CardSwapped;
    const bool failed = broke && seen.error->id == ErrorId::ReaderFailing;
    away_ = swapped || failed || (broke && seen.error->id == ErrorId::CardRemoved);
    stopped_ = swapped || failed; // it may have been there all the time
    task_.learn(seen);
    if (told.next != CodeTold::Next::Form)
        return showResult(told.message, told.tone, told.next);
    form_->setCard(task_.card);
    if (!seen.results.empty() && seen.results.back().codeSent)
        outcome_ = told.message;
    backToForm(told.message);
}

void CodeDialog::follow(const Overview& overview)
{
    if (phase_ == Phase::Sending)
        return; // the answer tells
    const ReaderRow* row = overview.find(task_.key);
    const bool failing = row && row->problem == ErrorId::ReaderFailing;
    const bool gone = !row || row->problem == ErrorId::NoCard;
    if (phase_ != Phase::Result && overview.service) {
        left(serviceMessage(overview, !outcome_));
        stopped_ = true;
    } else if (phase_ != Phase::Result && failing) {
        left(messageFor(ErrorId::ReaderFailing, Facts{.nothingSent = !outcome_}));
        stopped_ = true;
    } else if (phase_ != Phase::Result && gone) {
        left(outcome_.value_or(
            breakdownMessage(CardError(ErrorId::CardRemoved, "the dialog was open"), true)));
    }
    if (unsure_ || away_) {
        for (const ReaderRow& other : overview.readers) {
            if (other.card && other.card->complete && !other.reading && (stopped_ || other.key != task_.key))
                cardCame(other);
        }
    } else if (row && row->card && row->card->complete && !row->reading && phase_ == Phase::Form
        && sameCard(*row->card, task_.card)
        && (row->card->codes != task_.card.codes || row->card->rules != task_.card.rules)) {
        task_.card = *row->card;
        form_->setCard(task_.card);
    }
}

void CodeDialog::left(const Message& why)
{
    away_ = true;
    showResult(why, Panel::Tone::Failed);
}

void CodeDialog::cardCame(const ReaderRow& row)
{
    if (!sameCard(*row.card, task_.card)) {
        const Message swapped =
            breakdownMessage(CardError(ErrorId::CardSwapped, "the dialog was open"), true);
        if (away_ && row.key.reader == task_.key.reader && shown_ != swapped)
            showResult(swapped, Panel::Tone::Failed);
        return;
    }
    task_.key = row.key;
    stopped_ = false;
    if (!std::exchange(away_, false))
        return followUp(*row.card);
    task_.card = *row.card;
    showResult(outcome_.value_or(cardIsBack()), Panel::Tone::Quiet, CodeTold::Next::Again);
}

void CodeDialog::followUp(const CardInfo& now)
{
    Outcome outcome = std::exchange(unheard_, {});
    outcome.card = now;
    settle(outcome, task_.card, presentedFor(task_.action.kind), task_.ids);
    tell(outcome);
    Q_EMIT answered();
}

} // namespace kortvakt::ui
