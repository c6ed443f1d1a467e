// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kortvakt {

using Bytes = std::vector<std::uint8_t>;
using View = std::span<const std::uint8_t>;

/** Overwrites @p size bytes at @p memory in a way that the compiler may not leave out. */
void wipe(void* memory, std::size_t size) noexcept;

/**
 * Memory for a code: from OpenSSL's secure heap, which is locked, left out of core files and fenced by pages
 * that cannot be touched. A program claims that heap once, before its first code, with
 * CRYPTO_secure_malloc_init(); this library claims nothing for a whole process by itself. Without it, or when
 * it is full, the memory is ordinary.
 * @throws std::bad_alloc
 */
[[nodiscard]] void* allocateSecret(std::size_t size);
/** Wipes and frees what allocateSecret() gave for @p size bytes, wherever it is. */
void freeSecret(void* memory, std::size_t size) noexcept;

/** An allocator for codes. It wipes what it frees, so that a buffer that grows leaves no copies behind. */
template <typename T>
struct SecretAllocator {
    using value_type = T;
    SecretAllocator() = default;
    template <typename U>
    SecretAllocator(const SecretAllocator<U>&) noexcept
    {
    }
    [[nodiscard]] T* allocate(std::size_t count)
    {
        static_assert(sizeof(T) == 1, "codes are bytes");
        return static_cast<T*>(allocateSecret(count));
    }
    void deallocate(T* memory, std::size_t count) noexcept { freeSecret(memory, count); }
    friend bool operator==(const SecretAllocator&, const SecretAllocator&) noexcept { return true; }
};

/** Bytes that may hold a code. Every command is built in one. */
using SecretBytes = std::vector<std::uint8_t, SecretAllocator<std::uint8_t>>;

/** A PIN or PUK as its holder typed it (ASCII digits). Moves, never copies; wiped when it dies. */
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string_view digits)
        : bytes_(digits.begin(), digits.end())
    {
    }
    Secret(Secret&& other) noexcept
        : bytes_(std::move(other.bytes_))
    {
        other.bytes_.clear();
    }
    Secret& operator=(Secret&& other) noexcept
    {
        bytes_ = std::move(other.bytes_);
        other.bytes_.clear();
        return *this;
    }
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() = default;

    [[nodiscard]] View view() const { return bytes_; }
    [[nodiscard]] std::size_t size() const { return bytes_.size(); }
    [[nodiscard]] bool empty() const { return bytes_.empty(); }
    /** Same digits, compared without an early exit. */
    [[nodiscard]] bool sameAs(const Secret& other) const;

private:
    SecretBytes bytes_;
};

/** Upper-case hexadecimal without spaces: {0x3F, 0x00} → "3F00". */
[[nodiscard]] std::string toHex(View bytes);
/** The inverse of toHex(); spaces are skipped. Empty when @p text is no hexadecimal. */
[[nodiscard]] Bytes fromHex(std::string_view text);

} // namespace kortvakt
