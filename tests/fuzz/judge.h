// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/fuzz/witnessed_channel.h"

namespace kortvakt::fuzz {

// What must hold of all that Kortvakt makes of a card's bytes. Each ends the program when it does not.

/** A reading's result: bounded in size, tries known or not, asked for only where that is safe. */
void judgeCard(const CardInfo& info, const WitnessedChannel& card);
/** How a conversation broke off. */
void judgeError(const CardError& error, const WitnessedChannel& card);
/** The form of a code that is offered: as the family's row says, and never a guess. */
void judgeForm(const CardInfo& shown, const CodeObject& code, bool unlocking);
/** The flows send nothing for what is not offered since the card's data forbid it. */
void judgeUnavailable(const CardInfo& shown, const Action& action);
/** What a card that was just read has shown of itself, and must show again before it gets a code. */
[[nodiscard]] std::vector<Bytes> bytesOfIdentity(const CardInfo& shown, const WitnessedChannel& reading);

} // namespace kortvakt::fuzz
