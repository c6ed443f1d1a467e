// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>

namespace kortvakt::faults {

/** Ends the program, with the name of the case, when one case takes for ever. */
class Watchdog {
public:
    Watchdog()
        : thread_([this] { guard(); })
    {
    }
    ~Watchdog()
    {
        {
            const std::scoped_lock lock(mutex_);
            over_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    /** From now on it is this case that must come to its end. */
    void watch(std::string name)
    {
        const std::scoped_lock lock(mutex_);
        name_ = std::move(name);
        ++number_;
    }

private:
    void guard()
    {
        std::unique_lock lock(mutex_);
        for (long seen = -1; !over_;) {
            if (seen == number_) {
                std::cout << "FAILED " << name_ << "\n       hangs" << std::endl;
                std::_Exit(3);
            }
            seen = number_;
            changed_.wait_for(lock, std::chrono::seconds(60), [&] { return over_; });
        }
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::string name_;
    long number_ = 0;
    bool over_ = false;
    std::thread thread_;
};

} // namespace kortvakt::faults
