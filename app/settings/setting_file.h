// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/setting_words.h"

#include <QByteArray>

#include <vector>

namespace kortvakt::app {

/** One setting in a file, whose name is one of the schema's; its value has not been looked at. */
struct WrittenSetting {
    const ui::SettingKey* key = nullptr;
    int entry = 0; ///< of a list, from 1; 0: the number is missing or makes no sense, or it is no list
    int field = 0; ///< which of the key's fields; -1: of no field, so that the setting is bad
    QString value;
    int line = 0;
    bool legible = true; ///< false: the line has the setting's name, and is no setting
};

/** What a settings file says, line by line. */
struct SettingFile {
    std::vector<WrittenSetting> settings;
    std::vector<ui::SettingComplaint> complaints;
};

/**
 * Reads a settings file: groups in brackets, "name = value", comments from # or ; at a line's start. Group
 * and setting are matched whatever their case. What is odd is told and left out; nothing is fatal.
 *
 * QSettings would not do: it takes no notice of lines it does not understand, cannot tell which line a value
 * came from, gives commas, backslashes, quotes and percent signs a meaning of their own, and lets one file
 * name others' types (@Variant), which no file that a user may write ought to.
 * @param name of the file, for complaints.
 */
[[nodiscard]] SettingFile readSettings(const QByteArray& bytes, const QString& name);

/** A line of a settings file, for who changes one. */
struct SettingLine {
    enum class Kind { Blank, Group, Setting, Other } kind = Kind::Blank;
    QString name; ///< of the group, or of the setting in it
    QString value;
    bool whole = true; ///< false: a group whose bracket is not closed
};
[[nodiscard]] SettingLine readLine(const QString& line);

} // namespace kortvakt::app
