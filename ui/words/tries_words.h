// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/** How many tries are left, in words. What a card counts no further than is the least that there are. */
namespace kortvakt::ui {

/** "3 attempts left", "15 or more attempts left": beside a code's name. */
[[nodiscard]] QString triesLeftText(int tries);
/** "You have 3 attempts left.", "You have 15 or more attempts left." */
[[nodiscard]] QString youHaveTriesLeft(int tries);

} // namespace kortvakt::ui
