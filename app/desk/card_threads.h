// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/jobs/card_job.h"
#include "app/jobs/card_thread.h"

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace kortvakt::app {

/** What comes of a job for which there is no thread. */
[[nodiscard]] Outcome notBegun();

/** A card thread for each reader in use. */
class CardThreads {
public:
    CardThreads() = default;
    /** Waits for all threads at the same time, so that several mute cards delay the program's end no more
     * than one. */
    ~CardThreads();
    CardThreads(const CardThreads&) = delete;
    CardThreads& operator=(const CardThreads&) = delete;

    /** Runs a job on a reader's thread, after those that were posted before.
     * @return whether it will: else there is no thread for it, and notBegun() is what to tell. */
    [[nodiscard]] bool post(const std::string& reader, std::function<void()> job);
    /** Whether some job waits or runs, those of lost threads included. */
    [[nodiscard]] bool busy() const { return *unfinished_ != 0; }
    /** Gives a reader a new thread: the old one may be stuck in a card that is gone. */
    void renew(const std::string& reader);

private:
    std::shared_ptr<std::atomic<int>> unfinished_ = std::make_shared<std::atomic<int>>(0);
    std::map<std::string, std::unique_ptr<CardThread>> threads_;
    std::vector<std::unique_ptr<CardThread>> retired_;
};

} // namespace kortvakt::app
