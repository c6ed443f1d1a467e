// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/system/hardening.h"

#include <openssl/crypto.h>

#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace kortvakt::app {

namespace {

// A code takes 16 to 512 bytes of it, and a dialog holds a dozen.
constexpr std::size_t roomForCodes = 64 * 1024, smallestBlock = 16;

} // namespace

void hardenProcess()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
    CRYPTO_secure_malloc_init(roomForCodes, smallestBlock);
}

} // namespace kortvakt::app
