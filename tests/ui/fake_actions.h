// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/card_actions.h"

namespace kortvakt::fake {

/** Takes wishes and keeps them until the test answers: a test fails when one comes that it did not expect. */
class Actions : public ui::CardActions {
public:
    struct Asked {
        ui::CodeWish wish;
        ui::CodeListener listener;
    };
    std::vector<Asked> wishes;
    std::vector<ui::CardKey> readAgains;
    std::vector<std::function<void(ui::ReportAnswer)>> reports;
    int looks = 0;

    void lookAgain() override { ++looks; }
    void readAgain(const ui::CardKey& key) override { readAgains.push_back(key); }
    void setCodes(ui::CodeWish wish, ui::CodeListener listener) override
    {
        wishes.push_back({std::move(wish), std::move(listener)});
    }
    void makeReport(const ui::CardKey&, std::function<void(ui::ReportAnswer)> told) override
    {
        reports.push_back(std::move(told));
    }
};

} // namespace kortvakt::fake
