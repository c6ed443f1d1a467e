// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/jobs/card_job.h"
#include "tests/faults/witnessed_card.h"

namespace kortvakt::faults {

/** Something a holder does with a card: one row for each. */
struct Flow {
    std::string_view name;
    Action::Kind action; ///< what offers it
    bool sendsCodes = true;
    With by = With::Puk;
    std::uint8_t instruction = 0x2C; ///< the only one that may carry its codes
};

[[nodiscard]] const std::vector<Flow>& flows();

/** What a holder sees of a card and types for a flow, before anything goes wrong. */
struct Setup {
    const Flow* flow = nullptr;
    std::string personality;
    CardInfo shown;
    bool offered = false; ///< else the codes are tried all the same, and nothing may be sent
    std::vector<CodeId> codes{};
    Click click{};
};

/** Reads a card of this personality, and chooses codes by what its holder is offered. */
[[nodiscard]] Setup prepare(const Flow& flow, const std::string& personality);

} // namespace kortvakt::faults
