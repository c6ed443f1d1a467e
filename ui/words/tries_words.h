// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/** How many tries are left, in words. What a card counts no further than is the least that there are. */
namespace kortvakt::ui {

/** "3 försök kvar", "15 eller fler försök kvar": beside a code's name. */
[[nodiscard]] QString triesLeftText(int tries);
/** "Du har 3 försök kvar.", "Du har 15 eller fler försök kvar." */
[[nodiscard]] QString youHaveTriesLeft(int tries);

} // namespace kortvakt::ui
