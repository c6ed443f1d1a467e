// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

#include <algorithm>

namespace kortvakt::app {

/** The first of the options that a parser does not know, "--frobnicate". Empty where none is of letters only:
 * it may be a code that somebody typed, which is not repeated. */
[[nodiscard]] inline QString unknownOption(const QStringList& unknown)
{
    const auto letters = [](const QString& name) {
        return name.size() > 1 && std::ranges::all_of(name, [](QChar c) {
            return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'-';
        });
    };
    const auto found = std::ranges::find_if(unknown, letters);
    return found == unknown.end() ? QString() : QStringLiteral("--") + *found;
}

} // namespace kortvakt::app
