// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/code.h"

#include "core/names.h"
#include "core/status_words.h"

#include <array>

namespace kortvakt {

std::string CodeId::text() const
{
    return application + ':' + toHex(std::array{reference});
}

void CodeFormat::append(SecretBytes& block, const Secret& code) const
{
    const auto start = block.size();
    const auto digits = code.view();
    block.insert(block.end(), digits.begin(), digits.end());
    const auto used = block.size() - start;
    if (pad && used < static_cast<std::size_t>(storedLength))
        block.insert(block.end(), static_cast<std::size_t>(storedLength) - used, *pad);
}

std::string_view nameOf(CodeRole role)
{
    return role == CodeRole::Identification ? "identification"
        : role == CodeRole::Signature       ? "signature"
                                            : "other";
}

std::string_view nameOf(CodeState state)
{
    static constexpr std::pair<CodeState, std::string_view> names[] = {{CodeState::Ready, "ready"},
        {CodeState::LastTry, "last-try"}, {CodeState::Locked, "locked"}, {CodeState::NeverSet, "never-set"},
        {CodeState::LockedOrNeverSet, "locked-or-never-set"}, {CodeState::Unknown, "unknown"}};
    return nameIn(names, state);
}

namespace {

/** 63xx after a code that was presented: it was wrong. ISO 7816-4 has the counter in 63CX alone. */
CodeResult wrongCode(std::uint16_t sw, bool puk, const StatusHabits& habits)
{
    using enum CodeResult::Kind;
    std::optional<int> left;
    if (sw::tellsTries(sw) || (habits.bareCounter && sw::tellsBareTries(sw)))
        left = sw & 0xF;
    if (left != 0)
        return {Wrong, puk ? ErrorId::WrongPuk : ErrorId::WrongPin, left, sw, true};
    if (puk && habits.zeroMayMeanNone)
        return {Blocked, ErrorId::PukLockedOrUnset, 0, sw, true};
    return {Blocked, puk ? ErrorId::PukLocked : ErrorId::PinLocked, 0, sw, true};
}

} // namespace

CodeResult CodeResult::fromStatus(std::uint16_t sw, std::optional<With> presented, const StatusHabits& habits)
{
    using enum Kind;
    const bool puk = presented == With::Puk;
    if (sw == sw::Ok)
        return {Accepted, {}, {}, sw, true};
    if (!presented && (sw == sw::Blocked || sw == sw::NotVerified || sw::tellsTries(sw)))
        return {Unusable, ErrorId::NotPossible, {}, sw, true};
    if (sw == sw::Blocked)
        return {Blocked, puk ? ErrorId::PukLocked : ErrorId::PinLocked, 0, sw, true};
    if (presented && sw::isNotVerified(sw))
        return wrongCode(sw, puk, habits);
    switch (sw) {
    case sw::WrongData:
    case sw::WrongLength:
    case sw::ConditionsNotSatisfied:
        return {Rejected, ErrorId::NewCodeRejected, {}, sw, true};
    case sw::Invalidated: // blocked on some cards, never set on others: looked into, not guessed at
        return {Unusable, ErrorId::Unusable, {}, sw, true};
    case sw::NotSatisfied:
    case sw::NoCurrentFile:
    case sw::SecureMessagingMissing:
    case sw::SecureMessagingIncorrect:
    case sw::SelectFailed:
    case sw::FunctionNotSupported:
    case sw::FileNotFound:
    case sw::WrongParameters:
    case sw::DataNotFound:
    case sw::WrongOffset:
    case sw::InstructionNotSupported:
    case sw::ClassNotSupported:
        return {Unusable, ErrorId::NotPossible, {}, sw, true};
    default: {
        CardError error(ErrorId::CardBroken, "answer to a code", sw);
        error.codeSent = true;
        throw error;
    }
    }
}

std::string_view nameOf(CodeResult::Kind kind)
{
    static constexpr std::pair<CodeResult::Kind, std::string_view> names[] = {
        {CodeResult::Kind::Accepted, "accepted"}, {CodeResult::Kind::Wrong, "wrong"},
        {CodeResult::Kind::Blocked, "locked"}, {CodeResult::Kind::Rejected, "rejected"},
        {CodeResult::Kind::Refused, "refused"}, {CodeResult::Kind::Unusable, "failed"}};
    return nameIn(names, kind);
}

} // namespace kortvakt
