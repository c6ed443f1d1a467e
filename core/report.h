// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/card.h"

namespace kortvakt {

/** One line of a card report: a step and what the card answered. */
struct ReportLine {
    std::string step; ///< "SELECT A0000000180C000001634200", "EF 3F0050005006"
    std::uint16_t status = 0;
    std::string data; ///< hexadecimal; personal data left out
};
/**
 * What a maintainer needs to add a card: read-only, no code, no certificates' contents. Line by line into
 * @p lines: what was heard before a conversation breaks off is just what is needed then.
 * @throws CardError
 */
void reportCard(Session& session, View atr, std::vector<ReportLine>& lines);

} // namespace kortvakt
