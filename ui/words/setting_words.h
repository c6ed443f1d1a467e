// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/complaint.h"

#include <QString>

namespace kortvakt::ui {

/** "/etc/kortvakt/policy.d/10-codes.conf:3: Actions/allowUnlock: expected true or false. …" */
[[nodiscard]] QString complaintText(const app::SettingComplaint& complaint);
/** A setting's name beside its value, in the language that installLanguage() chose. */
[[nodiscard]] QString labelOf(const app::SettingKey& key);
[[nodiscard]] QString labelOf(const app::SettingKey::Choice& choice);

} // namespace kortvakt::ui
