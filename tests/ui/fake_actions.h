// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/card_actions.h"

namespace kortvakt::fake {

/** Takes wishes and keeps them until the test answers: a test fails when one comes that it did not expect. */
class Actions : public ui::CardActions {
public:
    struct Asked {
        ui::CardKey key;
        Wish wish;
        ui::CodeListener listener;
    };
    std::vector<Asked> wishes;
    std::vector<ui::CardKey> readAgains;
    std::vector<std::function<void(Outcome)>> reports;
    int looks = 0;

    void lookAgain() override { ++looks; }
    void readAgain(const ui::CardKey& key) override { readAgains.push_back(key); }
    void setCodes(const ui::CardKey& key, Wish wish, ui::CodeListener listener) override
    {
        wishes.push_back({key, std::move(wish), std::move(listener)});
    }
    void makeReport(const ui::CardKey&, std::function<void(Outcome)> told) override
    {
        reports.push_back(std::move(told));
    }
};

} // namespace kortvakt::fake
