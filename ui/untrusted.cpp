// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/untrusted.h"

#include "core/text.h"

#include <QList>

namespace kortvakt::ui {

QString withoutUnseen(const QString& untrusted, const QString& instead)
{
    QString clean;
    // Whole characters, and not their halves: a tag is two of these, of which neither tells.
    for (const char32_t character : untrusted.toUcs4()) {
        const auto kind = QChar::category(character);
        if (isUnseen(character) || kind == QChar::Other_Control || kind == QChar::Other_Format)
            clean += instead;
        else
            clean += QChar::fromUcs4(character);
    }
    return clean;
}

} // namespace kortvakt::ui
