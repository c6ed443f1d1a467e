// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "pcsc/monitor.h"

#include "pcsc/readers.h"
#include "pcsc/refusal.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace kortvakt::pcsc {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds settlingWait = 500ms; // after readers came or went: more of them may be on their way
constexpr Milliseconds firstPause = 250ms, longestPause = 5s; // while the service is down
constexpr Milliseconds cancelAgain = 20ms;
constexpr Milliseconds hangsAfter =
    1500ms; // no call takes longer, the wait itself no longer than it was told to
constexpr Milliseconds stopsWithin = 900ms;
constexpr Milliseconds lookPatience = 1500ms; // a card is powered up by then

Snapshot down(LONG result)
{
    const bool refused = errorFrom(result, "").id == ErrorId::AccessDenied || serviceHangsUp();
    return {refused ? ErrorId::AccessDenied : ErrorId::ServiceDown, {}};
}

Snapshot hanging()
{
    return {ErrorId::ServiceDown, {}, true};
}

/** What a look and the thread that makes it share. */
struct Looking {
    std::promise<Snapshot> seen;
    std::atomic<Clock::time_point> asking{Clock::now()}; ///< when the service was asked last
};

Snapshot lookOnce(Looking& looking)
{
    LONG result = SCARD_S_SUCCESS;
    const Context context(result);
    unsigned insertions = 0;
    Readers readers(insertions);
    const auto refresh = [&] {
        looking.asking = Clock::now();
        return readers.refresh(context);
    };
    if (result == SCARD_S_SUCCESS)
        result = refresh();
    // The first look always says unsettled, since all readers are new to it; the second one knows.
    const auto deadline = Clock::now() + lookPatience;
    for (auto pause = 0ms; result == SCARD_S_SUCCESS && readers.unsettled() && Clock::now() < deadline;
         pause = 50ms) {
        std::this_thread::sleep_for(pause);
        result = refresh();
    }
    if (result != SCARD_S_SUCCESS)
        return down(result);
    return {{}, readers.slots()};
}

} // namespace

Snapshot look()
{
    // In a thread of its own, since a service that hangs keeps it for good.
    const auto looking = std::make_shared<Looking>();
    auto seen = looking->seen.get_future();
    std::thread thread([looking] {
        try {
            Snapshot snapshot = lookOnce(*looking);
            if (snapshot.service == ErrorId::AccessDenied) { // a service that just ended looks the same
                looking->asking = Clock::now();
                snapshot = lookOnce(*looking);
            }
            looking->seen.set_value(std::move(snapshot));
        } catch (const std::exception&) { // out of memory
            looking->seen.set_exception(std::current_exception());
        }
    });
    while (seen.wait_until(looking->asking.load() + hangsAfter) == std::future_status::timeout) {
        if (Clock::now() - looking->asking.load() >= hangsAfter) {
            thread.detach();
            return hanging();
        }
    }
    thread.join();
    return seen.get();
}

/** What the monitor and its two threads share. Owned by all, since a hanging service may keep a thread. */
struct Monitor::Work : std::enable_shared_from_this<Work> {
    Work(std::function<void(Snapshot)> callback, Milliseconds longestWaitOfAll)
        : told(std::move(callback))
        , longest(longestWaitOfAll)
    {
    }

    std::thread start(void (Work::*part)());
    void watch();
    LONG watchContext();
    LONG waitForChange(Readers& readers, const Context& context);
    void pause(bool untilRetried);
    void tell(Snapshot snapshot);
    void tellHanging();
    void wake();
    void cancel(SCARDCONTEXT context);
    bool stop();
    bool isStopping();
    void setBusy(bool busy);

    std::mutex telling; ///< held while told runs: after stop() it never does
    const std::function<void(Snapshot)> told;
    const Milliseconds longest; ///< no wait for something to happen is longer
    std::optional<Snapshot> last;
    bool silenced = false;

    std::mutex mutex; ///< for all below
    std::condition_variable changed;
    bool stopping = false, retrying = false;
    int running = 0; ///< threads
    bool watching = true; ///< the watching thread is one of them
    std::optional<SCARDCONTEXT> waitingIn; ///< while the watching thread waits in PC/SC, or is about to
    std::optional<Clock::time_point>
        busySince; ///< while the watching thread is in a call that ought to return; of a wait, when it ends
    bool cancelling = false; ///< a call that ends its wait has not returned
    std::optional<Clock::time_point> cancellingSince; ///< the same, until it was told as a service that hangs

    unsigned lastInsertion = 0; ///< these three are the watching thread's alone
    bool worked = false; ///< the context gave readers
    Milliseconds nextPause = firstPause;
};

/** Throws where there is no thread. */
std::thread Monitor::Work::start(void (Work::*part)())
{
    const std::lock_guard lock(mutex); // the new thread's end is counted after its beginning
    std::thread thread([work = shared_from_this(), part] { (*work.*part)(); });
    ++running;
    return thread;
}

/** Watches until stopped, through restarts of the service. */
void Monitor::Work::watch()
{
    int refusals = 0;
    while (!isStopping()) {
        worked = false;
        setBusy(true);
        const LONG result = watchContext();
        setBusy(false);
        if (result == SCARD_S_SUCCESS)
            continue;
        // The library says "security violation" of every socket that the service closed, also when it did so
        // because it ended: only a refusal that comes again from a fresh start is one.
        const bool refused = down(result).service == ErrorId::AccessDenied && !worked;
        refusals = refused ? refusals + 1 : 0;
        const bool denied = refusals > 1;
        if (denied || !refused)
            tell({denied ? ErrorId::AccessDenied : ErrorId::ServiceDown, {}});
        pause(denied);
    }
    const std::lock_guard lock(mutex);
    watching = false;
    --running;
    changed.notify_all();
}

/** Watches with one context until stopped (success) or until the service is lost (why). */
LONG Monitor::Work::watchContext()
{
    LONG result = SCARD_S_SUCCESS;
    const Context context(result);
    if (result != SCARD_S_SUCCESS)
        return result;
    Readers readers(lastInsertion);
    while (!isStopping()) {
        if (result = readers.refresh(context); result != SCARD_S_SUCCESS)
            return result;
        worked = true;
        nextPause = firstPause;
        tell({{}, readers.slots()});
        result = waitForChange(readers, context);
        const auto code = codeOf(result);
        if (result != SCARD_S_SUCCESS && code != codeOf(SCARD_E_TIMEOUT) && code != codeOf(SCARD_E_CANCELLED))
            return result;
        // What the wait itself saw comes first: a reader may be gone and back again before the next look.
        tell({{}, readers.slots()});
    }
    return SCARD_S_SUCCESS;
}

LONG Monitor::Work::waitForChange(Readers& readers, const Context& context)
{
    const auto atMost = readers.unsettled() ? settlingWait : longest;
    {
        const std::lock_guard lock(mutex);
        if (stopping || std::exchange(retrying, false))
            return SCARD_E_CANCELLED;
        waitingIn = context.handle();
        busySince = Clock::now() + atMost;
        changed.notify_all();
    }
    const LONG result = readers.wait(context, atMost);
    const std::lock_guard lock(mutex);
    waitingIn.reset();
    retrying = false;
    busySince = Clock::now();
    changed.notify_all();
    return result;
}

void Monitor::Work::pause(bool untilRetried)
{
    std::unique_lock lock(mutex);
    busySince.reset(); // nothing is asked of the service meanwhile
    const auto due = [this] { return stopping || retrying; };
    if (untilRetried)
        changed.wait(lock, due);
    else
        changed.wait_for(lock, nextPause, due);
    nextPause = std::exchange(retrying, false) ? firstPause : std::min(2 * nextPause, longestPause);
}

/** For the watching thread. */
void Monitor::Work::tell(Snapshot snapshot)
{
    setBusy(true);
    const std::lock_guard lock(telling);
    if (silenced || last == snapshot)
        return;
    last = snapshot;
    setBusy(false);
    told(std::move(snapshot));
    setBusy(true);
}

/** For the waking thread. What the watching thread tells after a call that returned late comes after this. */
void Monitor::Work::tellHanging()
{
    const std::lock_guard lock(telling);
    {
        const std::lock_guard inner(mutex);
        const auto late = [](std::optional<Clock::time_point>& since) {
            const bool is = since && Clock::now() - *since >= hangsAfter;
            if (is)
                since.reset();
            return is;
        };
        const bool asking = late(busySince), ending = late(cancellingSince);
        if (!asking && !ending)
            return;
    }
    if (silenced)
        return;
    last = hanging();
    told(*last);
}

bool Monitor::Work::isStopping()
{
    const std::lock_guard lock(mutex);
    return stopping;
}

void Monitor::Work::setBusy(bool busy)
{
    const std::lock_guard lock(mutex);
    busySince = busy ? std::optional(Clock::now()) : std::nullopt;
    changed.notify_all();
}

/**
 * Ends the other thread's wait when it shall stop or look again. SCardCancel does nothing, and says that it
 * did, before the wait has begun: so it is repeated. This is also who notices that the service hangs.
 */
void Monitor::Work::wake()
{
    std::unique_lock lock(mutex);
    Clock::time_point nextCancel{};
    while (watching) {
        if ((stopping || retrying) && waitingIn && !cancelling) {
            if (Clock::now() < nextCancel) {
                changed.wait_until(lock, nextCancel, [this] { return !watching || !waitingIn; });
                continue;
            }
            cancel(*waitingIn);
            nextCancel = Clock::now() + cancelAgain;
        }
        const auto since = busySince && cancellingSince ? std::min(busySince, cancellingSince)
            : busySince                                 ? busySince
                                                        : cancellingSince;
        if (!since) {
            changed.wait(lock);
        } else if (Clock::now() - *since < hangsAfter) {
            changed.wait_until(lock, *since + hangsAfter);
        } else {
            lock.unlock();
            tellHanging();
            lock.lock();
        }
    }
    --running;
    changed.notify_all();
}

/** Ends a wait, from a thread of its own: with a service that hangs SCardCancel does not return either. */
void Monitor::Work::cancel(SCARDCONTEXT context)
{
    try {
        std::thread([work = shared_from_this(), context] {
            SCardCancel(context);
            const std::lock_guard lock(work->mutex);
            work->cancelling = false;
            work->cancellingSince.reset();
            --work->running;
            work->changed.notify_all();
        }).detach();
    } catch (const std::system_error&) {
        return; // no thread: it is tried again, as when it came too early
    }
    cancelling = true;
    cancellingSince = Clock::now();
    ++running;
}

/** @return whether all threads ended. */
bool Monitor::Work::stop()
{
    bool ended = false;
    {
        std::unique_lock lock(mutex);
        stopping = true;
        changed.notify_all();
        ended = changed.wait_for(lock, stopsWithin, [this] { return running == 0; });
    }
    const std::lock_guard lock(telling);
    silenced = true;
    return ended;
}

Monitor::Monitor(std::shared_ptr<Work> work)
    : work_(std::move(work))
{
}

Monitor::Monitor(std::function<void(Snapshot)> told, std::chrono::milliseconds longestWait)
    : Monitor(std::make_shared<Work>(std::move(told), longestWait))
{
    // The destructor sees to the first thread when there is none for the second.
    watching_ = work_->start(&Work::watch);
    waking_ = work_->start(&Work::wake);
}

Monitor::~Monitor()
{
    const bool ended = work_->stop();
    for (std::thread* thread : {&watching_, &waking_}) {
        if (!thread->joinable())
            continue;
        if (ended)
            thread->join();
        else
            thread->detach();
    }
}

void Monitor::retry()
{
    const std::lock_guard lock(work_->mutex);
    work_->retrying = true;
    work_->changed.notify_all();
}

} // namespace kortvakt::pcsc
