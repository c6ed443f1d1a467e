// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace kortvakt::app {

/** Why a file is not read, or not believed. */
enum class Refusal {
    NotOwned, ///< by whom it ought to be: root
    WritableByOthers,
    Link,
    NotAFile, ///< or not a folder, where one is wanted
    TooLarge,
    NotText,
    Unreadable,
};

/** A file that was looked for. */
struct FoundFile {
    std::string name; ///< with its folder, as the system writes it: in whatever encoding, or none
    std::string bytes;
    std::optional<Refusal> refused; ///< why its bytes are not there
    /** What it is to be, of an administrator's. */
    enum class Wanted { Nothing, File, Folder } wanted = Wanted::Nothing;
};

/**
 * The administrator's folder, /etc/kortvakt. It and its files count only when an administrator alone can have
 * written them: each is owned by root, written by nobody else, an ordinary file or folder, and no link. What
 * is opened is what is looked at, so that nothing can be put in its place in between.
 */
class OwnedFolder {
public:
    /** @param owner whose files count; another one than root in tests only. */
    OwnedFolder(std::string path, unsigned owner);
    ~OwnedFolder();
    OwnedFolder(const OwnedFolder&) = delete;
    OwnedFolder& operator=(const OwnedFolder&) = delete;

    /** The file of a name; nothing when there is none, or the folder is refused. */
    [[nodiscard]] std::optional<FoundFile> file(const std::string& name) const;
    /** All *.conf files of a folder in it, in the order of their names as bytes; where one of the two folders
     * is refused, that one. */
    [[nodiscard]] std::vector<FoundFile> files(const std::string& folder) const;

private:
    std::string path_;
    unsigned owner_;
    std::optional<Refusal> refused_; ///< told while the folder is opened, below
    int descriptor_ = -1; ///< -1: there is no such folder, or it is refused
};

/** Reads a file that its user may have made however they like; nothing when there is none. */
[[nodiscard]] std::optional<FoundFile> usersFile(const std::string& path);

} // namespace kortvakt::app
