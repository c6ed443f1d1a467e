// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/code_policy.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace kortvakt {

namespace {

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

/** Whether the code is a date in a usual order. @param born YYYYMMDD or YYMMDD. */
bool isDate(std::string_view typed, const std::string& born)
{
    if (born.size() == 6)
        return isDate(typed, "19" + born) || isDate(typed, "20" + born);
    if (born.size() != 8)
        return false;
    const auto year = born.substr(0, 4), shortYear = born.substr(2, 2), month = born.substr(4, 2),
               day = born.substr(6, 2);
    const std::array ways{born, day + month + year, month + day + year, shortYear + month + day,
        day + month + shortYear, month + day + shortYear, year, day + month, month + day};
    return std::ranges::find(ways, typed) != ways.end();
}

/** Whether the code is a part of the personal number, or its birth date. */
bool isPersonal(View code, const PersonalNumber& number)
{
    const std::string_view typed(
        reinterpret_cast<const char*>(code.data()), code.size()); // where it is: no copy
    return typed.size() >= 4
        && (number.digits.find(typed) != std::string::npos || isDate(typed, number.born));
}

/** 121212, 123123: one part, over and over. */
bool isPartRepeated(View code)
{
    for (std::size_t part = 2; part <= code.size() / 2; ++part)
        if (code.size() % part == 0 && std::ranges::equal(code.subspan(part), code.first(code.size() - part)))
            return true;
    return false;
}

/** 112233, 111222: each digit as often as the others, in a row. */
bool isEachRepeated(View code)
{
    for (std::size_t times = 2; times <= code.size() / 2; ++times) {
        bool each = code.size() % times == 0;
        for (std::size_t i = 0; each && i < code.size(); ++i)
            each = code[i] == code[i - i % times];
        if (each)
            return true;
    }
    return false;
}

/** 123321: the same from either end. */
bool isMirrored(View code)
{
    return std::equal(code.begin(), code.end(), code.rbegin());
}

/** 246802, 147036: from each digit to the next it is as far, 9 being followed by 0. */
bool isEvenlySpaced(View code)
{
    for (std::size_t i = 2; i < code.size(); ++i)
        if ((code[i] - code[i - 1] + 10) % 10 != (code[1] - code[0] + 10) % 10)
            return false;
    return true;
}

/** 101112, 102030: three pairs or more that count by one or by ten. */
bool isCountedInPairs(View code)
{
    if (code.size() < 6 || code.size() % 2 != 0)
        return false;
    const auto pair = [&](std::size_t i) { return 10 * code[i] + code[i + 1]; };
    const int step = pair(2) - pair(0);
    for (std::size_t i = 4; i < code.size(); i += 2)
        if (pair(i) - pair(i - 2) != step)
            return false;
    return std::abs(step) == 1 || std::abs(step) == 10;
}

bool isPattern(View code)
{
    constexpr std::size_t shortest = 4; // three digits make no pattern
    if (code.size() < shortest)
        return false;
    return isPartRepeated(code) || isEachRepeated(code) || isMirrored(code) || isEvenlySpaced(code)
        || isCountedInPairs(code);
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
    if (isPattern(fresh))
        return Objection{ErrorId::Pattern};
    if (std::ranges::any_of(holder, [&](const auto& number) { return isPersonal(fresh, number); }))
        return Objection{ErrorId::BirthDate};
    return {};
}

std::optional<Objection> CodePolicy::checkPresented(View code, const CodeFormat& format)
{
    if (!allDigits(code))
        return Objection{ErrorId::NotDigits};
    return checkLength(code.size(), format.minLength, format.maxLength);
}

std::optional<Objection> CodePolicy::checkCurrent(View code, const CodeFormat& format)
{
    constexpr int shortest = 4;
    CodeFormat taken = format;
    if (format.pad) // else the card would take the start of the new code for the end of a short one
        taken.minLength = std::min(format.minLength, shortest);
    return checkPresented(code, taken);
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
