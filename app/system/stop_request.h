// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSocketNotifier>

#include <array>
#include <functional>
#include <memory>

#include <signal.h>

namespace kortvakt::cli {

/**
 * While it lives, SIGINT and SIGTERM do not end the program but ask it to stop, and so does the reader of the
 * pipe that it writes to by going away. Costs nothing until then. One at a time; needs an event loop.
 */
class StopRequest {
public:
    /** @param output what the program writes to; watched when it is a pipe. @param asked called on this
     * thread. */
    StopRequest(int output, const std::function<void()>& asked);
    ~StopRequest();
    StopRequest(const StopRequest&) = delete;
    StopRequest& operator=(const StopRequest&) = delete;

private:
    std::array<int, 2> ends_{-1, -1};
    struct sigaction interrupt_, terminate_, pipe_; ///< as they were before
    std::unique_ptr<QSocketNotifier> signalled_, unread_;
};

} // namespace kortvakt::cli
