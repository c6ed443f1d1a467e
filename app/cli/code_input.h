// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/system/console.h"
#include "core/bytes.h"

#include <QString>

#include <list>
#include <optional>
#include <ostream>
#include <string>

namespace kortvakt::cli {

/**
 * Where codes come from: a terminal, without echo, or lines on standard input. They go straight
 * into memory that is wiped; no text type of any library ever holds them. A terminal that was asked shows
 * nothing that is typed until this object is gone, and then forgets what was not read.
 */
class CodeInput {
public:
    /**
     * @param descriptor a terminal, or a pipe or file when @p lines.
     * @param prompts where questions are written.
     * @param lines codes are read as lines, and nothing is asked. Where they come from a terminal all the
     * same, it shows none from the start: nobody is told when to type.
     */
    CodeInput(int descriptor, std::ostream& prompts, bool lines);

    /** Whether codes can be had at all: lines were asked for, or somebody sits at a terminal. */
    [[nodiscard]] bool usable() const;
    /** Whether a person can be asked. */
    [[nodiscard]] bool interactive() const { return !lines_; }
    /** One code, as typed. Nothing when the input has ended. */
    [[nodiscard]] std::optional<Secret> code(const QString& label);
    /** A question to be answered with yes (the first letter of @p yes); anything else is no. Which of the two
     * it was taken for is shown, and not what was typed: that may be a code. Never asked of lines. */
    [[nodiscard]] bool agreed(const QString& question, QChar yes, QChar no);

    /** What a person is told when a signal ends the program from now on; empty: nothing. */
    void setLastWords(const QString& words);

private:
    /** What is typed is not shown from now on. @return whether that can be had. */
    [[nodiscard]] bool hide();
    /** Asks, once what was typed before is forgotten. @return whether an answer may be read. */
    [[nodiscard]] bool ask(const QString& question);

    int descriptor_;
    std::ostream& prompts_;
    bool lines_;
    std::list<std::string> lastWords_; ///< a signal may come while the last of them is exchanged
    std::optional<app::Silence> silence_;
};

} // namespace kortvakt::cli
