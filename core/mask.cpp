// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/mask.h"

#include "core/tlv.h"

#include <algorithm>

namespace kortvakt::mask {

namespace {

constexpr std::uint8_t crossed = 'x';

bool isText(std::uint32_t tag)
{
    return tag == 0x0C || tag == 0x13 || tag == 0x14 || tag == 0x16 || tag == 0x1E || tag == 0x80;
}

bool isConstructed(std::uint32_t tag)
{
    return tag < 0x100 ? (tag & 0x20) != 0 : (tag >> 8 & 0x20) != 0;
}

std::uint8_t lowered(std::uint8_t c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<std::uint8_t>(c + 32) : c;
}

bool isWordCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

void hideValue(std::uint32_t tag, std::span<std::uint8_t> value, Keep keep)
{
    if (keep == Keep::Lengths || (keep == Keep::Structure && value.size() > 300))
        std::ranges::fill(value, std::uint8_t{0});
    else if (isConstructed(tag))
        hide(value, keep);
    else if (keep == Keep::AllButSerial && tag == 0x04 && value.size() > 2)
        std::ranges::fill(value.first(value.size() - 2), std::uint8_t{0});
    else if (keep == Keep::Structure && (isText(tag) || value.size() > 24))
        std::ranges::fill(value, crossed);
}

void crossOutWord(std::span<std::uint8_t> bytes, std::string_view word)
{
    const auto same = [](std::uint8_t one, char other) {
        return lowered(one) == lowered(static_cast<std::uint8_t>(other));
    };
    while (!word.empty() && !bytes.empty()) {
        const auto found = std::ranges::search(bytes, word, same);
        std::ranges::fill(found, crossed);
        bytes = {found.end(), bytes.end()};
    }
}

} // namespace

void hide(std::span<std::uint8_t> bytes, Keep keep)
{
    TlvReader reader(bytes);
    std::size_t end = 0;
    while (const auto object = reader.next()) {
        const auto at = static_cast<std::size_t>(object->value.data() - bytes.data());
        const auto value = bytes.subspan(at, object->value.size());
        end = at + value.size();
        hideValue(object->tag, value, keep);
    }
    // What is no object, or follows a gap, may be anything.
    if (keep != Keep::All)
        std::ranges::replace_if(
            bytes.subspan(end), [](auto byte) { return byte != 0x00 && byte != 0xFF; }, crossed);
}

void crossOut(std::span<std::uint8_t> bytes, std::string_view name)
{
    constexpr std::size_t shortest = 3; // two letters stand anywhere by chance
    crossOutWord(bytes, name);
    // Letters outside ASCII are written in more ways than one: what stands around them is searched for.
    while (!name.empty()) {
        const auto end = std::ranges::find_if_not(name, isWordCharacter);
        const auto word = name.substr(0, static_cast<std::size_t>(end - name.begin()));
        if (word.size() >= shortest)
            crossOutWord(bytes, word);
        name.remove_prefix(std::min(word.size() + 1, name.size()));
    }
}

void crossOutNumber(std::span<std::uint8_t> bytes, std::string_view number)
{
    constexpr std::size_t whole = 12, century = 2, date = 6;
    crossOutWord(bytes, number);
    if (number.size() != whole)
        return;
    number.remove_prefix(century);
    crossOutWord(bytes, number);
    crossOutWord(bytes, number.substr(0, date));
}

} // namespace kortvakt::mask
