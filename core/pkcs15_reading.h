// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/applications.h"

namespace kortvakt {

/**
 * Whether an answer says that what was asked for is not there.
 * @param listed the card's ATR is its family's own: such a card cannot say that it does not know the command.
 */
[[nodiscard]] bool saysNo(std::uint16_t status, bool listed);

/**
 * Reads the directory files of a PKCS#15 application at ApplicationContents::where: EF.ODF, and what it names
 * of codes and keys. What is to be there and does not come through whole, twice, is damaged; what is closed
 * or in another form is unreadable.
 * @return false where there is no such application.
 * @throws CardError
 */
[[nodiscard]] bool readPkcs15(Session& session, const Profile& profile, View atr, Care care,
    ApplicationContents& contents, Findings& findings);

} // namespace kortvakt
