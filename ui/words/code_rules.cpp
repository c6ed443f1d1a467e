// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/code_rules.h"

#include "ui/words/phrase.h"

namespace kortvakt::ui {

using phrase::byRole;
using phrase::Messages;
using phrase::say;
using phrase::sentences;

namespace {

QString wantedLength(int min, int max, Facts::Typed typed)
{
    const bool fixed = min == max;
    if (typed == Facts::Typed::Puk) {
        const QString length = fixed ? say(QT_TRANSLATE_N_NOOP("messages", "The PUK has %n digit(s)."), min)
                                     : Messages::tr("The PUK has %1–%2 digits.").arg(min).arg(max);
        return sentences({length, Messages::tr("Check that you are reading the right code in the letter.")});
    }
    if (typed == Facts::Typed::Current)
        return fixed ? say(QT_TRANSLATE_N_NOOP("messages", "The code that you change has %n digit(s)."), min)
                     : Messages::tr("The code that you change has %1–%2 digits.").arg(min).arg(max);
    return fixed ? say(QT_TRANSLATE_N_NOOP("messages", "The new code must have %n digit(s)."), min)
                 : Messages::tr("The new code must have %1–%2 digits.").arg(min).arg(max);
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
            return Messages::tr("Kortvakt takes digits only. A PUK with letters was chosen in another "
                                "program. Use that one: for a security key, its maker’s.");
        return Messages::tr("Digits only. (Num Lock may be off.)");
    case ErrorId::Mismatch:
        return Messages::tr("The two new codes are not the same.");
    case ErrorId::SameAsOld:
        return Messages::tr("The new code is the same as the old one.");
    case ErrorId::SameAsPuk:
        return Messages::tr("The new code must not be the PUK.");
    case ErrorId::Sequence:
        return Messages::tr("Too easy to guess: the digits run in order.");
    case ErrorId::Repeated:
        return Messages::tr("Too easy to guess: the same digit is repeated.");
    case ErrorId::Pattern:
        return Messages::tr("Too easy to guess: the digits follow a pattern, as in 121212, 112233, 123321, "
                            "101112 or 246802.");
    case ErrorId::BirthDate:
        return Messages::tr("The code must not be your birth date or part of your personal identity number.");
    case ErrorId::SameAsOther:
        return Messages::tr("The two codes must differ.");
    case ErrorId::LooksLikePuk:
        return byRole(role,
            Messages::tr("This looks like the PUK. Enter your current identification PIN here. Forgotten it? "
                         "Choose Unlock instead."),
            Messages::tr("This looks like the PUK. Enter your current signature PIN here. Forgotten it? "
                         "Choose Unlock instead."),
            Messages::tr("This looks like the PUK. Enter your current PIN here. Forgotten it? Choose Unlock "
                         "instead."));
    default:
        return messageFor(broken.rule).oneLine();
    }
}

QString digitsMissing(int count)
{
    return count == 1 ? Messages::tr("One more digit.")
                      : say(QT_TRANSLATE_N_NOOP("messages", "%n more digit(s)."), count);
}

QString nothingSent()
{
    return Messages::tr("Nothing was sent to the card.");
}

QString waitingForCard()
{
    return Messages::tr("Waiting for the card… Do not take it out.");
}

Message lastTryMessage(Issuer issuer)
{
    return messageFor(ErrorId::LastTry, Facts{.issuer = issuer});
}

QString triesNotShown()
{
    return Messages::tr(
        "The card does not show how many attempts are left. After a few errors the PUK is locked for good.");
}

QString notLockedNote(CodeRole role)
{
    return byRole(role,
        Messages::tr("The identification PIN is not locked. If you continue, it is replaced by a new one."),
        Messages::tr("The signature PIN is not locked. If you continue, it is replaced by a new one."),
        Messages::tr("The PIN is not locked. If you continue, it is replaced by a new one."));
}

QString lockedOneIs(CodeRole role, CodeState state)
{
    if (state == CodeState::LockedOrNeverSet)
        return byRole(role, Messages::tr("It is the identification PIN that cannot be used."),
            Messages::tr("It is the signature PIN that cannot be used."),
            Messages::tr("It is another code that cannot be used."));
    return byRole(role, Messages::tr("It is the identification PIN that is locked."),
        Messages::tr("It is the signature PIN that is locked."),
        Messages::tr("It is another code that is locked."));
}

} // namespace kortvakt::ui
