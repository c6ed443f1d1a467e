// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/desk/desk.h"

#include "tests/support/fake_usb.h"
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
    static bool isRead(const ui::ReaderRow& row) { return row.card && row.card->complete; }
    /** One click, with the right PUK. */
    void unlock(app::Desk& desk)
    {
        const ui::ReaderRow& row = desk.overview().readers.front();
        Wish wish{*row.card, With::Puk, Secret("12345678"), {}, {}};
        const CodeObject* code = row.card->find({"5100", 0x83});
        wish.codes.push_back({code ? code->id : row.card->codes.front().id, Secret("739164")});
        desk.setCodes(row.key, std::move(wish),
            {[](Stage) {}, [this](Outcome given) { answer.emplace(std::move(given)); }});
    }
    void expectNothingSent(ErrorId why) const
    {
        EXPECT_TRUE(answer->results.empty());
        ASSERT_TRUE(answer->error);
        EXPECT_EQ(answer->error->id, why);
        EXPECT_FALSE(answer->error->codeSent);
        softpcsc::withCard(
            reader, [](const softcard::SoftCard& card) { EXPECT_EQ(card.counts().codeCommands, 0); });
    }
    /** A change with a wrong old code, to its end. */
    void changeWrongly(app::Desk& desk)
    {
        const ui::ReaderRow& row = desk.overview().readers.front();
        Wish wish{*row.card, With::OldCode, Secret("111222"), {}, {}};
        wish.codes.push_back({CodeId{"5100", 0x83}, Secret("739164")});
        answer.reset();
        desk.setCodes(row.key, std::move(wish),
            {[](Stage) {}, [this](Outcome given) { answer.emplace(std::move(given)); }});
        ASSERT_TRUE(QTest::qWaitFor([&] { return answer.has_value(); }, 10000));
    }
    std::optional<Outcome> answer;
};

TEST_F(DeskTest, KnowsThatACodeIsLockedWhichHadTriesUntilTheCardIsTakenOut)
{
    softpcsc::insert(reader, softcard::make("classic-v3-used"));
    app::Desk desk;
    ASSERT_TRUE(comesTo(desk, isRead));
    const auto state = [](const ui::ReaderRow& row) { return row.card->find({"5100", 0x83})->state; };
    for (int i = 0; i < 3; ++i)
        changeWrongly(desk);
    EXPECT_EQ(state(desk.overview().readers.front()), CodeState::Locked);
    for (int i = 0; i < 2; ++i) {
        desk.readAgain(desk.overview().readers.front().key);
        ASSERT_TRUE(comesTo(desk, isRead));
        EXPECT_EQ(state(desk.overview().readers.front()), CodeState::Locked) << "reading " << i;
    }
    auto card = softpcsc::pull(reader);
    ASSERT_TRUE(comesTo(desk, [](const ui::ReaderRow& row) { return row.problem == ErrorId::NoCard; }));
    softpcsc::insert(reader, std::move(card));
    ASSERT_TRUE(comesTo(desk, isRead));
    EXPECT_EQ(state(desk.overview().readers.front()), CodeState::LockedOrNeverSet);
}

TEST_F(DeskTest, RemembersTheTriesThatOnlyAnAnswerToldUntilTheCardIsTakenOut)
{
    softpcsc::insert(reader, softcard::make("telia-pin-locked"));
    app::Desk desk;
    ASSERT_TRUE(comesTo(desk, isRead));
    const auto puk = [&] {
        return desk.overview().readers.front().card->find(CodeRole::Identification)->puk.value();
    };
    ASSERT_FALSE(puk().triesLeft);
    ASSERT_FALSE(puk().heardTries);
    unlock(desk);
    ASSERT_TRUE(QTest::qWaitFor([&] { return answer.has_value(); }, 10000));
    ASSERT_EQ(answer->results.size(), 1u);
    ASSERT_EQ(answer->results.front().error, ErrorId::WrongPuk);
    ASSERT_TRUE(answer->results.front().triesLeft);
    EXPECT_EQ(puk().heardTries, answer->results.front().triesLeft);
    desk.readAgain(desk.overview().readers.front().key);
    ASSERT_TRUE(comesTo(desk, isRead));
    EXPECT_EQ(puk().heardTries, answer->results.front().triesLeft);
    auto card = softpcsc::pull(reader);
    ASSERT_TRUE(comesTo(desk, [](const ui::ReaderRow& row) { return row.problem == ErrorId::NoCard; }));
    softpcsc::insert(reader, std::move(card));
    ASSERT_TRUE(comesTo(desk, isRead));
    EXPECT_FALSE(puk().heardTries);
}

TEST_F(DeskTest, RemembersAnUnlockedCodeUntilTheCardIsTakenOut)
{
    softpcsc::insert(reader, softcard::make("telia-pin-locked"));
    app::Desk desk;
    ASSERT_TRUE(comesTo(desk, isRead));
    const auto code = [&] { return desk.overview().readers.front().card->find(CodeRole::Identification); };
    const ui::ReaderRow& row = desk.overview().readers.front();
    std::string puk;
    softpcsc::withCard(reader, [&](const softcard::SoftCard& soft) {
        for (const auto& status : soft.codes())
            if (status.name.ends_with(toHex(Bytes{code()->puk->reference})))
                puk = status.value;
    });
    Wish wish{*row.card, With::Puk, Secret(puk), {}, {}};
    wish.codes.push_back({code()->id, Secret("739164")});
    desk.setCodes(row.key, std::move(wish),
        {[](Stage) {}, [this](Outcome given) { answer.emplace(std::move(given)); }});
    ASSERT_TRUE(QTest::qWaitFor([&] { return answer.has_value(); }, 10000));
    EXPECT_TRUE(code()->unlockedJustNow);
    desk.readAgain(desk.overview().readers.front().key);
    ASSERT_TRUE(comesTo(desk, isRead));
    EXPECT_TRUE(code()->unlockedJustNow);
    auto card = softpcsc::pull(reader);
    ASSERT_TRUE(comesTo(desk, [](const ui::ReaderRow& one) { return one.problem == ErrorId::NoCard; }));
    softpcsc::insert(reader, std::move(card));
    ASSERT_TRUE(comesTo(desk, isRead));
    EXPECT_FALSE(code()->unlockedJustNow);
}

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
    EXPECT_TRUE(comesTo(desk, isRead));
}

TEST_F(DeskTest, TellsAReaderThatTheServiceDoesNotListAndForgetsItWhenItIsUnplugged)
{
    FakeUsb usb;
    app::Desk desk({5s, 10s, 10s, 300ms}, usb.bus());
    const auto& rows = desk.overview().readers;
    ASSERT_TRUE(QTest::qWaitFor([&] { return rows.size() == 1; }, 10000));
    usb.plug("1-4", {});
    ASSERT_TRUE(QTest::qWaitFor([&] { return rows.size() == 2; }, 10000));
    EXPECT_EQ(rows[1].problem, ErrorId::ReaderNoDriver);
    EXPECT_EQ(rows[1].key.reader, "Gemalto USB SmartCard Reader (08e6:3437)");
    // A card that comes and goes elsewhere changes nothing about it.
    softpcsc::insert(reader, softcard::make("classic-v3-used"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return isRead(rows[0]); }, 10000));
    EXPECT_EQ(rows.size(), 2u);
    usb.unplug("1-4");
    ASSERT_TRUE(QTest::qWaitFor([&] { return rows.size() == 1; }, 10000));
    softpcsc::stopService();
    ASSERT_TRUE(QTest::qWaitFor([&] { return desk.overview().service.has_value(); }, 10000));
    usb.plug("1-4", {});
    EXPECT_FALSE(QTest::qWaitFor([&] { return !rows.empty(); }, 1000))
        << "nobody knows what the service lists";
}

TEST_F(DeskTest, DoesNotCallAReaderDriverlessThatIsStillStarting)
{
    FakeUsb usb;
    (void)softpcsc::removeReader(reader);
    app::Desk desk({5s, 10s, 10s, 1s}, usb.bus());
    ASSERT_TRUE(QTest::qWaitFor([&] { return desk.overview().known; }, 10000));
    bool driverless = false;
    QObject::connect(&desk, &app::Desk::changed, &desk, [&] {
        for (const ui::ReaderRow& row : desk.overview().readers)
            driverless = driverless || row.isUnlisted();
    });
    usb.plug("1-4", {"Gemalto", "Reader", "0b", "usbfs"});
    EXPECT_FALSE(QTest::qWaitFor([&] { return driverless; }, 300));
    softpcsc::addReader(reader);
    EXPECT_FALSE(QTest::qWaitFor([&] { return driverless; }, 2000));
    EXPECT_EQ(desk.overview().readers.size(), 1u);
}

TEST_F(DeskTest, SendsNothingToTheSameCardPutInAnewBeforeItWasTold)
{
    softpcsc::insert(reader, softcard::make("classic-v3-used"));
    app::Desk desk;
    ASSERT_TRUE(comesTo(desk, isRead));
    // No event loop runs until the click: the desk cannot know yet.
    softpcsc::insert(reader, softpcsc::pull(reader));
    unlock(desk);
    ASSERT_TRUE(QTest::qWaitFor([&] { return answer.has_value(); }, 10000));
    expectNothingSent(ErrorId::CardSwapped);
}

/** As long as it says: the deadline is the real one. */
TEST_F(DeskTest, SendsNothingWhenItsTurnComesAfterThirtySeconds)
{
    softpcsc::insert(reader, softcard::make("classic-v3-used"));
    app::Desk desk;
    ASSERT_TRUE(comesTo(desk, isRead));
    ASSERT_TRUE(softpcsc::beginForeign(reader));
    unlock(desk);
    EXPECT_FALSE(QTest::qWaitFor([&] { return answer.has_value(); }, 30500)) << "the dialog goes on waiting";
    softpcsc::endForeign(reader);
    ASSERT_TRUE(QTest::qWaitFor([&] { return answer.has_value(); }, 10000));
    expectNothingSent(ErrorId::CardBusy);
}

TEST_F(DeskTest, SaysThatACardIsMuteWhenItIsThereAndCannotBeReached)
{
    softpcsc::makeUnreachable(reader);
    softpcsc::insert(reader, softcard::make("classic-v3-used"));
    app::Desk desk({60s, 60s, 60s}); // none of these tells
    ASSERT_TRUE(comesTo(desk, [](const ui::ReaderRow& row) { return row.reading; }));
    EXPECT_TRUE(comesTo(
        desk, [](const ui::ReaderRow& row) { return row.problem == ErrorId::CardMute && !row.reading; }));
}

TEST_F(DeskTest, CallsNoCardMuteThatAnswersSlowly)
{
    softpcsc::pace(200ms);
    softpcsc::insert(reader, softcard::make("classic-v3-used"));
    app::Desk desk({60s, 1500ms, 60s}); // which all its commands together exceed
    bool mute = false;
    QObject::connect(&desk, &app::Desk::changed, &desk,
        [&] { mute = mute || desk.overview().readers.at(0).problem == ErrorId::CardMute; });
    EXPECT_TRUE(comesTo(desk, isRead));
    EXPECT_FALSE(mute);
}

} // namespace

int main(int argc, char** argv)
{
    testing::InitGoogleTest(&argc, argv);
    const QCoreApplication program(argc, argv);
    return RUN_ALL_TESTS();
}
