// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/system/saved_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <random>

namespace kortvakt::app {

namespace {

std::error_code lastError()
{
    return {errno, std::generic_category()};
}

std::error_code writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t wrote = write(descriptor, bytes.data(), bytes.size());
        if (wrote < 0 && errno != EINTR)
            return lastError();
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(wrote, 0)));
    }
    return fsync(descriptor) == 0 ? std::error_code() : lastError();
}

/** Where a link leads in the end, whether or not anything is there. */
std::filesystem::path targetOf(std::filesystem::path path)
{
    constexpr int most = 40; // as the system itself follows
    std::error_code error;
    for (int i = 0; i < most && std::filesystem::is_symlink(path, error); ++i)
        path = path.parent_path() / std::filesystem::read_symlink(path, error);
    return path;
}

} // namespace

std::error_code saveFile(const std::string& path, std::string_view bytes)
{
    std::error_code error;
    const std::filesystem::path target = targetOf(path);
    std::filesystem::create_directories(target.parent_path(), error);
    if (error)
        return error;
    struct stat old { };
    const bool there = stat(target.c_str(), &old) == 0;
    if (there && access(target.c_str(), W_OK) != 0)
        return lastError();
    std::string fresh;
    int descriptor = -1;
    do // one of that name may lie there from a program that was killed
        fresh = target.string() + '.' + std::to_string(std::random_device()());
    while ((descriptor = open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666)) < 0
        && errno == EEXIST);
    if (descriptor < 0)
        return lastError();
    if (there)
        (void)fchmod(descriptor, old.st_mode & 0777); // some file systems have none
    error = writeAll(descriptor, bytes);
    close(descriptor);
    if (!error)
        std::filesystem::rename(fresh, target, error);
    if (error)
        unlink(fresh.c_str());
    return error;
}

} // namespace kortvakt::app
