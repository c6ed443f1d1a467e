// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/system/owned_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace kortvakt::app {

namespace {

using Wanted = FoundFile::Wanted;

constexpr std::size_t largest = 256 * 1024;

/** Why nothing came of opening something; nothing when it is not there. */
std::optional<Refusal> whyNotOpened(int error)
{
    if (error == ENOENT)
        return {};
    // ENOTDIR: a folder was wanted, and a link is none. ENXIO: a socket.
    return error == ELOOP                    ? Refusal::Link
        : error == ENOTDIR || error == ENXIO ? Refusal::NotAFile
                                             : Refusal::Unreadable;
}

std::optional<Refusal> whyNotOwned(int descriptor, unsigned owner, mode_t wanted)
{
    struct stat known { };
    if (fstat(descriptor, &known) != 0)
        return Refusal::Unreadable;
    if ((known.st_mode & S_IFMT) != wanted)
        return Refusal::NotAFile;
    if (known.st_uid != owner)
        return Refusal::NotOwned;
    if ((known.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return Refusal::WritableByOthers;
    return {};
}

/** Opens a folder. @return -1 with @p refused, or without when there is none. */
int openFolder(int at, const std::string& name, unsigned owner, std::optional<Refusal>& refused)
{
    struct stat named { };
    const bool link = fstatat(at, name.c_str(), &named, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(named.st_mode);
    const int descriptor =
        openat(at, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        refused = link ? Refusal::Link : whyNotOpened(errno);
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
    std::string bytes(largest + 1, '\0');
    std::size_t size = 0;
    for (;;) {
        const ssize_t got = read(descriptor, bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            found.refused = Refusal::Unreadable;
        if (got <= 0)
            break;
        size += static_cast<std::size_t>(got);
        if (size > largest) {
            found.refused = Refusal::TooLarge;
            break;
        }
    }
    close(descriptor);
    bytes.resize(size);
    // Text in UTF-16, or no text at all.
    if (!found.refused && bytes.find('\0') != std::string::npos)
        found.refused = Refusal::NotText;
    if (!found.refused)
        found.bytes = std::move(bytes);
}

/** Reads a file that its owner alone can have written; nothing when there is none. */
std::optional<FoundFile> ownedFile(int folder, const std::string& name, std::string shown, unsigned owner)
{
    FoundFile found{std::move(shown), {}, {}, Wanted::File};
    const int opened = openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
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
std::optional<std::vector<std::string>> namesIn(DIR* listing)
{
    rewinddir(listing);
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = readdir(listing)) {
        std::string name(entry->d_name);
        if (name.ends_with(".conf") && !name.starts_with('.'))
            names.push_back(std::move(name));
        errno = 0;
    }
    if (errno != 0)
        return {};
    std::ranges::sort(names);
    return names;
}

/** Whether a file that cannot be found is there for all that, as far as anybody can tell. */
bool isStillListed(DIR* listing, const std::string& name)
{
    const auto names = namesIn(listing);
    return !names || std::ranges::binary_search(*names, name);
}

} // namespace

OwnedFolder::OwnedFolder(std::string path, unsigned owner)
    : path_(std::move(path))
    , owner_(owner)
    , descriptor_(openFolder(AT_FDCWD, path_, owner, refused_))
{
}

OwnedFolder::~OwnedFolder()
{
    if (descriptor_ >= 0)
        close(descriptor_);
}

std::optional<FoundFile> OwnedFolder::file(const std::string& name) const
{
    if (descriptor_ < 0)
        return {};
    return ownedFile(descriptor_, name, path_ + '/' + name, owner_);
}

std::vector<FoundFile> OwnedFolder::files(const std::string& folder) const
{
    const auto folderAlone = [](const std::string& path, std::optional<Refusal> refused) {
        return refused ? std::vector{FoundFile{path, {}, refused, Wanted::Folder}} : std::vector<FoundFile>();
    };
    if (descriptor_ < 0)
        return folderAlone(path_, refused_);
    const std::string whole = path_ + '/' + folder;
    std::optional<Refusal> refused;
    const int opened = openFolder(descriptor_, folder, owner_, refused);
    if (opened < 0)
        return folderAlone(whole, refused);
    const std::unique_ptr<DIR, int (*)(DIR*)> listing(fdopendir(opened), closedir);
    if (!listing) {
        close(opened);
        return folderAlone(whole, Refusal::Unreadable);
    }
    const auto names = namesIn(listing.get());
    if (!names) // what else is in it nobody knows
        return folderAlone(whole, Refusal::Unreadable);
    std::vector<FoundFile> found;
    for (const std::string& name : *names) {
        const std::string shown = whole + '/' + name;
        if (auto one = ownedFile(dirfd(listing.get()), name, shown, owner_))
            found.push_back(std::move(*one));
        else if (isStillListed(listing.get(), name))
            found.push_back({shown, {}, Refusal::Unreadable, Wanted::File});
    }
    return found;
}

std::optional<FoundFile> usersFile(const std::string& path)
{
    FoundFile found{path, {}, {}};
    const int opened = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (opened < 0) {
        found.refused = errno == ENOTDIR ? std::nullopt : whyNotOpened(errno);
        return found.refused ? std::optional(found) : std::nullopt;
    }
    struct stat known { };
    if (fstat(opened, &known) != 0 || !S_ISREG(known.st_mode)) {
        close(opened);
        found.refused = Refusal::NotAFile;
        return found;
    }
    readAll(opened, found);
    return found;
}

} // namespace kortvakt::app
