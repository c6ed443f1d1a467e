// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/sweep/odd_channel.h"

namespace kortvakt::sweep {

/** What an answer is of: it decides what a lie in it can change unnoticed. */
enum class Source {
    Selection,
    Directory, ///< EF.DIR, EF.ODF
    AuthObjects, ///< EF.AODF
    Keys, ///< EF.PrKDF
    Counter,
    Data, ///< certificates, their directory, serial numbers, labels
};

/** The source of each step of a reading. */
[[nodiscard]] std::vector<Source> sourcesOf(const std::vector<Step>& steps);

} // namespace kortvakt::sweep
