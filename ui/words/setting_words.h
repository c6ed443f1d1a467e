// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/settings_table.h"

namespace kortvakt::ui {

/** What is wrong in a settings file, and where. */
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
        NotOwnedByRoot,
        WritableByOthers,
        Link,
        NotAFile,
        TooLarge,
        NotText,
        Unreadable,
        NotThere, ///< there is no such file
        LooksLikeExpression, ///< a reader's name with what regular expressions are made of, which is taken as
                             ///< it stands
    };
    Kind kind;
    QString file;
    int line = 0; ///< from 1; 0: the whole file
    QString name{}; ///< "Actions/allowUnlock", as it stands there
    QString expected{}; ///< of a bad value; of no setting, the one that was most likely meant
    bool closes = false; ///< what is bad is taken for the most restrictive value
    bool policy = false; ///< it stands in a policy
    /** What an administrator's file that is refused is to be. */
    enum class Wanted { Nothing, File, Folder } wanted = Wanted::Nothing;
    friend bool operator==(const SettingComplaint&, const SettingComplaint&) = default;
};

/** Whether a file of the administrator's cannot be read or trusted, so that what it could close is closed. */
[[nodiscard]] bool closesAll(const SettingComplaint& complaint);
/** Whether something does not work as written; else it is only told. */
[[nodiscard]] bool isFault(const SettingComplaint& complaint);
/** "/etc/kortvakt/policy.d/10-codes.conf:3: Actions/allowUnlock: expected true or false. …" */
[[nodiscard]] QString complaintText(const SettingComplaint& complaint);
/** What a value may be: "true or false", "a whole number from 0 to 730". */
[[nodiscard]] QString expectedText(const SettingKey::Field& field);
/** What a number may be that stands against another setting's: "a number no smaller than Codes/minLength
 * (8)". */
[[nodiscard]] QString expectedBound(bool atMost, const QString& name, int number);

/** A setting's name beside its value, in the language that installLanguage() chose. */
[[nodiscard]] QString labelOf(const SettingKey& key);
[[nodiscard]] QString labelOf(const SettingKey::Choice& choice);

} // namespace kortvakt::ui
