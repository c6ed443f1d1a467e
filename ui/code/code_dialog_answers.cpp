// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/code_dialog.h"

#include "ui/words/reader_words.h"
#include "ui/words/results.h"

#include <algorithm>

/** What the code dialog makes of answers, and of cards that come and go while it is open. */
namespace kortvakt::ui {

namespace {

bool sameCard(const CardInfo& one, const CardInfo& other)
{
    return one.serial == other.serial && one.identity == other.identity;
}

} // namespace

void CodeDialog::answered(CodeAnswer answer)
{
    hear(answer);
    told(answer);
    if (phase_ == Phase::Form)
        form_->putBack(answer.unused);
}

void CodeDialog::hear(const CodeAnswer& answer)
{
    const bool sent = (answer.error && answer.error->codeSent)
        || std::ranges::any_of(answer.results, &CodeResult::codeSent);
    if (task_.byPuk() && sent) {
        const CodeResult* last = answer.error || answer.results.empty() ? nullptr : &answer.results.back();
        // What an earlier answer told is too much by now, or too little.
        setHeardTries(last && last->kind == CodeResult::Kind::Wrong ? last->triesLeft : std::optional<int>());
    }
    const CardKey key = task_.key;
    const CodeId code = task_.ids.front();
    const auto tries = heardTries_;
    Q_EMIT heard(key, code, tries);
}

void CodeDialog::told(const CodeAnswer& answer)
{
    const bool readAgain = answer.card && answer.card->complete && sameCard(*answer.card, task_.card);
    const auto now = readAgain ? answer.card : std::nullopt;
    const CodeOutcome outcome = outcomeOf(task_, answer, now);
    unsure_ = !readAgain && answer.error && answer.error->codeSent;
    if (unsure_)
        unheard_ = {answer.results, answer.error, {}, answer.triesBefore, {}};
    const bool broke = answer.results.empty() && answer.error && !answer.error->codeSent;
    const bool swapped = broke && answer.error->id == ErrorId::CardSwapped;
    const bool failed = broke && answer.error->id == ErrorId::ReaderFailing;
    away_ = swapped || failed || (broke && answer.error->id == ErrorId::CardRemoved);
    stopped_ = swapped || failed; // it may have been there all the time
    const auto tries = answer.results.empty() ? std::nullopt : answer.results.back().triesLeft;
    if (readAgain)
        task_.card = {*now, task_.card.shown};
    else if (tries)
        task_.setTriesLeft(*tries);
    if (outcome.next != CodeOutcome::Next::Form)
        return showResult(outcome.message, outcome.tone, outcome.next);
    form_->setCard(task_.card);
    if (!answer.results.empty() && answer.results.back().codeSent)
        outcome_ = outcome.message;
    backToForm(outcome.message);
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
        && (row->card->codes != task_.card.codes || row->card->rules != task_.card.rules
            || row->card->shown != task_.card.shown)) {
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
    showResult(outcome_.value_or(cardIsBack()), Panel::Tone::Quiet, CodeOutcome::Next::Again);
}

void CodeDialog::followUp(const CardInfo& now)
{
    CodeAnswer answer = std::exchange(unheard_, {});
    answer.card = now;
    if (answer.results.size() < task_.ids.size()) {
        const auto seen = aftermathOf(task_, answer, task_.ids[answer.results.size()], now);
        settle(presentedFor(task_.action.kind), seen, answer.results, answer.error);
    }
    hear(answer);
    told(answer);
}

} // namespace kortvakt::ui
