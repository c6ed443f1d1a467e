// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/complaint.h"

#include <string_view>

namespace kortvakt::app {

/** One setting in a file, whose name is one of the schema's; its value has not been looked at. Of no field:
 * it is bad. */
struct WrittenSetting : SettingPart {
    std::string value;
    int line = 0;
    bool legible = true; ///< false: the line has the setting's name, and is no setting
};

/** What a settings file says, line by line. */
struct SettingFile {
    std::vector<WrittenSetting> settings;
    std::vector<SettingComplaint> complaints;
};

/**
 * Reads a settings file: groups in brackets, "name = value", comments from # or ; at a line's start. Group
 * and setting are matched whatever their case. What is odd is told and left out; nothing is fatal. Values are
 * UTF-8, whatever the file is.
 *
 * Commas, backslashes, quotes and percent signs have no meaning of their own.
 * @param name of the file, for complaints.
 */
[[nodiscard]] SettingFile readSettings(std::string_view bytes, const std::string& name);

/** A line of a settings file, for code that edits it. */
struct SettingLine {
    enum class Kind { Blank, Group, Setting, Other } kind = Kind::Blank;
    std::string name{}; ///< of the group, or of the setting in it; of what is neither, all of it
    std::string value{};
    bool whole = true; ///< false: a group whose bracket is not closed
};
[[nodiscard]] SettingLine readLine(std::string_view line);

} // namespace kortvakt::app
