// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"

#include <string_view>

namespace kortvakt::ui {

/**
 * Digits that are being typed, with a cursor and a selection. They stand in one block of memory for codes and
 * never leave it: what is erased is overwritten.
 */
class TypedDigits {
public:
    static constexpr int room = 64; ///< more than any code: too long is told, never cut off silently

    [[nodiscard]] int count() const { return count_; }
    [[nodiscard]] int cursor() const { return cursor_; }
    /** The selection, from the first to behind the last digit. Empty: both are the cursor. */
    [[nodiscard]] int selectionStart() const { return cursor_ < anchor_ ? cursor_ : anchor_; }
    [[nodiscard]] int selectionEnd() const { return cursor_ < anchor_ ? anchor_ : cursor_; }
    [[nodiscard]] bool hasSelection() const { return cursor_ != anchor_; }
    [[nodiscard]] char at(int index) const
    {
        return static_cast<char>(memory_[static_cast<std::size_t>(index)]);
    }
    /** All digits, where they stand. */
    [[nodiscard]] std::string_view view() const
    {
        return {reinterpret_cast<const char*>(memory_.data()), static_cast<std::size_t>(count_)};
    }
    /** The same, as rules for codes want them. */
    [[nodiscard]] View bytes() const { return {memory_.data(), static_cast<std::size_t>(count_)}; }

    /** Moves the cursor, to the nearest place there is; @p selecting: the selection's other end stays. */
    void moveTo(int position, bool selecting = false);
    /** Puts a digit at the cursor. Nothing happens when there is no room. */
    void insert(char digit);
    /** Erases what is selected. */
    void eraseSelection();
    /** Erases everything. */
    void clear();

private:
    SecretBytes memory_ = SecretBytes(room); ///< zeros behind the digits
    int count_ = 0, cursor_ = 0, anchor_ = 0;
};

} // namespace kortvakt::ui
