// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/issuer_lines.h"

#include "ui/words/phrase.h"

namespace kortvakt::ui {

namespace {

/** What an issuer's card holders need to know about the PUK; only what is publicly known of each. */
struct Lines {
    const char* where;
    const char* letterLost;
    const char* locked;
    const char* ifLocked;
    const char* extra;
};

Lines linesOf(Issuer issuer)
{
    switch (issuer) {
    case Issuer::Skatteverket:
        return {QT_TRANSLATE_NOOP("messages",
                    "The PUK is in the letter from Skatteverket sent to your home. The card comes with a PUK "
                    "only; you choose both codes yourself."),
            QT_TRANSLATE_NOOP("messages", "Contact Skatteverket."),
            QT_TRANSLATE_NOOP("messages",
                "The PUK cannot be replaced. You need to apply to Skatteverket for a new ID card."),
            QT_TRANSLATE_NOOP("messages",
                "The PUK cannot be replaced. You would then need to apply to Skatteverket for a new ID "
                "card."),
            nullptr};
    case Issuer::Telia:
        return {QT_TRANSLATE_NOOP("messages",
                    "The PUK is in the letter with codes you got when you ordered the ID card from Telia."),
            QT_TRANSLATE_NOOP("messages",
                "You cannot get new codes, since Telia no longer issues ID cards. Apply to Skatteverket for "
                "an "
                "ID card."),
            QT_TRANSLATE_NOOP("messages", "Apply to Skatteverket for a new ID card."),
            QT_TRANSLATE_NOOP("messages", "You would then need to apply to Skatteverket for a new ID card."),
            nullptr};
    case Issuer::Siths:
        return {QT_TRANSLATE_NOOP("messages", "The PUK is in the letter with your codes sent to your home."),
            QT_TRANSLATE_NOOP("messages",
                "An ID administrator in your organisation can order a new PUK letter. Not for reserve "
                "cards."),
            QT_TRANSLATE_NOOP("messages", "Contact an ID administrator in your organisation."),
            QT_TRANSLATE_NOOP(
                "messages", "You would then need to contact an ID administrator in your organisation."),
            QT_TRANSLATE_NOOP("messages",
                "If the card’s product code (on the card) begins with 7, you may need an ID administrator’s "
                "help.")};
    case Issuer::Fineid:
        return {QT_TRANSLATE_NOOP("messages", "The activation code (PUK) is in the code letter."),
            QT_TRANSLATE_NOOP("messages", "Contact the organisation that issued the card."),
            QT_TRANSLATE_NOOP("messages", "Contact the organisation that issued the card."),
            QT_TRANSLATE_NOOP(
                "messages", "You would then need to contact the organisation that issued the card."),
            nullptr};
    case Issuer::Efos:
    case Issuer::Unknown:
        break;
    }
    return {
        QT_TRANSLATE_NOOP("messages", "The PUK is in the letter or on the paper that came with the card."),
        QT_TRANSLATE_NOOP("messages", "Contact the card’s issuer."),
        QT_TRANSLATE_NOOP("messages", "Contact the card’s issuer."),
        QT_TRANSLATE_NOOP("messages", "You would then need to contact the card’s issuer."), nullptr};
}

} // namespace

QString pukWhere(Issuer issuer)
{
    return phrase::say(linesOf(issuer).where);
}

QString pukLetterLost(Issuer issuer)
{
    return phrase::say(linesOf(issuer).letterLost);
}

QString pukLockedAdvice(Issuer issuer)
{
    return phrase::say(linesOf(issuer).locked);
}

QString pukIfLocked(Issuer issuer)
{
    return phrase::say(linesOf(issuer).ifLocked);
}

QString pukExtra(Issuer issuer)
{
    return phrase::say(linesOf(issuer).extra);
}

QStringList pukLines(const ShownCard& card)
{
    for (const app::ShownRules::PukHelp& help : card.shown.pukHelp) {
        if (!help.issuer || help.issuer == card.issuer)
            return {QString::fromStdString(help.text)};
    }
    QStringList lines{pukWhere(card.issuer), pukExtra(card.issuer)};
    lines.removeAll(QString());
    return lines;
}

} // namespace kortvakt::ui
