// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"

#include <optional>
#include <string>

namespace kortvakt::app {

/** The descriptors that every program has. */
constexpr int standardInput = 0, standardOutput = 1;

[[nodiscard]] bool isTerminal(int descriptor);

/**
 * A line as it was typed, without its end; nothing when the input has ended. It goes straight into memory
 * that is wiped, byte by byte, so that no buffer of a library keeps it or what follows. Of a line that is
 * longer than any code the rest is read past.
 */
[[nodiscard]] std::optional<SecretBytes> readLine(int descriptor);

/**
 * Hides what is typed on a terminal while it lives. However the program ends, what is typed is shown again
 * afterwards, and what was typed or pasted and not read is thrown away: the shell, which reads next, would
 * run it and keep it in its history. One at a time.
 */
class Silence {
public:
    explicit Silence(int terminal);
    ~Silence();
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    /** Whether it is so: else nothing may be asked for. */
    [[nodiscard]] bool on() const { return on_; }
    /** Throws away what was typed before a question was there to be read. */
    void forgetTyped() const;
    /** What is said on standard error when a signal ends the program from now on. @p words must outlive this.
     */
    void setLastWords(const std::string& words) const;

private:
    int terminal_;
    bool on_ = false;
};

/** Lines to be read as if somebody had piped them into a program. */
class PipedLines {
public:
    explicit PipedLines(const std::string& lines);
    ~PipedLines();
    PipedLines(const PipedLines&) = delete;
    PipedLines& operator=(const PipedLines&) = delete;
    /** Where they are read; -1: the system gave no pipe for them. */
    [[nodiscard]] int input() const { return input_; }

private:
    int input_ = -1;
};

} // namespace kortvakt::app
