// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace kortvakt::cli {

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

} // namespace kortvakt::cli
