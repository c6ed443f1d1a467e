// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/card_actions.h"

#include <algorithm>

namespace kortvakt::ui {

const ReaderRow* Overview::find(const CardKey& key) const
{
    const auto row = std::ranges::find(readers, key, &ReaderRow::key);
    return row == readers.end() ? nullptr : &*row;
}

} // namespace kortvakt::ui
