// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/load_settings.h"

namespace kortvakt::app {

/**
 * Makes the lengths of new codes agree: fewest, recommended, most. Of two that contradict each other,
 *
 * | the two are from            | gives way                                       |
 * | different sources           | the weaker source's: a user's own to a policy's |
 * | one source, fewest and most | the most                                        |
 * | one source otherwise        | the recommended                                 |
 *
 * The recommended becomes the nearest length that is allowed, the others what is built in.
 * @return what contradicts something; what is only built in gives way without a word.
 */
[[nodiscard]] std::vector<ui::SettingComplaint> settleCodeLengths(std::vector<SettingRow>& rows);

} // namespace kortvakt::app
