// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace kortvakt::app {

/** Whether a text is an address that may be opened for a user: of one of these schemes, written as RFC 3986
 * wants it, whose letters beyond ASCII browsers encode themselves; with a host and without a user's name in
 * https, and with more than the scheme in others. */
[[nodiscard]] bool isLink(std::string_view text, std::span<const char* const> schemes);

} // namespace kortvakt::app
