// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/user_file.h"

#include "app/settings/setting_file.h"
#include "app/settings/text.h"
#include "app/system/owned_files.h"
#include "app/system/saved_file.h"
#include "core/text.h"

namespace kortvakt::app {

namespace {

/** Whether a line of a group, "" before the first one, sets the setting. */
bool sets(const std::string& group, const SettingLine& line, const SettingKey& key)
{
    const std::u32string whole = folded(SettingPart{&key}.name());
    const auto is = [&](const std::string& written) {
        const std::u32string name = folded(written);
        return name == whole || (key.list && name.starts_with(whole + U'/'));
    };
    return line.kind == SettingLine::Kind::Setting
        && (is(line.name) || (sameText(group, key.group) && is(group + '/' + line.name)));
}

std::vector<std::string> written(const SettingKey& key, const std::vector<std::string>& values)
{
    std::vector<std::string> lines;
    for (const std::string& value : values) {
        const std::string entry = key.list ? '/' + std::to_string(lines.size() + 1) : std::string();
        lines.push_back(key.name + entry + " = " + value);
    }
    return lines;
}

} // namespace

std::string withSetting(std::string_view text, const SettingKey& key, const std::vector<std::string>& values)
{
    std::vector<std::string> lines;
    std::string group;
    std::optional<std::size_t> place, endOfGroup; // where the setting stood; behind its group's last line
    auto before = split(text, '\n');
    if (before.back().empty())
        before.pop_back();
    for (const std::string_view one : before) {
        const SettingLine line = readLine(one);
        if (line.kind == SettingLine::Kind::Group)
            group = line.name;
        const bool inGroup = sameText(group, key.group);
        if (sets(group, line, key)) {
            // One that is written with its group, before or in another one, is moved to where it belongs.
            if (!place && inGroup)
                place = lines.size();
            continue;
        }
        lines.emplace_back(one);
        if (inGroup && line.kind != SettingLine::Kind::Blank)
            endOfGroup = lines.size();
    }
    const std::vector<std::string> fresh = written(key, values);
    if (!place)
        place = endOfGroup;
    if (!place && !fresh.empty()) {
        if (!lines.empty() && !trimmed(lines.back()).empty())
            lines.emplace_back();
        lines.push_back('[' + std::string(key.group) + ']');
        place = lines.size();
    }
    if (place)
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(*place), fresh.begin(), fresh.end());
    std::string changed;
    for (const std::string& line : lines)
        changed += line + '\n';
    return changed;
}

std::optional<NotWritten> writeSetting(
    const std::string& path, const SettingKey& key, const std::vector<std::string>& values)
{
    const auto before = usersFile(path);
    if (before && before->refused)
        return NotWritten{SettingComplaint{.kind = SettingComplaint::Kind::Refused,
                              .file = toUtf8(charactersOf(before->name)),
                              .refused = before->refused},
            {}};
    const auto error = saveFile(path, withSetting(before ? before->bytes : std::string(), key, values));
    return error ? std::optional(NotWritten{{}, error}) : std::nullopt;
}

} // namespace kortvakt::app
