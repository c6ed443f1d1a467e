// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/demo/training_cards.h"

#include <algorithm>

namespace kortvakt::demo {

std::vector<TrainingCard> trainingCards()
{
    using Kind = TrainingCard::Kind;
    return {
        {Kind::Usual, "classic-v3-delivered", Demo::tr("New ID card from Skatteverket: no code chosen")},
        {Kind::Usual, "classic-v3-no-signature",
            Demo::tr("ID card from Skatteverket: signature PIN never chosen")},
        {Kind::Usual, "classic-v3-pin-locked",
            Demo::tr("ID card from Skatteverket: identification PIN locked")},
        {Kind::Usual, "classic-v3-used", Demo::tr("ID card from Skatteverket: in use")},
        {Kind::Trouble, "classic-v3-last-try",
            Demo::tr("ID card from Skatteverket: one attempt left with every code")},
        {Kind::Trouble, "classic-v3-puk-locked", Demo::tr("ID card from Skatteverket: PUK locked")},
        {Kind::Trouble, "classic-v3-expired",
            Demo::tr("ID card from Skatteverket: certificates have expired")},
        {Kind::Other, "telia-pin-locked",
            Demo::tr("ID card from Telia: identification PIN locked, shows no attempts")},
        {Kind::Other, "siths-used", Demo::tr("SITHS card: in use")},
        {Kind::Other, "siths-pin-locked", Demo::tr("SITHS card: identification PIN locked")},
        {Kind::Other, "fineid-2026-delivered", Demo::tr("Finnish ID card: activation PIN to change")},
        {Kind::Other, "fineid-pin-locked", Demo::tr("Finnish ID card: identification PIN locked")},
        {Kind::Other, "piv-pin-locked", Demo::tr("Security key (PIV): PIN locked")},
        {Kind::Other, "bank", Demo::tr("Bank card")},
    };
}

QString kindTitle(TrainingCard::Kind kind)
{
    switch (kind) {
    case TrainingCard::Kind::Usual:
        return Demo::tr("Usual errands");
    case TrainingCard::Kind::Trouble:
        return Demo::tr("When something is wrong");
    case TrainingCard::Kind::Other:
        break;
    }
    return Demo::tr("Other cards");
}

QString readerName(int number)
{
    return Demo::tr("Card reader %1").arg(number);
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
        const QString name = puk ? Demo::tr("PUK")
            : ++pins == 1        ? Demo::tr("Identification PIN")
                                 : Demo::tr("Signature PIN");
        const QString line = code.value.empty() ? Demo::tr("%1: not chosen").arg(name)
                                                : Demo::tr("%1: %2 (%3 of %4 attempts left)")
                                                      .arg(name, QString::fromStdString(code.value))
                                                      .arg(code.triesLeft)
                                                      .arg(code.triesMax);
        if (!lines.contains(line)) // one letter, though each application keeps its own
            lines << line;
    }
    return lines;
}

} // namespace kortvakt::demo
