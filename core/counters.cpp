// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/counters.h"

#include "core/iso7816.h"
#include "core/piv.h"
#include "core/status_words.h"
#include "core/tlv.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace kortvakt {

namespace {

/** What a counter's reading said. */
struct Counter {
    std::optional<int> tries;
    bool unset = false; ///< 6984 or 6985: perhaps never set
    bool refused = false; ///< 6982: not over this interface
    bool verified = false;
    bool heard = false; ///< the answer was one that a card gives to this question
    bool partly = false; ///< more could have been told, and its answer was lost
    std::optional<bool> changed; ///< DF2F, where the card has it: false while the delivery code is in place
    bool factoryValue = false;
    TriesAnswer answer;
};

/** VERIFY without data (ISO 7816-4 §11.5.6), where that is known to cost nothing. */
Counter readByEmptyVerify(Session& session, const Profile& profile, std::uint8_t reference)
{
    const auto status = session.send(iso7816::verifyStatus(reference)).sw;
    Counter counter;
    counter.answer = {status, {}};
    const bool bare = profile.answers.bareCounter && status > sw::NotVerified && sw::tellsBareTries(status);
    if (sw::tellsTries(status) || bare)
        counter.tries = status & 0xF;
    else if (status == sw::Blocked)
        counter.tries = 0;
    counter.unset = status == sw::Invalidated || status == sw::ConditionsNotSatisfied;
    counter.refused = status == sw::NotSatisfied;
    counter.verified = status == sw::Ok;
    counter.heard = counter.tries || counter.unset || counter.verified || sw::isNotVerified(status);
    return counter;
}

/** FINEID S1 v4: A0 { 83: the reference; DF21: tries left first; DF2F: 00 = delivery code, 01 = changed }. */
Counter readByPinInfo(Session& session, std::uint8_t reference)
{
    const auto response = session.send(
        iso7816::getData(0x00, 0xFF, std::array<std::uint8_t, 5>{0xA0, 0x03, 0x83, 0x01, reference}));
    Counter counter;
    counter.answer = {response.sw, response.data};
    counter.refused = response.sw == sw::NotSatisfied;
    const auto info = TlvReader(response.data).find(0xA0);
    if (!response.ok() || !info || !isWellFormed(*info))
        return counter;
    const TlvReader fields(*info);
    const auto of = fields.find(0x83), tries = fields.find(0xDF21), changed = fields.find(0xDF2F);
    if (of && (of->size() != 1 || (*of)[0] != reference))
        return counter;
    if (tries && !tries->empty() && (*tries)[0] <= 0x0F)
        counter.tries = (*tries)[0];
    if (changed && !changed->empty())
        counter.changed = (*changed)[0] != 0;
    counter.heard = counter.tries.has_value();
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
    counter.refused = response.sw == sw::NotSatisfied;
    if (!response.ok())
        return counter;
    const auto object = TlvReader(response.data).find(0x70);
    const auto code = object ? TlvReader(*object).find(0xBF8100u | (reference & 0x0Fu)) : std::nullopt;
    const auto parameters = code ? TlvReader(*code).find(0xA0) : std::nullopt;
    const auto tries = parameters ? TlvReader(*parameters).find(0x9B) : std::nullopt;
    if (tries && tries->size() == 1 && (*tries)[0] <= 0x0F)
        counter.tries = (*tries)[0];
    counter.heard = counter.tries.has_value();
    return counter;
}

/** A YubiKey's own words on its PIN or PUK. */
Counter readByMetadata(Session& session, std::uint8_t reference, Findings& findings)
{
    Counter counter;
    if (const auto metadata = piv::readMetadata(session, reference, findings)) {
        counter.tries = metadata->triesLeft;
        counter.factoryValue = metadata->factoryValue;
        counter.heard = true;
        // Of its answer what is used: a report tells no more.
        const std::uint8_t factory = metadata->factoryValue ? 1 : 0;
        counter.answer = {sw::Ok, {0x05, 0x01, factory, 0x06, 0x02, metadata->tries, metadata->triesLeft}};
    }
    return counter;
}

/** Whether nothing was heard, and the card did not say that there is nothing to hear. */
bool isLost(const Counter& counter)
{
    const auto status = counter.answer.status;
    return !counter.heard && !sw::isAbsent(status) && !sw::isForeign(status);
}

/** How the codes of one card are asked for their tries. */
class Asking {
public:
    Asking(Session& session, const Profile& profile, View atr, Findings& findings)
        : session_(session)
        , profile_(profile)
        , findings_(findings)
        , metadata_(profile.holds == Holds::Piv && piv::isYubiKey(atr))
    {
    }

    [[nodiscard]] bool isAnswered() const { return profile_.triesBy != TriesBy::Nothing; }

    /** A counter, asked for once more where the answer was none that says anything. */
    [[nodiscard]] Counter ask(const Location& where, std::uint8_t reference)
    {
        Counter counter;
        if (profile_.triesBy == TriesBy::Nothing)
            return counter;
        // That a code is verified says nothing of its tries, and might be no answer at all.
        for (int attempt = 0; attempt < 2 && (!counter.heard || counter.verified); ++attempt)
            if (session_.enter(where) == sw::Ok)
                counter = askOnce(reference);
        findings_.refused |= counter.refused && !counter.heard;
        findings_.damaged |= counter.partly || (isLost(counter) && !counter.refused);
        return counter;
    }

    /** What a YubiKey tells of a PIN or PUK; nothing where it is none, or too old to tell. */
    [[nodiscard]] Counter askMetadata(const Location& where, std::uint8_t reference)
    {
        Counter counter;
        if (metadata_ && reference != 0 && session_.enter(where) == sw::Ok)
            counter = readByMetadata(session_, reference, findings_);
        metadata_ &= counter.heard || reference == 0;
        return counter;
    }

private:
    [[nodiscard]] Counter askOnce(std::uint8_t reference)
    {
        switch (profile_.triesBy) {
        case TriesBy::PinInfo:
            return readByPinInfo(session_, reference);
        case TriesBy::PinInfoOrEmptyVerify:
            return askInTurn(reference);
        case TriesBy::SecurityObject:
            return readBySecurityObject(session_, reference);
        default:
            return readByEmptyVerify(session_, profile_, reference);
        }
    }

    /** By GET DATA; a card that does not know it is asked otherwise, and one whose answer is lost is too, but
     * then what only GET DATA tells is missing. */
    [[nodiscard]] Counter askInTurn(std::uint8_t reference)
    {
        auto counter = readByPinInfo(session_, reference);
        if (counter.heard)
            return counter;
        const bool lost = isLost(counter);
        if (lost)
            counter = readByPinInfo(session_, reference);
        if (!counter.heard)
            counter = readByEmptyVerify(session_, profile_, reference);
        counter.partly = lost && counter.answer.data.empty();
        return counter;
    }

    Session& session_;
    const Profile& profile_;
    Findings& findings_;
    bool metadata_;
};

void applyCounter(CodeObject& code, const Counter& counter, const Profile& profile)
{
    code.triesLeft = counter.tries;
    code.answer = counter.answer;
    code.unread = profile.triesBy != TriesBy::Nothing && isLost(counter);
    code.factoryValue = counter.factoryValue;
    const bool flagged = std::exchange(code.maybeNeverSet, false);
    if (counter.changed == false) {
        // Delivered with a single-use code from a letter, or blocked until one is chosen.
        code.deliveryCode = counter.tries.value_or(0) > 0;
        code.state = CodeState::NeverSet;
        if (code.deliveryCode && profile.activationDigits > 0)
            code.cannotUnlock = ErrorId::NotPossible;
    } else if (counter.partly) { // only what was not heard would tell whether it was ever chosen
        code.cannotUnlock = code.cannotChange = ErrorId::CardBroken;
    } else if (flagged && (counter.tries == 0 || counter.unset)) {
        code.state = CodeState::NeverSet; // two signs that agree
    } else if (counter.tries == 0) {
        const bool maybeNew = profile.deliveredBlocked && !counter.changed;
        code.state = maybeNew ? CodeState::LockedOrNeverSet : CodeState::Locked;
    } else if (counter.tries == 1) {
        code.state = CodeState::LastTry;
    } else if (counter.tries || counter.verified) {
        code.state = CodeState::Ready; // it was chosen, though the card's files may still say otherwise
    } else if (counter.unset) {
        code.state = CodeState::LockedOrNeverSet;
    } else {
        code.maybeNeverSet = flagged;
    }
}

void applyCounter(Puk& puk, const Counter& counter)
{
    puk.triesLeft = counter.tries;
    puk.answer = counter.answer;
    puk.unread = isLost(counter);
    puk.factoryValue = counter.factoryValue;
    puk.locked = puk.triesLeft == 0;
}

} // namespace

void readCounters(
    Session& session, const Profile& profile, View atr, std::vector<CodeObject>& codes, Findings& findings)
{
    Asking asking(session, profile, atr, findings);
    struct Known {
        Location where;
        std::uint8_t reference;
        Counter counter;
    };
    std::vector<Known> puks;
    for (auto& code : codes) {
        auto counter = asking.askMetadata(code.application, code.id.reference);
        if (!counter.heard)
            counter = asking.ask(code.application, code.id.reference);
        applyCounter(code, counter, profile);
        // A card that does not know what its own data name is not what it seems (rule 4).
        findings.contradicts |=
            profile.triesBy != TriesBy::Nothing && !counter.heard && sw::isAbsent(counter.answer.status);
        if (!code.puk || !asking.isAnswered())
            continue;
        auto& puk = *code.puk;
        if (!puk.counted) {
            if (const auto own = asking.askMetadata(puk.application, puk.reference); own.heard)
                applyCounter(puk, own);
            continue;
        }
        auto known = std::ranges::find_if(puks,
            [&](const Known& one) { return one.where == puk.application && one.reference == puk.reference; });
        if (known == puks.end()) {
            puks.push_back({puk.application, puk.reference, asking.ask(puk.application, puk.reference)});
            known = std::prev(puks.end());
        }
        applyCounter(puk, known->counter);
    }
}

void settleStates(std::vector<CodeObject>& codes)
{
    const bool signatureInUse = std::ranges::any_of(codes, [](const CodeObject& code) {
        return code.role == CodeRole::Signature && code.triesLeft.value_or(0) > 0 && !code.deliveryCode;
    });
    for (auto& code : codes)
        if (signatureInUse && code.role == CodeRole::Identification
            && code.state == CodeState::LockedOrNeverSet)
            code.state = CodeState::Locked;
}

} // namespace kortvakt
