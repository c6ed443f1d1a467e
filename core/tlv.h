// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"

#include <optional>

namespace kortvakt {

/** One BER-TLV data object (ISO 7816-4 §5.2.2), as views into the reader's bytes. */
struct Tlv {
    std::uint32_t tag = 0; ///< tag bytes as a number, one to three: 0x30, 0x7F49, 0xDF8201
    View value;
    View whole; ///< tag, length and value
};

/**
 * Walks BER-TLV objects in order. Ends at the end of the bytes, at a tag 00 or FF (card files are padded with
 * either), or at an object that is cut short: never reads past the bytes, never throws.
 */
class TlvReader {
public:
    explicit TlvReader(View bytes)
        : rest_(bytes)
    {
    }
    std::optional<Tlv> next();
    /** The value of the first object with @p tag from here on; the reader itself does not move. */
    [[nodiscard]] std::optional<View> find(std::uint32_t tag) const;
    /** What is not read yet. */
    [[nodiscard]] View rest() const { return rest_; }
    /** Whether next() stopped at something that is neither the end nor padding: an object that is cut short,
     * or none at all. */
    [[nodiscard]] bool isCut() const { return cut_; }

private:
    View rest_;
    bool cut_ = false;
};

/** Whether @p value is TLV objects from its first byte to its last, or to padding of one byte over and over,
 * and so is the value of each that is constructed (ISO 7816-4 §5.2.2.1: bit 6 of the tag). */
[[nodiscard]] bool isWellFormed(View value);

/** Where the objects at the start of @p bytes stand. */
struct TlvExtent {
    enum class End {
        Marker, ///< padding follows
        Malformed, ///< what follows is no object
        CutShort, ///< the last object needs more bytes
        AtBoundary
    } end;
    std::size_t
        needed; ///< bytes from the start to the end of the last object begun, as far as its length is known
};
/** Tells how far a file of TLV objects reaches, so that a file of unknown size is read no further than
 * needed. */
[[nodiscard]] TlvExtent extentOf(View bytes);

/** The value of an INTEGER or ENUMERATED of at most four bytes, two's complement. */
[[nodiscard]] std::optional<int> toInteger(View value);
/** A BIT STRING's bits, number 0 first (X.690 §8.6: leading byte counts unused bits); bits beyond 32 are
 * dropped. */
[[nodiscard]] std::uint32_t toBits(View value);

} // namespace kortvakt
