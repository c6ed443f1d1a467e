// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"

#include <string>
#include <vector>

namespace kortvakt::sweep {

/** An answer in the card's place. */
struct OddAnswer {
    enum class Kind { Nothing, Status, NoData, Half, OneByte, FlippedByte, FlippedBit } kind = Kind::Nothing;
    std::uint16_t status = 0; ///< with Status
    std::size_t position = 0; ///< of what is flipped, the status word included
    int bit = 0;

    /** Its row in the table: flips of all positions share one. */
    [[nodiscard]] std::string group() const;
    [[nodiscard]] std::string name() const;
    [[nodiscard]] bool flips() const { return kind == Kind::FlippedByte || kind == Kind::FlippedBit; }
    /** What is answered where the card would have answered @p honest. */
    [[nodiscard]] Bytes insteadOf(Bytes honest) const;
};

/** All that can be put in the place of one answer, each of them different from it. */
[[nodiscard]] std::vector<OddAnswer> oddAnswersFor(const Bytes& honest);

} // namespace kortvakt::sweep
