// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/code.h"
#include "core/findings.h"
#include "core/profile.h"

namespace kortvakt {

/**
 * Reads the tries left of codes and PUKs, in the family's own way or not at all, and what they say of the
 * codes' states. What was asked for twice in vain is marked unread.
 * @throws CardError
 */
void readCounters(
    Session& session, const Profile& profile, View atr, std::vector<CodeObject>& codes, Findings& findings);

/** An identification code that may be locked or not chosen yet is locked, where the signature code of the
 * card is in use: whoever chose that one chose this one too. The other way around it stays in doubt. */
void settleStates(std::vector<CodeObject>& codes);

} // namespace kortvakt
