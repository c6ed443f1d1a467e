// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/code_outcome.h"

#include "ui/words/results.h"

#include <algorithm>

namespace kortvakt::ui {

namespace {

using Kind = CodeResult::Kind;
using Next = CodeOutcome::Next;
using Tone = Panel::Tone;

bool wasSent(const CodeAnswer& answer)
{
    return answer.error && answer.error->codeSent;
}

CodeOutcome broken(const CardError& error)
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

/** Of a code that was on its way when the conversation broke off. */
CodeOutcome unheard(const CodeTask& task, const CodeAnswer& answer, const std::optional<CardInfo>& now)
{
    const CodeId& id = task.ids.front();
    const CodeObject *was = task.card.find(id), *is = now->find(id);
    if (!was || !is)
        return broken(*answer.error);
    const auto seen = aftermathOf(task, answer, id, now);
    return {followUpMessage(presentedFor(task.action.kind), seen, *was, *is),
        seen.fresh == Aftermath::Fresh::Saved ? Tone::Done : Tone::Attention};
}

CodeOutcome answered(const CodeTask& task, const CodeAnswer& answer, const std::optional<CardInfo>& now)
{
    const CodeId& id = task.ids.front();
    const CodeResult& last = answer.results.back();
    const Message message =
        resultMessage(task.action.kind, id, task.card, last, now, aftermathOf(task, answer, id, now));
    if (last.kind == Kind::Accepted)
        return {message, Tone::Done};
    if (last.kind == Kind::Unusable)
        return {message};
    if (last.kind != Kind::Blocked && last.error != ErrorId::PukLocked && last.error != ErrorId::PinLocked)
        return {message, Tone::Failed, Next::Form};
    CodeTask left = task;
    left.card = {now.value_or(task.card), left.card.shown};
    return {message, Tone::Failed, !task.byPuk() && left.canUnlock() ? Next::Unlock : Next::Nothing};
}

/** A code of several, and whether it was set. */
struct Line {
    QString text;
    bool set = false;
};

Line unheardLine(const CodeTask& task, const CodeAnswer& answer, const CodeObject& code,
    const std::optional<CardInfo>& now)
{
    const CodeObject* const is = now ? now->find(code.id) : nullptr;
    if (!is)
        return {activationDoubt(code.role, breakdownMessage(*answer.error, true))};
    const auto what = presentedFor(task.action.kind);
    const auto seen = aftermathOf(task, answer, code.id, now);
    if (seen.fresh == Aftermath::Fresh::Saved)
        return {activationLine(code.role, CodeResult{Kind::Accepted, {}, {}, 0, true}, {}), true};
    if (seen.fresh == Aftermath::Fresh::NotSaved)
        return {activationLine(code.role, {}, {{}, attemptText(what, seen), {}})};
    return {activationDoubt(code.role, followUpMessage(what, seen, code, *is))};
}

Line lineFor(const CodeTask& task, const CodeAnswer& answer, std::size_t index, const CodeObject& code,
    const std::optional<CardInfo>& now)
{
    if (wasSent(answer) && index == answer.results.size())
        return unheardLine(task, answer, code, now);
    if (index >= answer.results.size()) {
        const bool why = answer.error && !wasSent(answer);
        return {activationLine(code.role, {}, why ? breakdownMessage(*answer.error, true) : Message())};
    }
    const CodeResult& result = answer.results[index];
    if (result.kind == Kind::Accepted)
        return {activationLine(code.role, result, {}), true};
    return {activationLine(code.role, result,
        resultMessage(
            task.action.kind, code.id, task.card, result, now, aftermathOf(task, answer, code.id, now)))};
}

CodeOutcome several(const CodeTask& task, const CodeAnswer& answer, const std::optional<CardInfo>& now)
{
    QStringList lines;
    bool all = true;
    for (std::size_t index = 0; index < task.ids.size(); ++index) {
        const CodeObject* code = task.card.find(task.ids[index]);
        if (!code)
            continue;
        const Line line = lineFor(task, answer, index, *code, now);
        lines << line.text;
        all = all && line.set;
    }
    return {{{}, activationHeading(all), lines.join(u'\n')}, all ? Tone::Done : Tone::Failed};
}

} // namespace

Aftermath aftermathOf(
    const CodeTask& task, const CodeAnswer& answer, const CodeId& id, const std::optional<CardInfo>& now)
{
    const CodeObject* const was = task.card.find(id);
    if (!was)
        return {};
    return kortvakt::aftermathOf(
        presentedFor(task.action.kind), answer.triesBefore, *was, now ? now->find(id) : nullptr);
}

CodeOutcome outcomeOf(const CodeTask& task, const CodeAnswer& answer, const std::optional<CardInfo>& now)
{
    const bool looked = wasSent(answer) && now;
    if (answer.results.empty() && !looked)
        return broken(answer.error.value_or(CardError(ErrorId::Internal, "no answer")));
    const bool begun =
        answer.results.empty() || answer.results.size() > 1 || answer.results.back().kind == Kind::Accepted;
    if (task.ids.size() > 1 && begun)
        return several(task, answer, now);
    return answer.results.empty() ? unheard(task, answer, now) : answered(task, answer, now);
}

} // namespace kortvakt::ui
