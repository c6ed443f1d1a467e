// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/soft_card.h"

namespace softcard {

struct File;

/** A PIN or PUK as the card keeps it: its value, its counter and the shape in which commands bring it. */
struct Code {
    std::uint8_t reference = 0;
    std::string application; ///< how Kortvakt names its place: "5000", or an AID
    std::string label;
    std::string value; ///< digits; empty: never set
    int triesMax = 3, triesLeft = 3;
    int minLength = 4, maxLength = 8; ///< digits
    int storedLength = 8; ///< bytes of a padded block
    std::optional<std::uint8_t> pad = 0x00; ///< nothing: sent as it is
    bool bcd = false; ///< two digits a byte, the rest filled with pad characters
    std::optional<std::uint8_t>
        puk{}; ///< reference of the code that unblocks it; nothing: cannot be unblocked
    const File* scope = nullptr; ///< the DF it is local to; null: reachable from everywhere
    bool isPuk = false;
    bool inside =
        false; ///< kept within the code it unblocks: reached by RESET RETRY COUNTER of that one alone
    bool deliveryCode = false; ///< holds a code from a letter that must be changed first (FINEID, DF2F = 00)
    bool verified = false;

    // Of a card that was made of a report
    Bytes recorded{}; ///< its answer to GET DATA
    std::optional<std::uint16_t> askedStatus{}; ///< to VERIFY without data, where that tells no tries

    [[nodiscard]] bool blocked() const { return triesLeft <= 0; }
    /** Bytes that a code of @p digits digits takes in a command. */
    [[nodiscard]] std::size_t blockSize(std::size_t digits) const;
    /** A block's digits; nothing when its padding or its characters are wrong. */
    [[nodiscard]] std::optional<std::string> unpack(View block) const;
    /** Takes tries and all that a recorded answer to GET DATA tells. */
    void recall(Bytes answer);
    /** That answer, with what has changed since. */
    [[nodiscard]] Bytes retold() const;
    /** Whether a new code may have so many digits. */
    [[nodiscard]] bool takes(const std::string& digits) const;
};

} // namespace softcard
