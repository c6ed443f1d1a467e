// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/jobs/card_thread.h"
#include "core/card.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kortvakt::app {

/**
 * What a job on a card came to. Parts that were reached stay, also when the conversation broke off later: a
 * code that was accepted is told as accepted although the card was pulled a moment after.
 */
struct JobOutcome {
    std::optional<CardInfo>
        card; ///< as it is after the job; nothing when it could not be read, or is another card
    /**
     * One for each code that was tried, in order. The last one is what the counters show once the card was
     * read again: what lost a try was wrong, whatever the card answered, and though nothing was heard.
     */
    std::vector<CodeResult> results;
    /** Tries of what was presented, directly before it was sent the last time; for aftermathOf(). */
    std::optional<int> triesBefore;
    std::vector<ReportLine> report;
    /**
     * Why it broke off before all was done. A card that was pulled is card-removed when nothing had been
     * sent, and card-removed-unsure when the card may have got a code and its answer was not heard.
     */
    std::optional<CardError> error;
    bool serviceHangs = false; ///< with service-down: it is there, and does not answer
    Secret fresh; ///< the new code, handed back after a refusal so that it need not be typed again
};

/** How far a job is. */
enum class JobStage {
    Waiting, ///< for another program that holds the card
    Working, ///< the transaction is ours
    CodesRead, ///< JobOutcome::card holds the codes; certificates follow
    Answered, ///< the card has answered a command, some time after the last sign of life
};

/** One code to set: with the PUK, or with the old code. */
struct CodeRequest {
    enum class By { Puk, OldCode } by = By::Puk;
    CodeId code;
    Secret fresh;
};

/** Called on the thread that runs the job; with CodesRead it is given the card so far. May be empty. */
using Told = std::function<void(JobStage, const CardInfo*)>;

/** Called on the thread that runs the job as soon as the card's answer to a code is there. May be empty. */
using Heard = std::function<void(const CodeResult&)>;

/** Asked on the thread that runs the job before each command to the card: does nobody wait for it any more?
 * It then breaks off. May be empty. */
using Ended = std::function<bool()>;

/** Reads a card, however long another program holds it. Never throws. */
[[nodiscard]] JobOutcome readJob(const std::string& reader, const Told& told, const Ended& ended = {});
/**
 * Sets codes, in order, each in a session of its own; the first that is not accepted stops all, and so does a
 * code whose PUK is another one than the first code's (rule 8). Afterwards the card is read again, for
 * JobOutcome::card alone. Waits no longer than 30 s for another program (rule 11). @p presented is the PUK or
 * the old code; it dies here, and the new code comes back only for a single request whose @p presented was
 * wrong, or that was refused since fewer tries are left than were shown. Never throws.
 *
 * @param events Slot::events of the card that is meant; cards put in since are card-swapped. A card that is
 * gone when the job opens it is card-removed: somebody saw it there.
 * @param heard is told each result, as it is without a look at the counters, before the card is read again,
 * which a card may be too slow for.
 */
[[nodiscard]] JobOutcome codeJob(const std::string& reader, const CardInfo& expected, Secret presented,
    std::vector<CodeRequest> requests, const StillWanted& stillWanted, const Told& told,
    std::optional<unsigned> events = {}, const Heard& heard = {}, const Ended& ended = {});
/** Makes a card report. Never throws. */
[[nodiscard]] JobOutcome reportJob(const std::string& reader, const Told& told, const Ended& ended = {});

} // namespace kortvakt::app
