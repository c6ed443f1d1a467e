// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/messages.h"

#include "ui/phrase.h"

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

std::optional<int> presentedTries(const CodeObject* code, Action::Kind kind)
{
    if (!code)
        return {};
    if (kind == Action::Kind::Change)
        return code->triesLeft;
    return code->puk ? code->puk->triesLeft : std::nullopt;
}

} // namespace

Message resultMessage(Action::Kind kind, const CodeId& code, const CardInfo& before, const CodeResult& result,
    const std::optional<CardInfo>& after)
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
    const auto were = presentedTries(object, kind);
    const auto are = after ? presentedTries(after->find(code), kind) : std::nullopt;
    facts.triesUnchanged = were && were == are;
    return messageFor(result.error.value_or(ErrorId::Internal), facts);
}

Message breakdownMessage(const CardError& error, bool duringCodeJob, const QString& reader)
{
    Facts facts;
    facts.codeSent = error.codeSent;
    facts.nothingSent = duringCodeJob && !error.codeSent;
    facts.name = reader;
    return messageFor(error.id, facts);
}

std::optional<bool> wasSaved(const CodeObject& before, const CodeObject& after)
{
    // "Never set" may be a mere flag in a file, which setting a code need not change.
    const auto locked = [](const CodeObject& code) {
        return code.state == CodeState::Locked || code.state == CodeState::LockedOrNeverSet
            || (code.state == CodeState::NeverSet && code.triesLeft == 0);
    };
    if (!locked(before) && before.state != CodeState::NeverSet)
        return {};
    if (locked(after))
        return false;
    return after.state == CodeState::Ready ? std::optional(true) : std::nullopt;
}

Message followUpMessage(const CodeObject& before, const CodeObject& after)
{
    const auto saved = wasSaved(before, after);
    if (saved == false)
        return {{}, say(QT_TRANSLATE_NOOP("messages", "The new code was not saved")),
            say(QT_TRANSLATE_NOOP("messages", "Unlock once more."))};
    if (saved == true)
        return {{}, say(QT_TRANSLATE_NOOP("messages", "The new code was saved")),
            say(QT_TRANSLATE_NOOP("messages", "It is the one in use now."))};
    return {{},
        say(QT_TRANSLATE_NOOP("messages", "It is not possible to see whether the new code was saved")),
        say(QT_TRANSLATE_NOOP("messages", "Unlock once more, so that you know which code is in use."))};
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
