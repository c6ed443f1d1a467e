// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/words.h"

#include "core/wish.h"
#include "ui/words/untrusted.h"

namespace kortvakt::cli {

QString deliveryCodeName(const CardInfo& card, const CodeObject& code)
{
    if (!holdsActivationPin(card, code))
        return Cli::tr("PIN from the PIN envelope");
    return Cli::tr("Activation PIN from the code letter");
}

QString printable(const QString& untrusted)
{
    return ui::withoutUnseen(untrusted, QString(QChar::ReplacementCharacter));
}

QString printable(const std::string& untrusted)
{
    return printable(QString::fromStdString(untrusted));
}

} // namespace kortvakt::cli
