// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/card.h"

namespace kortvakt {

/**
 * Adds to a reading what an earlier one of the same card, in the same insertion, has told: a code that had
 * tries left, or was locked, has been chosen, so that it is locked where the card alone leaves that in doubt;
 * and a code that was unlocked just now stays so where the card does not tell its state, as do the tries of a
 * PUK that only an answer told. Of another card nothing is added.
 */
void rememberSeen(CardInfo& now, const CardInfo& before);

/** Adds what became of a code in this insertion, where the card does not tell its state. */
void rememberResult(CardInfo& now, const CodeId& code, With with, const CodeResult& result);

} // namespace kortvakt
