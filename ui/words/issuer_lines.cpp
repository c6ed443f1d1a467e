// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/issuer_lines.h"

#include "ui/words/phrase.h"

namespace kortvakt::ui {

using phrase::Messages;

namespace {

/** What an issuer's card holders need to know about the PUK; only what is publicly known of each. */
struct Lines {
    QString where;
    QString letterLost;
    QString locked;
    QString ifLocked;
    QString extra{};
};

Lines linesOf(Issuer issuer)
{
    switch (issuer) {
    case Issuer::Skatteverket:
        return {Messages::tr("The PUK is in the letter from Skatteverket sent to your home. The card comes "
                             "with a PUK only; you choose both codes yourself."),
            Messages::tr("Contact Skatteverket."),
            Messages::tr("The PUK cannot be replaced. You need to apply to Skatteverket for a new ID card."),
            Messages::tr("The PUK cannot be replaced. You would then need to apply to Skatteverket for a new "
                         "ID card.")};
    case Issuer::Telia:
        return {Messages::tr(
                    "The PUK is in the letter with codes you got when you ordered the ID card from Telia."),
            Messages::tr("You cannot get new codes, since Telia no longer issues ID cards. Apply to "
                         "Skatteverket for an ID card."),
            Messages::tr("Apply to Skatteverket for a new ID card."),
            Messages::tr("You would then need to apply to Skatteverket for a new ID card.")};
    case Issuer::Siths:
        return {Messages::tr("The PUK is in the letter with your codes sent to your home."),
            Messages::tr("An ID administrator in your organisation can order a new PUK letter. Not for "
                         "reserve cards."),
            Messages::tr("Contact an ID administrator in your organisation."),
            Messages::tr("You would then need to contact an ID administrator in your organisation."),
            Messages::tr("If the card’s product code (on the card) begins with 7, you may need an ID "
                         "administrator’s help.")};
    case Issuer::Fineid:
        return {Messages::tr("The activation code (PUK) is in the code letter."),
            Messages::tr("Contact the organisation that issued the card."),
            Messages::tr("Contact the organisation that issued the card."),
            Messages::tr("You would then need to contact the organisation that issued the card.")};
    case Issuer::Efos:
    case Issuer::Unknown:
        break;
    }
    return {Messages::tr("The PUK is in the letter or on the paper that came with the card."),
        Messages::tr("Contact the card’s issuer."), Messages::tr("Contact the card’s issuer."),
        Messages::tr("You would then need to contact the card’s issuer.")};
}

} // namespace

QString pukWhere(Issuer issuer)
{
    return linesOf(issuer).where;
}

QString pukLetterLost(Issuer issuer)
{
    return linesOf(issuer).letterLost;
}

QString pukLockedAdvice(Issuer issuer)
{
    return linesOf(issuer).locked;
}

QString pukIfLocked(Issuer issuer)
{
    return linesOf(issuer).ifLocked;
}

QString pukExtra(Issuer issuer)
{
    return linesOf(issuer).extra;
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
