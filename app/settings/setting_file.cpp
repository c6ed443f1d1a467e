// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/setting_file.h"

#include "app/settings/nearest_setting.h"
#include "app/settings/text.h"
#include "core/text.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>
#include <utility>

namespace kortvakt::app {

namespace {

using Kind = SettingComplaint::Kind;

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t mostDigits = 3; // of a list's entry: 1 to 999
constexpr std::size_t longestName = 80; // that is repeated in a complaint

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/** Names come from files that anybody may have written: what could steer a terminal is not repeated. */
std::string shown(std::string_view name)
{
    std::u32string characters = charactersOf(name).substr(0, longestName);
    std::ranges::replace_if(
        characters, [](char32_t character) { return isControl(character) || isUnseen(character); },
        U'\uFFFD');
    return toUtf8(characters);
}

int entryOf(std::string_view number)
{
    int entry = 0;
    if (number.size() <= mostDigits && std::ranges::all_of(number, isDigit))
        std::from_chars(number.data(), number.data() + number.size(), entry);
    return entry;
}

int fieldOf(const SettingKey& key, std::string_view name)
{
    const auto found =
        std::ranges::find_if(key.fields, [&](const auto& field) { return sameText(name, field.name); });
    return found == key.fields.end() ? -1 : static_cast<int>(found - key.fields.begin());
}

/** The setting of a name in a group: "allowUnlock", "ignore/1", "links/1/url". */
std::optional<WrittenSetting> find(std::string_view group, std::string_view name)
{
    const auto parts = split(name, '/');
    for (const SettingKey& key : settingsTable()) {
        if (!sameText(group, key.group) || !sameText(parts.front(), key.name))
            continue;
        WrittenSetting found;
        found.key = &key;
        const bool fielded = *key.fields.front().name != '\0';
        if (!key.list)
            found.field = parts.size() == 1 ? 0 : -1;
        else if (parts.size() == (fielded ? 3 : 2) && (found.entry = entryOf(parts[1])) > 0)
            found.field = fielded ? fieldOf(key, parts[2]) : 0;
        return found;
    }
    return {};
}

/** What a line that is no setting begins with: it may be one's name. */
std::string_view firstWord(std::string_view line)
{
    const auto end = std::ranges::find_if_not(line,
        [](char c) { return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '/'; });
    return {line.begin(), end};
}

class Reading {
public:
    explicit Reading(const std::string& file)
        : file_(file)
    {
    }

    void take(std::string_view text, int line)
    {
        const SettingLine read = readLine(text);
        switch (read.kind) {
        case SettingLine::Kind::Blank:
            break;
        case SettingLine::Kind::Group:
            group_ = read.name;
            if (!read.whole)
                complain(Kind::NotASetting, line);
            break;
        case SettingLine::Kind::Setting:
            setting(read, line);
            break;
        case SettingLine::Kind::Other:
            other(read.name, line);
            break;
        }
    }

    void complain(Kind kind, int line, const SettingPart& about = {}, const std::string& written = {})
    {
        read_.complaints.push_back(
            {.kind = kind, .file = file_, .line = line, .about = about, .written = written});
    }

    [[nodiscard]] SettingFile take() { return std::move(read_); }

private:
    void setting(const SettingLine& read, int line)
    {
        // Manuals and messages write settings with their group, and so do people.
        auto found = find(group_, read.name);
        const std::string_view all = read.name;
        const auto slash = std::min(all.find('/'), all.size() - 1);
        const bool whole =
            !found && slash < all.size() - 1 && (found = find(all.substr(0, slash), all.substr(slash + 1)));
        const std::string name = shown(whole || group_.empty() ? read.name : group_ + '/' + read.name);
        if (!found)
            return complain(Kind::NoSetting, line, {.key = nearestSetting(name)}, name);
        found->value = read.value;
        found->line = line;
        const auto place = std::tuple(found->key, found->entry, found->field);
        if (found->field >= 0 && !seen_.insert(place).second)
            complain(Kind::Twice, line, *found, name);
        read_.settings.push_back(std::move(*found));
    }

    /** "allowUnlock: false" was meant as a setting: it is one, and a bad one. */
    void other(std::string_view text, int line)
    {
        auto found = find(group_, firstWord(text));
        if (!found)
            return complain(Kind::NotASetting, line);
        found->line = line;
        found->legible = false;
        read_.settings.push_back(std::move(*found));
    }

    const std::string& file_;
    std::string group_;
    SettingFile read_;
    std::set<std::tuple<const SettingKey*, int, int>> seen_;
};

} // namespace

SettingLine readLine(std::string_view line)
{
    if (line.starts_with(byteOrderMark)) // which also begins lines where files were put together
        line.remove_prefix(byteOrderMark.size());
    const std::string text = trimmed(line);
    if (text.empty() || text.front() == '#' || text.front() == ';')
        return {};
    if (text.front() == '[') { // what follows "[Actions" was meant to be in it
        const bool whole = text.back() == ']';
        return {.kind = SettingLine::Kind::Group,
            .name = trimmed(std::string_view(text).substr(1, text.size() - (whole ? 2 : 1))),
            .whole = whole};
    }
    const auto equals = text.find('=');
    const std::string name = trimmed(std::string_view(text).substr(0, equals));
    if (equals == std::string::npos || name.empty())
        return {.kind = SettingLine::Kind::Other, .name = text};
    return {.kind = SettingLine::Kind::Setting,
        .name = name,
        .value = trimmed(std::string_view(text).substr(equals + 1))};
}

SettingFile readSettings(std::string_view bytes, const std::string& name)
{
    Reading reading(name);
    if (bytes.starts_with(byteOrderMark)) {
        reading.complain(Kind::ByteOrderMark, 1);
        bytes.remove_prefix(byteOrderMark.size());
    }
    bool toldOfReturns = false;
    int number = 0;
    for (std::string_view line : split(bytes, '\n')) {
        ++number;
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
            if (!std::exchange(toldOfReturns, true))
                reading.complain(Kind::CarriageReturns, number);
        }
        const std::string text = toUtf8(charactersOf(line));
        if (text != line && readLine(text).kind != SettingLine::Kind::Blank) // a remark harms nothing
            reading.complain(Kind::NotUtf8, number);
        reading.take(text, number);
    }
    return reading.take();
}

} // namespace kortvakt::app
