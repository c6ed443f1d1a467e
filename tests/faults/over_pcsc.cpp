// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/faults/trial.h"
#include "tests/support/soft_pcsc.h"

#include <algorithm>
#include <thread>

namespace kortvakt::faults {

namespace {

const std::string reader = "Reader 00 00";

/** What lies in the reader: the card itself outlives it. */
using InReader = softcard::WrappedCard;

/** The world around a flow: one reader, and those who disturb it. */
class World {
public:
    World(Trial& trial, Run& run)
        : trial_(trial)
        , run_(run)
    {
        softpcsc::reset();
        softpcsc::addReader(reader, std::make_unique<InReader>(trial.card));
        if (!trial.fault.breaksOff || trial.fault.kind == Kind::NoAnswer)
            softpcsc::beforeNextWait([this] { others_.emplace_back([this] { expireTheWait(); }); });
        if (trial.fault.where == Where::Command)
            strikeAtCommand();
    }
    ~World()
    {
        over_ = true;
        for (auto& other : others_)
            other.join();
        lookForLeftovers();
        softpcsc::reset();
    }
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    void opening()
    {
        if (trial_.opening())
            strikeAtOpening();
    }

private:
    /** A job that looks for a second whether a silent card is still there need not do so in a test. */
    void expireTheWait() const
    {
        while (!over_ && !softpcsc::awaitWatchers(1, std::chrono::milliseconds(5)))
            continue;
        softpcsc::expireWaits();
    }
    /** Runs @p action as soon as the job is held up. */
    void onceBlocked(std::function<void()> action)
    {
        others_.emplace_back([this, action = std::move(action)] {
            if (!softpcsc::awaitBlocked(1))
                run_.leftBehind.emplace_back("a job that should have waited and did not");
            action();
        });
    }
    void strikeAtOpening();
    void strikeAtCommand();
    void lookForLeftovers()
    {
        if (softpcsc::openHandles() != 0)
            run_.leftBehind.emplace_back("a card handle");
        if (softpcsc::openContexts() != 0)
            run_.leftBehind.emplace_back("a context");
        if (trial_.fault.kind != Kind::ReaderUnplugged && !softpcsc::beginForeign(reader))
            run_.leftBehind.emplace_back("a transaction");
    }

    Trial& trial_;
    Run& run_;
    std::vector<std::thread> others_;
    std::atomic<bool> over_ = false;
};

void World::strikeAtOpening()
{
    switch (trial_.fault.kind) {
    case Kind::SwappedForSameKind:
    case Kind::SwappedForOtherKind:
        return softpcsc::insert(reader, std::make_unique<InReader>(trial_.other));
    case Kind::PutInAnew:
        return softpcsc::insert(reader, softpcsc::pull(reader));
    case Kind::TakenOut:
        softpcsc::pull(reader);
        return;
    case Kind::HeldExclusively:
        return softpcsc::holdExclusive(reader, true);
    case Kind::HeldByOther:
    case Kind::HeldByOtherAndCancelled:
        if (!softpcsc::beginForeign(reader))
            run_.leftBehind.emplace_back("a transaction between two openings");
        return onceBlocked([this] {
            if (trial_.fault.kind == Kind::HeldByOtherAndCancelled)
                trial_.leave();
            softpcsc::endForeign(reader);
        });
    default:
        return;
    }
}

void World::strikeAtCommand()
{
    const int at = trial_.position;
    const auto before = [at](std::function<void()> action) {
        softpcsc::before(reader, at, std::move(action));
    };
    switch (trial_.fault.kind) {
    case Kind::CommandLost:
        return softpcsc::failAt(reader, at, softpcsc::Fault::CommandLost);
    case Kind::AnswerLost:
        return softpcsc::failAt(reader, at, softpcsc::Fault::AnswerLost);
    case Kind::AnswerEmpty:
        return softpcsc::failAt(reader, at, softpcsc::Fault::AnswerEmpty);
    case Kind::NoAnswer:
        return softpcsc::failAt(reader, at, softpcsc::Fault::NoAnswer);
    case Kind::ResetByOther:
        return softpcsc::failAt(reader, at, softpcsc::Fault::ResetByOther);
    case Kind::Mute:
        softpcsc::failAt(reader, at, softpcsc::Fault::Mute);
        return before([this] { onceBlocked([] { softpcsc::pull(reader); }); });
    case Kind::ReaderUnplugged:
        return before([] { softpcsc::removeReader(reader); });
    case Kind::ServiceKilled:
        return before([] { softpcsc::stopService(); });
    case Kind::ServiceRestarted:
        return before([] {
            softpcsc::stopService();
            softpcsc::startService();
        });
    case Kind::Suspended: // power was lost: every context is invalid, and every card was reset
        return before([] {
            softpcsc::stopService(softpcsc::Loss::SecurityViolation);
            softpcsc::withCard(reader, [](softcard::SoftCard& card) { card.reset(); });
            softpcsc::startService();
        });
    case Kind::SwapSameKind:
    case Kind::SwapOtherKind:
        return before([this] { softpcsc::insert(reader, std::make_unique<InReader>(trial_.other)); });
    default:
        return;
    }
}

} // namespace

Run runOverPcsc(Trial& trial)
{
    Run run;
    World world(trial, run);
    const auto told = [&](Stage stage, const CardInfo*) {
        if (stage == Stage::Waiting)
            world.opening();
    };
    constexpr unsigned insertion =
        0; // what the service counts for a card that was in its reader from the start
    run.outcome = trial.setup.flow->sendsCodes ? app::codeJob(reader, trial.wish(), told, insertion)
                                               : app::readJob(reader, told);
    return run;
}

} // namespace kortvakt::faults
