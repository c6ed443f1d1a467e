// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fake_actions.h"
#include "fake_cards.h"
#include "looking.h"

#include "ui/main_window.h"

namespace kortvakt::looking {

/** The main window over cards that are values; Swedish again after each test. */
class MainWindowTest : public testing::Test {
protected:
    void TearDown() override { speak("sv"); }
    fake::Actions actions;
};

} // namespace kortvakt::looking
