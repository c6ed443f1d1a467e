// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/applications.h"
#include "core/code.h"

#include <array>
#include <string_view>

namespace kortvakt {

/** What is in the labels of codes for signatures, and for identification, in small letters. */
inline constexpr std::array<std::string_view, 3> signatureWords{"sign", "underskrift", "allekirjoitus"};
inline constexpr std::array<std::string_view, 4> identificationWords{
    "legitim", "ident", "auth", "perustunnus"};

/**
 * The codes that an application's authentication objects describe, PUKs within the codes they unblock, roles
 * by the keys they guard. Nothing is asked of the card; states are what the objects themselves say.
 * @param contradicts set when an object is not as the family's row says (rule 4).
 */
[[nodiscard]] std::vector<CodeObject> codesFrom(
    const ApplicationContents& contents, const Profile& profile, bool& contradicts);

/**
 * Reads the tries left of codes and PUKs, in the family's own way or not at all, and what they say of the
 * codes' states.
 * @return whether the card refused to tell over this interface.
 * @throws CardError
 */
[[nodiscard]] bool readCounters(Session& session, const Profile& profile, std::vector<CodeObject>& codes);

} // namespace kortvakt
