// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/system/saved_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

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

} // namespace

std::error_code saveFile(const std::string& path, std::string_view bytes)
{
    std::error_code error;
    std::string target = std::filesystem::canonical(path, error).string(); // where a link leads
    if (error)
        target = path;
    std::filesystem::create_directories(std::filesystem::path(target).parent_path(), error);
    if (error)
        return error;
    struct stat old { };
    const bool there = stat(target.c_str(), &old) == 0;
    if (there && access(target.c_str(), W_OK) != 0)
        return lastError();
    const std::string fresh = target + '.' + std::to_string(getpid());
    const int descriptor = open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return lastError();
    error = there && fchmod(descriptor, old.st_mode & 0777) != 0 ? lastError() : writeAll(descriptor, bytes);
    close(descriptor);
    if (!error)
        std::filesystem::rename(fresh, target, error);
    if (error)
        unlink(fresh.c_str());
    return error;
}

} // namespace kortvakt::app
