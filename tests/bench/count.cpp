// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Counts, at the soft card, what reading each kind of card takes: one line of JSON for each personality
// named.
#include "core/card.h"
#include "tests/support/soft_channel.h"

#include <cstdio>

namespace {

void print(const char* name, const softcard::Counts& counts)
{
    std::printf("\"%s\": {\"apdus\": %d, \"getResponses\": %d, \"bytes\": %d}", name,
        counts.apdus - counts.getResponses, counts.getResponses, counts.bytesIn + counts.bytesOut);
}

} // namespace

int main(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const auto card = softcard::make(argv[i]);
        if (!card) {
            std::fprintf(stderr, "no personality %s\n", argv[i]);
            return 2;
        }
        kortvakt::test::SoftChannel channel(*card);
        kortvakt::Session session(channel);
        const auto atr = card->atr();
        auto info = kortvakt::readCodes(session, atr);
        const auto codes = card->counts();
        kortvakt::readRest(session, info);
        std::printf("{\"name\": \"%s\", \"t0\": %s, \"applications\": %zu, \"certificates\": %zu, ", argv[i],
            card->isT0() ? "true" : "false", info.applications.size(), info.certificates.size());
        print("codes", codes);
        std::printf(", ");
        print("full", card->counts());
        std::printf("}\n");
    }
    return 0;
}
