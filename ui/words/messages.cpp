// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/messages.h"

#include "ui/words/code_rules.h"
#include "ui/words/error_table.h"
#include "ui/words/issuer_lines.h"
#include "ui/words/phrase.h"
#include "ui/words/tries_words.h"

namespace kortvakt::ui {

using phrase::byRole;
using phrase::Messages;
using phrase::say;
using phrase::sentences;

namespace {

QString wrongPuk(std::optional<int> tries)
{
    if (!tries)
        return Messages::tr("The card does not show how many attempts are left. After a few errors the PUK "
                            "is locked for good.");
    if (*tries == 1)
        return Messages::tr("You have one attempt left. If it is wrong again, the PUK is locked for good.");
    return sentences({youHaveTriesLeft(*tries),
        Messages::tr(
            "Compare the digits with the letter, one by one. Check that the letter belongs to this card.")});
}

QString wrongPin(std::optional<int> tries, bool canUnlock)
{
    if (tries == 1)
        return Messages::tr("You have one attempt left. If it is wrong again, the code is locked.");
    return sentences({tries ? youHaveTriesLeft(*tries)
                            : Messages::tr("The card does not show how many attempts are left."),
        canUnlock ? Messages::tr("Forgotten the code? Unlock with the PUK instead.") : QString()});
}

QString wrongDelivered(std::optional<int> tries, bool activationPin)
{
    if (tries == 1)
        return wrongPin(tries, false);
    const QString compare = activationPin
        ? Messages::tr("Compare the digits with the code letter, one by one. The activation PIN is another "
                       "code than the PUK.")
        : Messages::tr("Compare the digits with the PIN envelope, one by one. Each PIN in it is another code "
                       "than the PUK.");
    return sentences({tries ? youHaveTriesLeft(*tries) : QString(), compare});
}

QString pinLocked(const Facts& facts)
{
    if (!facts.cannotUnlock)
        return byRole(facts.role,
            Messages::tr(
                "It is the identification PIN that is locked. Unlock it with the PUK in your letter."),
            Messages::tr("It is the signature PIN that is locked. Unlock it with the PUK in your letter."),
            Messages::tr("Unlock it with the PUK in your letter."));
    const QString which = facts.role == CodeRole::Other ? QString() : lockedOneIs(facts.role);
    if (facts.cannotUnlock == ErrorId::HiddenByPolicy)
        return sentences({which, Messages::tr("Your organisation has turned off unlocking in Kortvakt."),
            messageFor(ErrorId::HiddenByPolicy, {.name = facts.name}).body});
    if (facts.cannotUnlock == ErrorId::NotPossible)
        return sentences({which, Messages::tr("Kortvakt cannot unlock it. Contact the card’s issuer.")});
    return sentences({which,
        messageFor(
            *facts.cannotUnlock, {.issuer = facts.issuer, .name = facts.name, .leftAlone = facts.leftAlone})
            .oneLine()});
}

QString attemptNotShown(Facts::Typed presented)
{
    if (presented != Facts::Typed::Puk)
        return Messages::tr("The card does not show whether an attempt was used.");
    return Messages::tr("The card does not show whether the PUK lost an attempt. Use it again only if you "
                        "are sure of it: after a few errors it is locked for good.");
}

QString readerHeld(const Facts& facts)
{
    if (facts.holder.isEmpty())
        return say(rowOf(ErrorId::ReaderHeld).body).arg(facts.name);
    if (facts.heldByKernel)
        return Messages::tr("A driver in the system has taken it: %1. Contact your IT department and give "
                            "that name and the reader’s: %2.")
            .arg(facts.holder, facts.name);
    return Messages::tr("The program %1 has taken it. Close that program and connect the reader again. The "
                        "reader’s name: %2.")
        .arg(facts.holder, facts.name);
}

QString headingFor(ErrorId id, const Facts& facts)
{
    if (id == ErrorId::WrongPin && facts.delivered && facts.activationPin)
        return Messages::tr("Wrong activation PIN");
    if (id == ErrorId::WrongPin)
        return byRole(facts.role, Messages::tr("Wrong identification PIN"),
            Messages::tr("Wrong signature PIN"), Messages::tr("Wrong PIN"));
    if (id == ErrorId::AdministratorKey && facts.leftAlone != LeftAlone::No)
        return say(rowOf(ErrorId::FamilyLeftAlone).heading); // it is not only for unlocking
    return say(rowOf(id).heading);
}

QString whyLeftAlone(LeftAlone why)
{
    switch (why) {
    case LeftAlone::FormNotCertain:
        return Messages::tr("Kortvakt does not know for certain how this card takes codes, so it sends none. "
                            "Use the program of the card’s issuer.");
    case LeftAlone::PukNotKnown:
        return Messages::tr(
            "How the PUK of such a card is used is not known. Use the program of the card’s issuer.");
    case LeftAlone::AdministratorKey:
        return Messages::tr("Such cards are not unlocked with a PUK. Whoever administers the cards in your "
                            "organisation does it.");
    case LeftAlone::No:
        break;
    }
    return {};
}

QString bodyFor(ErrorId id, const Facts& facts)
{
    switch (id) {
    case ErrorId::ServiceDown:
        if (facts.hangs)
            return Messages::tr(
                "It has probably hung. Restart the computer, or have the service restarted. If the computer "
                "has just been started, wait a moment: Kortvakt keeps trying.");
        break;
    case ErrorId::ReaderNoDriver:
        return say(rowOf(id).body).arg(facts.name);
    case ErrorId::ReaderHeld:
        return readerHeld(facts);
    case ErrorId::ClockWrong:
        return say(rowOf(id).body).arg(facts.date);
    case ErrorId::ReaderIgnored:
        if (facts.byPolicy)
            return Messages::tr("Your organisation has excluded it.");
        break;
    case ErrorId::WrongPuk:
        return wrongPuk(facts.triesLeft);
    case ErrorId::WrongPin:
        return facts.delivered ? wrongDelivered(facts.triesLeft, facts.activationPin)
                               : wrongPin(facts.triesLeft, !facts.cannotUnlock);
    case ErrorId::PinLocked:
        return pinLocked(facts);
    case ErrorId::PukLocked:
        return sentences({say(rowOf(id).body), pukLockedAdvice(facts.issuer)});
    case ErrorId::LastTry:
        return sentences({say(rowOf(id).body), pukIfLocked(facts.issuer)});
    case ErrorId::FewerTries:
        return sentences({say(rowOf(id).body),
            facts.triesLeft ? triesLeftText(*facts.triesLeft) + QLatin1Char('.') : QString()});
    case ErrorId::NewCodeRejected:
        return facts.triesUnchanged ? Messages::tr("No attempt was used. Choose another code.")
                                    : attemptNotShown(facts.typed);
    case ErrorId::RefusedUnclear:
        return sentences(
            {Messages::tr("It does not tell which of them it means."), attemptNotShown(facts.typed)});
    case ErrorId::FamilyLeftAlone:
    case ErrorId::AdministratorKey:
        if (facts.leftAlone != LeftAlone::No)
            return whyLeftAlone(facts.leftAlone);
        break;
    case ErrorId::HiddenByPolicy:
        return facts.name.isEmpty() ? Messages::tr("Contact your IT department.")
                                    : Messages::tr("Contact %1.").arg(facts.name);
    case ErrorId::TooShort:
    case ErrorId::TooLong:
    case ErrorId::NotDigits:
    case ErrorId::Repeated:
    case ErrorId::Sequence:
    case ErrorId::Pattern:
    case ErrorId::BirthDate:
    case ErrorId::SameAsOld:
    case ErrorId::SameAsPuk:
    case ErrorId::SameAsOther:
    case ErrorId::Mismatch:
    case ErrorId::LooksLikePuk:
        return ruleText({id, facts.min, facts.max}, facts.typed, facts.role);
    default:
        break;
    }
    return say(rowOf(id).body);
}

/** Sentences that already say what became of the code. */
bool tellsWhatWasSent(ErrorId id)
{
    return id == ErrorId::CardRemoved || id == ErrorId::CardRemovedUnsure || id == ErrorId::CardSwapped
        || id == ErrorId::Cancelled || id == ErrorId::UnexpectedCardData;
}

} // namespace

QString attemptText(With what, const Aftermath& seen)
{
    if (seen.presented == Aftermath::Presented::Unharmed)
        return Messages::tr("No attempt was used.");
    return attemptNotShown(what == With::Puk ? Facts::Typed::Puk : Facts::Typed::Current);
}

Facts factsOf(const ShownCard& card)
{
    Facts facts;
    facts.issuer = card.issuer;
    facts.leftAlone = card.profile ? card.profile->leftAlone : LeftAlone::No;
    facts.activationPin = card.profile && card.profile->activationDigits > 0;
    facts.name = QString::fromStdString(card.shown.contact);
    return facts;
}

Facts factsOf(const ShownCard& card, const CodeObject& code)
{
    Facts facts = factsOf(card);
    facts.role = code.role;
    facts.cannotUnlock = ErrorId::NotPossible;
    for (const Action& action : actionsFor(card)) {
        const bool byPuk = action.kind == Action::Kind::Unlock || action.kind == Action::Kind::Set;
        if (byPuk && action.code == code.id)
            facts.cannotUnlock = action.unavailable;
    }
    return facts;
}

QString numberOf(ErrorId id)
{
    return QLatin1String(rowOf(id).number);
}

Message messageFor(ErrorId id, const Facts& facts)
{
    const ErrorId said = id == ErrorId::CardRemoved && facts.codeSent ? ErrorId::CardRemovedUnsure : id;
    Message message{numberOf(said), headingFor(said, facts), bodyFor(said, facts)};
    if (facts.codeSent)
        message.body = say(rowOf(ErrorId::CardRemovedUnsure).body);
    else if (facts.nothingSent && !tellsWhatWasSent(said))
        message.body = sentences({message.body, nothingSent()});
    return message;
}

QString Message::oneLine() const
{
    static const QString ends = QStringLiteral(".?!…)");
    QString said = heading;
    if (!said.isEmpty() && !ends.contains(said.back()) && !body.isEmpty())
        said += QLatin1Char('.');
    said = sentences({said, body});
    // The one number that users know stands in its sentence already.
    if (!number.isEmpty() && !said.contains(number))
        said += QStringLiteral(" (%1)").arg(number);
    return said;
}

} // namespace kortvakt::ui
