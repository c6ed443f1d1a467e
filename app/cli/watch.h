// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/options.h"
#include "app/cli/run_cli.h"

namespace kortvakt::cli {

/**
 * Tells what is in the readers, and then each change, one line each, until SIGINT or SIGTERM comes or nobody
 * reads the lines any more, which is Done. Nothing but reading is done at a card.
 * @return OtherFailure when the lines cannot be written.
 */
[[nodiscard]] int watch(const Options& options, const Surroundings& to, const app::LoadedSettings& settings);

} // namespace kortvakt::cli
