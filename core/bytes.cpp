// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/bytes.h"

#include <openssl/crypto.h>

#include <new>

namespace kortvakt {

void wipe(void* memory, std::size_t size) noexcept
{
    OPENSSL_cleanse(memory, size);
}

void* allocateSecret(std::size_t size)
{
    void* memory = OPENSSL_secure_malloc(size);
    if (memory == nullptr) // the secure heap is full
        memory = OPENSSL_malloc(size);
    if (memory == nullptr)
        throw std::bad_alloc();
    return memory;
}

void freeSecret(void* memory, std::size_t size) noexcept
{
    OPENSSL_secure_clear_free(memory, size); // knows both heaps
}

bool Secret::sameAs(const Secret& other) const
{
    return size() == other.size() && CRYPTO_memcmp(bytes_.data(), other.bytes_.data(), size()) == 0;
}

std::string toHex(View bytes)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 0xF];
    }
    return text;
}

Bytes fromHex(std::string_view text)
{
    Bytes bytes;
    int high = -1;
    for (const char c : text) {
        if (c == ' ')
            continue;
        int nibble = 0;
        if (c >= '0' && c <= '9')
            nibble = c - '0';
        else if (c >= 'A' && c <= 'F')
            nibble = c - 'A' + 10;
        else if (c >= 'a' && c <= 'f')
            nibble = c - 'a' + 10;
        else
            return {};
        if (high < 0) {
            high = nibble;
        } else {
            bytes.push_back(static_cast<std::uint8_t>(high << 4 | nibble));
            high = -1;
        }
    }
    return high < 0 ? bytes : Bytes{};
}

} // namespace kortvakt
