// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/doubts.h"

#include "ui/words/code_rules.h"
#include "ui/words/phrase.h"

namespace kortvakt::ui {

using phrase::Messages;
using phrase::say;
using phrase::sentences;

namespace {

QString typedDigits(int count)
{
    return count == 1 ? Messages::tr("You have entered one digit.")
                      : say(QT_TRANSLATE_N_NOOP("messages", "You have entered %n digit(s)."), count);
}

QString looksLikePuk(const CardInfo& card, const CodeObject& code)
{
    if (holdsActivationPin(card, code))
        return Messages::tr(
            "This looks like the PUK. Enter the activation PIN in your code letter, of seven digits, here.");
    if (code.deliveryCode)
        return Messages::tr("This looks like the PUK. Enter the PIN in your PIN envelope here.");
    return ruleText({ErrorId::LooksLikePuk}, Facts::Typed::Current, code.role);
}

Message unusualLength(bool activationPin, int digits)
{
    if (activationPin)
        return {{}, Messages::tr("Is this the activation PIN?"),
            sentences({Messages::tr("The activation PIN in the code letter has seven digits."),
                typedDigits(digits)})};
    return {{}, Messages::tr("Is this the PUK?"),
        sentences({Messages::tr("The PUK usually has 8 digits."), typedDigits(digits)})};
}

} // namespace

Message doubtMessage(Doubt doubt, const Task& task, int digits)
{
    const CodeObject& code = *task.typedFor();
    switch (doubt) {
    case Doubt::UnknownKind:
        return {{}, Messages::tr("Kortvakt does not know cards of this kind"),
            Messages::tr("How its PUK is used is known from the card’s own data alone. If they are wrong, an "
                         "attempt with the PUK may be lost.")};
    case Doubt::LooksLikePuk:
        return {{}, messageFor(ErrorId::LooksLikePuk).heading, looksLikePuk(task.card, code)};
    case Doubt::Length:
        return unusualLength(task.activationPin(), digits);
    case Doubt::ShortCurrent:
        return {{}, Messages::tr("Is this the code in use now?"),
            sentences(
                {say(QT_TRANSLATE_N_NOOP("messages", "A new code on this card has at least %n digit(s)."),
                     freshLengths(task.card, code).min),
                    typedDigits(digits)})};
    case Doubt::TriesNotTold:
        return {{}, triesNotShown(), {}};
    case Doubt::LastTry:
        return lastTryMessage(task.card.issuer);
    }
    return {};
}

} // namespace kortvakt::ui
