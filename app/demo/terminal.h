// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

namespace kortvakt::demo {

/**
 * The demo without a display: the command line's own program, over cards in software. At a terminal it shows
 * a menu (put a card in, list, unlock, change, activate, pull); when standard input is none, it goes through
 * the main job by itself: list, unlock with the demo PUK, list again. Makes a QCoreApplication unless there
 * is one.
 * @return an exit code, 0 when all went well.
 */
[[nodiscard]] int runTerminalDemo();

} // namespace kortvakt::demo
