// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pcsc/snapshot.h"

#include <chrono>
#include <functional>
#include <memory>
#include <thread>

namespace kortvakt::pcsc {

/** One look at the readers, for a program that runs once; waits up to 1.5 seconds for a card that is just
 * being powered up, which would look mute. A service that hangs is told as such within two seconds.
 * Trouble is in Snapshot::service; throws only where there is no thread or no memory for it. */
[[nodiscard]] Snapshot look();

/**
 * Watches the readers in a thread and a context of its own, blocked in SCardGetStatusChange, and tells each
 * change as a whole Snapshot, on its own thread; the first one at once. While the service is down it tries
 * again by itself with growing pauses; after access-denied it waits for retry(). A service that hangs is told
 * as such, within two seconds of a call and, while nothing happens, within a minute.
 */
class Monitor {
public:
    /** pcsc-lite 1.9.9 misses a reader plugged in between listing and waiting; and a service that hangs while
     * nothing happens is noticed, within a minute, by a wait that does not end. */
    static constexpr std::chrono::milliseconds usualWait = std::chrono::seconds(57);
    /** @p told may not destroy the monitor. Throws where there is no thread for it, and tells nothing after
     * that. */
    explicit Monitor(std::function<void(Snapshot)> told, std::chrono::milliseconds longestWait = usualWait);
    /** Stops, within a second: a thread that a hanging service holds is left behind. Afterwards nothing is
     * told. */
    ~Monitor();
    Monitor(const Monitor&) = delete;
    Monitor& operator=(const Monitor&) = delete;
    /** Looks again now, also after access-denied. */
    void retry();

private:
    struct Work;
    explicit Monitor(std::shared_ptr<Work> work);
    std::shared_ptr<Work> work_;
    std::thread watching_, waking_;
};

} // namespace kortvakt::pcsc
