// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

namespace kortvakt::app {

/**
 * Drops what the environment says that would have libraries load code from elsewhere, or have Qt show the
 * program's windows in another way than on the user's own screen: to whoever connects, for one. Called in
 * main() before anything reads it. What the dynamic linker has loaded by then, no program can undo.
 */
void cleanEnvironment();
/** Whether there is a screen to show windows on. */
[[nodiscard]] bool hasScreen();

} // namespace kortvakt::app
