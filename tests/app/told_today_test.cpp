// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/told_today.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using kortvakt::app::ToldToday;

namespace {

const QDate today(2026, 3, 4);
const std::string card = "card 0123456789ABCDEF", locked = "code-locked";

class ToldTodayTest : public testing::Test {
protected:
    [[nodiscard]] QByteArray kept() const
    {
        QFile all(file);
        return all.open(QIODevice::ReadOnly) ? all.readAll() : QByteArray();
    }
    QTemporaryDir folder;
    const QString file = folder.path() + QStringLiteral("/made/notified");
};

TEST_F(ToldTodayTest, TellsEachThingOnceACardAndDay)
{
    ToldToday told(file);
    EXPECT_TRUE(told.first(card, locked, today));
    EXPECT_FALSE(told.first(card, locked, today));
    EXPECT_TRUE(told.first(card, "reader-lost", today));
    EXPECT_TRUE(told.first("card 99", locked, today));
    EXPECT_TRUE(told.first(card, locked, today.addDays(1)));
    EXPECT_FALSE(told.first(card, locked, today.addDays(1)));
}

TEST_F(ToldTodayTest, RemembersItWhenTheProgramStartsAgain)
{
    EXPECT_TRUE(ToldToday(file).first(card, locked, today));
    EXPECT_FALSE(ToldToday(file).first(card, locked, today));
    EXPECT_TRUE(ToldToday(file).first(card, locked, today.addDays(1)));
}

TEST_F(ToldTodayTest, KeepsNoSerialNumberAndForgetsOtherDays)
{
    EXPECT_TRUE(ToldToday(file).first(card, locked, today));
    EXPECT_TRUE(ToldToday(file).first("card 99", locked, today));
    EXPECT_EQ(kept().count('\n'), 3);
    EXPECT_FALSE(kept().contains("0123456789ABCDEF"));
    EXPECT_FALSE(QFile::permissions(file)
        & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther));
    EXPECT_TRUE(ToldToday(file).first(card, locked, today.addDays(1)));
    EXPECT_EQ(kept().count('\n'), 2);
    QFile::remove(file);
    const QByteArray before = kept();
    EXPECT_TRUE(ToldToday(file).first(card, locked, today));
    EXPECT_NE(kept(), before) << "another key, another line";
}

TEST_F(ToldTodayTest, TakesADamagedOrUnwritableFileForNone)
{
    ToldToday nowhere(QStringLiteral("/proc/nowhere/notified"));
    EXPECT_TRUE(nowhere.first(card, locked, today));
    EXPECT_FALSE(nowhere.first(card, locked, today));
    EXPECT_TRUE(ToldToday(file).first(card, locked, today));
    QFile damaged(file);
    ASSERT_TRUE(damaged.open(QIODevice::WriteOnly));
    damaged.write("\n2026-03-04\nnonsense \x00\xff\n2026-99-99 abc\n");
    damaged.close();
    EXPECT_TRUE(ToldToday(file).first(card, locked, today));
    EXPECT_FALSE(ToldToday(file).first(card, locked, today));
}

} // namespace
