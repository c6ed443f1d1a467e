// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/setting_words.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace kortvakt::app {

/** A settings file that was looked for. */
struct FoundFile {
    QString name; ///< with its folder, as it is shown: bytes that are no UTF-8 are not in it
    QByteArray bytes;
    std::optional<ui::SettingComplaint::Kind> refused; ///< why its bytes are not there
    /** What it is to be, of an administrator's. */
    ui::SettingComplaint::Wanted wanted = ui::SettingComplaint::Wanted::Nothing;
};

/**
 * The administrator's folder, /etc/kortvakt. It and its files count only when an administrator alone can have
 * written them: each is owned by root, written by nobody else, an ordinary file or folder, and no link. What
 * is opened is what is looked at, so that nothing can be put in its place in between.
 */
class OwnedFolder {
public:
    /** @param owner whose files count; another one than root in tests only. */
    OwnedFolder(const QString& path, unsigned owner);
    ~OwnedFolder();
    OwnedFolder(const OwnedFolder&) = delete;
    OwnedFolder& operator=(const OwnedFolder&) = delete;

    /** The file of a name; nothing when there is none. */
    [[nodiscard]] std::optional<FoundFile> file(const QString& name) const;
    /** All *.conf files of a folder in it, in the order of their names as bytes; the folder itself where it
     * is refused. */
    [[nodiscard]] std::vector<FoundFile> files(const QString& folder) const;
    /** Why the folder itself is refused. */
    [[nodiscard]] std::optional<ui::SettingComplaint::Kind> refused() const { return refused_; }

private:
    QString path_;
    unsigned owner_;
    std::optional<ui::SettingComplaint::Kind> refused_; ///< told while the folder is opened, below
    int descriptor_ = -1; ///< -1: there is no such folder, or it is refused
};

/** Reads a file that its user may have made however they like; nothing when there is none. */
[[nodiscard]] std::optional<FoundFile> usersFile(const QString& path);

} // namespace kortvakt::app
