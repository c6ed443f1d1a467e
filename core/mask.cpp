// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/mask.h"

#include "core/code_objects.h"
#include "core/text.h"
#include "core/tlv.h"

#include <algorithm>
#include <array>

namespace kortvakt::mask {

namespace {

using Value = std::span<std::uint8_t>;

constexpr std::uint8_t crossed = 'x';

/** What labels say of any card. */
constexpr std::array cardWords{"admin", "auth", "authentication", "card", "code", "efos", "eid", "fineid",
    "gemalto", "global", "id", "identification", "identifiering", "identity", "idemia", "idprime", "key",
    "kod", "kort", "legitimation", "legitimering", "legitimeringskod", "local", "oberthur", "perustunnusluku",
    "pin", "piv", "puk", "reset", "security", "sig", "sign", "signature", "signering", "signeringskod",
    "signing", "siths", "so", "telia", "thales", "underskrift", "underskriftskod", "user"};

bool isText(std::uint32_t tag)
{
    constexpr std::uint32_t applicationLabel = 0x50;
    return tag == 0x0C || tag == 0x13 || tag == 0x14 || tag == 0x16 || tag == 0x1E || tag == applicationLabel;
}

bool isConstructed(std::uint32_t tag)
{
    while (tag > 0xFF)
        tag >>= 8;
    return (tag & 0x20) != 0;
}

bool isPath(View value)
{
    return value.size() >= 2 && value.size() % 2 == 0 && value[0] == 0x3F && value[1] == 0x00;
}

/** Whether an object is too small, or of a kind, to tell of anybody. */
bool isHarmless(std::uint32_t tag, View value, Keep keep)
{
    constexpr std::size_t number = 4, bits = 5, longestName = 16;
    switch (tag) {
    case 0x01: // BOOLEAN, INTEGER, ENUMERATED
    case 0x02:
    case 0x0A:
        return value.size() <= number;
    case 0x03:
        return value.size() <= bits;
    case 0x06: // OBJECT IDENTIFIER; an application's name and its path
    case 0x4F:
    case 0x51:
        return value.size() <= longestName;
    case 0x80: // a code's reference, a path's length
        return keep == Keep::Words && value.size() <= number;
    default:
        return false;
    }
}

char32_t lowered(char32_t code)
{
    const bool latin1 = code >= 0xC0 && code <= 0xDE && code != 0xD7;
    if ((code >= 'A' && code <= 'Z') || latin1)
        return code + 32;
    const bool oddIsCapital = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    if (oddIsCapital)
        return code + code % 2;
    const bool evenIsCapital = code >= 0x100 && code <= 0x177;
    return evenIsCapital ? code | 1 : code;
}

bool isLetter(char32_t c)
{
    return (lowered(c) >= 'a' && lowered(c) <= 'z') || c >= 0x80;
}

bool isWordByte(std::uint8_t c)
{
    return isDigit(c) || isLetter(c);
}

bool same(std::uint8_t one, char other)
{
    return one < 0x80 && lowered(one) == lowered(static_cast<std::uint8_t>(other)); // known words are ASCII
}

/** Crosses out a word that no maker uses, but for what tells the code's role. */
void keepCardWord(Value word)
{
    const auto is = [&](std::string_view known) { return std::ranges::equal(word, known, same); };
    if (std::ranges::any_of(cardWords, is))
        return;
    for (const std::span<const std::string_view> words : {std::span<const std::string_view>(signatureWords),
             std::span<const std::string_view>(identificationWords)})
        for (const auto known : words)
            if (const auto found = std::ranges::search(word, known, same); !found.empty()) {
                std::fill(word.begin(), found.begin(), crossed);
                std::fill(found.end(), word.end(), crossed);
                return;
            }
    std::ranges::fill(word, crossed);
}

/** A digit that stands alone counts codes; more of them may count years. */
void keepCardWords(Value text)
{
    while (!text.empty()) {
        const bool digits = isDigit(text[0]);
        const auto end = std::ranges::find_if_not(text, digits ? isDigit : isLetter);
        const auto run = text.first(static_cast<std::size_t>(end - text.begin()));
        if (digits && run.size() > 1)
            std::ranges::fill(run, crossed);
        else if (!digits && !run.empty())
            keepCardWord(run);
        text = text.subspan(std::max<std::size_t>(run.size(), 1));
    }
}

void hideOctets(Value value, Keep keep, Identifiers& identifiers)
{
    constexpr std::size_t shortest = 5, serialEnd = 2;
    if (keep != Keep::AllButSerial) {
        if (value.size() >= shortest && !isPath(value))
            identifiers.replace(value);
    } else if (value.size() > serialEnd) {
        std::ranges::fill(value.first(value.size() - serialEnd), std::uint8_t{0});
    }
}

void hideValue(std::uint32_t tag, Value value, Keep keep, Identifiers& identifiers)
{
    const bool label = keep == Keep::AllButSerial && tag == 0x80;
    if (keep == Keep::Lengths || (keep == Keep::Structure && value.size() > 300))
        std::ranges::fill(value, std::uint8_t{0});
    else if (isConstructed(tag))
        hide(value, keep, identifiers);
    else if (tag == 0x04)
        hideOctets(value, keep, identifiers);
    else if ((isText(tag) || label) && keep != Keep::Structure)
        keepCardWords(value);
    else if (!isHarmless(tag, value, keep))
        std::ranges::fill(value, crossed);
}

/** Walks the objects of @p bytes; returns where they end. */
template <typename Told>
std::size_t eachObject(Value bytes, const Told& told)
{
    TlvReader reader(bytes);
    std::size_t end = 0;
    while (const auto object = reader.next()) {
        const auto at = static_cast<std::size_t>(object->value.data() - bytes.data());
        const auto value = bytes.subspan(at, object->value.size());
        end = at + value.size();
        told(object->tag, value);
    }
    return end;
}

struct Letter {
    char32_t code = 0; ///< in lower case
    std::size_t size = 1;
};

/** The first letter of some UTF-8, or of some Latin-1 where it is none. */
Letter letterOf(View text)
{
    const auto follows = [&](std::size_t at) { return at < text.size() && (text[at] & 0xC0) == 0x80; };
    if ((text[0] & 0xE0) == 0xC0 && follows(1))
        return {lowered(static_cast<char32_t>((text[0] & 0x1Fu) << 6 | (text[1] & 0x3Fu))), 2};
    if ((text[0] & 0xF0) == 0xE0 && follows(1) && follows(2))
        return {lowered(static_cast<char32_t>(
                    (text[0] & 0x0Fu) << 12 | (text[1] & 0x3Fu) << 6 | (text[2] & 0x3Fu))),
            3};
    return {lowered(static_cast<char32_t>(text[0])), 1};
}

using Word = std::vector<char32_t>;

/** A name's words: what stands between spaces and punctuation. */
std::vector<Word> wordsOf(std::string_view name)
{
    const Bytes bytes(name.begin(), name.end());
    std::vector<Word> words(1);
    for (View rest(bytes); !rest.empty();) {
        const auto letter = letterOf(rest);
        rest = rest.subspan(letter.size);
        const bool ascii = letter.code < 0x80 && isWordByte(static_cast<std::uint8_t>(letter.code));
        if (ascii || letter.code >= 0xC0)
            words.back().push_back(letter.code);
        else
            words.emplace_back();
    }
    return words;
}

/** How many bytes of @p text are @p word; 0 where it does not begin with it. */
std::size_t sizeAtStart(View text, const Word& word)
{
    std::size_t size = 0;
    for (const auto code : word) {
        if (size == text.size())
            return 0;
        const auto letter = letterOf(text.subspan(size));
        if (letter.code == code)
            size += letter.size;
        else if (lowered(static_cast<char32_t>(text[size])) == code)
            ++size;
        else
            return 0;
    }
    return size;
}

void crossOutWord(Value bytes, const Word& word)
{
    constexpr std::size_t alone = 2; // so few letters stand within others by chance
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto size = sizeAtStart(bytes.subspan(at), word);
        const bool within = (at > 0 && isWordByte(bytes[at - 1]))
            || (at + size < bytes.size() && isWordByte(bytes[at + size]));
        if (size != 0 && !(within && word.size() <= alone))
            std::ranges::fill(bytes.subspan(at, size), crossed);
    }
}

/** As crossOutWord(), whatever punctuation stands between the digits. */
void crossOutDigits(Value bytes, std::string_view digits)
{
    constexpr std::string_view between = "-+ ./";
    const auto sizeAt = [&](std::size_t start) {
        std::size_t at = start;
        for (const char digit : digits) {
            while (
                at > start && at < bytes.size() && between.find(static_cast<char>(bytes[at])) != between.npos)
                ++at;
            if (at == bytes.size() || !same(bytes[at], digit))
                return std::size_t{0};
            ++at;
        }
        return at - start;
    };
    for (std::size_t at = 0; at < bytes.size(); ++at)
        std::ranges::fill(bytes.subspan(at, sizeAt(at)), crossed);
}

bool isNumber(std::string_view text)
{
    return std::ranges::all_of(text, isDigit);
}

/** The ways to write a number without punctuation, or a part of it: the longest first. */
std::vector<std::string_view> formsOf(std::string_view number)
{
    constexpr std::size_t shortest = 4, shortestWithDate = 10, date = 6;
    std::vector<std::string_view> forms;
    const auto add = [&](std::string_view form) {
        if (form.size() >= shortest && std::ranges::any_of(form, isDigit))
            forms.push_back(form);
    };
    add(number);
    const auto prefix = std::ranges::find_if(number, isDigit) - number.begin();
    number.remove_prefix(static_cast<std::size_t>(prefix));
    add(number); // break: without-prefix
    if (number.size() == 12 && isNumber(number)) {
        add(number.substr(2));
        add(number.substr(0, 8));
        number.remove_prefix(2);
    } else if (number.size() == 11 && isNumber(number)) {
        number.remove_prefix(1); // its first digit tells sex and century
    } else if (number.size() == 8 && isNumber(number)) {
        add(number.substr(2));
    }
    if (number.size() >= shortestWithDate && isNumber(number.substr(0, date)))
        add(number.substr(0, date));
    return forms;
}

} // namespace

void Identifiers::replace(std::span<std::uint8_t> id)
{
    auto known =
        std::ranges::find_if(seen_, [&](const auto& other) { return std::ranges::equal(other, id); });
    if (known == seen_.end())
        known = seen_.insert(seen_.end(), {id.begin(), id.end()});
    auto place = known - seen_.begin() + 1;
    std::ranges::fill(id, crossed);
    constexpr std::size_t digits = 3;
    for (auto at = id.size(); at > id.size() - std::min(digits, id.size()); place /= 10)
        id[--at] = static_cast<std::uint8_t>('0' + place % 10);
}

void hide(std::span<std::uint8_t> bytes, Keep keep, Identifiers& identifiers)
{
    const auto end =
        eachObject(bytes, [&](std::uint32_t tag, Value value) { hideValue(tag, value, keep, identifiers); });
    // What is no object, or follows a gap, may be anything.
    std::ranges::replace_if(
        bytes.subspan(end), [](auto byte) { return byte != 0x00 && byte != 0xFF; }, crossed);
}

void crossOut(std::span<std::uint8_t> bytes, std::string_view name)
{
    constexpr std::size_t shortest = 2; // one letter tells of nobody
    for (const auto& word : wordsOf(name))
        if (word.size() >= shortest)
            crossOutWord(bytes, word);
}

void crossOutNumber(std::span<std::uint8_t> bytes, std::string_view number)
{
    std::string whole;
    std::vector<std::string> parts(1);
    for (const char c : number)
        if (isWordByte(static_cast<std::uint8_t>(c))) {
            whole += c;
            parts.back() += c;
        } else {
            parts.emplace_back();
        }
    parts.insert(parts.begin(), whole);
    for (const auto& part : parts)
        for (const auto form : formsOf(part))
            crossOutDigits(bytes, form);
}

void crossOutHolder(std::span<std::uint8_t> file, std::span<const std::string> holder)
{
    constexpr std::size_t fileIdentifier = 2;
    eachObject(file, [&](std::uint32_t tag, Value value) {
        if (isConstructed(tag))
            return crossOutHolder(value, holder);
        const bool octets = tag == 0x04 && value.size() > fileIdentifier && !isPath(value);
        if (!octets && !isText(tag) && tag != 0x80)
            return;
        for (const auto& one : holder) {
            crossOut(value, one);
            crossOutNumber(value, one);
        }
    });
}

} // namespace kortvakt::mask
