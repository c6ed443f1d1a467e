// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/faults/trial.h"

namespace kortvakt::faults {

/** How long a flow is when nothing goes wrong. */
struct Extent {
    int commands = 0, openings = 0, asked = 0;
    std::set<int> codePositions;
};

/** All that is wrong with what a flow did and told; nothing when the invariants hold. */
[[nodiscard]] std::vector<std::string> judge(
    const Trial& trial, const Run& run, const Extent& extent, bool overPcsc);

/** What was told, for the table: "accepted", "wrong-puk(4)", "card-removed-unsure". */
[[nodiscard]] std::string toldIn(const Outcome& outcome);

} // namespace kortvakt::faults
