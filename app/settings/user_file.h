// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/complaint.h"

#include <system_error>

namespace kortvakt::app {

/** A settings file's text with another value for one setting; all else in it, comments and what nobody knows
 * too, stays as it is. @param values one; of a list, all entries; none: the setting is taken out. */
[[nodiscard]] std::string withSetting(
    std::string_view text, const SettingKey& key, const std::vector<std::string>& values);

/** Why a setting was not written. */
struct NotWritten {
    std::optional<SettingComplaint> refused; ///< the file as it is, which cannot be read and so not be kept
    std::error_code error; ///< else the system's
};

/**
 * Changes one setting in the user's own file, whole or not at all. Its folder is made where it is missing.
 * @return nothing when it was written
 */
[[nodiscard]] std::optional<NotWritten> writeSetting(
    const std::string& path, const SettingKey& key, const std::vector<std::string>& values);

} // namespace kortvakt::app
