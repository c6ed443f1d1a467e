// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/faults/fault.h"
#include "tests/faults/flow.h"

#include <atomic>

namespace kortvakt::faults {

/** A flow that is to be run with one fault: what is typed, which cards there are, and how far it has come. */
class Trial {
public:
    /** @param card left as it is by a trial before; a new one where there was none. */
    Trial(const Setup& setup, const Fault& fault, int position, std::shared_ptr<WitnessedCard> card = {});

    /** What core asks directly before a code leaves. */
    [[nodiscard]] StillWanted stillWanted();
    /** The holder goes away: nothing is wanted any more. */
    void leave() { left_ = true; }
    /** Notes that the card is about to be opened. @return whether the fault strikes now */
    [[nodiscard]] bool opening();
    /** What is asked of the card. */
    [[nodiscard]] Wish wish();

    const Setup& setup;
    const Fault& fault;
    const int position;
    CardInfo shown;
    std::string presented;
    std::vector<std::string> fresh;
    std::shared_ptr<WitnessedCard> card, other; ///< the one that was shown, and one that takes its place
    std::vector<softcard::CodeStatus> before; ///< the card's codes
    int openings = 0, asked = 0;
    bool struck = false; ///< a fault at an opening came to pass

private:
    void mistype();
    void letCardLie();

    std::atomic<bool> left_ = false;
};

/** What a flow came to. */
struct Run {
    Outcome outcome;
    std::vector<std::string> leftBehind; ///< handles, contexts, transactions; and waits that did not come
};

/** Runs a flow with core's own functions. */
[[nodiscard]] Run runBare(Trial& trial);
/** Runs it with the programs' jobs over PC/SC. */
[[nodiscard]] Run runOverPcsc(Trial& trial);

} // namespace kortvakt::faults
