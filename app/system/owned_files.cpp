// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/system/owned_files.h"

#include <QFile>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace kortvakt::app {

namespace {

using Kind = ui::SettingComplaint::Kind;
using Wanted = ui::SettingComplaint::Wanted;

constexpr qsizetype largest = 256 * 1024;

/** Why nothing came of opening something; nothing when it is not there. */
std::optional<Kind> whyNotOpened(int error)
{
    if (error == ENOENT)
        return {};
    // ENOTDIR: a folder was wanted, and a link is none. ENXIO: a socket.
    return error == ELOOP                    ? Kind::Link
        : error == ENOTDIR || error == ENXIO ? Kind::NotAFile
                                             : Kind::Unreadable;
}

std::optional<Kind> whyNotOwned(int descriptor, unsigned owner, mode_t wanted)
{
    struct stat known { };
    if (fstat(descriptor, &known) != 0)
        return Kind::Unreadable;
    if ((known.st_mode & S_IFMT) != wanted)
        return Kind::NotAFile;
    if (known.st_uid != owner)
        return Kind::NotOwnedByRoot;
    if ((known.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return Kind::WritableByOthers;
    return {};
}

/** Opens a folder. @return -1 with @p refused, or without when there is none. */
int openFolder(int at, const QByteArray& name, unsigned owner, std::optional<Kind>& refused)
{
    struct stat named { };
    const bool link =
        fstatat(at, name.constData(), &named, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(named.st_mode);
    const int descriptor =
        openat(at, name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        refused = link ? Kind::Link : whyNotOpened(errno);
        return -1;
    }
    refused = whyNotOwned(descriptor, owner, S_IFDIR);
    if (!refused)
        return descriptor;
    close(descriptor);
    return -1;
}

/** Reads all of an open file into @p found, and closes it. */
void readAll(int descriptor, FoundFile& found)
{
    QByteArray bytes(largest + 1, Qt::Uninitialized);
    qsizetype size = 0;
    for (;;) {
        const ssize_t got =
            read(descriptor, bytes.data() + size, static_cast<std::size_t>(bytes.size() - size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            found.refused = Kind::Unreadable;
        if (got <= 0)
            break;
        size += got;
        if (size > largest) {
            found.refused = Kind::TooLarge;
            break;
        }
    }
    close(descriptor);
    bytes.truncate(size);
    // Text in UTF-16, or no text at all.
    if (!found.refused && bytes.contains('\0'))
        found.refused = Kind::NotText;
    if (!found.refused)
        found.bytes = bytes;
}

/** Reads a file that its owner alone can have written; nothing when there is none. */
std::optional<FoundFile> ownedFile(int folder, const QByteArray& name, const QString& shown, unsigned owner)
{
    FoundFile found{shown, {}, {}, Wanted::File};
    const int opened = openat(folder, name.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (opened < 0) {
        found.refused = whyNotOpened(errno);
        return found.refused ? std::optional(found) : std::nullopt;
    }
    found.refused = whyNotOwned(opened, owner, S_IFREG);
    if (found.refused)
        close(opened);
    else
        readAll(opened, found);
    return found;
}

/** The names of all *.conf files of a folder, in the order of their bytes: in whatever encoding, or none.
 * Nothing when it cannot be listed to its end. */
std::optional<std::vector<QByteArray>> namesIn(DIR* listing)
{
    rewinddir(listing);
    std::vector<QByteArray> names;
    errno = 0;
    while (const dirent* entry = readdir(listing)) {
        const QByteArray name(entry->d_name);
        if (name.endsWith(".conf") && !name.startsWith('.'))
            names.push_back(name);
        errno = 0;
    }
    if (errno != 0)
        return {};
    std::ranges::sort(names);
    return names;
}

/** Whether a file that cannot be found is there for all that, as far as anybody can tell. */
bool isStillListed(DIR* listing, const QByteArray& name)
{
    const auto names = namesIn(listing);
    return !names || std::ranges::binary_search(*names, name);
}

} // namespace

OwnedFolder::OwnedFolder(const QString& path, unsigned owner)
    : path_(path)
    , owner_(owner)
    , descriptor_(openFolder(AT_FDCWD, QFile::encodeName(path), owner, refused_))
{
}

OwnedFolder::~OwnedFolder()
{
    if (descriptor_ >= 0)
        close(descriptor_);
}

std::optional<FoundFile> OwnedFolder::file(const QString& name) const
{
    if (descriptor_ < 0)
        return {};
    return ownedFile(descriptor_, QFile::encodeName(name), path_ + u'/' + name, owner_);
}

std::vector<FoundFile> OwnedFolder::files(const QString& folder) const
{
    if (descriptor_ < 0)
        return {};
    const QString whole = path_ + u'/' + folder;
    std::optional<Kind> refused;
    const int opened = openFolder(descriptor_, QFile::encodeName(folder), owner_, refused);
    if (opened < 0)
        return refused ? std::vector{FoundFile{whole, {}, refused, Wanted::Folder}}
                       : std::vector<FoundFile>();
    const std::unique_ptr<DIR, int (*)(DIR*)> listing(fdopendir(opened), closedir);
    if (!listing) {
        close(opened);
        return {FoundFile{whole, {}, Kind::Unreadable, Wanted::Folder}};
    }
    const auto names = namesIn(listing.get());
    if (!names) // what else is in it nobody knows
        return {FoundFile{whole, {}, Kind::Unreadable, Wanted::Folder}};
    std::vector<FoundFile> found;
    for (const QByteArray& name : *names) {
        const QString shown = whole + u'/' + QFile::decodeName(name);
        if (auto one = ownedFile(dirfd(listing.get()), name, shown, owner_))
            found.push_back(std::move(*one));
        else if (isStillListed(listing.get(), name))
            found.push_back({shown, {}, Kind::Unreadable, Wanted::File});
    }
    return found;
}

std::optional<FoundFile> usersFile(const QString& path)
{
    FoundFile found{path, {}, {}};
    const int opened = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (opened < 0) {
        found.refused = errno == ENOTDIR ? std::nullopt : whyNotOpened(errno);
        return found.refused ? std::optional(found) : std::nullopt;
    }
    struct stat known { };
    if (fstat(opened, &known) != 0 || !S_ISREG(known.st_mode)) {
        close(opened);
        found.refused = Kind::NotAFile;
        return found;
    }
    readAll(opened, found);
    return found;
}

} // namespace kortvakt::app
