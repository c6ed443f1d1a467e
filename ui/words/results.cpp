// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/results.h"

#include "ui/words/phrase.h"

#include <algorithm>

namespace kortvakt::ui {

using phrase::byRole;
using phrase::Messages;
using phrase::sentences;

namespace {

bool hasOther(const CardInfo& card, CodeRole role)
{
    return std::any_of(
        card.codes.begin(), card.codes.end(), [role](const CodeObject& code) { return code.role == role; });
}

QString otherUnchanged(CodeRole role, const CardInfo& card)
{
    if (role == CodeRole::Identification && hasOther(card, CodeRole::Signature))
        return Messages::tr("The signature PIN is unchanged.");
    if (role == CodeRole::Signature && hasOther(card, CodeRole::Identification))
        return Messages::tr("The identification PIN is unchanged.");
    return {};
}

Message unlocked(CodeRole role, const CardInfo& card)
{
    const QString body =
        byRole(role, Messages::tr("The identification PIN is unlocked and your new code is in use."),
            Messages::tr("The signature PIN is unlocked and your new code is in use."),
            Messages::tr("The PIN is unlocked and your new code is in use."));
    const QString browsers = role == CodeRole::Identification
        ? Messages::tr("Close all browser windows before you log in again.")
        : QString();
    return {
        {}, Messages::tr("The PIN was unlocked"), sentences({body, otherUnchanged(role, card), browsers})};
}

Message set(CodeRole role, const CardInfo& card)
{
    const QString body =
        byRole(role, Messages::tr("Your identification PIN is set. You can now log in with it."),
            Messages::tr("Your signature PIN is set. You can now sign with it."),
            Messages::tr("Your PIN is set. You can now use it."));
    return {{}, Messages::tr("The PIN was unlocked"), sentences({body, otherUnchanged(role, card)})};
}

Message changed(CodeRole role)
{
    const QString heading = byRole(role, Messages::tr("The identification PIN has been changed"),
        Messages::tr("The signature PIN has been changed"), Messages::tr("The PIN has been changed"));
    const QString body = byRole(role, Messages::tr("Use the new code the next time you log in."),
        Messages::tr("Use the new code the next time you sign."),
        Messages::tr("Use the new code from now on."));
    return {{}, heading, body};
}

/** What there is to say of a code as the answer left it; where the card was not read again, as it was before.
 */
Facts factsAfter(const ShownCard& before, const CodeObject& code, const std::optional<CardInfo>& after)
{
    if (const CodeObject* const now = after ? after->find(code.id) : nullptr) {
        ShownCard card{*after, before.shown};
        card.rules = before.rules;
        return factsOf(card, *now);
    }
    Facts facts = factsOf(before, code);
    // A code from a letter is not unblocked while it is good; once it is locked it may well be.
    if (code.deliveryCode)
        facts.cannotUnlock.reset();
    return facts;
}

/** Whether a code could be used before it was set: else there is no old one that may be in use still. */
bool wasInUse(const CodeObject& before)
{
    return before.state == CodeState::Ready || before.state == CodeState::LastTry
        || before.state == CodeState::Unknown || before.deliveryCode;
}

} // namespace

Message resultMessage(Action::Kind kind, const CodeId& code, const ShownCard& before,
    const CodeResult& result, const std::optional<CardInfo>& after, const Aftermath& seen)
{
    const CodeObject* const object = before.find(code);
    const CodeRole role = object ? object->role : CodeRole::Other;
    if (result.kind == CodeResult::Kind::Accepted) {
        if (kind == Action::Kind::Unlock)
            return unlocked(role, before);
        return kind == Action::Kind::Change ? changed(role) : set(role, before);
    }
    Facts facts = object ? factsAfter(before, *object, after) : factsOf(before);
    facts.triesLeft = result.triesLeft;
    facts.nothingSent = result.kind == CodeResult::Kind::Refused;
    if (object) {
        facts.delivered = object->deliveryCode && kind == Action::Kind::Change;
        const FreshLengths lengths = freshLengths(before, *object);
        facts.min = lengths.min;
        facts.max = lengths.max;
    }
    facts.triesUnchanged = seen.presented == Aftermath::Presented::Unharmed;
    facts.typed = kind == Action::Kind::Change ? Facts::Typed::Current : Facts::Typed::Puk;
    Message message = messageFor(result.error.value_or(ErrorId::Internal), facts);
    const bool unclear = result.error == ErrorId::RefusedUnclear;
    if (result.kind == CodeResult::Kind::Unusable && !unclear)
        message.body = sentences({message.body, attemptText(presentedFor(kind), seen)});
    return message;
}

Message breakdownMessage(const CardError& error, bool duringCodeJob, const QString& reader)
{
    return messageFor(error.id,
        {.nothingSent = duringCodeJob && !error.codeSent, .codeSent = error.codeSent, .name = reader});
}

Message followUpMessage(With what, const Aftermath& seen, const CodeObject& before, const CodeObject& after)
{
    switch (seen.fresh) {
    case Aftermath::Fresh::Saved:
        return {{}, Messages::tr("The new code was saved"), Messages::tr("It is the one in use now.")};
    case Aftermath::Fresh::NotSaved:
        return {{}, Messages::tr("The new code was not saved"), attemptText(what, seen)};
    case Aftermath::Fresh::NotInUse:
        return {{}, Messages::tr("The new code is not in use"),
            sentences({after.state == CodeState::Locked ? Messages::tr("The code is locked.")
                                                        : Messages::tr("The code is locked or not set yet."),
                attemptText(what, seen)})};
    case Aftermath::Fresh::Unseen:
        break;
    }
    return {{}, Messages::tr("It is not possible to see whether the new code was saved"),
        sentences(
            {wasInUse(before) ? Messages::tr("Either the new code or the old one is in use.") : QString(),
                attemptText(what, seen)})};
}

Message cardIsBack()
{
    return {{}, Messages::tr("The card is in the reader again"),
        Messages::tr("Nothing was sent. Enter the codes again.")};
}

QString activationLine(CodeRole role, const std::optional<CodeResult>& result, const Message& why)
{
    if (result && result->kind == CodeResult::Kind::Accepted)
        return byRole(role, Messages::tr("Identification PIN: set"), Messages::tr("Signature PIN: set"),
            Messages::tr("PIN: set"));
    const QString notSet = byRole(role, Messages::tr("Identification PIN: not set"),
        Messages::tr("Signature PIN: not set"), Messages::tr("PIN: not set"));
    return why.heading.isEmpty() ? notSet : notSet + QStringLiteral(" – ") + why.oneLine();
}

QString activationDoubt(CodeRole role, const Message& why)
{
    const QString doubt = byRole(role, Messages::tr("Identification PIN: uncertain"),
        Messages::tr("Signature PIN: uncertain"), Messages::tr("PIN: uncertain"));
    return doubt + QStringLiteral(" – ") + why.oneLine();
}

QString activationHeading(bool all)
{
    return all ? Messages::tr("The card is activated") : Messages::tr("Not all codes were set");
}

} // namespace kortvakt::ui
