// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/code_objects.h"
#include "core/iso7816.h"
#include "core/tlv.h"

#include <algorithm>
#include <array>
#include <optional>

namespace kortvakt {

namespace {

/** What a counter's reading said. */
struct Counter {
    std::optional<int> tries;
    bool unset = false; ///< 6984 or 6985: perhaps never set
    bool refused = false; ///< 6982: not over this interface
    bool verified = false;
    std::optional<bool> changed; ///< DF2F, where the card has it: false while the delivery code is in place
    TriesAnswer answer;
};

Counter readByEmptyVerify(Session& session, std::uint8_t reference)
{
    const auto sw = session.send(iso7816::verifyStatus(reference)).sw;
    Counter counter;
    counter.answer = {sw, {}};
    if ((sw & 0xFFF0) == 0x63C0)
        counter.tries = sw & 0xF;
    else if (sw == 0x6983)
        counter.tries = 0;
    counter.unset = sw == 0x6984 || sw == 0x6985;
    counter.refused = sw == 0x6982;
    counter.verified = sw == 0x9000;
    return counter;
}

/** FINEID S1 v4: A0 { DF21: tries left first, DF2F: 00 = delivery code, 01 = changed }. */
Counter readByPinInfo(Session& session, std::uint8_t reference)
{
    const auto response = session.send(
        iso7816::getData(0x00, 0xFF, std::array<std::uint8_t, 5>{0xA0, 0x03, 0x83, 0x01, reference}));
    const auto info = TlvReader(response.data).find(0xA0);
    if (!response.ok() || !info)
        return readByEmptyVerify(session, reference);
    Counter counter;
    counter.answer = {response.sw, response.data};
    const TlvReader fields(*info);
    if (const auto tries = fields.find(0xDF21); tries && !tries->empty() && (*tries)[0] <= 0x0F)
        counter.tries = (*tries)[0];
    if (const auto changed = fields.find(0xDF2F); changed && !changed->empty())
        counter.changed = (*changed)[0] != 0;
    return counter;
}

/** IAS-ECC: 70 { BF81nn { A0 { 9B: tries left } } }, n the reference without the bit that says local. */
Counter readBySecurityObject(Session& session, std::uint8_t reference)
{
    const std::array<std::uint8_t, 10> request{
        0x4D, 0x08, 0x70, 0x06, 0xBF, 0x81, static_cast<std::uint8_t>(reference & 0x0F), 0x02, 0xA0, 0x80};
    const auto response = session.send(iso7816::getData(0x3F, 0xFF, request));
    Counter counter;
    counter.answer = {response.sw, response.data};
    counter.refused = response.sw == 0x6982;
    if (!response.ok())
        return counter;
    const auto object = TlvReader(response.data).find(0x70);
    const auto code = object ? TlvReader(*object).find(0xBF8100u | (reference & 0x0Fu)) : std::nullopt;
    const auto parameters = code ? TlvReader(*code).find(0xA0) : std::nullopt;
    const auto tries = parameters ? TlvReader(*parameters).find(0x9B) : std::nullopt;
    if (tries && tries->size() == 1 && (*tries)[0] <= 0x0F)
        counter.tries = (*tries)[0];
    return counter;
}

Counter readCounter(Session& session, const Profile& profile, const Location& where, std::uint8_t reference)
{
    if (profile.triesBy == TriesBy::Nothing || session.enter(where) != 0x9000)
        return {};
    switch (profile.triesBy) {
    case TriesBy::PinInfo:
        return readByPinInfo(session, reference);
    case TriesBy::SecurityObject:
        return readBySecurityObject(session, reference);
    default:
        return readByEmptyVerify(session, reference);
    }
}

void applyCounter(CodeObject& code, const Counter& counter, const Profile& profile)
{
    code.triesLeft = counter.tries;
    code.answer = counter.answer;
    if (counter.changed == false) {
        // Delivered with a single-use code from a letter, or blocked until one is chosen.
        code.deliveryCode = counter.tries.value_or(0) > 0;
        code.state = CodeState::NeverSet;
        if (code.deliveryCode)
            code.cannotUnlock = ErrorId::NotPossible;
    } else if (code.state == CodeState::NeverSet && counter.tries.value_or(0) == 0) {
        return; // a code with tries left was chosen, though the card's files still say otherwise
    } else if (counter.tries == 0) {
        const bool maybeNew = profile.deliveredBlocked && !counter.changed;
        code.state = maybeNew ? CodeState::LockedOrNeverSet : CodeState::Locked;
    } else if (counter.tries == 1) {
        code.state = CodeState::LastTry;
    } else if (counter.tries || counter.verified) {
        code.state = CodeState::Ready;
    } else if (counter.unset) {
        code.state = CodeState::LockedOrNeverSet;
    }
}

} // namespace

bool readCounters(Session& session, const Profile& profile, std::vector<CodeObject>& codes)
{
    bool refused = false;
    struct Known {
        Location where;
        std::uint8_t reference;
        Counter counter;
    };
    std::vector<Known> puks;
    for (auto& code : codes) {
        const auto counter = readCounter(session, profile, code.application, code.id.reference);
        applyCounter(code, counter, profile);
        refused |= counter.refused;
        if (!code.puk || !code.puk->counted)
            continue;
        auto& puk = *code.puk;
        auto known = std::ranges::find_if(puks,
            [&](const Known& one) { return one.where == puk.application && one.reference == puk.reference; });
        if (known == puks.end()) {
            puks.push_back({puk.application, puk.reference,
                readCounter(session, profile, puk.application, puk.reference)});
            known = std::prev(puks.end());
        }
        puk.triesLeft = known->counter.tries;
        puk.answer = known->counter.answer;
        puk.locked = puk.triesLeft == 0;
    }
    return refused;
}

} // namespace kortvakt
