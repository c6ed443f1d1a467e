// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/card_actions.h"

#include <QString>

#include <chrono>

namespace kortvakt::ui {

/** What the desktop is asked to show. No names in it: lock screens show it, too. */
struct Notice {
    enum class Kind {
        CodeLocked,
        CodesNotChosen,
        PukLastTry,
        CertificateExpires,
        ReaderLost,
        ServiceLost
    } kind;
    CardKey key; ///< the card whose page tells more
    /** Tells the card from others; personal data, not to be kept. */
    std::string card;
    QString summary, body;
};

/** Which notices are wanted. */
struct NoticeWishes {
    bool codeLocked = true; ///< locked, or not chosen, or a PUK with one try
    bool certificateExpiry = true;
    bool readerLost = true; ///< the service, too
    int warnDays = 60; ///< before a certificate's end
    std::chrono::sys_seconds built{}; ///< the program: a clock that is before it is wrong
};

/**
 * What there is to tell when the readers have come from one state to another. Of a card that was read only
 * the worst that is wanted; of readers that were lost with a card in, each. Pure: the
 * caller sees to it that nothing is said too often.
 */
[[nodiscard]] std::vector<Notice> noticesFor(
    const Overview& before, const Overview& now, const NoticeWishes& wishes, std::chrono::sys_seconds time);

} // namespace kortvakt::ui
