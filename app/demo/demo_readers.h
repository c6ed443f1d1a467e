// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

namespace kortvakt::demo {

/** The cards that the demo's readers propose; the first one is in its reader when the demo starts. */
inline constexpr auto firstCard = "classic-v3-no-signature", secondCard = "telia-pin-locked";

} // namespace kortvakt::demo
