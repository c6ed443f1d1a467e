// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/desk/card_threads.h"

#include <exception>
#include <system_error>
#include <thread>

namespace kortvakt::app {

Outcome notBegun()
{
    Outcome outcome;
    outcome.error.emplace(ErrorId::Internal, "starting a thread");
    return outcome;
}

CardThreads::~CardThreads()
{
    for (auto& [reader, thread] : threads_)
        retired_.push_back(std::move(thread));
    std::vector<std::thread> enders;
    for (auto& thread : retired_) {
        try {
            enders.emplace_back([ending = std::move(thread)]() mutable { ending.reset(); });
        } catch (const std::exception&) {
            // Without a thread for it, it was ended right here with the job.
        }
    }
    for (auto& ender : enders)
        ender.join();
}

bool CardThreads::post(const std::string& reader, std::function<void()> job)
{
    auto& thread = threads_[reader];
    try {
        if (!thread)
            thread = std::make_unique<CardThread>();
    } catch (const std::system_error&) { // the system may limit how many there are
        return false;
    }
    ++*unfinished_;
    thread->post([job = std::move(job), unfinished = unfinished_] {
        job();
        --*unfinished;
    });
    return true;
}

void CardThreads::renew(const std::string& reader)
{
    if (const auto old = threads_.extract(reader))
        retired_.push_back(std::move(old.mapped()));
}

} // namespace kortvakt::app
