// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/results.h"

#include "ui/words/phrase.h"

#include <algorithm>

namespace kortvakt::ui {

using phrase::ByRole;
using phrase::say;
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
        return say(QT_TRANSLATE_NOOP("messages", "The signature PIN is unchanged."));
    if (role == CodeRole::Signature && hasOther(card, CodeRole::Identification))
        return say(QT_TRANSLATE_NOOP("messages", "The identification PIN is unchanged."));
    return {};
}

Message unlocked(CodeRole role, const CardInfo& card)
{
    const QString body =
        ByRole{
            QT_TRANSLATE_NOOP("messages", "The identification PIN is unlocked and your new code is in use."),
            QT_TRANSLATE_NOOP("messages", "The signature PIN is unlocked and your new code is in use."),
            QT_TRANSLATE_NOOP("messages", "The PIN is unlocked and your new code is in use."),
        }
            .text(role);
    const QString browsers = role == CodeRole::Identification
        ? say(QT_TRANSLATE_NOOP("messages", "Close all browser windows before you log in again."))
        : QString();
    return {{}, say(QT_TRANSLATE_NOOP("messages", "The PIN was unlocked")),
        sentences({body, otherUnchanged(role, card), browsers})};
}

Message set(CodeRole role, const CardInfo& card)
{
    const QString body =
        ByRole{
            QT_TRANSLATE_NOOP("messages", "Your identification PIN is set. You can now log in with it."),
            QT_TRANSLATE_NOOP("messages", "Your signature PIN is set. You can now sign with it."),
            QT_TRANSLATE_NOOP("messages", "Your PIN is set. You can now use it."),
        }
            .text(role);
    return {{}, say(QT_TRANSLATE_NOOP("messages", "The PIN was unlocked")),
        sentences({body, otherUnchanged(role, card)})};
}

Message changed(CodeRole role)
{
    const ByRole heading{QT_TRANSLATE_NOOP("messages", "The identification PIN has been changed"),
        QT_TRANSLATE_NOOP("messages", "The signature PIN has been changed"),
        QT_TRANSLATE_NOOP("messages", "The PIN has been changed")};
    const ByRole body{QT_TRANSLATE_NOOP("messages", "Use the new code the next time you log in."),
        QT_TRANSLATE_NOOP("messages", "Use the new code the next time you sign."),
        QT_TRANSLATE_NOOP("messages", "Use the new code from now on.")};
    return {{}, heading.text(role), body.text(role)};
}

/** What there is to say of a code as the answer left it; where the card was not read again, as it was before.
 */
Facts factsAfter(const CardInfo& before, const CodeObject& code, const std::optional<CardInfo>& after)
{
    if (const CodeObject* const now = after ? after->find(code.id) : nullptr) {
        CardInfo card = *after;
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

Message resultMessage(Action::Kind kind, const CodeId& code, const CardInfo& before, const CodeResult& result,
    const std::optional<CardInfo>& after, const Aftermath& seen)
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
    Facts facts;
    facts.codeSent = error.codeSent;
    facts.nothingSent = duringCodeJob && !error.codeSent;
    facts.name = reader;
    return messageFor(error.id, facts);
}

Message followUpMessage(With what, const Aftermath& seen, const CodeObject& before, const CodeObject& after)
{
    switch (seen.fresh) {
    case Aftermath::Fresh::Saved:
        return {{}, say(QT_TRANSLATE_NOOP("messages", "The new code was saved")),
            say(QT_TRANSLATE_NOOP("messages", "It is the one in use now."))};
    case Aftermath::Fresh::NotSaved:
        return {
            {}, say(QT_TRANSLATE_NOOP("messages", "The new code was not saved")), attemptText(what, seen)};
    case Aftermath::Fresh::NotInUse:
        return {{}, say(QT_TRANSLATE_NOOP("messages", "The new code is not in use")),
            sentences({after.state == CodeState::Locked
                    ? say(QT_TRANSLATE_NOOP("messages", "The code is locked."))
                    : say(QT_TRANSLATE_NOOP("messages", "The code is locked or not set yet.")),
                attemptText(what, seen)})};
    case Aftermath::Fresh::Unseen:
        break;
    }
    return {{},
        say(QT_TRANSLATE_NOOP("messages", "It is not possible to see whether the new code was saved")),
        sentences({wasInUse(before)
                ? say(QT_TRANSLATE_NOOP("messages", "Either the new code or the old one is in use."))
                : QString(),
            attemptText(what, seen)})};
}

Message cardIsBack()
{
    return {{}, say(QT_TRANSLATE_NOOP("messages", "The card is in the reader again")),
        say(QT_TRANSLATE_NOOP("messages", "Nothing was sent. Enter the codes again."))};
}

QString activationLine(CodeRole role, const std::optional<CodeResult>& result, const Message& why)
{
    if (result && result->kind == CodeResult::Kind::Accepted)
        return ByRole{QT_TRANSLATE_NOOP("messages", "Identification PIN: set"),
            QT_TRANSLATE_NOOP("messages", "Signature PIN: set"), QT_TRANSLATE_NOOP("messages", "PIN: set")}
            .text(role);
    const QString notSet = ByRole{QT_TRANSLATE_NOOP("messages", "Identification PIN: not set"),
        QT_TRANSLATE_NOOP("messages", "Signature PIN: not set"),
        QT_TRANSLATE_NOOP("messages", "PIN: not set")}
                               .text(role);
    return why.heading.isEmpty() ? notSet : notSet + QStringLiteral(" – ") + why.oneLine();
}

QString activationDoubt(CodeRole role, const Message& why)
{
    const QString doubt = ByRole{QT_TRANSLATE_NOOP("messages", "Identification PIN: uncertain"),
        QT_TRANSLATE_NOOP("messages", "Signature PIN: uncertain"),
        QT_TRANSLATE_NOOP("messages", "PIN: uncertain")}
                              .text(role);
    return doubt + QStringLiteral(" – ") + why.oneLine();
}

QString activationHeading(bool all)
{
    return all ? say(QT_TRANSLATE_NOOP("messages", "The card is activated"))
               : say(QT_TRANSLATE_NOOP("messages", "Not all codes were set"));
}

} // namespace kortvakt::ui
