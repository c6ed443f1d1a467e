// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

namespace kortvakt::demo {

/** The demo's readers, and the card that is in the first one when it starts. */
inline constexpr auto firstReader = "Demo Reader 00 00";
inline constexpr auto secondReader = "Second Demo Reader 01 00";
inline constexpr auto firstCard = "classic-v3-no-signature";

} // namespace kortvakt::demo
