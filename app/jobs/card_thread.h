// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <thread>

namespace kortvakt::app {

/**
 * A thread for one reader's jobs, run in order. A job owns all it uses: a thread stuck in a silent card
 * outlives this object.
 */
class CardThread {
public:
    CardThread();
    /**
     * Forgets the jobs that have not begun and waits half a second for the one that runs. A thread that is
     * still stuck then is left behind, never terminated.
     */
    ~CardThread();
    CardThread(const CardThread&) = delete;
    CardThread& operator=(const CardThread&) = delete;
    /** @p job may not throw. */
    void post(std::function<void()> job);

private:
    struct Queue;
    std::shared_ptr<Queue> queue_;
    std::thread thread_;
};

} // namespace kortvakt::app
