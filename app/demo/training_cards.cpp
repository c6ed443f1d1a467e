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
    return {
        {"classic-v3-delivered",
            say(QT_TRANSLATE_NOOP("demo", "New ID card from Skatteverket: no code chosen"))},
        {"classic-v3-no-signature",
            say(QT_TRANSLATE_NOOP("demo", "ID card from Skatteverket: signature PIN never chosen"))},
        {"classic-v3-pin-locked",
            say(QT_TRANSLATE_NOOP("demo", "ID card from Skatteverket: identification PIN locked"))},
        {"classic-v3-used", say(QT_TRANSLATE_NOOP("demo", "ID card from Skatteverket: in use"))},
        {"classic-v3-last-try",
            say(QT_TRANSLATE_NOOP("demo", "ID card from Skatteverket: one attempt left with every code"))},
        {"classic-v3-puk-locked", say(QT_TRANSLATE_NOOP("demo", "ID card from Skatteverket: PUK locked"))},
        {"classic-v3-expired",
            say(QT_TRANSLATE_NOOP("demo", "ID card from Skatteverket: certificates have expired"))},
        {"telia-pin-locked",
            say(QT_TRANSLATE_NOOP(
                "demo", "ID card from Telia: identification PIN locked, shows no attempts"))},
        {"siths-used", say(QT_TRANSLATE_NOOP("demo", "SITHS card: in use"))},
        {"siths-pin-locked", say(QT_TRANSLATE_NOOP("demo", "SITHS card: identification PIN locked"))},
        {"fineid-2026-delivered",
            say(QT_TRANSLATE_NOOP("demo", "Finnish ID card: activation PIN to change"))},
        {"fineid-pin-locked", say(QT_TRANSLATE_NOOP("demo", "Finnish ID card: identification PIN locked"))},
        {"piv-pin-locked", say(QT_TRANSLATE_NOOP("demo", "Security key (PIV): PIN locked"))},
        {"bank", say(QT_TRANSLATE_NOOP("demo", "Bank card"))},
    };
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
        const QString value = code.value.empty() ? say(QT_TRANSLATE_NOOP("demo", "not chosen"))
                                                 : QString::fromStdString(code.value);
        const QString line = say(QT_TRANSLATE_NOOP("demo", "%1: %2 (%3 of %4 attempts left)"))
                                 .arg(name, value)
                                 .arg(code.triesLeft)
                                 .arg(code.triesMax);
        if (!lines.contains(line)) // one letter, though each application keeps its own
            lines << line;
    }
    return lines;
}

} // namespace kortvakt::demo
