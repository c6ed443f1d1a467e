// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/card_threads.h"

#include <thread>

namespace kortvakt::app {

CardThreads::~CardThreads()
{
    for (auto& [reader, thread] : threads_)
        retired_.push_back(std::move(thread));
    std::vector<std::thread> enders;
    for (auto& thread : retired_)
        enders.emplace_back([ending = std::move(thread)]() mutable { ending.reset(); });
    for (auto& ender : enders)
        ender.join();
}

void CardThreads::post(const std::string& reader, std::function<void()> job)
{
    auto& thread = threads_[reader];
    if (!thread)
        thread = std::make_unique<CardThread>();
    ++*unfinished_;
    thread->post([job = std::move(job), unfinished = unfinished_] {
        job();
        --*unfinished;
    });
}

void CardThreads::renew(const std::string& reader)
{
    if (const auto old = threads_.extract(reader))
        retired_.push_back(std::move(old.mapped()));
}

} // namespace kortvakt::app
