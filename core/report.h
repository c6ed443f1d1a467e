// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/card.h"

namespace kortvakt {

/** As reportCard() of a card, line by line into @p lines: what was heard before a conversation breaks off is
 * just what a maintainer needs. @throws CardError */
void reportCard(Session& session, View atr, std::vector<ReportLine>& lines);

} // namespace kortvakt
