// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/code.h"

#include <algorithm>
#include <array>

namespace kortvakt {

namespace {

bool isDigit(std::uint8_t c)
{
    return c >= '0' && c <= '9';
}

bool allDigits(View code)
{
    return std::ranges::all_of(code, isDigit);
}

bool equal(View one, View other)
{
    return !one.empty() && std::ranges::equal(one, other);
}

bool isRepeated(View code)
{
    return std::ranges::all_of(code, [&](auto c) { return c == code.front(); });
}

/** 123456, 654321, 890123: each digit the next or the previous one, 9 and 0 being neighbours. */
bool isSequence(View code)
{
    const auto steps = [&](int by) {
        for (std::size_t i = 1; i < code.size(); ++i)
            if ((code[i] - code[i - 1] + 10) % 10 != by)
                return false;
        return true;
    };
    return code.size() > 1 && (steps(1) || steps(9));
}

/** Whether the code is a part of the personal number or its birth date in a usual order. */
bool isPersonal(View code, const std::string& number)
{
    const std::string_view typed(
        reinterpret_cast<const char*>(code.data()), code.size()); // where it is: no copy
    if (typed.size() < 4)
        return false;
    if (number.find(typed) != std::string::npos)
        return true;
    // Ten digits start with YYMMDD, twelve with YYYYMMDD.
    const std::size_t yearSize = number.size() >= 12 ? 4 : 2;
    if (number.size() < yearSize + 4)
        return false;
    const auto year = number.substr(0, yearSize), month = number.substr(yearSize, 2),
               day = number.substr(yearSize + 2, 2);
    const auto shortYear = year.substr(yearSize - 2);
    for (const auto& date : {day + month + year, month + day + year, day + month + shortYear,
             month + day + shortYear, shortYear + month + day})
        if (date == typed)
            return true;
    return typed.size() == 4 && (day + month == typed || month + day == typed || year == typed);
}

std::optional<Objection> checkLength(std::size_t size, int min, int max)
{
    if (size < static_cast<std::size_t>(min))
        return Objection{ErrorId::TooShort, min, max};
    if (size > static_cast<std::size_t>(max))
        return Objection{ErrorId::TooLong, min, max};
    return {};
}

} // namespace

std::string CodeId::text() const
{
    return application + ':' + toHex(std::array{reference});
}

void CodeFormat::append(SecretBytes& block, const Secret& code) const
{
    const auto start = block.size();
    const auto digits = code.view();
    if (bcd) {
        for (std::size_t i = 0; i < digits.size(); i += 2) {
            const int low = i + 1 < digits.size() ? digits[i + 1] & 0xF : pad.value_or(0xFF) & 0xF;
            block.push_back(static_cast<std::uint8_t>((digits[i] & 0xF) << 4 | low));
        }
    } else {
        block.insert(block.end(), digits.begin(), digits.end());
    }
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

CodeResult CodeResult::fromStatus(std::uint16_t sw, Presented presented)
{
    using enum Kind;
    const bool puk = presented == Presented::Puk;
    const auto blocked = puk ? ErrorId::PukLocked : ErrorId::PinLocked;
    if (sw == 0x9000)
        return {Accepted, {}, {}, sw, true};
    if (presented == Presented::Nothing && (sw == 0x6983 || sw == 0x6300 || (sw & 0xFFF0) == 0x63C0))
        return {Unusable, ErrorId::NotPossible, {}, sw, true};
    if (sw == 0x6983 || sw == 0x63C0)
        return {Blocked, blocked, 0, sw, true};
    if ((sw & 0xFFF0) == 0x63C0)
        return {Wrong, puk ? ErrorId::WrongPuk : ErrorId::WrongPin, sw & 0xF, sw, true};
    if (sw == 0x6300)
        return {Wrong, puk ? ErrorId::WrongPuk : ErrorId::WrongPin, {}, sw, true};
    switch (sw) {
    case 0x6A80:
    case 0x6700:
    case 0x6985:
        return {Rejected, ErrorId::NewCodeRejected, {}, sw, true};
    case 0x6984: // blocked on some cards, never set on others: looked into, not guessed at
        return {Unusable, ErrorId::Unusable, {}, sw, true};
    case 0x6982:
    case 0x6986:
    case 0x6987:
    case 0x6988:
    case 0x6999:
    case 0x6A81:
    case 0x6A82:
    case 0x6A86:
    case 0x6A88:
    case 0x6B00:
    case 0x6D00:
    case 0x6E00:
        return {Unusable, ErrorId::NotPossible, {}, sw, true};
    default: {
        CardError error(ErrorId::CardBroken, "answer to a code", sw);
        error.codeSent = true;
        throw error;
    }
    }
}

std::optional<Objection> CodePolicy::check(const Typed& typed) const
{
    const auto fresh = typed.fresh;
    if (!allDigits(fresh))
        return Objection{ErrorId::NotDigits};
    // Before the lengths: typing the PUK everywhere is the classic, and "too long" would not tell what is
    // wrong.
    if (equal(fresh, typed.puk))
        return Objection{ErrorId::SameAsPuk};
    if (const auto length = checkLength(fresh.size(), minLength, maxLength))
        return length;
    if (equal(fresh, typed.old))
        return Objection{ErrorId::SameAsOld};
    if (equal(fresh, typed.other))
        return Objection{ErrorId::SameAsOther};
    if (isRepeated(fresh))
        return Objection{ErrorId::Repeated};
    if (isSequence(fresh))
        return Objection{ErrorId::Sequence};
    if (isPersonal(fresh, personalNumber))
        return Objection{ErrorId::BirthDate};
    return {};
}

std::optional<Objection> CodePolicy::checkPresented(View code, const CodeFormat& format)
{
    if (!allDigits(code))
        return Objection{ErrorId::NotDigits};
    return checkLength(code.size(), format.minLength, format.maxLength);
}

Secret withoutSeparators(Secret typed)
{
    SecretBytes kept;
    kept.reserve(typed.size());
    const auto view = typed.view();
    for (std::size_t i = 0; i < view.size(); ++i) {
        const auto c = view[i];
        // A no-break space (C2 A0) and an en dash (E2 80 93) come along with text that was pasted.
        if (c == 0xC2 && i + 1 < view.size() && view[i + 1] == 0xA0) {
            ++i;
        } else if (c == 0xE2 && i + 2 < view.size() && view[i + 1] == 0x80
            && (view[i + 2] == 0x91 || view[i + 2] == 0x93)) {
            i += 2;
        } else if (c != ' ' && c != '-' && c != '\t') {
            kept.push_back(c);
        }
    }
    return Secret(std::string_view(reinterpret_cast<const char*>(kept.data()), kept.size()));
}

} // namespace kortvakt
