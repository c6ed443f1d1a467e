// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/sweep/source.h"
#include "tests/sweep/view.h"

namespace kortvakt::sweep {

/** What came of one odd answer. */
struct Verdict {
    enum class Kind { Same, ToldMissing, NotNoticeable, Wrong } kind = Kind::Same;
    std::string why; ///< with Wrong
};

/** Judges the reading that all others are held against: of a card with nothing odd about it, nothing may be
 * missing. */
[[nodiscard]] Verdict judgeSound(const CardInfo& card);
/** Judges what one reading with an odd answer told, against the sound one. */
[[nodiscard]] Verdict judgeReading(
    const CardInfo& told, const CardInfo& sound, const Strike& strike, Source source);
/** Judges how a reading broke off. */
[[nodiscard]] Verdict judgeBreak(const CardError& error);
/** Judges a code command whose card was looked at again with one odd answer among the card's. */
[[nodiscard]] Verdict judgeFlow(const CodeResult& result, const Strike& strike, Source source);

} // namespace kortvakt::sweep
