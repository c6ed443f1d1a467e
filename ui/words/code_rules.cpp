// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/code_rules.h"

#include "ui/words/phrase.h"

#include <algorithm>

namespace kortvakt::ui {

using phrase::ByRole;
using phrase::say;
using phrase::sentences;

namespace {

QString wantedLength(int min, int max, Facts::Typed typed)
{
    const bool fixed = min == max;
    if (typed == Facts::Typed::Puk) {
        const QString length = fixed
            ? say(QT_TRANSLATE_N_NOOP("messages", "The PUK has %n digit(s)."), min)
            : say(QT_TRANSLATE_NOOP("messages", "The PUK has %1–%2 digits.")).arg(min).arg(max);
        return sentences({length,
            say(QT_TRANSLATE_NOOP("messages", "Check that you are reading the right code in the letter."))});
    }
    if (typed == Facts::Typed::Current)
        return fixed ? say(QT_TRANSLATE_N_NOOP("messages", "The code that you change has %n digit(s)."), min)
                     : say(QT_TRANSLATE_NOOP("messages", "The code that you change has %1–%2 digits."))
                           .arg(min)
                           .arg(max);
    return fixed
        ? say(QT_TRANSLATE_N_NOOP("messages", "The new code must have %n digit(s)."), min)
        : say(QT_TRANSLATE_NOOP("messages", "The new code must have %1–%2 digits.")).arg(min).arg(max);
}

} // namespace

QString ruleText(const Objection& broken, Facts::Typed typed, CodeRole role)
{
    switch (broken.rule) {
    case ErrorId::TooShort:
    case ErrorId::TooLong:
        return wantedLength(broken.min, broken.max, typed);
    case ErrorId::NotDigits:
        if (typed == Facts::Typed::Puk)
            return say(QT_TRANSLATE_NOOP("messages",
                "Kortvakt takes digits only. A PUK with letters was chosen in another program. Use that one: "
                "for a security key, its maker’s."));
        return say(QT_TRANSLATE_NOOP("messages", "Digits only. (Num Lock may be off.)"));
    case ErrorId::Mismatch:
        return say(QT_TRANSLATE_NOOP("messages", "The two new codes are not the same."));
    case ErrorId::SameAsOld:
        return say(QT_TRANSLATE_NOOP("messages", "The new code is the same as the old one."));
    case ErrorId::SameAsPuk:
        return say(QT_TRANSLATE_NOOP("messages", "The new code must not be the PUK."));
    case ErrorId::Sequence:
        return say(QT_TRANSLATE_NOOP("messages", "Too easy to guess: the digits run in order."));
    case ErrorId::Repeated:
        return say(QT_TRANSLATE_NOOP("messages", "Too easy to guess: the same digit is repeated."));
    case ErrorId::Pattern:
        return say(QT_TRANSLATE_NOOP("messages",
            "Too easy to guess: the digits follow a pattern, as in 121212, 112233, 123321, 101112 or "
            "246802."));
    case ErrorId::BirthDate:
        return say(QT_TRANSLATE_NOOP(
            "messages", "The code must not be your birth date or part of your personal identity number."));
    case ErrorId::SameAsOther:
        return say(QT_TRANSLATE_NOOP("messages", "The two codes must differ."));
    case ErrorId::LooksLikePuk:
        return ByRole{
            QT_TRANSLATE_NOOP("messages",
                "This looks like the PUK. Enter your current identification PIN here. Forgotten it? Choose "
                "Unlock "
                "instead."),
            QT_TRANSLATE_NOOP("messages",
                "This looks like the PUK. Enter your current signature PIN here. Forgotten it? Choose Unlock "
                "instead."),
            QT_TRANSLATE_NOOP("messages",
                "This looks like the PUK. Enter your current PIN here. Forgotten it? Choose Unlock instead."),
        }
            .text(role);
    default:
        return messageFor(broken.rule).oneLine();
    }
}

QString digitsMissing(int count)
{
    return count == 1 ? say(QT_TRANSLATE_NOOP("messages", "One more digit."))
                      : say(QT_TRANSLATE_N_NOOP("messages", "%n more digit(s)."), count);
}

QString nothingSent()
{
    return say(QT_TRANSLATE_NOOP("messages", "Nothing was sent to the card."));
}

QString waitingForCard()
{
    return say(QT_TRANSLATE_NOOP("messages", "Waiting for the card… Do not take it out."));
}

Message lastTryMessage(Issuer issuer)
{
    return messageFor(ErrorId::LastTry, Facts{.issuer = issuer});
}

QString triesNotShown()
{
    return say(QT_TRANSLATE_NOOP("messages",
        "The card does not show how many attempts are left. After a few errors the PUK is locked for good."));
}

QString notLockedNote(CodeRole role)
{
    return ByRole{
        QT_TRANSLATE_NOOP("messages",
            "The identification PIN is not locked. If you continue, it is replaced by a new one."),
        QT_TRANSLATE_NOOP(
            "messages", "The signature PIN is not locked. If you continue, it is replaced by a new one."),
        QT_TRANSLATE_NOOP("messages", "The PIN is not locked. If you continue, it is replaced by a new one."),
    }
        .text(role);
}

QString lockedOneIs(CodeRole role, CodeState state)
{
    if (state == CodeState::LockedOrNeverSet)
        return ByRole{QT_TRANSLATE_NOOP("messages", "It is the identification PIN that cannot be used."),
            QT_TRANSLATE_NOOP("messages", "It is the signature PIN that cannot be used."),
            QT_TRANSLATE_NOOP("messages", "It is another code that cannot be used.")}
            .text(role);
    return ByRole{QT_TRANSLATE_NOOP("messages", "It is the identification PIN that is locked."),
        QT_TRANSLATE_NOOP("messages", "It is the signature PIN that is locked."),
        QT_TRANSLATE_NOOP("messages", "It is another code that is locked.")}
        .text(role);
}

} // namespace kortvakt::ui
