// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/faults/flow.h"
#include "tests/sweep/reading.h"

namespace kortvakt::sweep {

namespace {

/** A flow with a card of its own, since a code may be set. */
class Attempt {
public:
    explicit Attempt(const faults::Setup& setup)
        : setup_(setup)
        , card_(setup.personality)
    {
        card_.expect(setup.click);
    }
    CodeResult run(OddChannel& channel)
    {
        const auto set = setup_.flow->by == With::Puk ? unlockCode : changeCode;
        Session session(channel);
        return set(session, card_.atr(), setup_.shown, setup_.codes.front(), Secret(setup_.click.presented),
            Secret(setup_.click.codes.front().fresh), [&] {
                card_.confirm();
                return true;
            });
    }
    [[nodiscard]] faults::WitnessedCard& card() { return card_; }

private:
    const faults::Setup& setup_;
    faults::WitnessedCard card_;
};

/** Whether the code is set when nothing is replaced: it need not be on a card with something wrong. */
Verdict soundVerdict(Attempt& attempt, OddChannel& honest)
{
    try {
        const auto result = attempt.run(honest);
        if (result.kind == CodeResult::Kind::Accepted)
            return {};
        return {Verdict::Kind::Wrong, "not accepted, though nothing was replaced"};
    } catch (const CardError& error) {
        return {Verdict::Kind::Wrong, std::string(idOf(error.id)) + ", though nothing was replaced"};
    }
}

Verdict verdictOn(const faults::Setup& setup, const Strike& strike, Source source)
{
    Attempt attempt(setup);
    OddChannel channel(attempt.card(), &strike);
    Verdict verdict;
    try {
        verdict = judgeFlow(attempt.run(channel), strike, source);
    } catch (const CardError& error) {
        verdict = judgeBreak(error);
    }
    for (const auto& complaint : attempt.card().complaints())
        verdict = {Verdict::Kind::Wrong, verdict.why + "; " + complaint};
    return verdict;
}

} // namespace

void sweepFlows(const std::string& personality, Wish& wish, Table& table)
{
    for (const auto& flow : faults::flows()) {
        if (flow.name != "unlock" && flow.name != "change")
            continue;
        const auto setup = faults::prepare(flow, personality);
        if (!setup.offered)
            continue;
        Attempt sound(setup);
        OddChannel honest(sound.card());
        if (const auto verdict = soundVerdict(sound, honest); verdict.kind == Verdict::Kind::Wrong) {
            const auto presented = sound.card().presentedFor(setup.codes.front().text());
            if (!softcard::familyOf(personality).bent && presented && presented->triesLeft > 0)
                table.add({std::string(flow.name), personality, {}, verdict});
            continue;
        }
        const auto sources = sourcesOf(honest.steps());
        const auto firstCode = *sound.card().codePositions().begin();
        for (int at = 0; at < firstCode; ++at) {
            const auto& [asked, answer] = honest.steps()[static_cast<std::size_t>(at)];
            for (const auto& odd : oddAnswersFor(answer)) {
                Row row{std::string(flow.name), personality, {at, asked, false, odd}, {}};
                if (!wish.wants(row))
                    continue;
                wish.watch(row.name());
                row.verdict = verdictOn(setup, row.strike, sources[static_cast<std::size_t>(at)]);
                table.add(row);
            }
        }
    }
}

} // namespace kortvakt::sweep
