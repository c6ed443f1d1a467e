// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/parts/resources.h"
#include "ui/words/language.h"

#include <QApplication>

#include <gtest/gtest.h>

#ifndef KORTVAKT_PLATFORM
#define KORTVAKT_PLATFORM "offscreen"
#endif

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", KORTVAKT_PLATFORM);
    QApplication program(argc, argv);
    kortvakt::ui::embedResources();
    kortvakt::ui::installLanguage(QStringLiteral("sv"), {QStringLiteral("kortvakt")});
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
