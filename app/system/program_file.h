// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace kortvakt::app {

/** Where the running program was started from. */
[[nodiscard]] std::string programPath();
/** Whether another file has taken its place at @p path, where the program was started from. */
[[nodiscard]] bool isProgramReplaced(const std::string& path);
/** Runs a program in this process' place: same process and session, with the standard streams alone. Returns
 * only when that fails. @param arguments its name first */
void becomeProgram(const std::string& path, std::vector<std::string> arguments);

} // namespace kortvakt::app
