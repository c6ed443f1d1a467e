// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/messages.h"

#include "ui/phrase.h"

#include <array>

namespace kortvakt::ui {

using phrase::ByRole;
using phrase::say;
using phrase::sentences;

namespace {

/** What an ErrorId says when nothing more is known. Headings that differ by role stand in headingFor(). */
struct Row {
    ErrorId id;
    const char* number;
    const char* heading;
    const char* body;
};

// clang-format off
    constexpr Row rows[] = {
        { ErrorId::ServiceDown, "KV10",
            QT_TRANSLATE_NOOP("messages", "The computer’s smart card service is not responding."),
            QT_TRANSLATE_NOOP("messages", "Kortvakt keeps trying. If that does not help, restart the computer or contact support.") },
        { ErrorId::AccessDenied, "KV11",
            QT_TRANSLATE_NOOP("messages", "Kortvakt is not allowed to use the card reader right now."),
            QT_TRANSLATE_NOOP("messages", "You may be connected remotely, or someone else may be logged in at the computer. Log in at the computer itself and choose Try again.") },
        { ErrorId::NoReader, "KV12",
            QT_TRANSLATE_NOOP("messages", "No card reader is connected."),
            QT_TRANSLATE_NOOP("messages", "Connect the card reader. If it is already connected, unplug it and connect it again.") },
        { ErrorId::ReaderNoDriver, "KV13",
            QT_TRANSLATE_NOOP("messages", "The card reader has no driver."),
            QT_TRANSLATE_NOOP("messages", "Contact your IT department and give the reader’s name: %1.") },
        { ErrorId::ReaderIgnored, "KV14",
            QT_TRANSLATE_NOOP("messages", "Kortvakt does not use this card reader."),
            QT_TRANSLATE_NOOP("messages", "It is excluded in Settings.") },
        { ErrorId::NoCard, "KV20",
            QT_TRANSLATE_NOOP("messages", "Insert your card in the card reader."), nullptr },
        { ErrorId::CardMute, "KV21",
            QT_TRANSLATE_NOOP("messages", "The card is not responding."),
            QT_TRANSLATE_NOOP("messages", "Take the card out and wipe the chip. Insert it again, chip up, all the way in.") },
        { ErrorId::CardBusy, "KV22",
            QT_TRANSLATE_NOOP("messages", "Another program is using the card."),
            QT_TRANSLATE_NOOP("messages", "Close programs that use the card, such as the browser or Net iD, and try again.") },
        { ErrorId::CardUnknown, "KV23",
            QT_TRANSLATE_NOOP("messages", "Kortvakt does not recognise this card."),
            QT_TRANSLATE_NOOP("messages", "Is it the right card? Bank cards do not work here. If it is your ID card or work card, you can save a card report for support.") },
        { ErrorId::CardBroken, "KV24",
            QT_TRANSLATE_NOOP("messages", "The card could not be read completely."),
            QT_TRANSLATE_NOOP("messages", "Take the card out, insert it again and wait until it has been read.") },
        { ErrorId::CardIgnored, "KV25",
            QT_TRANSLATE_NOOP("messages", "Kortvakt is not used for this card."),
            QT_TRANSLATE_NOOP("messages", "Your organisation has decided which cards are shown.") },
        { ErrorId::CardContactless, "KV26",
            QT_TRANSLATE_NOOP("messages", "The card is being read contactlessly."),
            QT_TRANSLATE_NOOP("messages", "Codes can only be managed with the card in a contact reader. Insert it in one.") },
        { ErrorId::UnexpectedCardData, "KV27",
            QT_TRANSLATE_NOOP("messages", "The card’s data do not match its type."),
            QT_TRANSLATE_NOOP("messages", "Nothing is sent to the card. Save a card report for support.") },
        { ErrorId::CardRemoved, "KV40",
            QT_TRANSLATE_NOOP("messages", "The card was taken out"),
            QT_TRANSLATE_NOOP("messages", "Nothing was sent to the card and no attempt was used. Insert the card and try again.") },
        { ErrorId::CardRemovedUnsure, "KV41",
            QT_TRANSLATE_NOOP("messages", "The card was taken out too early"),
            QT_TRANSLATE_NOOP("messages", "The new code may or may not have been saved. Insert the card again and Kortvakt will show how things stand. Do not try any code before that.") },
        { ErrorId::CardSwapped, "KV42",
            QT_TRANSLATE_NOOP("messages", "Another card is in the reader"),
            QT_TRANSLATE_NOOP("messages", "Nothing was sent to it. Insert the right card, or close and start again.") },
        { ErrorId::CardSilent, "KV43",
            QT_TRANSLATE_NOOP("messages", "The card has stopped responding"),
            QT_TRANSLATE_NOOP("messages", "Take the card out and insert it again.") },
        { ErrorId::WrongPin, "KV31", nullptr, nullptr },
        { ErrorId::WrongPuk, "KV30", QT_TRANSLATE_NOOP("messages", "Wrong PUK"), nullptr },
        { ErrorId::PinLocked, "E14", QT_TRANSLATE_NOOP("messages", "The PIN is locked. (E14)"), nullptr },
        { ErrorId::PukLocked, "KV33",
            QT_TRANSLATE_NOOP("messages", "The PUK is locked"),
            QT_TRANSLATE_NOOP("messages", "Locked codes on this card can no longer be unlocked. Codes that are not locked still work.") },
        { ErrorId::Unusable, "",
            QT_TRANSLATE_NOOP("messages", "The card says that the code cannot be used"),
            QT_TRANSLATE_NOOP("messages", "Save a card report for support.") },
        { ErrorId::LastTry, "",
            QT_TRANSLATE_NOOP("messages", "Last attempt with the PUK"),
            QT_TRANSLATE_NOOP("messages", "If it is wrong now, the PUK is locked for good.") },
        { ErrorId::FewerTries, "",
            QT_TRANSLATE_NOOP("messages", "Fewer attempts are left than were shown"),
            QT_TRANSLATE_NOOP("messages", "Another program may have used an attempt. Check how many are left before you go on.") },
        { ErrorId::NewCodeRejected, "KV34",
            QT_TRANSLATE_NOOP("messages", "The card did not accept the new code"), nullptr },
        { ErrorId::TooShort, "", QT_TRANSLATE_NOOP("messages", "The code is too short"), nullptr },
        { ErrorId::TooLong, "", QT_TRANSLATE_NOOP("messages", "The code is too long"), nullptr },
        { ErrorId::NotDigits, "", QT_TRANSLATE_NOOP("messages", "The code is not digits only"), nullptr },
        { ErrorId::Repeated, "", QT_TRANSLATE_NOOP("messages", "The code is too easy to guess"), nullptr },
        { ErrorId::Sequence, "", QT_TRANSLATE_NOOP("messages", "The code is too easy to guess"), nullptr },
        { ErrorId::BirthDate, "", QT_TRANSLATE_NOOP("messages", "The code is too easy to guess"), nullptr },
        { ErrorId::SameAsOld, "", QT_TRANSLATE_NOOP("messages", "Choose another code"), nullptr },
        { ErrorId::SameAsPuk, "", QT_TRANSLATE_NOOP("messages", "Choose another code"), nullptr },
        { ErrorId::SameAsOther, "", QT_TRANSLATE_NOOP("messages", "Choose another code"), nullptr },
        { ErrorId::Mismatch, "", QT_TRANSLATE_NOOP("messages", "Enter the new code once more"), nullptr },
        { ErrorId::LooksLikePuk, "", QT_TRANSLATE_NOOP("messages", "Check which code you have entered"), nullptr },
        { ErrorId::NoPuk, "KV44",
            QT_TRANSLATE_NOOP("messages", "This card cannot be unlocked with a PUK"),
            QT_TRANSLATE_NOOP("messages", "Contact the card’s issuer.") },
        { ErrorId::NotPossible, "",
            QT_TRANSLATE_NOOP("messages", "This cannot be done with this card"), nullptr },
        { ErrorId::HiddenByPolicy, "KV45",
            QT_TRANSLATE_NOOP("messages", "Your organisation has turned this off in Kortvakt"), nullptr },
        { ErrorId::CertificateExpired, "",
            QT_TRANSLATE_NOOP("messages", "A certificate on the card has expired"), nullptr },
        { ErrorId::CertificateExpiresSoon, "",
            QT_TRANSLATE_NOOP("messages", "A certificate on the card expires soon"), nullptr },
        { ErrorId::CertificateNotYetValid, "",
            QT_TRANSLATE_NOOP("messages", "A certificate on the card is not valid yet"),
            QT_TRANSLATE_NOOP("messages", "Is the computer’s date right?") },
        { ErrorId::BadSetting, "", QT_TRANSLATE_NOOP("messages", "A setting has a value that cannot be used"), nullptr },
        { ErrorId::Cancelled, "",
            QT_TRANSLATE_NOOP("messages", "Cancelled"), QT_TRANSLATE_NOOP("messages", "Nothing was sent to the card.") },
        { ErrorId::Internal, "",
            QT_TRANSLATE_NOOP("messages", "Something went wrong in Kortvakt"),
            QT_TRANSLATE_NOOP("messages", "Close Kortvakt, start it again and try once more. Contact support if that does not help.") },
    };
// clang-format on

const Row& rowOf(ErrorId id)
{
    for (const Row& row : rows)
        if (row.id == id)
            return row;
    return rowOf(ErrorId::Internal);
}

QString wrongPuk(std::optional<int> tries)
{
    if (!tries)
        return say(QT_TRANSLATE_NOOP("messages",
            "The card does not show how many attempts are left. After a few errors the PUK is locked for "
            "good."));
    if (*tries == 1)
        return say(QT_TRANSLATE_NOOP(
            "messages", "You have one attempt left. If it is wrong again, the PUK is locked for good."));
    return sentences({say(QT_TRANSLATE_N_NOOP("messages", "You have %n attempt(s) left."), *tries),
        say(QT_TRANSLATE_NOOP("messages",
            "Compare the digits with the letter, one by one. Check that the letter belongs to this card."))});
}

QString wrongPin(std::optional<int> tries)
{
    if (tries == 1)
        return say(QT_TRANSLATE_NOOP(
            "messages", "You have one attempt left. If it is wrong again, the code is locked."));
    return sentences(
        {tries ? say(QT_TRANSLATE_N_NOOP("messages", "You have %n attempt(s) left."), *tries)
               : say(QT_TRANSLATE_NOOP("messages", "The card does not show how many attempts are left.")),
            say(QT_TRANSLATE_NOOP("messages", "Forgotten the code? Unlock with the PUK instead."))});
}

QString headingFor(ErrorId id, const Facts& facts)
{
    if (id == ErrorId::WrongPin)
        return ByRole{QT_TRANSLATE_NOOP("messages", "Wrong identification PIN"),
            QT_TRANSLATE_NOOP("messages", "Wrong signature PIN"), QT_TRANSLATE_NOOP("messages", "Wrong PIN")}
            .text(facts.role);
    return say(rowOf(id).heading);
}

QString bodyFor(ErrorId id, const Facts& facts)
{
    switch (id) {
    case ErrorId::ReaderNoDriver:
        return say(rowOf(id).body).arg(facts.name);
    case ErrorId::ReaderIgnored:
        if (facts.byPolicy)
            return say(QT_TRANSLATE_NOOP("messages", "Your organisation has excluded it."));
        break;
    case ErrorId::WrongPuk:
        return wrongPuk(facts.triesLeft);
    case ErrorId::WrongPin:
        return wrongPin(facts.triesLeft);
    case ErrorId::PinLocked:
        return ByRole{
            QT_TRANSLATE_NOOP("messages",
                "It is the identification PIN that is locked. Unlock it with the PUK in your letter."),
            QT_TRANSLATE_NOOP(
                "messages", "It is the signature PIN that is locked. Unlock it with the PUK in your letter."),
            QT_TRANSLATE_NOOP("messages", "Unlock it with the PUK in your letter.")}
            .text(facts.role);
    case ErrorId::PukLocked:
    case ErrorId::LastTry:
        return sentences({say(rowOf(id).body), pukLockedAdvice(facts.issuer)});
    case ErrorId::FewerTries:
        return sentences({say(rowOf(id).body),
            facts.triesLeft ? say(QT_TRANSLATE_N_NOOP("messages", "%n attempt(s) left"), *facts.triesLeft)
                    + QLatin1Char('.')
                            : QString()});
    case ErrorId::NewCodeRejected:
        return facts.triesUnchanged
            ? say(QT_TRANSLATE_NOOP("messages", "No attempt was used. Choose another code."))
            : say(QT_TRANSLATE_NOOP(
                "messages", "Choose another code. The card does not show whether an attempt was used."));
    case ErrorId::HiddenByPolicy:
        return facts.name.isEmpty() ? say(QT_TRANSLATE_NOOP("messages", "Contact your IT department."))
                                    : say(QT_TRANSLATE_NOOP("messages", "Contact %1.")).arg(facts.name);
    case ErrorId::TooShort:
    case ErrorId::TooLong:
    case ErrorId::NotDigits:
    case ErrorId::Repeated:
    case ErrorId::Sequence:
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
