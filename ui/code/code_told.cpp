// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/code_told.h"

#include "ui/words/results.h"

namespace kortvakt::ui {

namespace {

using Kind = CodeOutcome::Kind;
using Next = CodeTold::Next;
using Tone = Panel::Tone;

CodeTold broken(const CardError& error)
{
    // The right card must be there first.
    const bool gone = error.id == ErrorId::CardRemoved || error.id == ErrorId::CardSwapped
        || error.id == ErrorId::ReaderFailing;
    const bool again = !error.codeSent && !gone;
    const bool back = !error.codeSent && (error.id == ErrorId::CardBusy || error.id == ErrorId::Cancelled);
    return {breakdownMessage(error, true), Tone::Failed,
        back        ? Next::Form
            : again ? Next::Again
                    : Next::Nothing};
}

/** A code that was on its way when the conversation broke off. */
CodeTold inDoubt(const CodeTask& task, const Outcome& outcome, const CodeOutcome& one)
{
    const CodeObject *was = task.card.find(one.code), *is = outcome.card->find(one.code);
    if (!was || !is)
        return broken(*outcome.error);
    return {followUpMessage(presentedFor(task.action.kind), one.seen, *was, *is),
        one.saved() == true ? Tone::Done : Tone::Attention};
}

CodeTold answered(const CodeTask& task, const Outcome& outcome, const CodeOutcome& one)
{
    const CodeResult& last = *one.result;
    const Message message =
        resultMessage(task.action.kind, one.code, task.card, last, outcome.card, one.seen);
    if (last.kind == CodeResult::Kind::Accepted)
        return {message, Tone::Done};
    if (last.kind == CodeResult::Kind::Unusable)
        return {message};
    if (last.kind != CodeResult::Kind::Blocked && last.error != ErrorId::PukLocked
        && last.error != ErrorId::PinLocked)
        return {message, Tone::Failed, Next::Form};
    Task left = task;
    left.card = outcome.card.value_or(task.card);
    return {message, Tone::Failed, !task.byPuk() && left.canUnlock() ? Next::Unlock : Next::Nothing};
}

/** A line for a code of several. */
QString lineFor(const CodeTask& task, const Outcome& outcome, const CodeOutcome& one)
{
    const CodeObject& code = *task.card.find(one.code);
    const With with = presentedFor(task.action.kind);
    if (one.saved() == true)
        return activationLine(code.role, CodeResult{CodeResult::Kind::Accepted, {}, {}, 0, true}, {});
    if (one.kind == Kind::Answered)
        return activationLine(code.role, one.result,
            resultMessage(task.action.kind, one.code, task.card, *one.result, outcome.card, one.seen));
    if (one.kind != Kind::InDoubt) {
        const bool why = outcome.error && !outcome.error->codeSent;
        return activationLine(code.role, {}, why ? breakdownMessage(*outcome.error, true) : Message());
    }
    const CodeObject* const is = outcome.card ? outcome.card->find(one.code) : nullptr;
    if (!is)
        return activationDoubt(code.role, breakdownMessage(*outcome.error, true));
    if (one.saved() == false)
        return activationLine(code.role, {}, {{}, attemptText(with, one.seen), {}});
    return activationDoubt(code.role, followUpMessage(with, one.seen, code, *is));
}

CodeTold several(const CodeTask& task, const Outcome& outcome)
{
    QStringList lines;
    bool all = true;
    for (const CodeOutcome& one : outcomesOf(task, outcome)) {
        if (!task.card.find(one.code))
            continue;
        lines << lineFor(task, outcome, one);
        all = all && one.saved() == true;
    }
    return {{{}, activationHeading(all), lines.join(u'\n')}, all ? Tone::Done : Tone::Failed};
}

} // namespace

CodeTold toldOf(const CodeTask& task, const Outcome& outcome)
{
    const bool looked = outcome.isUnheard() && outcome.card;
    if (outcome.results.empty() && !looked)
        return broken(outcome.error.value_or(CardError(ErrorId::Internal, "no answer")));
    const bool begun = outcome.results.empty() || outcome.results.size() > 1
        || outcome.results.back().kind == CodeResult::Kind::Accepted;
    if (task.ids.size() > 1 && begun)
        return several(task, outcome);
    const CodeOutcome one = outcomesOf(task, outcome).front();
    return one.result ? answered(task, outcome, one) : inDoubt(task, outcome, one);
}

} // namespace kortvakt::ui
