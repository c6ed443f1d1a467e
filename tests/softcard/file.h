// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/soft_card.h"

namespace softcard {

/** A file on the card (ISO 7816-4 §7.1): the MF, a DF with files in it, or an EF with bytes or records in it.
 */
struct File {
    std::uint16_t id = 0x3F00;
    bool directory = true;
    std::vector<Bytes> names; ///< DF names (AIDs) it is selected by
    Bytes content;
    std::vector<Bytes> records; ///< in the content's place, where there are any
    std::size_t declaredSize = 0; ///< size in the FCI; 0: the content's
    std::uint16_t refusal = 0x9000; ///< what SELECT answers: it is known to be there, and is not given
    std::uint16_t endStatus = 0x6B00; ///< what READ BINARY answers past the content
    std::optional<std::uint8_t> readCode; ///< READ BINARY needs this code verified
    File* parent = nullptr;
    std::vector<std::unique_ptr<File>> children;

    /** Adds a DF and returns it. */
    File& addDirectory(std::uint16_t fid, std::vector<Bytes> dfNames = {});
    /** Adds an EF. @param size its size when larger than @p bytes: the rest is filled with @p fill. */
    File& addFile(std::uint16_t fid, Bytes bytes, std::size_t size = 0, std::uint8_t fill = 0x00);

    [[nodiscard]] File* child(std::uint16_t fid);
    /** Follows file identifiers downwards; null when one is missing or the path is odd. */
    [[nodiscard]] File* follow(View path);
    /** The first file at or below this one that bears @p name in full. */
    [[nodiscard]] File* named(View name);
    /** The path from the MF, the MF itself included: 3F005000. */
    [[nodiscard]] Bytes path() const;
    [[nodiscard]] std::size_t size() const { return declaredSize != 0 ? declaredSize : content.size(); }
};

} // namespace softcard
