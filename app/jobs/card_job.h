// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/jobs/card_thread.h"
#include "core/wish.h"

#include <functional>
#include <optional>
#include <string>

namespace kortvakt::app {

/** Called on the thread that runs the job; with CodesRead it is given the card so far. May be empty. */
using Told = std::function<void(Stage, const CardInfo*)>;

/** Called on the thread that runs the job as soon as the card's answer to a code is there. May be empty. */
using Heard = std::function<void(const CodeResult&)>;

/** Asked on the thread that runs the job before each command to the card: does nobody wait for it any more?
 * It then breaks off. May be empty. */
using Ended = std::function<bool()>;

/** Reads a card, however long another program holds it. Never throws. */
[[nodiscard]] Outcome readJob(const std::string& reader, const Told& told, const Ended& ended = {});
/**
 * Sets codes, in order, each in a session of its own; the first that is not accepted stops all, and so does a
 * code whose PUK is another one than the first code's (rule 8). Afterwards the card is read again, for
 * Outcome::card alone. Waits no longer than 30 s for another program (rule 11). What is presented dies
 * here, and a new code comes back only where it is the only one, and what was presented was wrong, or was
 * refused since fewer tries are left than were shown. Never throws.
 *
 * @param events Slot::events of the card that is meant; cards put in since are card-swapped. A card that is
 * gone when the job opens it is card-removed: somebody saw it there.
 * @param heard is told each result, as it is without a look at the counters, before the card is read again,
 * which a card may be too slow for.
 */
[[nodiscard]] Outcome codeJob(const std::string& reader, Wish wish, const Told& told,
    std::optional<unsigned> events = {}, const Heard& heard = {}, const Ended& ended = {});
/** Makes a card report. Never throws. */
[[nodiscard]] Outcome reportJob(const std::string& reader, const Told& told, const Ended& ended = {});

} // namespace kortvakt::app
