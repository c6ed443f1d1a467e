// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/applications.h"
#include "core/code.h"

#include <array>
#include <string_view>

namespace kortvakt {

/** How words begin that labels of codes for signatures, and for identification, have, in small letters. */
inline constexpr std::array<std::string_view, 3> signatureWords{"sign", "underskrift", "allekirjoitus"};
inline constexpr std::array<std::string_view, 5> identificationWords{
    "legitim", "ident", "authent", "autent", "perustunnus"};

/**
 * The codes that an application's authentication objects describe, PUKs within the codes they unblock, roles
 * by the keys they guard. Nothing is asked of the card; states are what the objects themselves say.
 * @param findings contradicts when an object is not as the family's row says (rule 4).
 */
[[nodiscard]] std::vector<CodeObject> codesFrom(
    const ApplicationContents& contents, const Profile& profile, Findings& findings);

/** What codes are for, once all of a card are known: no one sign decides against all others. */
void settleRoles(std::vector<CodeObject>& codes);

} // namespace kortvakt
