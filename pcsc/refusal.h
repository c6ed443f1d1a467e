// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

namespace kortvakt::pcsc {

/**
 * Whether the service takes connections and hangs up on us at once, or its socket is closed to us: what
 * pcscd does to those whom polkit refuses, and what pcsc-lite's library calls a service that is not there.
 * A service that is just ending looks the same. Waits at most a quarter of a second.
 */
[[nodiscard]] bool serviceHangsUp();

} // namespace kortvakt::pcsc
