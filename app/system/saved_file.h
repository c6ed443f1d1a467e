// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <system_error>

namespace kortvakt::app {

/**
 * Writes a file whole or not at all: beside the old one, whose place and permissions it takes once it is on
 * the disk. A link stays one. Its folder is made where it is missing; a file that is not to be written to is
 * left alone.
 * @return the system's error; none when it was written
 */
[[nodiscard]] std::error_code saveFile(const std::string& path, std::string_view bytes);

} // namespace kortvakt::app
