// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>

namespace kortvakt::app {

/**
 * While it lives, what would end the program asks it to stop instead: SIGINT and SIGTERM, told on the event
 * loop of the thread that made this. Costs nothing until then. One at a time.
 */
class StopRequest {
public:
    /** Who else may ask. */
    struct Also {
        bool hangUp = false; ///< SIGHUP: the terminal or the session has gone
        /** What the program writes to; where it is a pipe, its reader asks by going away. Writing to it then
         * fails, and does not end the program. */
        int output = -1;
    };
    StopRequest(Also also, std::function<void()> asked);
    /** From now on the program ends as it did before. */
    ~StopRequest();
    StopRequest(const StopRequest&) = delete;
    StopRequest& operator=(const StopRequest&) = delete;

private:
    struct Work;
    std::unique_ptr<Work> work_;
};

} // namespace kortvakt::app
