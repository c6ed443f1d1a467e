// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kortvakt::faults {

/** What goes wrong. */
enum class Kind {
    None,
    // Once for a flow; positions are variants
    WrongLength,
    WrongForm,
    WrongToBlocked,
    FewerTries,
    // When the card is about to be opened; positions are openings: one for each code, and one to look again
    Cancelled,
    SwappedForSameKind,
    SwappedForOtherKind,
    PutInAnew,
    TakenOut,
    HeldExclusively,
    HeldByOther,
    HeldByOtherAndCancelled,
    // At a command; positions are commands
    CommandLost,
    AnswerLost,
    AnswerEmpty,
    NoAnswer,
    Mute,
    ReaderUnplugged,
    ServiceKilled,
    ServiceRestarted,
    Suspended,
    SwapSameKind,
    SwapOtherKind,
    ResetByOther,
    // An answer in place of the card's
    RandomBytes,
    HalfAnswer,
    OneByte,
    TooLong,
    Endless,
    EndlessMore,
    AlwaysWrongLength,
    StatusWord,
};

/** Where a fault strikes. */
enum class Where { Flow, Opening, Command };

/** One fault of the matrix. */
struct Fault {
    std::string name; ///< "pulled-answer-lost", "answer-6A86"
    Kind kind = Kind::None;
    Where where = Where::Flow;
    bool bare = true; ///< exists on a bare channel too
    bool breaksOff = false; ///< nothing more can be heard of the conversation it strikes
    bool commandArrives = false; ///< the card gets the command that it strikes
    std::uint16_t status = 0; ///< in place of the answer
    std::vector<ErrorId>
        told{}; ///< what may be told of it, where it struck before or at a code; none: anything
    int variants = 1; ///< of a fault of the whole flow
};

/** All faults. */
[[nodiscard]] const std::vector<Fault>& faults();
[[nodiscard]] const Fault* faultCalled(const std::string& name);
/** The fault's row in the summary: status words share one. */
[[nodiscard]] std::string groupOf(const Fault& fault);

} // namespace kortvakt::faults
