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

/** An allocator that wipes what it frees, so that a buffer that grows leaves no copies behind. */
template <typename T>
struct WipingAllocator {
    using value_type = T;
    WipingAllocator() = default;
    template <typename U>
    WipingAllocator(const WipingAllocator<U>&) noexcept
    {
    }
    [[nodiscard]] T* allocate(std::size_t count) { return std::allocator<T>().allocate(count); }
    void deallocate(T* memory, std::size_t count) noexcept
    {
        wipe(memory, count * sizeof(T));
        std::allocator<T>().deallocate(memory, count);
    }
    friend bool operator==(const WipingAllocator&, const WipingAllocator&) noexcept { return true; }
};

/** Bytes that may hold a code: wiped when freed. Every command is built in one. */
using SecretBytes = std::vector<std::uint8_t, WipingAllocator<std::uint8_t>>;

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
