// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/jobs/card_thread.h"

#include <gmock/gmock.h>

#include <chrono>
#include <future>
#include <memory>
#include <vector>

using namespace kortvakt::app;
using namespace std::chrono_literals;

namespace {

TEST(CardThreadTest, RunsJobsInOrderOnOneThreadOfItsOwn)
{
    std::vector<int> order;
    std::vector<std::thread::id> threads;
    std::promise<void> done;
    CardThread thread;
    for (int i = 0; i < 3; ++i) {
        thread.post([&, i] {
            order.push_back(i);
            threads.push_back(std::this_thread::get_id());
        });
    }
    thread.post([&] { done.set_value(); });
    done.get_future().wait();
    EXPECT_THAT(order, testing::ElementsAre(0, 1, 2));
    EXPECT_THAT(threads, testing::Each(threads.front()));
    EXPECT_NE(threads.front(), std::this_thread::get_id());
}

TEST(CardThreadTest, EndsWhatAJobHoldsOnThatThread)
{
    std::promise<std::thread::id> ended;
    auto held = std::shared_ptr<int>(new int, [&](int* value) {
        delete value;
        ended.set_value(std::this_thread::get_id());
    });
    CardThread thread;
    thread.post([held = std::move(held)] { (void)held; });
    EXPECT_NE(ended.get_future().get(), std::this_thread::get_id());
}

TEST(CardThreadTest, WaitsForTheJobThatRunsAndForgetsTheOthers)
{
    std::promise<void> started, goOn;
    bool finished = false, forgotten = true;
    {
        CardThread thread;
        thread.post([&] {
            started.set_value();
            goOn.get_future().wait();
            finished = true;
        });
        thread.post([&] { forgotten = false; });
        started.get_future().wait();
        goOn.set_value();
    }
    EXPECT_TRUE(finished);
    (void)forgotten; // it may have begun before the end was asked for
}

TEST(CardThreadTest, LeavesAStuckJobBehind)
{
    auto release = std::make_shared<std::promise<void>>();
    auto over = std::make_shared<std::promise<void>>();
    auto ended = over->get_future();
    const auto start = std::chrono::steady_clock::now();
    {
        std::promise<void> started;
        CardThread thread;
        thread.post([&started, release, over] {
            started.set_value();
            release->get_future().wait();
            over->set_value();
        });
        started.get_future().wait();
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
    release->set_value();
    ended.wait();
}

} // namespace
