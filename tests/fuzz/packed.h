// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"

namespace kortvakt::fuzz {

/** Whether @p whole holds, packed by gzip or zlib at any place, @p content and nothing else. */
[[nodiscard]] bool holdsPacked(View whole, View content);

} // namespace kortvakt::fuzz
