// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/settings_table.h"

#include <QString>
#include <QStringList>

namespace kortvakt::app {

/** A settings file's text with another value for one setting; all else in it, comments and what nobody knows
 * too, stays as it is. @param values one; of a list, all entries; none: the setting is taken out. */
[[nodiscard]] QString withSetting(const QString& text, const ui::SettingKey& key, const QStringList& values);

/**
 * Changes one setting in the user's own file, whole or not at all: the file is written anew beside the old
 * one and takes its place. Its folder is made where it is missing.
 * @return why it could not be written, in the system's words; empty when it was
 */
[[nodiscard]] QString writeSetting(const QString& path, const ui::SettingKey& key, const QStringList& values);

} // namespace kortvakt::app
