// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/sweep/reading.h"

namespace kortvakt::sweep {

namespace {

CardInfo read(softcard::SoftCard& card, OddChannel& channel)
{
    card.reset();
    Session session(channel);
    auto told = readCodes(session, card.atr());
    readRest(session, told);
    return told;
}

Verdict verdictOn(softcard::SoftCard& card, const CardInfo& sound, const Strike& strike, Source source)
{
    OddChannel channel(card, &strike);
    try {
        return judgeReading(read(card, channel), sound, strike, source);
    } catch (const CardError& error) {
        return judgeBreak(error);
    }
}

} // namespace

CardInfo readSoundly(const std::string& personality)
{
    const auto card = softcard::make(personality);
    OddChannel channel(*card);
    return read(*card, channel);
}

bool Wish::wants(const Row& row)
{
    if (!one.empty())
        return row.name() == one;
    return (row.strike.odd.flips() ? flips : others).takes();
}

void sweepReading(const std::string& personality, Wish& wish, Table& table)
{
    const auto card = softcard::make(personality);
    OddChannel honest(*card);
    const auto sound = read(*card, honest);
    if (const auto verdict = judgeSound(sound);
        verdict.kind == Verdict::Kind::Wrong && !softcard::familyOf(personality).bent)
        table.add({"read", personality, {}, verdict});
    const auto sources = sourcesOf(honest.steps());
    for (std::size_t at = 0; at < honest.steps().size(); ++at) {
        const auto& [asked, answer] = honest.steps()[at];
        for (const auto& odd : oddAnswersFor(answer))
            for (const bool forEver : {false, true}) {
                Row row{"read", personality, {static_cast<int>(at), asked, forEver, odd}, {}};
                if (!wish.wants(row))
                    continue;
                wish.watch(row.name());
                row.verdict = verdictOn(*card, sound, row.strike, sources[at]);
                table.add(row);
            }
    }
}

} // namespace kortvakt::sweep
