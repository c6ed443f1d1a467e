// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

/** Writes what a pcsc::Monitor tells, a line for each snapshot: "down", or "up" and for each reader its name,
 * and the number of the insertion where a card is in, with tabs between. Each line on standard input ends the
 * monitor and makes a new one, which is answered by "renewed"; the end of the input ends the program. */

#include "pcsc/monitor.h"

#include <iostream>
#include <optional>

using kortvakt::pcsc::Monitor;
using kortvakt::pcsc::Snapshot;

namespace {

void tell(const Snapshot& snapshot)
{
    std::string line = snapshot.service ? "down" : "up";
    for (const auto& slot : snapshot.slots)
        line += "\t" + slot.reader + (slot.present && !slot.mute ? "=" + std::to_string(slot.insertion) : "");
    std::cout << line + "\n" << std::flush;
}

} // namespace

int main()
{
    std::optional<Monitor> monitor(std::in_place, tell);
    for (std::string line; std::getline(std::cin, line);) {
        monitor.reset();
        std::cout << "renewed\n" << std::flush;
        monitor.emplace(tell);
    }
}
