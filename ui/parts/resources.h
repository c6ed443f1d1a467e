// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

namespace kortvakt::ui {

/** Makes the windows' icons and translations ("kortvakt", for installLanguage()) available. Called once,
 * before any window. */
void embedResources();

} // namespace kortvakt::ui
