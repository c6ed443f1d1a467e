// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>
#include <cstdlib>

namespace kortvakt::fuzz {

/** What must hold whatever comes in; its breach ends the program, which libFuzzer and the replay tell. */
inline void require(bool holds, const char* rule)
{
    if (holds)
        return;
    std::fprintf(stderr, "BROKEN: %s\n", rule);
    std::fflush(stderr);
    std::abort();
}

} // namespace kortvakt::fuzz
