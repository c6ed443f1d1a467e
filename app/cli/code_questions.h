// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/code_input.h"
#include "app/cli/code_told.h"

namespace kortvakt::cli {

/** The codes that a person or a script gave, all rules checked; or why there is nothing to send. */
struct Answers {
    Secret presented; ///< the PUK or the old code
    std::vector<Fresh> codes;
    std::optional<CodeTold> refused; ///< nothing may be sent
    bool tooFewLines = false; ///< standard input ended before all codes were read
};

/**
 * Asks for the PUK or the old code and for each new code, in that order. The first broken rule ends it.
 * @param lastTry whether the last try of a PUK may be used without a person who could be asked.
 */
[[nodiscard]] Answers askForCodes(CodeInput& input, const Task& task, bool lastTry);

} // namespace kortvakt::cli
