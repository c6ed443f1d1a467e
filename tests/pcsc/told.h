// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pcsc/monitor.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace kortvakt::test {

/** Collects what a monitor tells, and waits for it. */
class Told {
public:
    [[nodiscard]] std::function<void(pcsc::Snapshot)> callback()
    {
        return [this](pcsc::Snapshot snapshot) {
            const std::lock_guard lock(mutex_);
            all_.push_back(std::move(snapshot));
            changed_.notify_all();
        };
    }
    /** Waits until a snapshot that was told fulfils @p wanted, also one from before. */
    [[nodiscard]] bool sees(const std::function<bool(const pcsc::Snapshot&)>& wanted,
        std::chrono::milliseconds atMost = std::chrono::seconds(20))
    {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, atMost, [&] { return std::ranges::any_of(all_, wanted); });
    }
    /** Waits until the latest snapshot fulfils @p wanted. */
    [[nodiscard]] bool endsWith(const std::function<bool(const pcsc::Snapshot&)>& wanted,
        std::chrono::milliseconds atMost = std::chrono::seconds(20))
    {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, atMost, [&] { return !all_.empty() && wanted(all_.back()); });
    }
    [[nodiscard]] std::vector<pcsc::Snapshot> all()
    {
        const std::lock_guard lock(mutex_);
        return all_;
    }
    [[nodiscard]] pcsc::Snapshot last()
    {
        const std::lock_guard lock(mutex_);
        return all_.empty() ? pcsc::Snapshot{} : all_.back();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<pcsc::Snapshot> all_;
};

/** Whether a snapshot has a reader with a card in it. */
inline auto hasCardIn(const std::string& name)
{
    return [name](const pcsc::Snapshot& snapshot) {
        return std::ranges::any_of(
            snapshot.slots, [&](const pcsc::Slot& slot) { return slot.reader == name && slot.present; });
    };
}

/** Whether a snapshot has so many readers, with the service up. */
inline auto hasReaders(std::size_t count)
{
    return [count](const pcsc::Snapshot& snapshot) {
        return !snapshot.service && snapshot.slots.size() == count;
    };
}

/** Whether the service is in trouble. */
inline auto reports(ErrorId trouble)
{
    return [trouble](const pcsc::Snapshot& snapshot) { return snapshot.service == trouble; };
}

} // namespace kortvakt::test
