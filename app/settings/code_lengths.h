// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/load_settings.h"

namespace kortvakt::app {

/**
 * Makes the lengths of new codes agree: fewest, recommended, most. Of two that contradict each other the one
 * that is less binding gives way, a user's own to a policy's; of two in the same place the
 * recommended one, or the most. Fewest and most give way to what is built in, the recommended to the nearest
 * that is allowed.
 * @return what contradicts something; what is only built in gives way without a word.
 */
[[nodiscard]] std::vector<SettingComplaint> settleCodeLengths(std::vector<SettingRow>& rows);

} // namespace kortvakt::app
