// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/faults/flow.h"

#include "core/session.h"
#include "tests/faults/bare_channel.h"

#include <algorithm>

namespace kortvakt::faults {

namespace {

CardInfo shownOf(const std::shared_ptr<WitnessedCard>& card)
{
    BareReader reader{card};
    CardInfo shown;
    try {
        BareChannel channel(reader);
        Session session(channel);
        shown = readCodes(session, card->atr());
        readRest(session, shown);
    } catch (const CardError&) {
        // What was read until then is what its holder sees.
    }
    return shown;
}

std::vector<CodeId> offeredCodes(const Flow& flow, const CardInfo& shown)
{
    for (const Action& action : actionsFor(shown)) {
        if (action.kind != flow.action || action.unavailable)
            continue;
        return action.kind == Action::Kind::Activate ? codesToActivate(shown) : std::vector{action.code};
    }
    return {};
}

/** A new code within the lengths that are shown for it; another one for each @p index. */
std::string freshFor(const CodeObject* code, std::size_t index)
{
    const std::string digits = index % 2 == 0 ? "739164058273" : "582047193604";
    return digits.substr(
        0, static_cast<std::size_t>(code == nullptr ? 6 : std::clamp(6, code->freshMin, code->freshMax)));
}

} // namespace

const std::vector<Flow>& flows()
{
    using By = With;
    static const std::vector<Flow> rows{
        {"read", Action::Kind::Unlock, false},
        {"unlock", Action::Kind::Unlock, true, By::Puk, 0x2C},
        {"change", Action::Kind::Change, true, By::OldCode, 0x24},
        {"activate", Action::Kind::Activate, true, By::Puk, 0x2C},
    };
    return rows;
}

Setup prepare(const Flow& flow, const std::string& personality)
{
    const auto card = std::make_shared<WitnessedCard>(personality);
    Setup setup{&flow, personality, shownOf(card)};
    if (!flow.sendsCodes) {
        setup.offered = true;
        return setup;
    }
    setup.codes = offeredCodes(flow, setup.shown);
    setup.offered = !setup.codes.empty();
    if (!setup.offered)
        setup.codes = {setup.shown.codes.empty() ? CodeId{"5000", 0x81} : setup.shown.codes.front().id};
    setup.click.instruction = flow.instruction;
    for (const CodeId& id : setup.codes)
        setup.click.codes.push_back({id.text(), freshFor(setup.shown.find(id), setup.click.codes.size())});
    card->expect(setup.click);
    const auto presented = card->presentedFor(setup.codes.front().text());
    setup.click.presented = presented && !presented->value.empty() ? presented->value : "12345678";
    return setup;
}

} // namespace kortvakt::faults
