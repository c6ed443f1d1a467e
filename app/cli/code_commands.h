// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/options.h"
#include "app/cli/reader_view.h"
#include "app/cli/run_cli.h"

namespace kortvakt::cli {

/** `unlock`, `change` and `activate`: asks for the codes, checks every rule, sends, and tells what came of
 * it. */
[[nodiscard]] int setCodes(const Options& options, const Surroundings& surroundings, const House& house,
    std::chrono::sys_seconds now);

} // namespace kortvakt::cli
