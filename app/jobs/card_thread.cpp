// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/jobs/card_thread.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace kortvakt::app {
namespace {

constexpr std::chrono::milliseconds patience{500};

} // namespace

struct CardThread::Queue {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::function<void()>> jobs;
    bool stopping = false, ended = false;

    void run()
    {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock, [this] { return stopping || !jobs.empty(); });
            if (stopping)
                break;
            auto job = std::move(jobs.front());
            jobs.pop_front();
            lock.unlock();
            job();
            job = nullptr; // with all it holds, on this thread
            lock.lock();
        }
        ended = true;
        changed.notify_all();
    }
};

CardThread::CardThread()
    : queue_(std::make_shared<Queue>())
    , thread_([queue = queue_] { queue->run(); })
{
}

CardThread::~CardThread()
{
    std::deque<std::function<void()>> forgotten;
    bool ended = false;
    {
        std::unique_lock lock(queue_->mutex);
        queue_->stopping = true;
        forgotten.swap(queue_->jobs);
        queue_->changed.notify_all();
        ended = queue_->changed.wait_for(lock, patience, [this] { return queue_->ended; });
    }
    if (ended)
        thread_.join();
    else
        thread_.detach();
}

void CardThread::post(std::function<void()> job)
{
    const std::lock_guard lock(queue_->mutex);
    queue_->jobs.push_back(std::move(job));
    queue_->changed.notify_all();
}

} // namespace kortvakt::app
