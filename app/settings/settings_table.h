// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/settings.h"

#include <span>

namespace kortvakt::app {

/** One setting, as resources/settings/schema.json tells of it. */
struct SettingKey {
    enum class Type { Flag, Choice, Number, Text, Mail, Link, Pattern, Atr, Issuer };
    enum class Applied { AtOnce, NextStart };
    struct Choice {
        const char* value; ///< as it stands in a file
        const char *en, *sv; ///< as users read it
    };
    /** A setting is one value; an entry of a list may be several. */
    struct Field {
        const char* name; ///< empty: the setting itself
        Type type;
        int min, max; ///< of a number
        std::span<const Choice> choices;
        std::span<const char* const> schemes; ///< of a link
    };

    const char *group, *name;
    std::span<const Field> fields;
    bool list; ///< numbered entries, "Readers/ignore/1"
    bool adminOnly; ///< never taken from the user's own file
    bool onPage; ///< has a line in the window "Settings"
    const char* fallback; ///< what is built in, as it stands in a file
    /** The most restrictive value, which a bad one in a policy, or a bad entry of a list, is taken for.
     * Nothing: a bad value is taken for the default, and a bad entry is left out. */
    const char* closed;
    Applied applied;
    const char *labelEn, *labelSv;
    /** Gives the setting a value that was found good, with a text for each field; an entry of a list is
     * added. */
    void (*set)(Settings&, const std::vector<std::string>&);
};

/** All settings, in the schema's order. */
[[nodiscard]] std::span<const SettingKey> settingsTable();

} // namespace kortvakt::app
