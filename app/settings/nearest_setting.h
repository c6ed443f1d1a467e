// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace kortvakt::app {

/** The setting that was most likely meant by a name that is none's: "Actions/allowUnlock" for
 * "Actions/allowUnlok", or for "General/allowUnlock". Empty when none is near. */
[[nodiscard]] QString nearestSetting(const QString& name);

} // namespace kortvakt::app
