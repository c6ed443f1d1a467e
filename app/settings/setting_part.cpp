// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/setting_part.h"

namespace kortvakt::app {

std::string SettingPart::name() const
{
    std::string name = std::string(key->group) + '/' + key->name;
    if (entry > 0)
        name += '/' + std::to_string(entry);
    const char* const part = field < 0 ? "" : key->fields[static_cast<std::size_t>(field)].name;
    return *part != '\0' ? name + '/' + part : name;
}

} // namespace kortvakt::app
