// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/text.h"

#include <algorithm>
#include <utility>

namespace kortvakt {

namespace {

constexpr std::size_t longest = 128;

/** The size that a UTF-8 character has by its first byte; 0 where none begins so. */
std::size_t utf8SizeFrom(std::uint8_t lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

bool continues(std::uint8_t byte)
{
    return (byte & 0xC0) == 0x80;
}

/** The size of the well-formed UTF-8 character at the start of @p text (RFC 3629 §4); 0 where there is none.
 */
std::size_t utf8Size(View text)
{
    const auto lead = text[0];
    const std::size_t size = utf8SizeFrom(lead);
    if (size < 2 || text.size() < size)
        return size == 1 ? 1 : 0;
    for (const auto next : text.subspan(1, size - 1))
        if (!continues(next))
            return 0;
    const auto second = text[1];
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
    return overlong || outside ? 0 : size;
}

bool isUtf8(View text)
{
    while (!text.empty()) {
        const auto size = utf8Size(text);
        if (size == 0)
            return false;
        text = text.subspan(size);
    }
    return true;
}

/** Without what fills a field of a fixed size up behind its text. */
View withoutPadding(View text)
{
    while (!text.empty() && (text.back() == 0x00 || text.back() == 0x20 || text.back() == 0xFF))
        text = text.first(text.size() - 1);
    return text;
}

/**
 * Whether @p tail, which ends a text, is a character that was cut off and no word's end in Latin-1: it stands
 * in UTF-8, or would be a control character, or none that ends words around the Baltic, or a capital letter
 * within a word.
 */
bool isCutOff(View before, View tail)
{
    const bool utf8 = std::ranges::any_of(before, [](auto byte) { return byte >= 0x80; });
    const bool control =
        tail.size() > 1 && std::ranges::any_of(tail.subspan(1), [](auto byte) { return byte < 0xA0; });
    const auto lead = tail[0];
    const bool foreign = lead == 0xC2 || lead == 0xC3 || lead == 0xE2;
    const bool withinWord = lead < 0xE0 && !before.empty() && before.back() >= 'a' && before.back() <= 'z';
    return utf8 || control || foreign || withinWord;
}

/** Without a UTF-8 character at its end that a field of a fixed size has cut off. */
View withoutCutCharacter(View text)
{
    std::size_t size = 1;
    while (size < 4 && size < text.size() && continues(text[text.size() - size]))
        ++size;
    if (text.size() < size)
        return text;
    const View before = text.first(text.size() - size), tail = text.last(size);
    const bool incomplete = utf8SizeFrom(tail[0]) > size;
    return incomplete && isUtf8(before) && isCutOff(before, tail) ? before : text;
}

/** First and last, in order. */
constexpr std::pair<char32_t, char32_t> unseen[] = {{0xAD, 0xAD}, {0x600, 0x605}, {0x61C, 0x61C},
    {0x6DD, 0x6DD}, {0x70F, 0x70F}, {0x890, 0x891}, {0x8E2, 0x8E2}, {0x180E, 0x180E}, {0x200B, 0x200F},
    {0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0x110BD, 0x110BD},
    {0x110CD, 0x110CD}, {0x13430, 0x1343F}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};

/** The character that well-formed UTF-8 stands for. */
char32_t decoded(View character)
{
    constexpr std::uint8_t leadBits[] = {0x7F, 0x1F, 0x0F, 0x07}; // by size
    char32_t value = character[0] & leadBits[character.size() - 1];
    for (const auto next : character.subspan(1))
        value = value << 6 | (next & 0x3FU);
    return value;
}

} // namespace

bool isUnseen(char32_t character)
{
    return std::ranges::any_of(
        unseen, [&](const auto& range) { return character >= range.first && character <= range.second; });
}

std::u32string charactersOf(std::string_view utf8)
{
    std::u32string characters;
    for (View rest(reinterpret_cast<const std::uint8_t*>(utf8.data()), utf8.size()); !rest.empty();) {
        const auto size = utf8Size(rest);
        characters += size > 0 ? decoded(rest.first(size)) : U'\uFFFD';
        rest = rest.subspan(std::max<std::size_t>(size, 1));
    }
    return characters;
}

std::string toUtf8(std::u32string_view characters)
{
    std::string utf8;
    for (const char32_t character : characters) {
        const int continuing = character < 0x80 ? 0 : character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
        constexpr unsigned leads[] = {0x00, 0xC0, 0xE0, 0xF0};
        utf8 += static_cast<char>(leads[continuing] | character >> 6 * continuing);
        for (int left = continuing - 1; left >= 0; --left)
            utf8 += static_cast<char>(0x80 | (character >> 6 * left & 0x3F));
    }
    return utf8;
}

bool isControl(char32_t character)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

std::string toDisplayText(View value)
{
    value = withoutCutCharacter(withoutPadding(value));
    const auto characters = isUtf8(value)
        ? charactersOf({reinterpret_cast<const char*>(value.data()), value.size()})
        : std::u32string(value.begin(), value.end()); // Latin-1
    std::string text;
    for (const char32_t character : characters) {
        if (isUnseen(character))
            continue;
        const std::string shown = isControl(character) ? " " : toUtf8({&character, 1});
        if (text.size() + shown.size() > longest)
            break;
        text += shown;
    }
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text;
}

} // namespace kortvakt
