// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/text.h"

#include "core/text.h"

#include <algorithm>
#include <cstdint>

namespace kortvakt::app {

namespace {

/** Capitals, each or every second one, with how far their small letters are from them. */
struct Capitals {
    char32_t first, last;
    unsigned every;
    std::int32_t toSmall;
};
constexpr Capitals capitals[] = {{U'A', U'Z', 1, 32}, {0xB5, 0xB5, 1, 775}, {0xC0, 0xD6, 1, 32},
    {0xD8, 0xDE, 1, 32}, {0x100, 0x12E, 2, 1}, {0x132, 0x136, 2, 1}, {0x139, 0x147, 2, 1},
    {0x14A, 0x176, 2, 1}, {0x178, 0x178, 1, -121}, {0x179, 0x17D, 2, 1}, {0x17F, 0x17F, 1, -268},
    {0x1CD, 0x1DB, 2, 1}, {0x1DE, 0x1EE, 2, 1}, {0x218, 0x21A, 2, 1}, {0x386, 0x386, 1, 38},
    {0x388, 0x38A, 1, 37}, {0x38C, 0x38C, 1, 64}, {0x38E, 0x38F, 1, 63}, {0x391, 0x3A1, 1, 32},
    {0x3A3, 0x3AB, 1, 32}, {0x3C2, 0x3C2, 1, 1}, {0x400, 0x40F, 1, 80}, {0x410, 0x42F, 1, 32},
    {0x460, 0x480, 2, 1}, {0x48A, 0x4BE, 2, 1}, {0x4C0, 0x4C0, 1, 15}, {0x4C1, 0x4CD, 2, 1},
    {0x4D0, 0x52E, 2, 1}, {0x1E00, 0x1E94, 2, 1}, {0x1E9E, 0x1E9E, 1, -7615}, {0x1EA0, 0x1EFE, 2, 1},
    {0x212A, 0x212A, 1, -8383}, {0x212B, 0x212B, 1, -8262}};

char32_t small(char32_t character)
{
    const auto* const found = std::ranges::find_if(capitals, [&](const Capitals& some) {
        return character >= some.first && character <= some.last
            && (character - some.first) % some.every == 0;
    });
    return found == std::end(capitals)
        ? character
        : static_cast<char32_t>(static_cast<std::int32_t>(character) + found->toSmall);
}

/** Unicode's White_Space. */
bool isSpace(char32_t c)
{
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680
        || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F
        || c == 0x3000;
}

} // namespace

std::string trimmed(std::string_view text)
{
    const std::u32string characters = charactersOf(text);
    const auto begin = std::ranges::find_if_not(characters, isSpace);
    const auto end = std::find_if_not(characters.rbegin(), std::make_reverse_iterator(begin), isSpace).base();
    return toUtf8({begin, end});
}

std::u32string folded(std::string_view text)
{
    std::u32string characters = charactersOf(text);
    std::ranges::transform(characters, characters.begin(), small);
    return characters;
}

bool sameText(std::string_view one, std::string_view other)
{
    return folded(one) == folded(other);
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

} // namespace kortvakt::app
