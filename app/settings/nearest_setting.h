// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/settings_table.h"

#include <string_view>

namespace kortvakt::app {

/** The setting that was most likely meant by a name that is none's: "Actions/allowUnlock" for
 * "Actions/allowUnlok", or for "General/allowUnlock". Nothing when none is near. */
[[nodiscard]] const SettingKey* nearestSetting(std::string_view name);

} // namespace kortvakt::app
