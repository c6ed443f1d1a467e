// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/sweep/table.h"

#include <functional>

namespace kortvakt::sweep {

/** Chooses cases by their number: a sample spread over all of them. */
struct Sample {
    int every = 1;
    long counted = 0;
    [[nodiscard]] bool takes() { return counted++ % every == 0; }
};

/** What is swept: a case's name where only one is wanted, and what is told before each. */
struct Wish {
    std::string one;
    Sample flips, others; ///< a reading has some hundred times as many positions to flip as commands
    std::function<void(const std::string&)> watch;
    /** Whether this case is run. */
    [[nodiscard]] bool wants(const Row& row);
};

/** What a sound reading of a card tells. @throws CardError */
[[nodiscard]] CardInfo readSoundly(const std::string& personality);
/** Sweeps one whole reading of a card. */
void sweepReading(const std::string& personality, Wish& wish, Table& table);
/** Sweeps the second look at a card before a code is sent, with each flow that it offers. */
void sweepFlows(const std::string& personality, Wish& wish, Table& table);

} // namespace kortvakt::sweep
