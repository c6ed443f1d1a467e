// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/messages.h"

/** Certificates that expire. */
namespace kortvakt::ui {

/** All certificates of the holder have expired: said before the PUK is used. Empty when not so. */
[[nodiscard]] QString expiredCardNote(const CardInfo& card, std::chrono::sys_seconds now);
/** The holder's certificate that expires soon. Of each purpose only the one that lasts longest counts, since
 * a renewed card keeps the old ones. Nothing: none does. */
[[nodiscard]] const CertificateInfo* expiringCertificate(
    const CardInfo& card, std::chrono::sys_seconds time, int warnDays);
/** "A certificate on the card expires in 12 days" */
[[nodiscard]] QString expiryText(const CertificateInfo& certificate, std::chrono::sys_seconds time);

} // namespace kortvakt::ui
