// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/system/stop_request.h"

#include <atomic>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kortvakt::cli {

namespace {

std::atomic<int> wakeUp{-1}; // a signal has no other way to find anything

void wake(int)
{
    const int before = errno;
    [[maybe_unused]] const auto written = ::write(wakeUp, "", 1); // a full pipe wakes as well
    errno = before;
}

bool isPipe(int descriptor)
{
    struct stat what = {};
    return descriptor >= 0 && fstat(descriptor, &what) == 0 && S_ISFIFO(what.st_mode);
}

void handle(int signal, void (*handler)(int), struct sigaction& before)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, &before);
}

} // namespace

StopRequest::StopRequest(int output, const std::function<void()>& asked)
{
    if (pipe2(ends_.data(), O_CLOEXEC | O_NONBLOCK) == 0) {
        signalled_ = std::make_unique<QSocketNotifier>(ends_[0], QSocketNotifier::Read);
        QObject::connect(signalled_.get(), &QSocketNotifier::activated, signalled_.get(),
            [this, asked](QSocketDescriptor, QSocketNotifier::Type) {
                signalled_->setEnabled(false);
                asked();
            });
    }
    wakeUp = ends_[1];
    handle(SIGINT, wake, interrupt_);
    handle(SIGTERM, wake, terminate_);
    handle(SIGPIPE, SIG_IGN, pipe_); // a write then fails with EPIPE instead
    // The writing end of a pipe never becomes readable; it has an error once nobody reads it.
    if (isPipe(output)) {
        unread_ = std::make_unique<QSocketNotifier>(output, QSocketNotifier::Read);
        QObject::connect(unread_.get(), &QSocketNotifier::activated, unread_.get(),
            [this, asked](QSocketDescriptor, QSocketNotifier::Type) {
                unread_->setEnabled(false);
                asked();
            });
    }
}

StopRequest::~StopRequest()
{
    sigaction(SIGINT, &interrupt_, nullptr);
    sigaction(SIGTERM, &terminate_, nullptr);
    sigaction(SIGPIPE, &pipe_, nullptr);
    wakeUp = -1;
    signalled_.reset();
    for (const int end : ends_)
        if (end >= 0)
            close(end);
}

} // namespace kortvakt::cli
