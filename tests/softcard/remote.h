// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/vpcd_plug.h"

#include <chrono>
#include <functional>

namespace softcard {

/** A card in a virtual reader, told by lines of text what to do: the program kortvakt-softcard without its
 * arguments. */
class Remote {
public:
    /** @throws std::invalid_argument there is no such personality. */
    Remote(std::string personality, VpcdPlug& plug, bool inserted);

    /**
     * Carries out one command and answers it: "ok …" or "error …", one line; after `log` lines up to one with
     * a dot. Commands: insert eject reset swap PERSONALITY mute mute-at N slow MS fail-at N lose-answer-at N
     * answer-at N STATUS counters clear log quit help. N counts commands from now on; as code:N, those with a
     * code.
     */
    [[nodiscard]] std::string obey(const std::string& line);
    /** Serves the reader; to be called when its connection has something to read. */
    void serve();
    /** Connects, where a card is to be in the reader and none is: pcscd may have been away. */
    void reconnect();
    /** Whether reconnect() should be tried again soon. */
    [[nodiscard]] bool waiting() const { return inserted_ && plug_.descriptor() < 0; }
    [[nodiscard]] bool ended() const { return ended_; }

private:
    void take(const std::string& personality);
    void insert();
    void eject();
    std::string at(const std::string& argument, const std::function<void(Coming)>& what);
    std::string answerAt(const std::string& argument);
    [[nodiscard]] std::string counters() const;
    std::string readLog();

    VpcdPlug& plug_;
    std::string personality_;
    std::unique_ptr<FaultyCard> card_;
    bool inserted_ = false, ended_ = false;
    std::chrono::milliseconds pause_{}; ///< before each answer
    std::vector<std::string> log_; ///< a line for each command, codes hidden
};

} // namespace softcard
