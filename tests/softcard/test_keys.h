// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <openssl/evp.h>

namespace softcard {

enum class KeyKind { Rsa2048, EcP256, EcP384 };

/**
 * A key that is the same in every run, so that certificates are, too. They protect nothing: anyone can make
 * them.
 * @param number 0 to 4 for RSA, any for EC. @return a key that the caller shares, never null.
 */
[[nodiscard]] EVP_PKEY* testKey(KeyKind kind, int number);

} // namespace softcard
