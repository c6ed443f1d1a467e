// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/card_words.h"

#include "ui/words/clock.h"
#include "ui/words/phrase.h"
#include "ui/words/tries_words.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace kortvakt::ui {

using phrase::byRole;
using phrase::Messages;
using phrase::say;

namespace {

QDate dateOf(std::chrono::sys_seconds when)
{
    return QDateTime::fromSecsSinceEpoch(when.time_since_epoch().count()).date();
}

QString couldNotBeRead()
{
    return Messages::tr("Could not be read now.");
}

/** What is known of the PUK of a code that has none to use. */
QString withoutPuk(const CodeObject& code)
{
    switch (code.cannotUnlock.value_or(ErrorId::NoPuk)) {
    case ErrorId::NoPuk:
        return Messages::tr("The card has no PUK.");
    case ErrorId::PukNotDescribed:
        return Messages::tr("The card does not describe it.");
    case ErrorId::PukUnreadable:
        return couldNotBeRead();
    default:
        return {};
    }
}

} // namespace

QString cardKind(const CardInfo& card)
{
    switch (card.issuer) {
    case Issuer::Skatteverket:
        return Messages::tr("ID card from Skatteverket");
    case Issuer::Telia:
        return Messages::tr("ID card from Telia");
    case Issuer::Siths:
        return Messages::tr("SITHS card");
    case Issuer::Efos:
        return Messages::tr("EFOS card");
    case Issuer::Fineid:
        return Messages::tr("Finnish ID card");
    case Issuer::Unknown:
        break;
    }
    return Messages::tr("Card");
}

QString cardTitle(const CardInfo& card)
{
    if (card.name.empty())
        return cardKind(card);
    const char* form = QT_TRANSLATE_NOOP("messages", "%1 (card)");
    if (card.issuer == Issuer::Siths)
        form = QT_TRANSLATE_NOOP("messages", "%1 (SITHS card)");
    else if (card.issuer == Issuer::Skatteverket || card.issuer == Issuer::Telia
        || card.issuer == Issuer::Fineid)
        form = QT_TRANSLATE_NOOP("messages", "%1 (ID card)");
    return say(form).arg(QString::fromStdString(card.name));
}

QString codeName(CodeRole role)
{
    return byRole(
        role, Messages::tr("Identification PIN"), Messages::tr("Signature PIN"), Messages::tr("PIN"));
}

QString codePurpose(CodeRole role)
{
    return byRole(role, Messages::tr("when you log in"), Messages::tr("when you sign"), {});
}

QString pukPurpose()
{
    return Messages::tr("when you unlock or choose a new code");
}

QString codeState(const CodeObject& code)
{
    if (code.unread)
        return couldNotBeRead();
    switch (code.state) {
    case CodeState::Ready:
        return code.triesLeft ? triesLeftText(*code.triesLeft)
                              : Messages::tr("Set. The card does not show the number of attempts.");
    case CodeState::LastTry:
        return Messages::tr("One attempt left");
    case CodeState::Locked:
        return Messages::tr("Locked");
    case CodeState::LockedOrNeverSet:
        return Messages::tr("Locked or not chosen yet");
    case CodeState::NeverSet:
        return Messages::tr("Not chosen yet");
    case CodeState::Unknown:
        break;
    }
    if (code.unlockedJustNow)
        return Messages::tr("Unlocked just now");
    if (code.maybeNeverSet)
        return Messages::tr("It may not be chosen yet; the card does not show.");
    return Messages::tr("The card does not show whether the code is locked.");
}

QString pukState(const CodeObject& code)
{
    if (!code.puk)
        return withoutPuk(code);
    const Puk& puk = *code.puk;
    if (puk.locked || puk.triesLeft == 0)
        return Messages::tr("Locked");
    if (puk.unread)
        return couldNotBeRead();
    if (!puk.triesLeft)
        return Messages::tr("The card does not show the number of attempts.");
    if (puk.triesLeft == 1)
        return Messages::tr("One attempt left");
    return triesLeftText(*puk.triesLeft);
}

QString factoryNote(const CodeObject& code)
{
    if (!code.factoryValue)
        return {};
    return Messages::tr("The code is still the one that all such cards are made with. Change it.");
}

QString pukFactoryNote(const CodeObject& code)
{
    if (!code.puk || !code.puk->factoryValue)
        return {};
    return Messages::tr("The PUK is still the one that all such cards are made with. Change it in the "
                        "program that the card was set up with.");
}

QString codeTrouble(const CodeObject& code)
{
    switch (code.state) {
    case CodeState::Locked:
        return byRole(code.role, Messages::tr("The identification PIN is locked"),
            Messages::tr("The signature PIN is locked"), Messages::tr("A code on the card is locked"));
    case CodeState::NeverSet:
        return byRole(code.role, Messages::tr("The identification PIN has not been chosen yet"),
            Messages::tr("The signature PIN has not been chosen yet"),
            Messages::tr("A code on the card has not been chosen yet"));
    case CodeState::LockedOrNeverSet:
        return byRole(code.role,
            Messages::tr("The identification PIN is locked, or you have not chosen one yet"),
            Messages::tr("The signature PIN is locked, or you have not chosen one yet"),
            Messages::tr("A code on the card is locked, or you have not chosen one yet"));
    case CodeState::LastTry:
        return byRole(code.role, Messages::tr("One attempt left with the identification PIN"),
            Messages::tr("One attempt left with the signature PIN"),
            Messages::tr("One attempt left with a code on the card"));
    case CodeState::Ready:
    case CodeState::Unknown:
        break;
    }
    return {};
}

QString pukLabel()
{
    return Messages::tr("PUK");
}

QString currentCodeLabel(CodeRole role)
{
    return byRole(role, Messages::tr("Current identification PIN"), Messages::tr("Current signature PIN"),
        Messages::tr("Current PIN"));
}

QString freshCodeLabel(CodeRole role)
{
    return byRole(role, Messages::tr("New identification PIN"), Messages::tr("New signature PIN"),
        Messages::tr("New PIN"));
}

QString repeatCodeLabel(CodeRole role)
{
    return byRole(role, Messages::tr("Repeat new identification PIN"),
        Messages::tr("Repeat new signature PIN"), Messages::tr("Repeat new PIN"));
}

QString lengthText(int min, int max)
{
    if (min == max)
        return say(QT_TRANSLATE_N_NOOP("messages", "%n digit(s)"), min);
    return Messages::tr("%1–%2 digits").arg(min).arg(max);
}

QString certificateState(const CertificateInfo& certificate, std::chrono::sys_seconds now, int warnDays)
{
    const QString until = dateText(certificate.notAfter);
    switch (certificate.stateAt(now, warnDays)) {
    case CertificateInfo::State::Expired:
        return Messages::tr("Expired %1").arg(until);
    case CertificateInfo::State::NotYetValid:
        return Messages::tr("Not valid until %1. Is the computer’s date right?")
            .arg(dateText(certificate.notBefore));
    case CertificateInfo::State::ExpiresSoon: {
        const auto days = static_cast<int>(dateOf(now).daysTo(dateOf(certificate.notAfter)));
        if (days <= 0)
            return Messages::tr("Expires today");
        if (days == 1)
            return Messages::tr("Expires in one day");
        return say(QT_TRANSLATE_N_NOOP("messages", "Expires in %n day(s)"), days);
    }
    case CertificateInfo::State::Valid:
        break;
    }
    return Messages::tr("Valid until %1").arg(until);
}

QString purposeName(Purpose purpose)
{
    switch (purpose) {
    case Purpose::Authentication:
        return Messages::tr("Identification");
    case Purpose::Signature:
        return Messages::tr("Signature");
    case Purpose::Encryption:
        return Messages::tr("Encryption");
    case Purpose::Other:
        break;
    }
    return Messages::tr("Other use");
}

QString certificateNote(std::chrono::sys_seconds now)
{
    return phrase::sentences({computersDate(now),
        Messages::tr("Kortvakt does not check whether the certificate has been revoked.")});
}

QString dateText(std::chrono::sys_seconds when)
{
    return QLocale().toString(dateOf(when), QStringLiteral("d MMMM yyyy"));
}

QString tableDate(std::chrono::sys_seconds when)
{
    return dateOf(when).toString(Qt::ISODate);
}

QString severalLetters()
{
    return Messages::tr("Do you have several letters? Use only the one that belongs to this card.");
}

QString certificatesSince(const CardInfo& card)
{
    const auto own = std::find_if(card.certificates.begin(), card.certificates.end(),
        [](const CertificateInfo& certificate) { return !certificate.authority; });
    if (own == card.certificates.end())
        return {};
    return Messages::tr("The card’s certificates are valid from %1.").arg(dateText(own->notBefore));
}

QString neverTell()
{
    return Messages::tr("Never give your codes to anyone, not even to support.");
}

} // namespace kortvakt::ui
