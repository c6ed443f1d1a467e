// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/system/program_file.h"

#include <filesystem>

#include <linux/close_range.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kortvakt::app {

namespace {

constexpr auto thisProgram = "/proc/self/exe"; // the file that runs, wherever it has gone

} // namespace

std::string programPath()
{
    std::error_code unknown;
    return std::filesystem::read_symlink(thisProgram, unknown).string();
}

bool isProgramReplaced(const std::string& path)
{
    struct stat running { };
    struct stat there { };
    return ::stat(thisProgram, &running) == 0 && ::stat(path.c_str(), &there) == 0
        && (running.st_dev != there.st_dev || running.st_ino != there.st_ino);
}

void becomeProgram(const std::string& path, std::vector<std::string> arguments)
{
    std::vector<char*> raw;
    for (std::string& argument : arguments)
        raw.push_back(argument.data());
    raw.push_back(nullptr);
    // What libraries left open is not for the new program.
    ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    ::execv(path.c_str(), raw.data());
}

} // namespace kortvakt::app
