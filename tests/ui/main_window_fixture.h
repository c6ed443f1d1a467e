// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fake_actions.h"
#include "fake_cards.h"
#include "looking.h"

#include "ui/main_window.h"

#include <QMenu>

namespace kortvakt::looking {

/** The main window over cards that are values; Swedish again after each test. */
class MainWindowTest : public testing::Test {
protected:
    void TearDown() override { speak("sv"); }
    fake::Actions actions;
};

/** A menu as text: two spaces a level, "[–]" after what cannot be clicked. */
inline QStringList lines(const QMenu& menu, int depth = 0)
{
    QStringList all;
    for (const QAction* action : menu.actions()) {
        if (action->isSeparator())
            continue;
        all << QString(depth * 2, u' ') + action->text()
                + (action->isEnabled() ? QString() : QStringLiteral(" [–]"));
        if (action->menu())
            all << lines(*action->menu(), depth + 1);
    }
    return all;
}

} // namespace kortvakt::looking
