// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/witness/order.h"

#include <algorithm>

namespace kortvakt::test {

namespace {

void layOut(Bytes& command, const Typed& typed)
{
    Bytes block(typed.digits.begin(), typed.digits.end());
    if (typed.pad)
        block.resize(std::max(block.size(), static_cast<std::size_t>(typed.storedLength)), *typed.pad);
    command.insert(command.end(), block.begin(), block.end());
    command[4] = static_cast<std::uint8_t>(command.size() - 5);
}

} // namespace

std::vector<Order> ordersToSet(
    std::uint8_t instruction, const Typed& presented, const Typed& fresh, bool pukFirst)
{
    Bytes puk{0x00, 0x20, 0x00, presented.reference, 0};
    Bytes code{0x00, instruction, static_cast<std::uint8_t>(pukFirst ? 0x02 : 0x00), fresh.reference, 0};
    layOut(pukFirst ? puk : code, presented);
    layOut(code, fresh);
    std::vector<Order> orders;
    if (pukFirst)
        orders.push_back({std::move(puk), presented.place, presented.name});
    orders.push_back({std::move(code), fresh.place, fresh.name, pukFirst});
    return orders;
}

std::string hexadecimal(View bytes)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const auto byte : bytes)
        (out += digits[byte >> 4]) += digits[byte & 15];
    return out;
}

} // namespace kortvakt::test
