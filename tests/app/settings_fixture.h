// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/app/settings_folders.h"

#include <algorithm>

namespace kortvakt::test {

using Kind = app::SettingComplaint::Kind;
using app::Refusal;

/** Whether there is such a complaint, of a line where one is given. */
inline bool told(const app::LoadedSettings& loaded, Kind kind, int line = -1)
{
    return std::ranges::any_of(loaded.complaints, [&](const app::SettingComplaint& complaint) {
        return complaint.kind == kind && (line < 0 || complaint.line == line);
    });
}

/** Whether a whole file is refused for this reason. */
inline bool told(const app::LoadedSettings& loaded, Refusal why)
{
    return std::ranges::any_of(loaded.complaints, [&](const app::SettingComplaint& complaint) {
        return complaint.kind == Kind::Refused && complaint.refused == why && complaint.line == 0;
    });
}

/** What is complained of, for a test that fails. */
inline std::string complaints(const app::LoadedSettings& loaded)
{
    std::string all;
    for (const auto& complaint : loaded.complaints)
        all += complaint.file + ':' + std::to_string(complaint.line) + ": " + complaint.name() + ": kind "
            + std::to_string(static_cast<int>(complaint.kind)) + '\n';
    return all;
}

inline app::SettingRow row(const app::LoadedSettings& loaded, std::string_view name)
{
    const auto found = std::ranges::find(loaded.rows, name, &app::SettingRow::name);
    return found == loaded.rows.end() ? app::SettingRow() : *found;
}

class SettingsTest : public testing::Test {
protected:
    SettingsFolders folders;
};

} // namespace kortvakt::test
