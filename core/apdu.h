// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"
#include "core/channel.h"
#include "core/status_words.h"

#include <optional>

namespace kortvakt {

/** A short command APDU, cases 1 to 4 (ISO 7816-4 §5.1). Its bytes are wiped, since any of them may carry a
 * code. */
class Command {
public:
    /**
     * @param data 0 to 255 bytes.
     * @param le how many bytes are expected, 1 to 256; nothing when no answer data are expected.
     */
    Command(std::uint8_t ins, std::uint8_t p1, std::uint8_t p2, View data = {}, std::optional<int> le = {});

    /**
     * The bytes for a protocol. T=0 (ISO 7816-3 §12.1) has no room for Lc and Le together, so case 4 goes
     * without Le, and case 1 is five bytes (P3 = 00). On T=1 case 1 is four bytes.
     */
    [[nodiscard]] SecretBytes encode(Protocol protocol) const;

    [[nodiscard]] std::uint8_t ins() const { return ins_; }
    [[nodiscard]] std::uint8_t p1() const { return p1_; }
    [[nodiscard]] bool hasData() const { return !data_.empty(); }
    [[nodiscard]] std::optional<int> le() const { return le_; }
    /** The same command asking for another number of bytes. */
    [[nodiscard]] Command withLe(int le) const { return {ins_, p1_, p2_, data_, le}; }

private:
    std::uint8_t ins_, p1_, p2_;
    SecretBytes data_;
    std::optional<int> le_;
};

/** A card's answer: its data and its status word. */
struct Response {
    Bytes data;
    std::uint16_t sw = 0;
    std::size_t announced = 0; ///< bytes that a 6Cxx before it promised; 0: there was none
    [[nodiscard]] bool ok() const { return sw == sw::Ok; }
};

} // namespace kortvakt
