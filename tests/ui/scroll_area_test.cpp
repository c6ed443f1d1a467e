// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/parts/scroll_area.h"

#include <QAccessible>
#include <QLabel>

#include <gtest/gtest.h>

namespace kortvakt::ui {
namespace {

TEST(ScrollArea, SurvivesAQuestionForAChildThatIsGone)
{
    ScrollArea area;
    area.setWidget(new QLabel(QStringLiteral("form")));
    auto* described = QAccessible::queryAccessibleInterface(&area);
    ASSERT_NE(described, nullptr);
    const int count = described->childCount();
    EXPECT_GT(count, 0);
    EXPECT_NE(described->child(0), nullptr);
    EXPECT_EQ(described->child(count), nullptr);
    EXPECT_EQ(described->child(count + 7), nullptr);
    EXPECT_EQ(described->role(), QAccessible::LayeredPane);
}

} // namespace
} // namespace kortvakt::ui
