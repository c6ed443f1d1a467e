// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/settings_table.h"

namespace kortvakt::app {

/** A setting, an entry of a list, or a part of one. */
struct SettingPart {
    const SettingKey* key = nullptr;
    int entry = 0; ///< of a list, from 1; 0: the number is missing or makes no sense, or it is no list
    int field = -1; ///< which of the key's fields; -1: none
    /** "Actions/allowUnlock", "Menu/links/2/url"; without a number that makes no sense. */
    [[nodiscard]] std::string name() const;
    friend bool operator==(const SettingPart&, const SettingPart&) = default;
};

} // namespace kortvakt::app
