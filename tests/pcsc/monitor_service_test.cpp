// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "pcsc/monitor.h"

#include "tests/support/soft_fixture.h"
#include "told.h"

#include <thread>

using namespace kortvakt;
using namespace kortvakt::test;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using pcsc::Monitor;
using pcsc::Snapshot;

namespace {

using MonitorService = SoftPcsc;
using MonitorStops = SoftPcsc;

bool hangs(const Snapshot& snapshot)
{
    return snapshot == Snapshot{ErrorId::ServiceDown, {}, true};
}

/** Ends a monitor and tells how long that took. */
std::chrono::milliseconds timeToEnd(std::unique_ptr<Monitor>& monitor)
{
    const auto start = Clock::now();
    monitor.reset();
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
}

TEST_F(MonitorService, ComesBackByItself)
{
    softpcsc::addReader(reader, echo());
    Told told;
    const Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasCardIn(reader)));
    const auto before = told.last().slots[0].insertion;
    using enum softpcsc::Loss;
    for (const auto toldAs : {Communication, SecurityViolation, Communication}) {
        ASSERT_TRUE(softpcsc::awaitWatchers(1));
        softpcsc::stopService(toldAs);
        ASSERT_TRUE(told.endsWith(reports(ErrorId::ServiceDown))) << "a service that ended refused nobody";
        softpcsc::startService();
        ASSERT_TRUE(told.endsWith(hasCardIn(reader)));
        EXPECT_GT(told.last().slots[0].insertion, before) << "nobody knows whether it is the same card";
    }
}

TEST_F(MonitorService, IsTriedAgainAtOnceWhenAsked)
{
    softpcsc::stopService();
    Told told;
    Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(reports(ErrorId::ServiceDown)));
    softpcsc::startService();
    monitor.retry();
    EXPECT_TRUE(told.endsWith(hasReaders(0)));
    EXPECT_EQ(told.all().size(), 2u) << "trouble is told once";
}

TEST_F(MonitorService, IsAskedNoMoreAfterItDeniedAccess)
{
    softpcsc::deny(softpcsc::Denied::Service);
    Told told;
    Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(reports(ErrorId::AccessDenied)));
    softpcsc::deny(softpcsc::Denied::Nothing);
    EXPECT_FALSE(told.endsWith(hasReaders(0), 600ms)); // it tries a missing service again after 250 ms
    monitor.retry();
    EXPECT_TRUE(told.endsWith(hasReaders(0)));
}

TEST_F(MonitorService, IsLookedAtAgainWhenAskedWhileAllIsWell)
{
    Told told;
    Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasReaders(0)));
    ASSERT_TRUE(softpcsc::awaitWatchers(1));
    for (int i = 0; i < 10; ++i)
        monitor.retry();
    ASSERT_TRUE(softpcsc::awaitWatchers(1));
    EXPECT_EQ(told.all().size(), 1u);
}

TEST_F(MonitorService, IsCalledDownWhenItHangs)
{
    softpcsc::hang(true);
    Told told;
    const Monitor monitor(told.callback());
    EXPECT_TRUE(told.endsWith(hangs));
    softpcsc::hang(false);
    EXPECT_TRUE(told.endsWith(hasReaders(0)));
}

TEST_F(MonitorService, IsCalledDownWhenItHangsWhileNothingHappens)
{
    Told told;
    const Monitor monitor(told.callback(), 50ms);
    ASSERT_TRUE(told.endsWith(hasReaders(0)));
    ASSERT_TRUE(softpcsc::awaitWatchers(1));
    softpcsc::hang(true); // the wait ends by itself, and the service is told so
    EXPECT_TRUE(told.endsWith(hangs));
    softpcsc::hang(false);
    EXPECT_TRUE(told.endsWith(hasReaders(0)));
}

TEST_F(MonitorService, IsNotCalledDownWhileItsWaitIsLongerThanAnyCall)
{
    softpcsc::addReader(reader);
    Told told;
    const Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasReaders(1)));
    ASSERT_TRUE(softpcsc::awaitWaits(2)); // the first one is short: other readers may be on their way
    EXPECT_FALSE(told.endsWith(hangs, 2s)); // a call may take 1.5
    EXPECT_FALSE(told.last().service);
}

TEST_F(MonitorService, ThatEndsAfterItHungIsDownAndDoesNotHang)
{
    Told told;
    const Monitor monitor(told.callback(), 50ms);
    ASSERT_TRUE(told.endsWith(hasReaders(0)));
    softpcsc::hang(true);
    ASSERT_TRUE(told.endsWith(hangs));
    softpcsc::stopService();
    softpcsc::hang(false);
    EXPECT_TRUE(told.endsWith([](const Snapshot& now) { return now == Snapshot{ErrorId::ServiceDown, {}}; }));
}

TEST_F(MonitorService, IsCalledDownWhenItHangsInTheMiddleOfAWaitAndIsAskedAgain)
{
    Told told;
    Monitor monitor(told.callback());
    ASSERT_TRUE(told.endsWith(hasReaders(0)));
    ASSERT_TRUE(softpcsc::awaitWatchers(1));
    softpcsc::hang(true);
    monitor.retry(); // neither the wait nor what should end it returns
    EXPECT_TRUE(told.endsWith(hangs));
    softpcsc::hang(false);
    EXPECT_TRUE(told.endsWith(hasReaders(0)));
}

TEST_F(MonitorService, LookedAtOnceIsCalledDownWhenItHangs)
{
    softpcsc::hang(true);
    EXPECT_TRUE(hangs(pcsc::look()));
    softpcsc::hang(false);
    const auto deadline = Clock::now() + 10s; // the thread that was left behind ends by itself
    while (softpcsc::openContexts() > 0 && Clock::now() < deadline)
        std::this_thread::sleep_for(1ms);
    EXPECT_EQ(softpcsc::openContexts(), 0);
    EXPECT_FALSE(pcsc::look().service);
}

TEST_F(MonitorService, LookedAtOnceIsNotCalledHangingForACardThatIsPoweredUp)
{
    softpcsc::addReader(reader, echo());
    softpcsc::powerUpFor(reader, 1000000);
    const Snapshot seen = pcsc::look();
    EXPECT_FALSE(seen.service);
    EXPECT_TRUE(seen.slots.at(0).mute);
}

TEST_F(MonitorStops, WithinASecondWhileItWaits)
{
    Told told;
    auto monitor = std::make_unique<Monitor>(told.callback());
    ASSERT_TRUE(softpcsc::awaitWatchers(1));
    EXPECT_LT(timeToEnd(monitor), 1s);
    EXPECT_TRUE(softpcsc::awaitWatchers(0));
}

TEST_F(MonitorStops, AtOnceAfterItStarted)
{
    for (int i = 0; i < 50; ++i) {
        Told told;
        auto monitor = std::make_unique<Monitor>(told.callback());
        EXPECT_LT(timeToEnd(monitor), 1s);
    }
}

TEST_F(MonitorStops, WhenItsCancelIsLost)
{
    Told told;
    auto monitor = std::make_unique<Monitor>(told.callback());
    ASSERT_TRUE(softpcsc::awaitWatchers(1));
    softpcsc::loseCancels(5);
    EXPECT_LT(timeToEnd(monitor), 1s);
}

TEST_F(MonitorStops, WhenTheCancelComesBeforeTheWaitBegins)
{
    Told told;
    std::thread ending;
    std::unique_ptr<Monitor> monitor;
    std::mutex ready;
    std::unique_lock lock(ready);
    softpcsc::beforeNextWait([&] {
        const std::lock_guard wait(ready);
        ending = std::thread([&] { EXPECT_LT(timeToEnd(monitor), 1s); });
        std::this_thread::sleep_for(50ms); // lets it cancel a wait that has not begun
    });
    monitor = std::make_unique<Monitor>(told.callback());
    lock.unlock();
    ASSERT_TRUE(told.sees(hasReaders(0)));
    const auto deadline = Clock::now() + 10s;
    while (softpcsc::openContexts() > 0 && Clock::now() < deadline)
        std::this_thread::sleep_for(1ms);
    const std::lock_guard wait(ready);
    ending.join();
}

TEST_F(MonitorStops, WhileTheServiceIsDownOrDenies)
{
    for (const auto denied : {softpcsc::Denied::Nothing, softpcsc::Denied::Service}) {
        softpcsc::deny(denied);
        if (denied == softpcsc::Denied::Nothing)
            softpcsc::stopService();
        else
            softpcsc::startService();
        Told told;
        auto monitor = std::make_unique<Monitor>(told.callback());
        ASSERT_TRUE(told.sees([](const Snapshot& snapshot) { return snapshot.service.has_value(); }));
        EXPECT_LT(timeToEnd(monitor), 1s);
    }
}

TEST_F(MonitorStops, WhileTheServiceHangsInTheMiddleOfAWait)
{
    Told told;
    auto monitor = std::make_unique<Monitor>(told.callback());
    ASSERT_TRUE(softpcsc::awaitWatchers(1));
    softpcsc::hang(true);
    EXPECT_LT(timeToEnd(monitor), 1s);
    softpcsc::hang(false);
    const auto deadline = Clock::now() + 10s;
    while (softpcsc::openContexts() > 0 && Clock::now() < deadline)
        std::this_thread::sleep_for(1ms);
    EXPECT_EQ(softpcsc::openContexts(), 0) << "what was left behind ends by itself";
}

TEST_F(MonitorStops, WhileTheServiceHangs)
{
    Told told;
    auto monitor = std::make_unique<Monitor>(told.callback());
    ASSERT_TRUE(softpcsc::awaitWatchers(1));
    softpcsc::hang(true);
    softpcsc::expireWaits();
    ASSERT_TRUE(softpcsc::awaitBlocked(1));
    const auto before = told.all().size();
    EXPECT_LT(timeToEnd(monitor), 1s);
    softpcsc::hang(false);
    const auto deadline = Clock::now() + 10s; // the thread that was left behind ends by itself
    while (softpcsc::openContexts() > 0 && Clock::now() < deadline)
        std::this_thread::sleep_for(1ms);
    EXPECT_EQ(told.all().size(), before) << "nothing is told after the end";
}

} // namespace
