// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/card_flows.h"

#include "core/iso7816.h"
#include "core/names.h"
#include "core/status_words.h"

#include <algorithm>

namespace kortvakt {

namespace {

/** Whether the house rules let a code be set with the PUK. Where the card does not tell whether it was ever
 * chosen, what is turned off for either is turned off. */
bool mayBeSet(const CodeRules& rules, const CodeObject& code)
{
    switch (code.state) {
    case CodeState::NeverSet:
        return rules.choose;
    case CodeState::LockedOrNeverSet:
        return rules.choose && rules.unlock;
    case CodeState::Ready:
    case CodeState::LastTry:
    case CodeState::Locked:
    case CodeState::Unknown:
        break;
    }
    return rules.unlock;
}

/** What both flows check before a card is touched: the code, and why it could not be used. */
const CodeObject* usable(const CardInfo& card, const CodeId& id, std::optional<ErrorId>& why, bool unlocking)
{
    const auto* code = card.find(id);
    if (code == nullptr || card.profile == nullptr || !card.complete)
        why = ErrorId::NotPossible;
    else if (unlocking ? !mayBeSet(card.rules, *code) : !card.rules.change)
        why = ErrorId::HiddenByPolicy;
    else
        why = unlocking ? code->cannotUnlock : code->cannotChange;
    return why ? nullptr : code;
}

bool isSameCard(const CardInfo& one, const CardInfo& other)
{
    return one.profile == other.profile && one.identity == other.identity;
}

/** Whether one of two readings lost something that the other has. */
bool lostSomething(const CardInfo& now, const CardInfo& expected)
{
    return (now.problem == ErrorId::CardBroken) != (expected.problem == ErrorId::CardBroken);
}

/** Reads the card again: the very same one, or an error. Another card is one that is read alike twice. */
CardInfo sameCard(Session& session, View atr, const CardInfo& expected)
{
    auto now = readForIdentity(session, atr, expected);
    const bool lost = lostSomething(now, expected);
    if (isSameCard(now, expected) && !(lost && now.problem))
        return now;
    // What is not there cannot be compared, but a serial number of its own is another card's.
    if (lost && (now.serial.empty() || expected.serial.empty() || now.serial == expected.serial))
        throw CardError(ErrorId::CardBroken, "reading the card again");
    const auto again = readForIdentity(session, atr, expected);
    throw CardError(
        isSameCard(now, again) ? ErrorId::CardSwapped : ErrorId::CardBroken, "comparing the card's identity");
}

/** Whether two readings give the same reason. Why there is no PUK depends on how much was read of the rest.
 */
bool isSameReason(std::optional<ErrorId> one, std::optional<ErrorId> other)
{
    const auto noPuk = [](std::optional<ErrorId> why) {
        return why == ErrorId::NoPuk || why == ErrorId::PukNotDescribed || why == ErrorId::PukUnreadable;
    };
    return one == other || (noPuk(one) && noPuk(other));
}

/** Reads the card again, and gives the code on it: the very same card and the very same object, or an error.
 */
const CodeObject* sameCode(
    Session& session, View atr, const CardInfo& expected, const CodeObject& code, CardInfo& now)
{
    now = sameCard(session, atr, expected);
    const auto* found = now.find(code.id);
    if (found == nullptr || found->application != code.application || found->format != code.format
        || !isSameReason(found->cannotUnlock, code.cannotUnlock)
        || !isSameReason(found->cannotChange, code.cannotChange)
        || found->puk.has_value() != code.puk.has_value()
        || (found->puk
            && (found->puk->reference != code.puk->reference
                || found->puk->application != code.puk->application
                || found->puk->format != code.puk->format)))
        throw CardError(ErrorId::UnexpectedCardData, "comparing the code's data");
    if (found->unread || (found->puk && found->puk->unread))
        throw CardError(ErrorId::CardBroken, "reading the tries again");
    return found;
}

/** Whether there are fewer tries than its holder was shown; one that was not shown as the last one counts
 * too. */
bool fewer(std::optional<int> now, std::optional<int> shown)
{
    return shown ? !now || *now < *shown : now == 1;
}

/** A code that another program has verified tells no tries, and has them all. */
bool isVerified(const CodeObject& code)
{
    return !code.triesLeft && code.state == CodeState::Ready;
}

bool maybeNeverSet(const CodeObject& code)
{
    return code.state == CodeState::NeverSet || code.state == CodeState::LockedOrNeverSet
        || code.maybeNeverSet;
}

/** Whether there is nothing to change a code from. */
bool hasNoOldCode(const CodeObject& code)
{
    // A mere flag in a file may be wrong or out of date.
    return maybeNeverSet(code) && !code.deliveryCode && !code.maybeNeverSet;
}

CodeResult refusedWith(ErrorId why, std::optional<int> triesLeft)
{
    auto result = CodeResult::refused(why);
    result.triesLeft = triesLeft;
    return result;
}

/** The last steps before a code leaves: its application, absolutely, and whether anybody still wants it
 * (rules 3, 11). */
std::optional<ErrorId> arrive(Session& session, const Location& application, const StillWanted& stillWanted)
{
    if (const auto sw = session.selectApplication(application); sw != sw::Ok)
        throw CardError(ErrorId::UnexpectedCardData, "selecting the code's application", sw);
    if (stillWanted && !stillWanted())
        return ErrorId::Cancelled;
    return {};
}

int blockSize(const CodeFormat& format)
{
    return format.pad ? format.storedLength : 0;
}

UnlockPlan planFor(const Profile& profile, const CodeObject& code)
{
    UnlockPlan plan;
    plan.application = code.application;
    plan.p2 = code.id.reference;
    if (profile.unblockBy == UnblockBy::VerifyPukThenNewCode) {
        plan.p1 = 0x02;
        plan.first = UnlockPlan::Verification{code.puk->application, code.puk->reference};
    }
    plan.pukBytes = blockSize(code.puk->format);
    plan.freshBytes = blockSize(code.format);
    plan.puk = code.puk->format;
    plan.fresh = code.format;
    return plan;
}

/** Sends what a plan says, from the application that it starts in: PUK and new code in one command; or VERIFY
 * of the PUK, and only when the card took it the new code, in the code's own application. */
CodeResult carryOut(Session& session, const UnlockPlan& plan, std::optional<int> triesBefore,
    const Secret& puk, const Secret& fresh, const StatusHabits& habits)
{
    SecretBytes presented, set;
    plan.puk.append(presented, puk);
    plan.fresh.append(plan.first ? set : presented, fresh);
    if (!plan.first) {
        const auto response = session.sendCode(Command(plan.ins, plan.p1, plan.p2, presented), triesBefore);
        return CodeResult::fromStatus(response.sw, With::Puk, habits);
    }
    const auto verified = session.sendCode(iso7816::verify(plan.first->p2, presented), triesBefore);
    if (!verified.ok())
        return CodeResult::fromStatus(verified.sw, With::Puk, habits);
    if (plan.application != plan.first->application)
        if (const auto sw = session.selectApplication(plan.application); sw != sw::Ok)
            return {CodeResult::Kind::Unusable, ErrorId::NotPossible, {}, sw, true};
    const auto response = session.sendFresh(Command(plan.ins, plan.p1, plan.p2, set));
    return CodeResult::fromStatus(response.sw, std::nullopt, habits);
}

} // namespace

FreshLengths freshLengths(const CardInfo& card, const CodeObject& code)
{
    const auto within = [&](int length) {
        return std::max(code.freshMin, std::min(length, code.freshMax)); // a card may have them the wrong way
    };
    FreshLengths lengths{code.freshMin, code.freshMax};
    if (card.rules.maxLength > 0)
        lengths.max = within(card.rules.maxLength);
    if (card.rules.minLength > 0)
        lengths.min = std::min(within(card.rules.minLength), lengths.max);
    return lengths;
}

CodePolicy policyFor(const CardInfo& card, const CodeObject& code)
{
    const auto lengths = freshLengths(card, code);
    CodePolicy policy{lengths.min, lengths.max, {}};
    for (const auto& certificate : card.certificates)
        if (!certificate.authority && !certificate.personalNumber.empty())
            policy.holder.push_back({certificate.personalNumber, certificate.birthDate});
    return policy;
}

std::optional<UnlockPlan> planUnlock(const CardInfo& card, const CodeId& id)
{
    std::optional<ErrorId> why;
    const auto* code = usable(card, id, why, true);
    if (code == nullptr || !code->puk)
        return {};
    auto plan = planFor(*card.profile, *code);
    const auto lengths = freshLengths(card, *code);
    plan.fresh.minLength = lengths.min;
    plan.fresh.maxLength = lengths.max;
    return plan;
}

CodeResult unlockCode(Session& session, View atr, const CardInfo& expected, const CodeId& id,
    const Secret& puk, const Secret& fresh, const StillWanted& stillWanted)
{
    std::optional<ErrorId> why;
    const auto* code = usable(expected, id, why, true);
    if (code == nullptr || !code->puk)
        return CodeResult::refused(why.value_or(ErrorId::NoPuk));
    if (const auto objection = CodePolicy::checkPresented(puk.view(), code->puk->format))
        return CodeResult::refused(objection->rule);
    if (const auto objection = policyFor(expected, *code).check({.fresh = fresh.view(), .puk = puk.view()}))
        return CodeResult::refused(objection->rule);

    CardInfo card;
    const auto* now = sameCode(session, atr, expected, *code, card);
    if (now->puk->locked)
        return refusedWith(ErrorId::PukLocked, 0);
    if (fewer(now->puk->triesLeft, code->puk->triesLeft))
        return refusedWith(ErrorId::FewerTries, now->puk->triesLeft);
    const auto plan = planFor(*card.profile, *now);
    const auto& start = plan.first ? plan.first->application : plan.application;
    if (const auto stop = arrive(session, start, stillWanted))
        return refusedWith(*stop, now->puk->triesLeft);
    return carryOut(session, plan, now->puk->triesLeft, puk, fresh, card.profile->answers);
}

CodeResult changeCode(Session& session, View atr, const CardInfo& expected, const CodeId& id,
    const Secret& old, const Secret& fresh, const StillWanted& stillWanted)
{
    std::optional<ErrorId> why;
    const auto* code = usable(expected, id, why, false);
    if (code == nullptr)
        return CodeResult::refused(*why);
    if (const auto objection = CodePolicy::checkCurrent(old.view(), code->format))
        return CodeResult::refused(objection->rule);
    if (const auto objection = policyFor(expected, *code).check({.fresh = fresh.view(), .old = old.view()}))
        return CodeResult::refused(objection->rule);

    CardInfo card;
    const auto* now = sameCode(session, atr, expected, *code, card);
    if (now->triesLeft == 0)
        return refusedWith(ErrorId::PinLocked, 0);
    if (hasNoOldCode(*now))
        return refusedWith(ErrorId::NotPossible, now->triesLeft);
    if (!isVerified(*now) && fewer(now->triesLeft, code->triesLeft))
        return refusedWith(ErrorId::FewerTries, now->triesLeft);
    if (const auto stop = arrive(session, now->application, stillWanted))
        return refusedWith(*stop, now->triesLeft);

    SecretBytes both;
    now->format.append(both, old);
    now->format.append(both, fresh);
    const auto response =
        session.sendCode(iso7816::changeReferenceData(now->id.reference, both), now->triesLeft);
    return CodeResult::fromStatus(response.sw, With::OldCode, card.profile->answers);
}

bool samePuk(const CodeObject& one, const CodeObject& other)
{
    if (!one.puk || !other.puk)
        return false;
    return (one.puk->shared && other.puk->shared)
        || (one.puk->application == other.puk->application && one.puk->reference == other.puk->reference);
}

namespace {

std::optional<ErrorId> whyNotUnlock(const CardInfo& card, const CodeObject& code)
{
    if (!card.complete || card.profile == nullptr)
        return ErrorId::NotPossible;
    if (!mayBeSet(card.rules, code))
        return ErrorId::HiddenByPolicy;
    if (code.cannotUnlock)
        return code.cannotUnlock;
    if (!code.puk)
        return ErrorId::NoPuk;
    if (code.puk->locked)
        return ErrorId::PukLocked;
    return {};
}

/** A code that was delivered is changed to one of the holder's own; the PUK is for who lacks it. */
std::optional<ErrorId> whyNotSet(const CardInfo& card, const CodeObject& code)
{
    const auto why = whyNotUnlock(card, code);
    return why || !code.deliveryCode ? why : ErrorId::NotPossible;
}

std::optional<ErrorId> whyNotChange(const CardInfo& card, const CodeObject& code)
{
    if (!card.complete || card.profile == nullptr)
        return ErrorId::NotPossible;
    if (!card.rules.change)
        return ErrorId::HiddenByPolicy;
    if (code.cannotChange)
        return code.cannotChange;
    if (code.state == CodeState::Locked)
        return ErrorId::PinLocked;
    if (hasNoOldCode(code))
        return ErrorId::NotPossible;
    return {};
}

} // namespace

namespace {

/** The same, whether or not the house rules let all be chosen in one go. */
std::vector<CodeId> chosenTogether(const CardInfo& card)
{
    std::vector<CodeId> ids;
    const CodeObject* first = nullptr;
    for (const auto& code : card.codes) {
        if (!maybeNeverSet(code) || whyNotSet(card, code))
            continue;
        if (first == nullptr)
            first = &code;
        if (&code == first || samePuk(*first, code))
            ids.push_back(code.id);
    }
    return ids;
}

} // namespace

std::string_view nameOf(Action::Kind kind)
{
    static constexpr std::pair<Action::Kind, std::string_view> names[] = {{Action::Kind::Unlock, "unlock"},
        {Action::Kind::Set, "set"}, {Action::Kind::Change, "change"}, {Action::Kind::Activate, "activate"}};
    return nameIn(names, kind);
}

std::vector<CodeId> codesToActivate(const CardInfo& card)
{
    return card.rules.activate ? chosenTogether(card) : std::vector<CodeId>();
}

bool sparesPuk(const Action& action, const CardInfo& card)
{
    const auto* code = card.find(action.code);
    return action.kind == Action::Kind::Unlock && code != nullptr && code->puk && code->puk->triesLeft == 1
        && (code->state == CodeState::Ready || code->state == CodeState::LastTry
            || (code->deliveryCode && code->triesLeft.value_or(0) > 0));
}

std::vector<Action> actionsFor(const CardInfo& card)
{
    using enum Action::Kind;
    std::vector<Action> actions;
    if (chosenTogether(card).size() > 1)
        actions.push_back(
            {Activate, {}, card.rules.activate ? std::nullopt : std::optional(ErrorId::HiddenByPolicy)});
    for (const auto& code : card.codes) {
        if (maybeNeverSet(code))
            actions.push_back({Set, code.id, whyNotSet(card, code)});
        actions.push_back({Unlock, code.id, whyNotUnlock(card, code)});
        actions.push_back({Change, code.id, whyNotChange(card, code)});
    }
    return actions;
}

} // namespace kortvakt
