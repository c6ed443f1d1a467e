// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/soft_card.h"

namespace kortvakt::test {

using softcard::Bytes;
using softcard::View;

/** A command that was asked for and brings a code. */
struct Order {
    Bytes command; ///< all its bytes
    std::string place; ///< selected directly before it: "5000", or an application's name in hexadecimal
    std::string name; ///< of the application that leads there, selected just before; empty: any
    bool afterThePuk = false; ///< the new code, once the card has taken the PUK of the order before
};

/** What was typed, and the code of a card that it is for. */
struct Typed {
    std::string digits;
    std::optional<std::uint8_t> pad; ///< nothing: sent as they are
    int storedLength = 0; ///< bytes of a padded block
    std::uint8_t reference = 0;
    std::string place, name; ///< as in an order
};

/** The commands of @p instruction that set a code: what is presented and the new code in one, laid out here
 * and not by core, or where @p pukFirst VERIFY of the PUK and then the new code alone. */
[[nodiscard]] std::vector<Order> ordersToSet(
    std::uint8_t instruction, const Typed& presented, const Typed& fresh, bool pukFirst);

/** "5000" */
[[nodiscard]] std::string hexadecimal(View bytes);

} // namespace kortvakt::test
