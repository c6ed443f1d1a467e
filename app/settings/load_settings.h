// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/setting_file.h"

namespace kortvakt::app {

/** Where settings are kept. */
struct SettingPlaces {
    std::string system = "/etc/kortvakt"; ///< the administrator's: policy.d/ and kortvakt.conf
    std::string user; ///< the user's own file; empty: none
    unsigned owner = 0; ///< whose files in @ref system count: root's

    /** Those of the user who runs the program. No environment variable leads past the administrator's. */
    [[nodiscard]] static SettingPlaces ofThisUser();
};

/** Where a value comes from. */
enum class SettingSource { BuiltIn, AdminDefault, User, Policy };

/** A setting's value, or an entry of a list. */
struct SettingRow : SettingPart {
    std::vector<std::string> values; ///< one for each field; none for a list without entries
    SettingSource source = SettingSource::BuiltIn;
    std::string file; ///< empty when built in
    int line = 0; ///< 0: the whole file
    bool locked = false; ///< by a policy
    bool replaced = false; ///< what stands in the file is bad or unread, and something else is in force
};

/** All settings as they are in force. */
struct LoadedSettings {
    Settings values;
    std::vector<SettingRow> rows; ///< in the schema's order; a list has one for each entry, and at least one
    std::vector<SettingComplaint> complaints;

    /** Whether a policy has locked a setting. */
    [[nodiscard]] bool isLocked(const SettingKey& key) const;
    /** The administrator's files that cannot be read or trusted. A policy among them closes whatever can be
     * closed; the default closes of that what users may not decide. */
    [[nodiscard]] std::vector<SettingComplaint> unreadPolicies() const;
    /** Whether something does not work as written. */
    [[nodiscard]] bool hasFaults() const;
};

/**
 * Reads all settings: locked by the administrator, else the user's own, else the administrator's default,
 * else built in. A bad value is told. In a policy it locks the setting, at its most restrictive value where
 * it has one, else at the default; elsewhere it counts as not being there. A policy that cannot be read, or
 * that others than root may have written, closes whatever can be closed, and so does a folder of policies.
 * The administrator's default that is so closes what users may not decide, unless a policy decides it.
 */
[[nodiscard]] LoadedSettings loadSettings(const SettingPlaces& places);

/** What is wrong in one file, read as a policy: what an administrator wants to know before it is rolled out.
 */
[[nodiscard]] std::vector<SettingComplaint> checkPolicy(const std::string& path);

} // namespace kortvakt::app
