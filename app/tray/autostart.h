// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace kortvakt::app {

/**
 * Makes Kortvakt start, or not start, when the user logs in: an entry in the user's own folder that hides the
 * system's, as the desktops' autostart specification has it, is written or taken away. One that somebody
 * else wrote is left alone.
 * @param folder the user's folder for settings, such as ~/.config
 * @return why it could not be done, in the system's words; empty when it was
 */
[[nodiscard]] QString setAutostart(bool wanted, const QString& folder);

} // namespace kortvakt::app
