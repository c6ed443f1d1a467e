// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/tray/settings_watch.h"

#include <QWidget>

namespace kortvakt::app {

/** Opens the user's settings over @p window, or raises them; what is chosen is written to the user's own
 * file, and takes effect at once where it can. @p startsAtLogIn: the session has an entry for the program. */
void openSettings(QWidget& window, SettingsWatch& settings, bool startsAtLogIn);

} // namespace kortvakt::app
