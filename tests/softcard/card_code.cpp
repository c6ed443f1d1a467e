// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/card_code.h"

#include <algorithm>

namespace softcard {

namespace {

bool isDigit(unsigned c)
{
    return c >= '0' && c <= '9';
}

std::optional<std::string> unpackAscii(View block, std::optional<std::uint8_t> pad)
{
    std::string digits;
    std::size_t at = 0;
    while (at < block.size() && isDigit(block[at]))
        digits += static_cast<char>(block[at++]);
    for (; at < block.size(); ++at)
        if (block[at] != pad)
            return {};
    return digits;
}

/** Two digits a byte; an odd last digit shares its byte with half a pad character. */
std::optional<std::string> unpackBcd(View block, std::uint8_t pad)
{
    std::string digits;
    bool ended = false;
    for (std::size_t half = 0; half < block.size() * 2; ++half) {
        const bool high = half % 2 == 0;
        const unsigned nibble = high ? block[half / 2] >> 4 : block[half / 2] & 15u;
        const unsigned padding = high ? pad >> 4 : pad & 15u;
        if (!ended && nibble < 10)
            digits += static_cast<char>('0' + nibble);
        else if (nibble == padding)
            ended = true;
        else
            return {};
    }
    return digits;
}

/** The first byte that follows @p start and then @p skipped bytes; past the end where it is not there. */
std::size_t after(View answer, std::initializer_list<std::uint8_t> start, std::size_t skipped)
{
    const auto found = std::ranges::search(answer, start);
    if (found.empty())
        return answer.size();
    return std::min(static_cast<std::size_t>(found.end() - answer.begin()) + skipped, answer.size());
}

/** Tries left, first in DF21 or alone in 9B; and whether the code was changed, in DF2F. */
std::size_t triesIn(View answer)
{
    const bool securityObject = !answer.empty() && answer[0] == 0x70;
    return securityObject ? after(answer, {0x9B, 0x01}, 0) : after(answer, {0xDF, 0x21}, 1);
}

std::size_t changedIn(View answer)
{
    return after(answer, {0xDF, 0x2F, 0x01}, 0);
}

} // namespace

void Code::recall(Bytes answer)
{
    recorded = std::move(answer);
    if (const auto at = triesIn(recorded); at < recorded.size())
        triesLeft = recorded[at] & 15;
    if (const auto at = changedIn(recorded); at < recorded.size())
        deliveryCode = recorded[at] == 0;
}

Bytes Code::retold() const
{
    Bytes out = recorded;
    if (const auto at = triesIn(out); at < out.size())
        out[at] = static_cast<std::uint8_t>(triesLeft);
    if (const auto at = changedIn(out); at < out.size())
        out[at] = static_cast<std::uint8_t>(deliveryCode || value.empty() ? 0 : 1);
    return out;
}

std::size_t Code::blockSize(std::size_t digits) const
{
    if (pad)
        return static_cast<std::size_t>(storedLength);
    return bcd ? (digits + 1) / 2 : digits;
}

std::optional<std::string> Code::unpack(View block) const
{
    if (pad && block.size() != static_cast<std::size_t>(storedLength))
        return {};
    const auto digits = bcd ? unpackBcd(block, pad.value_or(0xFF)) : unpackAscii(block, pad);
    return digits && !digits->empty() ? digits : std::nullopt;
}

bool Code::takes(const std::string& digits) const
{
    return static_cast<int>(digits.size()) >= minLength && static_cast<int>(digits.size()) <= maxLength;
}

} // namespace softcard
