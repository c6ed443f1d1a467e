// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace kortvakt::ui {

/** Text as somebody else has written it, with something else (or nothing) in the place of each control
 * character and of each one that is not seen itself: what could steer a terminal, or hide or turn what stands
 * beside it. */
[[nodiscard]] QString withoutUnseen(const QString& untrusted, const QString& instead = {});
/** Text as it came from a card or a reader: never read as markup, without control characters, not endless. */
[[nodiscard]] QString plain(const QString& untrusted);
[[nodiscard]] QString plain(const std::string& untrusted);
/** The first of the options that a parser does not know, "--frobnicate". Empty where none is of letters only:
 * it may be a code that somebody typed, which is not repeated. */
[[nodiscard]] QString unknownOption(const QStringList& unknown);

} // namespace kortvakt::ui
