// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"

#include <QString>

#include <optional>
#include <ostream>

namespace kortvakt::cli {

/**
 * Where codes come from: a terminal, without echo, or lines on standard input. They go straight from read(2)
 * into memory that is wiped; no text type of any library ever holds them.
 */
class CodeInput {
public:
    /**
     * @param descriptor a terminal, or a pipe or file when @p lines.
     * @param prompts where questions are written.
     * @param lines codes are read as lines, and nothing is asked.
     */
    CodeInput(int descriptor, std::ostream& prompts, bool lines)
        : descriptor_(descriptor)
        , prompts_(prompts)
        , lines_(lines)
    {
    }

    /** Whether codes can be had at all: lines were asked for, or somebody sits at a terminal. */
    [[nodiscard]] bool usable() const;
    /** Whether a person can be asked. */
    [[nodiscard]] bool interactive() const { return !lines_; }
    /** One code, as typed. Nothing when the input has ended. */
    [[nodiscard]] std::optional<Secret> code(const QString& label);
    /** A question to be answered with yes (the first letter of @p yes); anything else is no. Never asked of
     * lines. */
    [[nodiscard]] bool agreed(const QString& question, QChar yes);

private:
    [[nodiscard]] std::optional<SecretBytes> line() const;

    int descriptor_;
    std::ostream& prompts_;
    bool lines_;
};

} // namespace kortvakt::cli
