// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/applications.h"
#include "core/certificate.h"

/** Cards whose files describe nothing: a family's row stands in for them. */
namespace kortvakt {

/** The objects that would describe a family's codes, had its cards any. */
[[nodiscard]] ApplicationContents contentsFrom(const Profile& profile, const Location& where);
/** The document's number as the card has it; empty where it cannot be read. @throws CardError */
[[nodiscard]] Bytes readFixedSerial(
    Session& session, const FixedLayout& layout, const Location& where, Findings& findings);
/**
 * The certificates at the places that the row knows.
 * @param firstOnly no more than the first.
 * @throws CardError
 */
[[nodiscard]] std::vector<CertificateInfo> readFixedCertificates(
    Session& session, const FixedLayout& layout, const Location& where, bool firstOnly, Findings& findings);

} // namespace kortvakt
