// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "pcsc/monitor.h"

#include "tests/support/soft_fixture.h"
#include "told.h"

using namespace kortvakt;
using namespace kortvakt::test;
using namespace std::chrono_literals;
using pcsc::Monitor;
using pcsc::Slot;
using pcsc::Snapshot;

namespace {

using MonitorReaders = SoftPcsc;
using Look = SoftPcsc;

Slot slotOf(const Snapshot& snapshot, const std::string& name)
{
    const auto found = std::ranges::find(snapshot.slots, name, &Slot::reader);
    return found == snapshot.slots.end() ? Slot{} : *found;
}

TEST_F(Look, TellsReadersAndCards)
{
    softpcsc::addReader(reader, echo());
    softpcsc::addReader(otherReader);
    const Snapshot snapshot = pcsc::look();
    EXPECT_FALSE(snapshot.service);
    ASSERT_EQ(snapshot.slots.size(), 2u);
    EXPECT_EQ(snapshot.slots[0].reader, reader);
    EXPECT_TRUE(snapshot.slots[0].present);
    EXPECT_EQ(snapshot.slots[0].atr, (Bytes{0x3B, 0x80, 0x80, 0x01, 0x01}));
    EXPECT_NE(snapshot.slots[0].insertion, 0u);
    EXPECT_FALSE(snapshot.slots[1].present);
    EXPECT_EQ(snapshot.slots[1].insertion, 0u);
}

TEST_F(Look, TellsCardsThatCannotBeUsed)
{
    softpcsc::addReader(reader, mute());
    softpcsc::addReader(otherReader, echo());
    softpcsc::holdExclusive(otherReader, true);
    const Snapshot snapshot = pcsc::look();
    EXPECT_TRUE(slotOf(snapshot, reader).mute);
    EXPECT_TRUE(slotOf(snapshot, reader).atr.empty());
    EXPECT_TRUE(slotOf(snapshot, otherReader).exclusive);
    EXPECT_FALSE(slotOf(snapshot, otherReader).mute);
}

TEST_F(Look, NeverThrows)
{
    EXPECT_EQ(pcsc::look(), Snapshot{});
    softpcsc::deny(softpcsc::Denied::Service);
    EXPECT_EQ(pcsc::look().service, ErrorId::AccessDenied);
    softpcsc::stopService();
    EXPECT_EQ(pcsc::look().service, ErrorId::ServiceDown);
}

TEST_F(MonitorReaders, TellsAtOnceAlsoWhenThereIsNothing)
{
    Told told;
    const Monitor monitor(told.callback());
    EXPECT_TRUE(told.sees([](const Snapshot& snapshot) { return snapshot == Snapshot{}; }));
}

TEST_F(MonitorReaders, TellsCardsAsTheyComeAndGo)
{
    softpcsc::addReader(reader);
    Told told;
    const Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasReaders(1)));
    unsigned last = 0;
    for (int i = 0; i < 20; ++i) {
        softpcsc::insert(reader, echo());
        ASSERT_TRUE(told.endsWith(hasCardIn(reader)));
        EXPECT_GT(slotOf(told.last(), reader).insertion, last);
        last = slotOf(told.last(), reader).insertion;
        softpcsc::pull(reader);
        ASSERT_TRUE(
            told.endsWith([](const Snapshot& snapshot) { return !slotOf(snapshot, reader).present; }));
    }
}

TEST_F(MonitorReaders, TakesACardThatIsCountedLateForOneAndASwapForTwo)
{
    softpcsc::addReader(reader);
    softpcsc::insert(reader, echo());
    softpcsc::pull(reader);
    Told told;
    const Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasReaders(1)));
    const auto events = [&] { return slotOf(told.last(), reader).events.value_or(0); };
    for (unsigned i = 1; i < 4; ++i) {
        SCOPED_TRACE(i);
        ASSERT_TRUE(softpcsc::awaitWatchers(1));
        softpcsc::countLateFor(reader, 2);
        softpcsc::insert(reader, echo());
        const unsigned counted = 4 * i - 1;
        ASSERT_TRUE(told.endsWith([&](const Snapshot& snapshot) {
            return hasCardIn(reader)(snapshot) && slotOf(snapshot, reader).events == counted;
        })) << events();
        EXPECT_EQ(slotOf(told.last(), reader).insertion, 2 * i - 1);
        ASSERT_TRUE(softpcsc::awaitWatchers(1));
        softpcsc::countLateFor(reader, i % 2 == 0 ? 2 : 0);
        softpcsc::insert(reader, echo());
        ASSERT_TRUE(told.endsWith(
            [&](const Snapshot& snapshot) { return slotOf(snapshot, reader).events == counted + 2; }));
        EXPECT_EQ(slotOf(told.last(), reader).insertion, 2 * i);
        softpcsc::pull(reader);
        ASSERT_TRUE(
            told.endsWith([](const Snapshot& snapshot) { return !slotOf(snapshot, reader).present; }));
    }
}

TEST_F(MonitorReaders, TellsOnlyWhatChanged)
{
    softpcsc::addReader(reader, echo());
    Told told;
    const Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasCardIn(reader)));
    ASSERT_TRUE(softpcsc::awaitWatchers(1));
    for (int i = 0; i < 5; ++i) {
        const int before = softpcsc::waits();
        softpcsc::expireWaits();
        ASSERT_TRUE(softpcsc::awaitWaits(before + 1));
    }
    EXPECT_EQ(told.all().size(), 1u);
}

TEST_F(MonitorReaders, SeesASwapBetweenTwoLooks)
{
    softpcsc::addReader(reader);
    softpcsc::insert(reader, echo());
    Told told;
    const Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasCardIn(reader)));
    const auto before = slotOf(told.last(), reader).insertion;
    ASSERT_TRUE(softpcsc::awaitWatchers(1));
    softpcsc::insert(reader, echo()); // the reader is never seen empty
    EXPECT_TRUE(told.endsWith([&](const Snapshot& snapshot) {
        return slotOf(snapshot, reader).present && slotOf(snapshot, reader).insertion > before;
    }));
}

TEST_F(MonitorReaders, SeesASwapThatPcscLiteDoesNotTellAtTheNextListing)
{
    softpcsc::addReader(reader, echo()); // nothing was counted yet: a swap wakes nobody
    Told told;
    const Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasCardIn(reader)));
    const auto before = slotOf(told.last(), reader).insertion;
    ASSERT_TRUE(softpcsc::awaitWatchers(1));
    softpcsc::insert(reader, echo());
    softpcsc::expireWaits();
    EXPECT_TRUE(told.endsWith([&](const Snapshot& snapshot) {
        return slotOf(snapshot, reader).present && slotOf(snapshot, reader).insertion > before;
    }));
}

TEST_F(MonitorReaders, KeepsTheNumberWhenOnlyTheUseOfTheCardChanges)
{
    softpcsc::addReader(reader, echo());
    Told told;
    const Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasCardIn(reader)));
    const auto before = slotOf(told.last(), reader).insertion;
    softpcsc::holdExclusive(reader, true);
    ASSERT_TRUE(told.endsWith([](const Snapshot& snapshot) { return slotOf(snapshot, reader).exclusive; }));
    softpcsc::holdExclusive(reader, false);
    ASSERT_TRUE(told.endsWith([](const Snapshot& snapshot) { return !slotOf(snapshot, reader).exclusive; }));
    EXPECT_EQ(slotOf(told.last(), reader).insertion, before);
}

TEST_F(MonitorReaders, NeverConnectsToACard)
{
    softpcsc::addReader(reader, echo());
    Told told;
    {
        const Monitor monitor(told.callback());
        ASSERT_TRUE(told.endsWith(hasCardIn(reader)));
        softpcsc::insert(reader, echo());
        ASSERT_TRUE(softpcsc::awaitWatchers(1));
    }
    EXPECT_EQ(softpcsc::connects(reader), 0);
}

TEST_F(MonitorReaders, TellsAReaderThatFailsFromAnEmptyOne)
{
    softpcsc::addReader(reader, echo());
    Told told;
    const Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasCardIn(reader)));
    const auto before = told.last().slots[0].insertion;
    const auto fails = [](const Snapshot& now) {
        return now.slots.size() == 1 && now.slots[0].failing && !now.slots[0].present;
    };
    softpcsc::failReader(reader, true);
    ASSERT_TRUE(told.endsWith(fails));
    softpcsc::failReader(reader, false);
    ASSERT_TRUE(told.endsWith(hasCardIn(reader)));
    EXPECT_GT(told.last().slots[0].insertion, before) << "nobody knows whether it is the same card";
    softpcsc::failReader(reader, true);
    ASSERT_TRUE(told.endsWith(fails));
    EXPECT_TRUE(pcsc::look().slots.at(0).failing);
    softpcsc::pull(reader);
    softpcsc::failReader(reader, false);
    EXPECT_TRUE(
        told.endsWith([](const Snapshot& now) { return !now.slots[0].failing && !now.slots[0].present; }));
}

TEST_F(MonitorReaders, CallNoReaderFailingThatIsBeingStarted)
{
    softpcsc::addReader(reader, echo());
    softpcsc::startFor(reader, 2);
    Told told;
    const Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasCardIn(reader)));
    for (const Snapshot& snapshot : told.all())
        for (const auto& slot : snapshot.slots)
            EXPECT_FALSE(slot.failing);
}

TEST_F(MonitorReaders, CallAReaderFailingThatIsNeverStarted)
{
    softpcsc::addReader(reader, echo());
    softpcsc::startFor(reader, 1000000);
    Told told;
    const Monitor monitor(told.callback());
    ASSERT_TRUE(
        told.endsWith([](const Snapshot& now) { return now.slots.size() == 1 && now.slots[0].failing; }));
    const int waits = softpcsc::waits();
    EXPECT_TRUE(pcsc::look().slots.at(0).failing);
    EXPECT_LT(softpcsc::waits() - waits, 20) << "it waits between its looks";
    softpcsc::startFor(reader, 0);
    EXPECT_TRUE(told.endsWith(hasCardIn(reader)));
}

TEST_F(MonitorReaders, SeesReadersPluggedInAndOut)
{
    Told told;
    const Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasReaders(0)));
    for (int i = 0; i < 20; ++i) {
        softpcsc::addReader(reader, i % 2 == 0 ? echo() : nullptr);
        ASSERT_TRUE(told.endsWith(hasReaders(1)));
        softpcsc::removeReader(reader);
        ASSERT_TRUE(told.endsWith(hasReaders(0)));
    }
}

TEST_F(MonitorReaders, GivesACardANewNumberAfterItsReaderWasGone)
{
    softpcsc::addReader(reader, echo());
    Told told;
    const Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasCardIn(reader)));
    const auto before = slotOf(told.last(), reader).insertion;
    ASSERT_TRUE(softpcsc::awaitWatchers(1));
    softpcsc::addReader(reader + " again", softpcsc::removeReader(reader));
    ASSERT_TRUE(told.endsWith(hasCardIn(reader + " again")));
    softpcsc::addReader(reader, softpcsc::removeReader(reader + " again"));
    ASSERT_TRUE(told.endsWith(hasCardIn(reader)));
    EXPECT_GT(slotOf(told.last(), reader).insertion, before);
}

TEST_F(MonitorReaders, SeesAReaderThatCameBeforeTheWaitBegan)
{
    Told told;
    softpcsc::beforeNextWait([] { softpcsc::addReader(reader); });
    const Monitor monitor(told.callback());
    EXPECT_TRUE(told.endsWith(hasReaders(1)));
}

TEST_F(MonitorReaders, SeesAReaderThatCameBeforeALongWaitAtTheNextListing)
{
    softpcsc::addReader(reader);
    Told told;
    const Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasReaders(1)));
    // The first wait is a short one, since readers have just come. The gap is put before the long one.
    ASSERT_TRUE(softpcsc::awaitWatchers(1));
    softpcsc::beforeNextWait([] { softpcsc::addReader(otherReader); });
    const int before = softpcsc::waits();
    softpcsc::expireWaits();
    ASSERT_TRUE(softpcsc::awaitWaits(before + 1));
    softpcsc::expireWaits(); // as after the longest wait
    EXPECT_TRUE(told.endsWith(hasReaders(2)));
}

TEST_F(MonitorReaders, SeesAReaderThatLeftBeforeTheWaitBegan)
{
    softpcsc::addReader(reader, echo());
    softpcsc::addReader(otherReader, echo());
    Told told;
    softpcsc::beforeNextWait([] { softpcsc::removeReader(reader); });
    const Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasReaders(1)));
    const auto all = told.all();
    EXPECT_EQ(slotOf(all.front(), otherReader).insertion, slotOf(all.back(), otherReader).insertion)
        << "the other card was not touched";
}

TEST_F(MonitorReaders, LooksAgainSoonWhenAReaderLeftBetweenListingAndLooking)
{
    softpcsc::addReader(reader);
    softpcsc::addReader(otherReader);
    Told told;
    const Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasReaders(2)));
    ASSERT_TRUE(softpcsc::awaitWatchers(1));
    softpcsc::beforeNextLook([] {
        softpcsc::removeReader(otherReader);
        // The wait that follows does not notice this one: only that it is a short wait helps.
        softpcsc::beforeNextWait([] { softpcsc::addReader("Third reader"); });
    });
    softpcsc::expireWaits();
    EXPECT_TRUE(told.endsWith([](const Snapshot& snapshot) {
        return std::ranges::count(snapshot.slots, "Third reader", &Slot::reader) == 1;
    }));
}

TEST_F(MonitorReaders, SeesAReaderExchangedForAnother)
{
    softpcsc::addReader(reader);
    Told told;
    softpcsc::beforeNextWait([] {
        softpcsc::removeReader(reader);
        softpcsc::addReader(otherReader);
    });
    const Monitor monitor(told.callback());
    EXPECT_TRUE(told.endsWith([](const Snapshot& snapshot) {
        return snapshot.slots.size() == 1 && snapshot.slots[0].reader == otherReader;
    }));
}

TEST_F(MonitorReaders, WatchesAsManyReadersAsPcscLiteHas)
{
    for (int i = 0; i < 16; ++i)
        softpcsc::addReader("Reader " + std::to_string(i));
    Told told;
    const Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasReaders(16)));
    softpcsc::insert("Reader 15", echo());
    EXPECT_TRUE(told.endsWith(hasCardIn("Reader 15")));
    softpcsc::removeReader("Reader 3");
    EXPECT_TRUE(told.endsWith(hasReaders(15)));
    softpcsc::addReader("Reader 16");
    EXPECT_TRUE(told.endsWith(hasReaders(16)));
}

} // namespace
