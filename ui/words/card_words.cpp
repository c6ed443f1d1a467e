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

using phrase::ByRole;
using phrase::say;

namespace {

QDate dateOf(std::chrono::sys_seconds when)
{
    return QDateTime::fromSecsSinceEpoch(when.time_since_epoch().count()).date();
}

QString couldNotBeRead()
{
    return say(QT_TRANSLATE_NOOP("messages", "Could not be read now."));
}

/** What is known of the PUK of a code that has none to use. */
QString withoutPuk(const CodeObject& code)
{
    switch (code.cannotUnlock.value_or(ErrorId::NoPuk)) {
    case ErrorId::NoPuk:
        return say(QT_TRANSLATE_NOOP("messages", "The card has no PUK."));
    case ErrorId::PukNotDescribed:
        return say(QT_TRANSLATE_NOOP("messages", "The card does not describe it."));
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
        return say(QT_TRANSLATE_NOOP("messages", "ID card from Skatteverket"));
    case Issuer::Telia:
        return say(QT_TRANSLATE_NOOP("messages", "ID card from Telia"));
    case Issuer::Siths:
        return say(QT_TRANSLATE_NOOP("messages", "SITHS card"));
    case Issuer::Efos:
        return say(QT_TRANSLATE_NOOP("messages", "EFOS card"));
    case Issuer::Fineid:
        return say(QT_TRANSLATE_NOOP("messages", "Finnish ID card"));
    case Issuer::Unknown:
        break;
    }
    return say(QT_TRANSLATE_NOOP("messages", "Card"));
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
    return ByRole{QT_TRANSLATE_NOOP("messages", "Identification PIN"),
        QT_TRANSLATE_NOOP("messages", "Signature PIN"), QT_TRANSLATE_NOOP("messages", "PIN")}
        .text(role);
}

QString codePurpose(CodeRole role)
{
    return ByRole{QT_TRANSLATE_NOOP("messages", "when you log in"),
        QT_TRANSLATE_NOOP("messages", "when you sign"), nullptr}
        .text(role);
}

QString pukPurpose()
{
    return say(QT_TRANSLATE_NOOP("messages", "when you unlock or choose a new code"));
}

QString codeState(const CodeObject& code)
{
    if (code.unread)
        return couldNotBeRead();
    switch (code.state) {
    case CodeState::Ready:
        return code.triesLeft
            ? triesLeftText(*code.triesLeft)
            : say(QT_TRANSLATE_NOOP("messages", "Set. The card does not show the number of attempts."));
    case CodeState::LastTry:
        return say(QT_TRANSLATE_NOOP("messages", "One attempt left"));
    case CodeState::Locked:
        return say(QT_TRANSLATE_NOOP("messages", "Locked"));
    case CodeState::LockedOrNeverSet:
        return say(QT_TRANSLATE_NOOP("messages", "Locked or not chosen yet"));
    case CodeState::NeverSet:
        return say(QT_TRANSLATE_NOOP("messages", "Not chosen yet"));
    case CodeState::Unknown:
        break;
    }
    if (code.unlockedJustNow)
        return say(QT_TRANSLATE_NOOP("messages", "Unlocked just now"));
    if (code.maybeNeverSet)
        return say(QT_TRANSLATE_NOOP("messages", "It may not be chosen yet; the card does not show."));
    return say(QT_TRANSLATE_NOOP("messages", "The card does not show whether the code is locked."));
}

QString pukState(const CodeObject& code)
{
    if (!code.puk)
        return withoutPuk(code);
    const Puk& puk = *code.puk;
    if (puk.locked || puk.triesLeft == 0)
        return say(QT_TRANSLATE_NOOP("messages", "Locked"));
    if (puk.unread)
        return couldNotBeRead();
    if (!puk.triesLeft)
        return say(QT_TRANSLATE_NOOP("messages", "The card does not show the number of attempts."));
    if (puk.triesLeft == 1)
        return say(QT_TRANSLATE_NOOP("messages", "One attempt left"));
    return triesLeftText(*puk.triesLeft);
}

QString factoryNote(const CodeObject& code)
{
    if (!code.factoryValue)
        return {};
    return say(QT_TRANSLATE_NOOP(
        "messages", "The code is still the one that all such cards are made with. Change it."));
}

QString pukFactoryNote(const CodeObject& code)
{
    if (!code.puk || !code.puk->factoryValue)
        return {};
    return say(QT_TRANSLATE_NOOP("messages",
        "The PUK is still the one that all such cards are made with. Change it in the program that the card "
        "was set up with."));
}

QString codeTrouble(const CodeObject& code)
{
    switch (code.state) {
    case CodeState::Locked:
        return ByRole{QT_TRANSLATE_NOOP("messages", "The identification PIN is locked"),
            QT_TRANSLATE_NOOP("messages", "The signature PIN is locked"),
            QT_TRANSLATE_NOOP("messages", "A code on the card is locked")}
            .text(code.role);
    case CodeState::NeverSet:
        return ByRole{QT_TRANSLATE_NOOP("messages", "The identification PIN has not been chosen yet"),
            QT_TRANSLATE_NOOP("messages", "The signature PIN has not been chosen yet"),
            QT_TRANSLATE_NOOP("messages", "A code on the card has not been chosen yet")}
            .text(code.role);
    case CodeState::LockedOrNeverSet:
        return ByRole{
            QT_TRANSLATE_NOOP("messages", "The identification PIN is locked, or you have not chosen one yet"),
            QT_TRANSLATE_NOOP("messages", "The signature PIN is locked, or you have not chosen one yet"),
            QT_TRANSLATE_NOOP("messages", "A code on the card is locked, or you have not chosen one yet")}
            .text(code.role);
    case CodeState::LastTry:
        return ByRole{QT_TRANSLATE_NOOP("messages", "One attempt left with the identification PIN"),
            QT_TRANSLATE_NOOP("messages", "One attempt left with the signature PIN"),
            QT_TRANSLATE_NOOP("messages", "One attempt left with a code on the card")}
            .text(code.role);
    case CodeState::Ready:
    case CodeState::Unknown:
        break;
    }
    return {};
}

QString pukLabel()
{
    return say(QT_TRANSLATE_NOOP("messages", "PUK"));
}

QString currentCodeLabel(CodeRole role)
{
    return ByRole{QT_TRANSLATE_NOOP("messages", "Current identification PIN"),
        QT_TRANSLATE_NOOP("messages", "Current signature PIN"), QT_TRANSLATE_NOOP("messages", "Current PIN")}
        .text(role);
}

QString freshCodeLabel(CodeRole role)
{
    return ByRole{QT_TRANSLATE_NOOP("messages", "New identification PIN"),
        QT_TRANSLATE_NOOP("messages", "New signature PIN"), QT_TRANSLATE_NOOP("messages", "New PIN")}
        .text(role);
}

QString repeatCodeLabel(CodeRole role)
{
    return ByRole{QT_TRANSLATE_NOOP("messages", "Repeat new identification PIN"),
        QT_TRANSLATE_NOOP("messages", "Repeat new signature PIN"),
        QT_TRANSLATE_NOOP("messages", "Repeat new PIN")}
        .text(role);
}

QString lengthText(int min, int max)
{
    if (min == max)
        return say(QT_TRANSLATE_N_NOOP("messages", "%n digit(s)"), min);
    return say(QT_TRANSLATE_NOOP("messages", "%1–%2 digits")).arg(min).arg(max);
}

QString certificateState(const CertificateInfo& certificate, std::chrono::sys_seconds now, int warnDays)
{
    const QString until = dateText(certificate.notAfter);
    switch (certificate.stateAt(now, warnDays)) {
    case CertificateInfo::State::Expired:
        return say(QT_TRANSLATE_NOOP("messages", "Expired %1")).arg(until);
    case CertificateInfo::State::NotYetValid:
        return say(QT_TRANSLATE_NOOP("messages", "Not valid until %1. Is the computer’s date right?"))
            .arg(dateText(certificate.notBefore));
    case CertificateInfo::State::ExpiresSoon: {
        const auto days = static_cast<int>(dateOf(now).daysTo(dateOf(certificate.notAfter)));
        if (days <= 0)
            return say(QT_TRANSLATE_NOOP("messages", "Expires today"));
        if (days == 1)
            return say(QT_TRANSLATE_NOOP("messages", "Expires in one day"));
        return say(QT_TRANSLATE_N_NOOP("messages", "Expires in %n day(s)"), days);
    }
    case CertificateInfo::State::Valid:
        break;
    }
    return say(QT_TRANSLATE_NOOP("messages", "Valid until %1")).arg(until);
}

QString purposeName(Purpose purpose)
{
    switch (purpose) {
    case Purpose::Authentication:
        return say(QT_TRANSLATE_NOOP("messages", "Identification"));
    case Purpose::Signature:
        return say(QT_TRANSLATE_NOOP("messages", "Signature"));
    case Purpose::Encryption:
        return say(QT_TRANSLATE_NOOP("messages", "Encryption"));
    case Purpose::Other:
        break;
    }
    return say(QT_TRANSLATE_NOOP("messages", "Other use"));
}

QString certificateNote(std::chrono::sys_seconds now)
{
    return phrase::sentences({computersDate(now),
        say(QT_TRANSLATE_NOOP(
            "messages", "Kortvakt does not check whether the certificate has been revoked."))});
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
    return say(QT_TRANSLATE_NOOP(
        "messages", "Do you have several letters? Use only the one that belongs to this card."));
}

QString certificatesSince(const CardInfo& card)
{
    const auto own = std::find_if(card.certificates.begin(), card.certificates.end(),
        [](const CertificateInfo& certificate) { return !certificate.authority; });
    if (own == card.certificates.end())
        return {};
    return say(QT_TRANSLATE_NOOP("messages", "The card’s certificates are valid from %1."))
        .arg(dateText(own->notBefore));
}

QString neverTell()
{
    return say(QT_TRANSLATE_NOOP("messages", "Never give your codes to anyone, not even to support."));
}

} // namespace kortvakt::ui
