// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

namespace kortvakt {

/** The name that stands beside a value; the last one's for a value that stands nowhere. */
template <typename Value, std::size_t Count>
[[nodiscard]] constexpr std::string_view nameIn(
    const std::pair<Value, std::string_view> (&names)[Count], Value value)
{
    const auto all = std::span(names).first(Count - 1);
    return std::ranges::find(all, value, &std::pair<Value, std::string_view>::first)->second;
}

} // namespace kortvakt
