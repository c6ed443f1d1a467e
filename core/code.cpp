// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/code.h"

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
    switch (state) {
    case CodeState::Ready:
        return "ready";
    case CodeState::LastTry:
        return "last-try";
    case CodeState::Locked:
        return "locked";
    case CodeState::NeverSet:
        return "never-set";
    case CodeState::LockedOrNeverSet:
        return "locked-or-never-set";
    case CodeState::Unknown:
        break;
    }
    return "unknown";
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
    if (sw == 0x9000)
        return {Accepted, {}, {}, sw, true};
    if (!presented && (sw == 0x6983 || sw == 0x6300 || (sw & 0xFFF0) == 0x63C0))
        return {Unusable, ErrorId::NotPossible, {}, sw, true};
    if (sw == 0x6983)
        return {Blocked, puk ? ErrorId::PukLocked : ErrorId::PinLocked, 0, sw, true};
    if (presented && (sw & 0xFF00) == 0x6300)
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
    switch (kind) {
    case CodeResult::Kind::Accepted:
        return "accepted";
    case CodeResult::Kind::Wrong:
        return "wrong";
    case CodeResult::Kind::Blocked:
        return "locked";
    case CodeResult::Kind::Rejected:
        return "rejected";
    case CodeResult::Kind::Refused:
        return "refused";
    case CodeResult::Kind::Unusable:
        break;
    }
    return "failed";
}

} // namespace kortvakt
