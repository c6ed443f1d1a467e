// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/system/stop_request.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <list>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kortvakt::app {

namespace {

std::atomic<int> wakeUp{-1}; // of a pipe: a signal has no other way to find anything, and may only write

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

/** What becomes of a signal while this lives. */
class Handled {
public:
    Handled(int signal, void (*handler)(int))
        : signal_(signal)
    {
        struct sigaction action = {};
        action.sa_handler = handler;
        sigemptyset(&action.sa_mask);
        action.sa_flags = SA_RESTART;
        sigaction(signal, &action, &before_);
    }
    ~Handled() { sigaction(signal_, &before_, nullptr); }
    Handled(const Handled&) = delete;
    Handled& operator=(const Handled&) = delete;

private:
    int signal_;
    struct sigaction before_ = {};
};

} // namespace

struct StopRequest::Work {
    Work(Also also, std::function<void()> toldTo)
        : asked(std::move(toldTo))
    {
        if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) == 0) { // else they end the program, as they do anyway
            wakeUp = ends[1];
            signalled = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
            QObject::connect(signalled.get(), &QSocketNotifier::activated, signalled.get(), [this] {
                for (char byte = 0; ::read(ends[0], &byte, 1) > 0;) { }
                asked();
            });
            for (const int signal : {SIGINT, SIGTERM})
                handled.emplace_back(signal, wake);
            if (also.hangUp)
                handled.emplace_back(SIGHUP, wake);
        }
        if (also.output >= 0)
            handled.emplace_back(SIGPIPE, SIG_IGN); // a write then fails with EPIPE instead
        // The writing end of a pipe never becomes readable; it has an error once nobody reads it.
        if (isPipe(also.output)) {
            unread = std::make_unique<QSocketNotifier>(also.output, QSocketNotifier::Read);
            QObject::connect(unread.get(), &QSocketNotifier::activated, unread.get(), [this] {
                unread->setEnabled(false);
                asked();
            });
        }
    }

    ~Work()
    {
        handled.clear();
        wakeUp = -1;
        signalled.reset();
        for (const int end : ends)
            if (end >= 0)
                close(end);
    }

    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    std::function<void()> asked;
    std::array<int, 2> ends{-1, -1};
    std::list<Handled> handled;
    std::unique_ptr<QSocketNotifier> signalled, unread;
};

StopRequest::StopRequest(Also also, std::function<void()> asked)
    : work_(std::make_unique<Work>(also, std::move(asked)))
{
}

StopRequest::~StopRequest() = default;

} // namespace kortvakt::app
