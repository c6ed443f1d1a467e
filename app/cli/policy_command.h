// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/options.h"
#include "app/cli/run_cli.h"

namespace kortvakt::cli {

/**
 * `policy`: tells every setting, its value and where it comes from, and what is wrong in the files; or, with
 * --check, what is wrong in one file that is to become a policy.
 * @return another exit code than 0 when something does not work as written; with --check also when something
 * is not understood
 */
[[nodiscard]] int policy(
    const Options& options, const Surroundings& surroundings, const app::LoadedSettings& settings);

} // namespace kortvakt::cli
