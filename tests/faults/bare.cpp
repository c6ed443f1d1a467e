// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "core/session.h"
#include "tests/faults/bare_channel.h"
#include "tests/faults/trial.h"

namespace kortvakt::faults {

namespace {

/** One conversation over a bare channel; what breaks it off becomes a value. */
template <typename Conversation>
std::optional<CardError> converse(Trial& trial, BareReader& reader, Run& run, Conversation conversation)
{
    if (trial.opening() && trial.other)
        reader.card = trial.other;
    BareChannel channel(reader);
    std::optional<CardError> broken;
    try {
        Session session(channel);
        conversation(session, reader.card->atr());
    } catch (const CardError& error) {
        broken = error;
    }
    if (channel.open() != 0)
        run.leftBehind.emplace_back("a transaction");
    return broken;
}

bool mayAnswer(const BareReader& reader, const std::optional<CardError>& error)
{
    return !reader.gone && (!error || (error->id != ErrorId::CardSilent && error->id != ErrorId::CardBusy));
}

} // namespace

Run runBare(Trial& trial)
{
    BareReader reader{trial.card, &trial.fault, trial.fault.where == Where::Command ? trial.position : -1};
    Run run;
    auto& card = run.outcome.card;
    auto& results = run.outcome.results;
    auto& error = run.outcome.error;
    if (!trial.setup.flow->sendsCodes) {
        error = converse(trial, reader, run, [&](Session& session, const Bytes& atr) {
            card = readCodes(session, atr);
            readRest(session, *card);
        });
        return run;
    }
    const auto set = trial.setup.flow->by == With::Puk ? unlockCode : changeCode;
    const Wish wish = trial.wish();
    for (const Fresh& fresh : wish.codes) {
        error = converse(trial, reader, run, [&, &told = results](Session& session, const Bytes& atr) {
            told.push_back(
                set(session, atr, wish.expected, fresh.code, wish.presented, fresh.digits, wish.wanted));
        });
        if (error || results.back().kind != CodeResult::Kind::Accepted)
            break;
    }
    if (mayAnswer(reader, error)) {
        const auto again = converse(trial, reader, run,
            [&, &read = card](Session& session, const Bytes& atr) { read = readCard(session, atr); });
        if (again || card->identity != trial.shown.identity)
            card.reset();
    }
    return run;
}

} // namespace kortvakt::faults
