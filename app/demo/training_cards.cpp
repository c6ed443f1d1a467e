// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/demo/training_cards.h"

#include <QCoreApplication>

#include <algorithm>

namespace kortvakt::demo {

namespace {

QString say(const char* source)
{
    return QCoreApplication::translate("demo", source);
}

} // namespace

std::vector<TrainingCard> trainingCards()
{
    using Kind = TrainingCard::Kind;
    return {
        {Kind::Usual, "classic-v3-delivered",
            say(QT_TRANSLATE_NOOP("demo", "New ID card from Skatteverket: no code chosen"))},
        {Kind::Usual, "classic-v3-no-signature",
            say(QT_TRANSLATE_NOOP("demo", "ID card from Skatteverket: signature PIN never chosen"))},
        {Kind::Usual, "classic-v3-pin-locked",
            say(QT_TRANSLATE_NOOP("demo", "ID card from Skatteverket: identification PIN locked"))},
        {Kind::Usual, "classic-v3-used", say(QT_TRANSLATE_NOOP("demo", "ID card from Skatteverket: in use"))},
        {Kind::Trouble, "classic-v3-last-try",
            say(QT_TRANSLATE_NOOP("demo", "ID card from Skatteverket: one attempt left with every code"))},
        {Kind::Trouble, "classic-v3-puk-locked",
            say(QT_TRANSLATE_NOOP("demo", "ID card from Skatteverket: PUK locked"))},
        {Kind::Trouble, "classic-v3-expired",
            say(QT_TRANSLATE_NOOP("demo", "ID card from Skatteverket: certificates have expired"))},
        {Kind::Other, "telia-pin-locked",
            say(QT_TRANSLATE_NOOP(
                "demo", "ID card from Telia: identification PIN locked, shows no attempts"))},
        {Kind::Other, "siths-used", say(QT_TRANSLATE_NOOP("demo", "SITHS card: in use"))},
        {Kind::Other, "siths-pin-locked",
            say(QT_TRANSLATE_NOOP("demo", "SITHS card: identification PIN locked"))},
        {Kind::Other, "fineid-2026-delivered",
            say(QT_TRANSLATE_NOOP("demo", "Finnish ID card: activation PIN to change"))},
        {Kind::Other, "fineid-pin-locked",
            say(QT_TRANSLATE_NOOP("demo", "Finnish ID card: identification PIN locked"))},
        {Kind::Other, "piv-pin-locked", say(QT_TRANSLATE_NOOP("demo", "Security key (PIV): PIN locked"))},
        {Kind::Other, "bank", say(QT_TRANSLATE_NOOP("demo", "Bank card"))},
    };
}

QString kindTitle(TrainingCard::Kind kind)
{
    switch (kind) {
    case TrainingCard::Kind::Usual:
        return say(QT_TRANSLATE_NOOP("demo", "Usual errands"));
    case TrainingCard::Kind::Trouble:
        return say(QT_TRANSLATE_NOOP("demo", "When something is wrong"));
    case TrainingCard::Kind::Other:
        break;
    }
    return say(QT_TRANSLATE_NOOP("demo", "Other cards"));
}

QString readerName(int number)
{
    return say(QT_TRANSLATE_NOOP("demo", "Card reader %1")).arg(number);
}

QStringList codeLines(const softcard::SoftCard& card)
{
    const auto codes = card.codes();
    QStringList lines;
    int pins = 0;
    for (const auto& code : codes) {
        const bool puk = std::ranges::any_of(codes, [&](const auto& other) {
            return other.puk
                && code.name.ends_with(
                    QStringLiteral("%1").arg(*other.puk, 2, 16, QLatin1Char('0')).toUpper().toStdString());
        });
        const QString name = puk ? say(QT_TRANSLATE_NOOP("demo", "PUK"))
            : ++pins == 1        ? say(QT_TRANSLATE_NOOP("demo", "Identification PIN"))
                                 : say(QT_TRANSLATE_NOOP("demo", "Signature PIN"));
        const QString line = code.value.empty()
            ? say(QT_TRANSLATE_NOOP("demo", "%1: not chosen")).arg(name)
            : say(QT_TRANSLATE_NOOP("demo", "%1: %2 (%3 of %4 attempts left)"))
                  .arg(name, QString::fromStdString(code.value))
                  .arg(code.triesLeft)
                  .arg(code.triesMax);
        if (!lines.contains(line)) // one letter, though each application keeps its own
            lines << line;
    }
    return lines;
}

} // namespace kortvakt::demo
