// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/bytes.h"
#include "core/status_words.h"

#include <cstddef>
#include <optional>

namespace kortvakt {

class Session;

/** What a file held, and how reading it ended. */
struct FileContent {
    Bytes data;
    /** 9000 where all was read; else what broke it off, 6281 for data that end inside an object. */
    std::uint16_t sw = sw::Ok;
    [[nodiscard]] bool ok() const { return sw == sw::Ok; }
    /** The card says that there is no such file. */
    [[nodiscard]] bool absent() const { return sw::isAbsent(sw); }
    /** It is there, and is not to be read here. */
    [[nodiscard]] bool closed() const { return sw == sw::NotSatisfied || sw == sw::NotAsked; }
};

/** Which part of the file that is selected is read. */
struct FilePart {
    std::size_t offset = 0; ///< in bytes; of a file of records, the number of the one record; 0: all
    std::optional<std::size_t> length{}; ///< nothing: as far as its objects, or the file, reach
    bool oneObject = false; ///< no more than the first object
    std::optional<std::size_t> told{}; ///< the file's size by its FCI, which may be wrong
    int chunk = 256; ///< the most bytes asked for at once
};

/**
 * Reads the elementary file that is selected, with READ BINARY, or READ RECORD where it consists of records
 * (ISO 7816-4 §11.3, §11.4). What is read are the objects in the file: a size in its FCI is a hint, and its
 * end may be told by 6B00, 6700, 6282 or a short answer. A command that fails is sent once more; whatever
 * still fails, or breaks off inside an object, is in FileContent::sw.
 * @param longest grows to the most bytes that one command has given.
 * @throws CardError
 */
[[nodiscard]] FileContent readSelectedFile(Session& session, const FilePart& part, std::size_t& longest);

} // namespace kortvakt
