// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/wish.h"

#include <algorithm>
#include <utility>

namespace kortvakt {

namespace {

constexpr int usualPukDigits = 8, usualPinDigits = 6;

bool looksLikePuk(const CodeObject& code, int digits)
{
    if (!code.puk || digits == usualPinDigits)
        return false;
    return code.puk->lengthNarrowed ? code.puk->format.fits(static_cast<std::size_t>(digits))
                                    : digits == usualPukDigits;
}

std::pair<int, int> carelessness(const CodeObject* code)
{
    const auto tries = code->puk ? code->puk->triesLeft : std::nullopt;
    return tries ? std::pair(*tries, 0) : std::pair(1, 1);
}

std::optional<int> triesOf(With with, const CodeObject& code)
{
    if (with == With::OldCode)
        return code.triesLeft;
    return code.puk ? code.puk->triesLeft : std::nullopt;
}

/** An answer told how many tries are left: it is so for all codes that the same one is typed for. Cards that
 * do not tell by themselves still do not. */
void setTries(CardInfo& card, With with, const CodeId& id, int tries)
{
    const auto* own = card.find(id);
    if (own == nullptr)
        return;
    const CodeObject& typed = *own;
    for (CodeObject& code : card.codes) {
        if (with == With::Puk ? !samePuk(code, typed) : code.id != typed.id)
            continue;
        auto& known = with == With::Puk ? code.puk->triesLeft : code.triesLeft; // the same PUK: there is one
        if (!known)
            continue;
        known = tries;
        if (with == With::OldCode && tries == 1)
            code.state = CodeState::LastTry;
    }
}

/** What is told of a code whose turn came when @p outcome was as it is. */
CodeOutcome::Kind kindOf(std::size_t index, const Outcome& outcome)
{
    using enum CodeOutcome::Kind;
    if (index < outcome.results.size())
        return Answered;
    const bool stopped =
        !outcome.results.empty() && outcome.results.back().kind != CodeResult::Kind::Accepted;
    if (index > outcome.results.size() || stopped || !outcome.error)
        return NotTried;
    return outcome.error->codeSent ? InDoubt : BrokeOff;
}

} // namespace

With presentedFor(Action::Kind kind)
{
    return kind == Action::Kind::Change ? With::OldCode : With::Puk;
}

Task::Task(CardInfo shown, Action wanted)
    : card(std::move(shown))
    , action(std::move(wanted))
    , ids(action.kind == Action::Kind::Activate ? codesToActivate(card) : std::vector{action.code})
{
}

std::vector<const CodeObject*> Task::codes() const
{
    std::vector<const CodeObject*> found;
    for (const CodeId& id : ids)
        if (const auto* code = card.find(id))
            found.push_back(code);
    return found;
}

CodeRole Task::role() const
{
    const auto all = codes();
    return all.size() == 1 ? all.front()->role : CodeRole::Other;
}

const CodeObject* Task::typedFor() const
{
    const auto all = codes();
    return all.empty() ? nullptr : *std::ranges::min_element(all, {}, carelessness);
}

CodeFormat Task::presentedFormat() const
{
    const auto* code = typedFor();
    if (code == nullptr)
        return {};
    return byPuk() && code->puk ? code->puk->format : code->format;
}

std::optional<int> Task::usualDigits() const
{
    const auto* code = typedFor();
    if (code == nullptr)
        return {};
    if (!byPuk())
        return holdsActivationPin(card, *code) ? std::optional(card.profile->activationDigits) : std::nullopt;
    const bool fixed = code->puk && code->puk->lengthNarrowed;
    return fixed ? std::nullopt : std::optional(usualPukDigits);
}

std::optional<int> Task::triesLeft() const
{
    const auto* code = typedFor();
    return code == nullptr ? std::nullopt : triesOf(presentedFor(action.kind), *code);
}

std::optional<int> Task::heardTries() const
{
    const auto* code = typedFor();
    return byPuk() && code != nullptr && code->puk ? code->puk->heardTries : std::nullopt;
}

bool Task::delivered() const
{
    const auto all = codes();
    return action.kind == Action::Kind::Change && all.size() == 1 && all.front()->deliveryCode;
}

bool Task::activationPin() const
{
    return delivered() && holdsActivationPin(card, *codes().front());
}

bool Task::canUnlock() const
{
    return std::ranges::any_of(actionsFor(card), [this](const Action& one) {
        return one.kind == Action::Kind::Unlock && one.code == action.code && !one.unavailable;
    });
}

const CodeObject* Task::lockedInstead() const
{
    if (action.kind == Action::Kind::Activate)
        return nullptr;
    const auto isMeant = [](const CodeObject* code) {
        return code->state == CodeState::Locked || code->state == CodeState::LockedOrNeverSet;
    };
    if (std::ranges::any_of(codes(), isMeant))
        return nullptr;
    for (const auto state : {CodeState::Locked, CodeState::LockedOrNeverSet})
        if (const auto code = std::ranges::find(card.codes, state, &CodeObject::state);
            code != card.codes.end())
            return &*code;
    return nullptr;
}

void Task::learn(const Outcome& outcome)
{
    const With with = presentedFor(action.kind);
    const auto tries = outcome.results.empty() ? std::nullopt : outcome.results.back().triesLeft;
    if (outcome.card)
        card = *outcome.card;
    else if (tries)
        setTries(card, with, ids.front(), *tries);
    rememberTries(card, with, ids, outcome);
}

bool isAboutDigits(Doubt doubt)
{
    return doubt != Doubt::TriesNotTold && doubt != Doubt::LastTry;
}

bool holdsActivationPin(const CardInfo& card, const CodeObject& code)
{
    return code.deliveryCode && card.profile != nullptr && card.profile->activationDigits > 0;
}

std::vector<Doubt> doubtsAbout(const Task& task, int digits)
{
    std::vector<Doubt> doubts;
    const auto* code = task.typedFor();
    if (code == nullptr)
        return doubts;
    if (task.byPuk() && task.card.profile != nullptr && task.card.profile->asksFirst)
        doubts.push_back(Doubt::UnknownKind);
    if (!task.byPuk() && looksLikePuk(*code, digits))
        doubts.push_back(Doubt::LooksLikePuk);
    if (const auto usual = task.usualDigits(); usual && digits != *usual)
        doubts.push_back(Doubt::Length);
    else if (!task.byPuk() && digits < code->format.minLength)
        doubts.push_back(Doubt::ShortCurrent);
    if (task.byPuk() && !task.triesLeft())
        doubts.push_back(Doubt::TriesNotTold);
    if (task.byPuk() && (task.triesLeft() ? task.triesLeft() : task.heardTries()) == 1)
        doubts.push_back(Doubt::LastTry);
    return doubts;
}

std::optional<bool> CodeOutcome::saved() const
{
    switch (kind) {
    case Kind::Answered:
        return result->kind == CodeResult::Kind::Accepted;
    case Kind::InDoubt:
        if (seen.fresh == Aftermath::Fresh::Unseen || seen.fresh == Aftermath::Fresh::NotInUse)
            return {};
        return seen.fresh == Aftermath::Fresh::Saved;
    case Kind::BrokeOff:
    case Kind::NotTried:
        break;
    }
    return false;
}

std::vector<CodeOutcome> outcomesOf(const Task& task, const Outcome& outcome)
{
    const std::size_t last = outcome.results.size() - (outcome.isUnheard() ? 0 : 1);
    std::vector<CodeOutcome> all;
    for (std::size_t i = 0; i < task.ids.size(); ++i) {
        CodeOutcome one{task.ids[i], kindOf(i, outcome)};
        if (one.kind == CodeOutcome::Kind::Answered)
            one.result = outcome.results[i];
        if (const auto* was = task.card.find(one.code); i == last && was != nullptr)
            one.seen = aftermathOf(presentedFor(task.action.kind), outcome.triesBefore, *was,
                outcome.card ? outcome.card->find(one.code) : nullptr);
        all.push_back(std::move(one));
    }
    return all;
}

void settle(Outcome& outcome, const CardInfo& before, With with, const std::vector<CodeId>& codes)
{
    const std::size_t answered = outcome.results.size();
    if (outcome.isUnheard() ? answered == codes.size() : answered == 0)
        return;
    const CodeId& last = codes[answered - (outcome.isUnheard() ? 0 : 1)];
    const auto* was = before.find(last);
    if (was == nullptr)
        return;
    const auto seen =
        aftermathOf(with, outcome.triesBefore, *was, outcome.card ? outcome.card->find(last) : nullptr);
    settle(with, seen, outcome.results, outcome.error);
}

void rememberTries(CardInfo& card, With with, const std::vector<CodeId>& codes, const Outcome& outcome)
{
    const bool sent = outcome.isUnheard() || std::ranges::any_of(outcome.results, &CodeResult::codeSent);
    const auto* own = codes.empty() ? nullptr : card.find(codes.front());
    if (with != With::Puk || !sent || own == nullptr)
        return;
    // What an earlier answer told is too much by now, or too little.
    const auto* last = outcome.error || outcome.results.empty() ? nullptr : &outcome.results.back();
    const auto heard =
        last != nullptr && last->kind == CodeResult::Kind::Wrong ? last->triesLeft : std::nullopt;
    const CodeObject& typed = *own;
    for (CodeObject& code : card.codes)
        if (samePuk(code, typed))
            code.puk->heardTries = code.puk->triesLeft ? std::nullopt : heard;
}

} // namespace kortvakt
