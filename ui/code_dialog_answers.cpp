// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code_dialog.h"

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
    if (task_.byPuk() && !answer.results.empty()) {
        const CodeResult& last = answer.results.back();
        if (last.kind == CodeResult::Kind::Wrong && last.triesLeft)
            setHeardTries(last.triesLeft);
        else if (last.kind == CodeResult::Kind::Accepted)
            setHeardTries({});
    }
    const CardKey key = task_.key;
    const CodeId code = task_.ids.front();
    const auto tries = heardTries_;
    Q_EMIT heard(key, code, tries);
}

void CodeDialog::told(const CodeAnswer& answer)
{
    results_ = answer.results;
    broken_ = answer.error;
    const CardInfo before = task_.card;
    const bool readAgain = answer.card && answer.card->complete && sameCard(*answer.card, before);
    const auto after = readAgain ? answer.card : std::nullopt;
    if (answer.results.empty()) {
        if (readAgain)
            task_.card = *after;
        if (readAgain && answer.error && answer.error->codeSent)
            return followUp(before);
        return brokeOff(answer.error.value_or(CardError(ErrorId::Internal, "no answer")));
    }
    const CodeResult& last = answer.results.back();
    const bool accepted = last.kind == CodeResult::Kind::Accepted;
    if (task_.ids.size() > 1 && (accepted || answer.results.size() > 1)) {
        if (readAgain)
            task_.card = *after;
        return activated(before, answer);
    }

    const Message message = resultMessage(task_.action.kind, task_.ids.front(), before, last, after);
    if (readAgain) {
        task_.card = *after;
        form_->setCard(task_.card);
    } else if (last.triesLeft) {
        task_.setTriesLeft(*last.triesLeft);
        form_->setCard(task_.card);
    }
    if (accepted)
        return showResult(message, Panel::Tone::Done);
    const bool locked = last.error == ErrorId::PukLocked || last.error == ErrorId::PinLocked;
    if (locked || last.kind == CodeResult::Kind::Blocked || last.kind == CodeResult::Kind::Unusable)
        return showResult(
            message, Panel::Tone::Failed, !task_.byPuk() && task_.canUnlock() ? Next::Unlock : Next::Nothing);
    if (last.codeSent)
        outcome_ = message;
    backToForm(message);
}

void CodeDialog::activated(const CardInfo& before, const CodeAnswer& answer)
{
    const bool sent = answer.error && answer.error->codeSent;
    const bool readAgain = answer.card && answer.card->complete && sameCard(*answer.card, before);
    QStringList lines;
    toChoose_.clear();
    for (std::size_t index = 0; index < task_.ids.size(); ++index) {
        const CodeObject* code = before.find(task_.ids[index]);
        if (!code)
            continue;
        auto result = index < answer.results.size() ? std::optional(answer.results[index]) : std::nullopt;
        Message why, doubt;
        if (sent && index == answer.results.size()) {
            const CodeObject* is = readAgain ? answer.card->find(code->id) : nullptr;
            const auto saved = is ? wasSaved(*code, *is) : std::nullopt;
            if (saved == true)
                result = CodeResult{CodeResult::Kind::Accepted, {}, {}, 0, true};
            else if (!saved)
                doubt = is ? followUpMessage(*code, *is) : breakdownMessage(*answer.error, true);
        }
        const bool accepted = result && result->kind == CodeResult::Kind::Accepted;
        if (result && !accepted)
            why = resultMessage(task_.action.kind, code->id, before, *result, answer.card);
        else if (!result && answer.error && !sent)
            why = breakdownMessage(*answer.error, true);
        lines << (doubt == Message() ? activationLine(code->role, result, why)
                                     : activationDoubt(code->role, doubt));
        if (!accepted)
            toChoose_.push_back(code->id);
    }
    const bool all = toChoose_.empty();
    unsure_ = sent && !readAgain;
    showResult({{}, activationHeading(all), lines.join(u'\n')}, all ? Panel::Tone::Done : Panel::Tone::Failed,
        sent && readAgain && !all ? Next::Again : Next::Nothing);
}

void CodeDialog::brokeOff(const CardError& error)
{
    const Message message = breakdownMessage(error, true);
    unsure_ = error.codeSent;
    if (!error.codeSent && (error.id == ErrorId::CardBusy || error.id == ErrorId::Cancelled))
        return backToForm(message);
    away_ = !error.codeSent && error.id == ErrorId::CardRemoved;
    showResult(message, Panel::Tone::Failed, error.codeSent || away_ ? Next::Nothing : Next::Again);
}

void CodeDialog::follow(const Overview& overview)
{
    if (phase_ == Phase::Sending)
        return; // the answer tells
    const ReaderRow* row = overview.find(task_.key);
    const bool gone = !row || row->problem == ErrorId::NoCard;
    if (phase_ != Phase::Result && overview.service) {
        left(messageFor(*overview.service, Facts{.nothingSent = !outcome_}));
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
        if (away_ && row.key.reader == task_.key.reader)
            showResult(breakdownMessage(CardError(ErrorId::CardSwapped, "the dialog was open"), true),
                Panel::Tone::Failed);
        return;
    }
    const CardInfo before = std::exchange(task_.card, *row.card);
    task_.key = row.key;
    stopped_ = false;
    if (std::exchange(away_, false))
        return showResult(outcome_.value_or(cardIsBack()), Panel::Tone::Quiet, Next::Again);
    followUp(before);
}

void CodeDialog::followUp(const CardInfo& before)
{
    unsure_ = false;
    if (task_.ids.size() > 1) {
        CodeAnswer answer;
        answer.results = results_;
        answer.error = broken_;
        answer.card = task_.card;
        return activated(before, answer);
    }
    const CodeObject *was = before.find(task_.ids.front()), *is = task_.card.find(task_.ids.front());
    if (!was || !is)
        return showResult(messageFor(ErrorId::Internal), Panel::Tone::Failed);
    const bool saved = wasSaved(*was, *is) == true;
    showResult(followUpMessage(*was, *is), saved ? Panel::Tone::Done : Panel::Tone::Attention,
        saved ? Next::Nothing : Next::Again);
}

} // namespace kortvakt::ui
