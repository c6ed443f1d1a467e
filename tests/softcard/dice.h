// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/soft_card.h"

#include <random>

namespace softcard {

/** Choices that are the same for the same seed, on every system. */
class Dice {
public:
    explicit Dice(std::uint32_t seed)
        : random_(seed)
    {
    }
    /** @p from to @p to, both included. */
    int between(int from, int to)
    {
        return from + static_cast<int>(random_() % static_cast<unsigned>(to - from + 1));
    }
    /** True once in @p n times. */
    bool once(int n) { return between(1, n) == 1; }
    template <typename T>
    const T& oneOf(const std::vector<T>& from)
    {
        return from[static_cast<std::size_t>(between(0, static_cast<int>(from.size()) - 1))];
    }
    std::string digits(int count)
    {
        std::string out;
        while (static_cast<int>(out.size()) < count)
            out += static_cast<char>('0' + between(0, 9));
        return out;
    }
    Bytes bytes(int count)
    {
        Bytes out(static_cast<std::size_t>(count));
        for (auto& byte : out)
            byte = static_cast<std::uint8_t>(between(0, 255));
        return out;
    }
    template <typename T>
    void shuffle(std::vector<T>& items)
    {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[static_cast<std::size_t>(between(0, static_cast<int>(i) - 1))]);
    }

private:
    std::mt19937 random_;
};

} // namespace softcard
