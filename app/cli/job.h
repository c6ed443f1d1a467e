// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/jobs/card_job.h"
#include "pcsc/monitor.h"

#include <chrono>

namespace kortvakt::cli {

/** How long the command line waits for a card. */
struct Patience {
    /** For another program that holds the card, before card-busy is told. */
    std::chrono::milliseconds busy{5000};
    /** Without a sign of life from the card, before card-silent is told. */
    std::chrono::milliseconds silent{20000};
    /** For the service to list a reader that is on the USB bus, before it is told why it does not. */
    std::chrono::milliseconds driver{1500};
};

/**
 * A job at one reader's card, on a thread of its own, so that a card that never answers stops nobody. A job
 * that is given up is told as card-busy or card-silent; one that sends codes sends none after that, and the
 * error's codeSent tells whether one was on its way already. What the card had answered to codes by then
 * stays told.
 */
class Job {
public:
    using Work = std::function<Outcome(const StillWanted&, const app::Told&, const app::Heard&)>;

    /** Starts @p work. It may outlive this object and must own all it uses. */
    Job(Work work, Patience patience);
    ~Job();
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    /** Waits until it is done or given up. */
    [[nodiscard]] Outcome outcome();

private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
    std::unique_ptr<app::CardThread> thread_;
    Patience patience_;
};

/** Jobs for the three things that are done with cards. Whether a wish is still wanted is the job's own to
 * say. */
[[nodiscard]] std::unique_ptr<Job> startReading(const std::string& reader, Patience patience);
[[nodiscard]] std::unique_ptr<Job> startReport(const std::string& reader, Patience patience);
[[nodiscard]] std::unique_ptr<Job> startCodes(const pcsc::Slot& slot, Wish wish, Patience patience);

} // namespace kortvakt::cli
