// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"

#include <optional>

namespace kortvakt {

/**
 * What gzip (RFC 1952) or zlib (RFC 1950) has compressed, told by its first bytes; anything else as it is.
 * No more than 32 KiB come of it, whatever is promised. Nothing where it is cut short, wrong, or longer.
 */
[[nodiscard]] std::optional<Bytes> inflated(View data);

} // namespace kortvakt
