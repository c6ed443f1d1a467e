// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/setting_part.h"
#include "app/system/owned_files.h"

namespace kortvakt::app {

/** What is wrong in a settings file, and where; ui/words makes sentences of it. */
struct SettingComplaint {
    enum class Kind {
        BadValue, ///< of a setting that there is
        Missing, ///< a part of a list's entry, which is not used without it
        NoSetting, ///< there is none of that name
        NotTheUsers, ///< only an administrator may decide it
        NotASetting, ///< the line is neither a setting nor a group nor a comment
        Twice, ///< the setting stands above already
        NotUtf8,
        ByteOrderMark,
        CarriageReturns,
        Refused, ///< the file, or a folder of them, for the reason in @ref refused
        NotThere, ///< there is no such file
        LooksLikeExpression, ///< a reader's name with what regular expressions are made of, which is taken as
                             ///< it stands
    };
    /** The most or the fewest that a number may be beside another setting's. */
    struct Bound {
        bool atMost;
        const SettingKey* other;
        int number;
        friend bool operator==(const Bound&, const Bound&) = default;
    };
    Kind kind;
    std::string file; ///< UTF-8, whatever its name on disk
    int line = 0; ///< from 1; 0: the whole file
    SettingPart about{}; ///< of no setting, the one that was most likely meant, if any
    std::string written{}; ///< the name as it stands there, where that is not its own; fit to be shown
    bool misnamed = false; ///< of a bad value: its name or the line is not as it is to be
    std::optional<Bound> bound{}; ///< of a bad value: good by itself, and not beside this
    bool closes = false; ///< what is bad is taken for the most restrictive value
    bool policy = false; ///< it stands in a policy
    std::optional<Refusal> refused{};
    FoundFile::Wanted wanted = FoundFile::Wanted::Nothing;

    /** "Actions/allowUnlock"; empty where it is about no setting. */
    [[nodiscard]] std::string name() const;
    friend bool operator==(const SettingComplaint&, const SettingComplaint&) = default;
};

/** Whether a file of the administrator's cannot be read or trusted, so that what it could close is closed. */
[[nodiscard]] bool closesAll(const SettingComplaint& complaint);
/** Whether something does not work as written; else it is only told. */
[[nodiscard]] bool isFault(const SettingComplaint& complaint);

} // namespace kortvakt::app
