// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kortvakt::app {

/** Without white space of any script around it. Bytes that are no UTF-8 become U+FFFD. */
[[nodiscard]] std::string trimmed(std::string_view text);

/** The characters of a text, the same for capitals and small letters: of ASCII and of the Latin, Greek and
 * Cyrillic alphabets of Europe, by Unicode's simple case folding. Other scripts count as they stand, and a
 * letter that only folds to two ("ß") is itself. */
[[nodiscard]] std::u32string folded(std::string_view text);

/** Whether two texts are the same, whatever their case. */
[[nodiscard]] bool sameText(std::string_view one, std::string_view other);

/** The parts of a text between separators, at least one. */
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

} // namespace kortvakt::app
