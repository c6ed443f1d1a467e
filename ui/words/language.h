// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLocale>
#include <QStringList>

namespace kortvakt::ui {

/**
 * Makes the program speak a language: loads the translations of these messages and of each further catalogue,
 * and sets the default locale, which dates are written with. May be called again to change the language.
 * @param language "sv", "en" or "system" (the computer's language; English where it is neither).
 * @param catalogues names of catalogues embedded as ":/translations/NAME_LANG.qm", "messages" not included.
 * @return the language's locale.
 */
QLocale installLanguage(const QString& language, const QStringList& catalogues = {});

} // namespace kortvakt::ui
