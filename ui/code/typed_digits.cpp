// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/typed_digits.h"

#include <algorithm>

namespace kortvakt::ui {

void TypedDigits::moveTo(int position, bool selecting)
{
    cursor_ = std::clamp(position, 0, count_);
    if (!selecting)
        anchor_ = cursor_;
}

void TypedDigits::insert(char digit)
{
    if (count_ == room)
        return;
    const auto here = memory_.begin() + cursor_;
    std::move_backward(here, memory_.begin() + count_, memory_.begin() + count_ + 1);
    *here = static_cast<std::uint8_t>(digit);
    ++count_;
    moveTo(cursor_ + 1);
}

void TypedDigits::eraseSelection()
{
    const int start = selectionStart(), gone = selectionEnd() - start;
    std::move(memory_.begin() + selectionEnd(), memory_.begin() + count_, memory_.begin() + start);
    count_ -= gone;
    wipe(memory_.data() + count_, static_cast<std::size_t>(gone));
    moveTo(start);
}

void TypedDigits::clear()
{
    wipe(memory_.data(), memory_.size());
    count_ = cursor_ = anchor_ = 0;
}

} // namespace kortvakt::ui
