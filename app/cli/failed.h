// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/options.h"
#include "app/cli/run_cli.h"

#include <QJsonObject>

namespace kortvakt::cli {

/**
 * Tells why a command has no other answer: on standard error, and with --json also as its answer.
 * @param error nothing: the arguments make no sense.
 * @param beside what the answer in JSON has all the same.
 * @return the exit code.
 */
[[nodiscard]] int failed(const Options& options, const Surroundings& to, const std::optional<ErrorId>& error,
    const QString& message, QJsonObject beside = {});

} // namespace kortvakt::cli
