// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/words.h"

#include "core/code_doubts.h"

namespace kortvakt::cli {

QString deliveryCodeName(const CardInfo& card, const CodeObject& code)
{
    if (!holdsActivationPin(card, code))
        return say(QT_TRANSLATE_NOOP("cli", "PIN from the PIN envelope"));
    return say(QT_TRANSLATE_NOOP("cli", "Activation PIN from the code letter"));
}

QString printable(const QString& untrusted)
{
    QString text = untrusted;
    for (QChar& character : text) {
        const auto category = character.category();
        // Format characters turn the direction of writing, and so may hide what stands where.
        if (category == QChar::Other_Control || category == QChar::Other_Format
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph)
            character = QChar::ReplacementCharacter;
    }
    return text;
}

QString printable(const std::string& untrusted)
{
    return printable(QString::fromStdString(untrusted));
}

} // namespace kortvakt::cli
