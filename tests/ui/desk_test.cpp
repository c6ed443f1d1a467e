// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/desk.h"

#include "tests/support/soft_fixture.h"

#include <QCoreApplication>
#include <QTest>

using namespace kortvakt;
using namespace kortvakt::test;
using namespace std::chrono_literals;

namespace {

class DeskTest : public SoftPcsc {
protected:
    void SetUp() override
    {
        SoftPcsc::SetUp();
        softpcsc::addReader(reader);
    }
    static testing::AssertionResult comesTo(const app::Desk& desk, auto wanted)
    {
        const auto reached = [&] {
            const auto& rows = desk.overview().readers;
            return !rows.empty() && wanted(rows.front());
        };
        return QTest::qWaitFor(reached, 10000) ? testing::AssertionSuccess() : testing::AssertionFailure();
    }
};

TEST_F(DeskTest, KeepsABusyCardBusyHoweverOftenItIsReadAgainUntilItIsLetGo)
{
    softpcsc::insert(reader, softcard::make("classic-v3-used"));
    ASSERT_TRUE(softpcsc::beginForeign(reader));
    app::Desk desk({100ms, 500ms, 10s});
    const auto busy = [](const ui::ReaderRow& row) { return row.problem == ErrorId::CardBusy; };
    ASSERT_TRUE(comesTo(desk, busy));
    bool mute = false;
    QObject::connect(&desk, &app::Desk::changed, &desk,
        [&] { mute = mute || desk.overview().readers.front().problem == ErrorId::CardMute; });
    const ui::CardKey key = desk.overview().readers.front().key;
    desk.readAgain(key);
    EXPECT_TRUE(busy(desk.overview().readers.front()));
    EXPECT_FALSE(QTest::qWaitFor([&] { return mute; }, 1000)) << "a second job waits behind the first";
    softpcsc::endForeign(reader);
    EXPECT_TRUE(comesTo(desk, [](const ui::ReaderRow& row) { return row.card && row.card->complete; }));
}

} // namespace

int main(int argc, char** argv)
{
    testing::InitGoogleTest(&argc, argv);
    const QCoreApplication program(argc, argv);
    return RUN_ALL_TESTS();
}
