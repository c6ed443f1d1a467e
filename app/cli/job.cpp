// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/job.h"

#include <condition_variable>
#include <exception>
#include <mutex>

namespace kortvakt::cli {

struct Job::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Outcome> outcome;
    std::vector<CodeResult> heard; ///< what the card answered to codes, while there is no outcome
    bool waiting = false; ///< for another program
    int signs = 0; ///< of life
    std::chrono::steady_clock::time_point lastSign = std::chrono::steady_clock::now();
    bool givenUp = false;
    bool codeHandedOver = false; ///< and not answered yet
};

Job::Job(Work work, Patience patience)
    : shared_(std::make_shared<Shared>())
    , thread_(std::make_unique<app::CardThread>())
    , patience_(patience)
{
    thread_->post([shared = shared_, work = std::move(work)] {
        const app::Told told = [&shared](Stage stage, const CardInfo*) {
            const std::lock_guard lock(shared->mutex);
            shared->waiting = stage == Stage::Waiting;
            ++shared->signs;
            shared->lastSign = std::chrono::steady_clock::now();
            shared->changed.notify_all();
        };
        const StillWanted stillWanted = [&shared] {
            const std::lock_guard lock(shared->mutex);
            shared->codeHandedOver = shared->codeHandedOver || !shared->givenUp;
            return !shared->givenUp;
        };
        const app::Heard heard = [&shared](const CodeResult& result) {
            const std::lock_guard lock(shared->mutex);
            shared->heard.push_back(result);
            shared->codeHandedOver = false;
            ++shared->signs;
            shared->lastSign = std::chrono::steady_clock::now();
            shared->changed.notify_all();
        };
        std::optional<Outcome> outcome;
        try {
            outcome = work(stillWanted, told, heard);
        } catch (const std::exception&) { // out of memory, outside what is caught around a card
        }
        const std::lock_guard lock(shared->mutex);
        if (!outcome) {
            outcome.emplace().results = shared->heard;
            outcome->error.emplace(ErrorId::Internal, "a job on a card");
            outcome->error->codeSent = shared->codeHandedOver;
        }
        shared->outcome = std::move(outcome);
        shared->changed.notify_all();
    });
}

Job::~Job() = default;

Outcome Job::outcome()
{
    std::unique_lock lock(shared_->mutex);
    while (!shared_->outcome) {
        const int seen = shared_->signs;
        const bool waiting = shared_->waiting;
        // Since its last sign of life, and not since somebody began to wait: several are asked one by one.
        const auto until = shared_->lastSign + (waiting ? patience_.busy : patience_.silent);
        const bool news = shared_->changed.wait_until(
            lock, until, [&] { return shared_->outcome || shared_->signs != seen; });
        if (news)
            continue;
        shared_->givenUp = true;
        // Nobody waits for this thread any more, so it is never ended.
        (void)thread_.release();
        // A service that hangs holds up everybody alike. What comes meanwhile counts.
        lock.unlock();
        const bool hangs = pcsc::look().hangs;
        lock.lock();
        if (shared_->outcome)
            break;
        Outcome outcome;
        outcome.results = shared_->heard;
        outcome.serviceHangs = hangs;
        const ErrorId held = waiting ? ErrorId::CardBusy : ErrorId::CardSilent;
        outcome.error.emplace(hangs ? ErrorId::ServiceDown : held, "waiting for the card");
        outcome.error->codeSent = shared_->codeHandedOver;
        return outcome;
    }
    return std::move(*shared_->outcome);
}

std::unique_ptr<Job> startReading(const std::string& reader, Patience patience)
{
    return std::make_unique<Job>([reader](const StillWanted&, const app::Told& told,
                                     const app::Heard&) { return app::readJob(reader, told); },
        patience);
}

std::unique_ptr<Job> startReport(const std::string& reader, Patience patience)
{
    return std::make_unique<Job>([reader](const StillWanted&, const app::Told& told,
                                     const app::Heard&) { return app::reportJob(reader, told); },
        patience);
}

std::unique_ptr<Job> startCodes(const pcsc::Slot& slot, Wish wish, Patience patience)
{
    // A std::function is copied, a Secret is not: the wish is held once and moved out once.
    const auto held = std::make_shared<Wish>(std::move(wish));
    return std::make_unique<Job>(
        [reader = slot.reader, events = slot.events, held](
            const StillWanted& stillWanted, const app::Told& told, const app::Heard& heard) {
            held->wanted = stillWanted;
            return app::codeJob(reader, std::move(*held), told, events, heard);
        },
        patience);
}

} // namespace kortvakt::cli
