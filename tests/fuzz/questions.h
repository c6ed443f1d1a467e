// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"

#include <map>
#include <optional>

namespace kortvakt::fuzz {

/**
 * Numbers the questions that a card was asked: the same command after the same SELECTs is the same question.
 * This is how bytes that know nothing of cards can play one that is the same each time it is read.
 */
class Questions {
public:
    /** The question's number, from 0 in the order they were first asked. */
    std::size_t number(View command)
    {
        const bool selects = command.size() > 1 && command[1] == 0xA4;
        Bytes key = name_;
        key.push_back(0xFF);
        if (!selects)
            key.insert(key.end(), select_.begin(), select_.end());
        key.push_back(0xFF);
        key.insert(key.end(), command.begin(), command.end());
        if (command.size() > 1 && command[1] == 0xC0)
            key.insert(key.end(), last_.begin(), last_.end());
        if (selects)
            select_.assign(command.begin(), command.end());
        if (selects && command[2] == 0x04)
            name_ = select_;
        last_.assign(command.begin(), command.end());
        return numbers_.try_emplace(std::move(key), numbers_.size()).first->second;
    }
    /** A new session: nothing is selected. */
    void restart()
    {
        name_.clear();
        select_.clear();
        last_.clear();
    }

private:
    std::map<Bytes, std::size_t> numbers_;
    Bytes name_, select_, last_;
};

} // namespace kortvakt::fuzz
