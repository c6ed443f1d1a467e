// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace kortvakt::fuzz {

/** The bytes of one input, taken from the front. Where they have run out, zeros follow. */
class Input {
public:
    Input(const std::uint8_t* data, std::size_t size)
        : rest_(data, size)
    {
    }
    [[nodiscard]] bool empty() const { return rest_.empty(); }
    std::uint8_t byte()
    {
        const auto taken = bytes(1);
        return taken.empty() ? std::uint8_t{0} : taken.front();
    }
    unsigned word()
    {
        const unsigned high = byte();
        return high << 8 | byte();
    }
    /** As many as are left, @p count at most. */
    std::span<const std::uint8_t> bytes(std::size_t count)
    {
        const auto taken = rest_.first(std::min(count, rest_.size()));
        rest_ = rest_.subspan(taken.size());
        return taken;
    }
    std::span<const std::uint8_t> rest() { return bytes(rest_.size()); }
    /** What stands before the next NUL, which is taken too. */
    std::string text()
    {
        std::string taken;
        while (!empty()) {
            const auto next = byte();
            if (next == 0)
                break;
            taken.push_back(static_cast<char>(next));
        }
        return taken;
    }

private:
    std::span<const std::uint8_t> rest_;
};

} // namespace kortvakt::fuzz
