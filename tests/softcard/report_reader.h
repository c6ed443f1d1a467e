// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/soft_card.h"

namespace softcard {

/** One step of a card report: what was asked, and what the card answered. */
struct ReportStep {
    std::string step; ///< "SELECT A0000000180C000001634200", "EF 5031"
    std::uint16_t status = 0;
    Bytes data;
    friend bool operator==(const ReportStep&, const ReportStep&) = default;
};

/**
 * The steps of a card report as text, as kortvakt-cli writes it and as the window saves it: a line for the
 * step, a line for status word and data. What is neither is passed over.
 */
[[nodiscard]] std::vector<ReportStep> readReport(std::string_view text);

/** A step's text, word by word. Words that are not there are empty. */
class Words {
public:
    explicit Words(std::string_view text);

    [[nodiscard]] std::string operator[](std::size_t index) const;
    /** The word after @p key. */
    [[nodiscard]] std::string after(std::string_view key) const;
    /** The hexadecimal words from @p index on, until one is none. */
    [[nodiscard]] std::vector<Bytes> hexadecimal(std::size_t index) const;
    /** Where @p key stands; the number of words when it is not there. */
    [[nodiscard]] std::size_t find(std::string_view key) const;

private:
    std::vector<std::string> words_;
};

/** The bytes of hexadecimal text; nothing where it is none. */
[[nodiscard]] std::optional<Bytes> bytesOf(std::string_view text);
/** The number that a word begins with; 0 where it begins with none. */
[[nodiscard]] int numberIn(std::string_view word);

} // namespace softcard
