// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/untrusted.h"

#include "core/text.h"

#include <algorithm>

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

QString plain(const QString& untrusted)
{
    constexpr int longest = 200;
    return withoutUnseen(untrusted.simplified().left(longest));
}

QString plain(const std::string& untrusted)
{
    return plain(QString::fromStdString(untrusted));
}

QString unknownOption(const QStringList& unknown)
{
    const auto letters = [](const QString& name) {
        return name.size() > 1 && std::ranges::all_of(name, [](QChar c) {
            return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'-';
        });
    };
    const auto found = std::ranges::find_if(unknown, letters);
    return found == unknown.end() ? QString() : QStringLiteral("--") + *found;
}

} // namespace kortvakt::ui
