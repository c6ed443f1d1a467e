// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/nearest_setting.h"

#include "app/settings/text.h"

#include <algorithm>
#include <numeric>

namespace kortvakt::app {

namespace {

constexpr std::size_t mostSlips = 3; // of the hand, from one name to another
constexpr std::size_t wrongGroup = 1; // counts as one

/** How many characters must be put in, taken out or replaced to make one text of the other. */
std::size_t slipsBetween(const std::u32string& one, const std::u32string& other)
{
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (const char32_t character : one) {
        std::size_t diagonal = row.front()++;
        for (std::size_t i = 1; i < row.size(); ++i) {
            const std::size_t kept = diagonal + (character == other[i - 1] ? 0 : 1);
            diagonal = row[i];
            row[i] = std::min({kept, row[i] + 1, row[i - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

const SettingKey* nearestSetting(std::string_view name)
{
    const auto parts = split(name, '/');
    const std::u32string group = folded(parts.front()), own = folded(parts.size() > 1 ? parts[1] : "");
    const SettingKey* nearest = nullptr;
    std::size_t fewest = mostSlips + 1;
    for (const SettingKey& key : settingsTable()) {
        const std::size_t slips = own == folded(key.name)
            ? wrongGroup
            : slipsBetween(group, folded(key.group)) + slipsBetween(own, folded(key.name));
        if (slips < fewest) {
            fewest = slips;
            nearest = &key;
        }
    }
    return nearest;
}

} // namespace kortvakt::app
