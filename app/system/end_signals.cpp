// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/system/end_signals.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace kortvakt::app {

namespace {

constexpr std::array signals = {SIGTERM, SIGHUP, SIGINT};
std::array<int, 2> ends = {-1, -1}; // of a pipe: a signal handler may do little more than write

void note(int)
{
    const int kept = errno;
    const char byte = 0;
    [[maybe_unused]] const auto written = write(ends[1], &byte, 1);
    errno = kept;
}

void handle(void (*handler)(int))
{
    struct sigaction action { };
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int signal : signals)
        sigaction(signal, &action, nullptr);
}

} // namespace

EndSignals::EndSignals()
{
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // they end the process at once, as they do anyway
    notifier_ = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    connect(notifier_.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (read(ends[0], &byte, 1) > 0) { }
        Q_EMIT came();
    });
    handle(note);
}

EndSignals::~EndSignals()
{
    if (!notifier_)
        return;
    handle(SIG_DFL);
    notifier_.reset();
    for (int& end : ends)
        close(std::exchange(end, -1));
}

} // namespace kortvakt::app
