// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/setting_value.h"

#include "app/settings/link.h"
#include "app/settings/text.h"
#include "core/text.h"

#include <algorithm>
#include <charconv>

namespace kortvakt::app {

namespace {

constexpr std::size_t longestText = 500;
constexpr std::size_t shortestAtr = 2, longestAtr = 33; // ISO 7816-3 §8.2.1: TS, T0, and at most 31 more

/** Empty when it is no hexadecimal. */
Bytes bytesOf(std::string_view text)
{
    std::string digits(text);
    std::erase_if(digits, [](char c) { return c == ' ' || c == ':'; });
    return fromHex(digits);
}

/** Shown to users as it is: nothing that hides, turns or steers text. */
bool isPlainText(std::string_view text)
{
    const std::u32string characters = charactersOf(text);
    return !characters.empty() && characters.size() <= longestText
        && std::ranges::none_of(
            characters, [](char32_t c) { return c == U'\uFFFD' || isControl(c) || isUnseen(c); });
}

bool isMail(std::string_view text)
{
    const auto at = text.find('@');
    return isPlainText(text) && at > 0 && at < text.size() - 1 && at == text.rfind('@')
        && text.find_first_of(" ?%") == std::string_view::npos;
}

std::optional<int> wholeNumber(std::string_view text)
{
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/** Whether what follows a bracket is two characters, or ranges of them: "Yy]", "0-9a-f]". */
bool beginsWithSet(std::string_view text)
{
    const std::string_view set = text.substr(0, text.find(']'));
    const auto isWord = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    };
    bool ranges = set.size() % 3 == 0;
    for (std::size_t i = 0; i < set.size(); ++i)
        ranges = ranges && (i % 3 == 1 ? set[i] == '-' : isWord(set[i]));
    return set.size() < text.size() && !set.empty()
        && (ranges || (set.size() == 2 && std::ranges::all_of(set, isWord)));
}

std::optional<std::string> onlyIf(bool good, const std::string& value)
{
    return good ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<AtrRule> AtrRule::from(std::string_view text)
{
    AtrRule rule;
    if (text == "*" || sameText(text, "none")) {
        rule.kind_ = text == "*" ? Kind::Every : Kind::None;
        return rule;
    }
    const auto parts = split(text, '/');
    rule.kind_ = Kind::Bytes;
    rule.bytes_ = bytesOf(parts.front());
    rule.mask_ = parts.size() > 1 ? bytesOf(parts.back()) : Bytes(rule.bytes_.size(), 0xFF);
    const bool good = parts.size() <= 2 && rule.bytes_.size() >= shortestAtr
        && rule.bytes_.size() <= longestAtr && rule.mask_.size() == rule.bytes_.size();
    return good ? std::optional(std::move(rule)) : std::nullopt;
}

bool AtrRule::matches(View atr) const
{
    if (kind_ != Kind::Bytes)
        return kind_ == Kind::Every;
    if (atr.size() != bytes_.size())
        return false;
    for (std::size_t i = 0; i < bytes_.size(); ++i) {
        if (((atr[i] ^ bytes_[i]) & mask_[i]) != 0)
            return false;
    }
    return true;
}

std::string AtrRule::text() const
{
    if (kind_ != Kind::Bytes)
        return kind_ == Kind::Every ? "*" : "none";
    const bool allCount = std::ranges::all_of(mask_, [](auto byte) { return byte == 0xFF; });
    return toHex(bytes_) + (allCount ? std::string() : '/' + toHex(mask_));
}

std::optional<IssuerHelp> IssuerHelp::from(std::string_view text)
{
    static constexpr std::pair<const char*, Issuer> issuers[] = {{"skatteverket", Issuer::Skatteverket},
        {"telia", Issuer::Telia}, {"siths", Issuer::Siths}, {"efos", Issuer::Efos},
        {"fineid", Issuer::Fineid}};
    const auto colon = std::min(text.find(':'), text.size());
    const std::string name = trimmed(text.substr(0, colon));
    const std::string help = trimmed(text.substr(std::min(colon + 1, text.size())));
    const auto* const issuer =
        std::ranges::find_if(issuers, [&](const auto& known) { return sameText(name, known.first); });
    const bool good = isPlainText(text) && issuer != std::end(issuers) && !help.empty();
    return good ? std::optional(IssuerHelp{issuer->second, help}) : std::nullopt;
}

std::optional<std::string> checkedValue(const SettingKey::Field& field, const std::string& written)
{
    using Type = SettingKey::Type;
    switch (field.type) {
    case Type::Flag:
        if (sameText(written, "true") || written == "1")
            return "true";
        return onlyIf(sameText(written, "false") || written == "0", "false");
    case Type::Choice:
        for (const auto& choice : field.choices) {
            if (sameText(written, choice.value))
                return choice.value;
        }
        return {};
    case Type::Number: {
        const auto number = wholeNumber(written);
        return onlyIf(
            number && *number >= field.min && *number <= field.max, std::to_string(number.value_or(0)));
    }
    case Type::Text:
    case Type::Pattern:
        return onlyIf(isPlainText(written), written);
    case Type::Mail:
        return onlyIf(isMail(written), written);
    case Type::Link:
        return onlyIf(isPlainText(written) && isLink(written, field.schemes), written);
    case Type::Atr: {
        const auto rule = AtrRule::from(written);
        return rule ? std::optional(rule->text()) : std::nullopt;
    }
    case Type::Issuer:
        return onlyIf(IssuerHelp::from(written).has_value(), written);
    }
    return {};
}

bool looksLikeExpression(std::string_view pattern)
{
    constexpr std::string_view signs[] = {".*", ".+", ".?", "\\", "|", "[^", "(?"};
    if (pattern.starts_with('^') || pattern.ends_with('$') || std::ranges::any_of(signs, [&](auto sign) {
            return pattern.find(sign) != std::string_view::npos;
        }))
        return true;
    const auto parts = split(pattern, '[');
    return std::any_of(parts.begin() + 1, parts.end(), beginsWithSet);
}

bool fitsPattern(std::string_view pattern, std::string_view name)
{
    const std::u32string wanted = folded(pattern), found = folded(name);
    // Where it last met a star, to come back to: no more than one is ever needed.
    std::size_t at = 0, star = std::u32string::npos, resume = 0;
    for (std::size_t i = 0; i < found.size();) {
        if (at < wanted.size() && wanted[at] != U'*' && (wanted[at] == U'?' || wanted[at] == found[i])) {
            ++at;
            ++i;
        } else if (at < wanted.size() && wanted[at] == U'*') {
            star = at++;
            resume = i;
        } else if (star != std::u32string::npos) {
            at = star + 1;
            i = ++resume;
        } else {
            return false;
        }
    }
    return wanted.find_first_not_of(U'*', at) == std::u32string::npos;
}

} // namespace kortvakt::app
