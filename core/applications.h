// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/findings.h"
#include "core/pkcs15.h"
#include "core/profile.h"
#include "core/session.h"

#include <functional>
#include <string>
#include <vector>

namespace kortvakt {

/** The most applications that a card's EF.DIR is followed to. */
constexpr std::size_t mostApplications = 8;

/** One application as its directory files tell it, or the family's row in their place. */
struct ApplicationContents {
    Location where;
    std::string label;
    pkcs15::Odf odf;
    std::vector<pkcs15::PasswordObject> passwords;
    std::vector<pkcs15::PrivateKey> keys;
    Bytes authObjects; ///< the AODFs as they were read, for the digest; for PIV the card's own identifier
    std::string serial; ///< where it is known before EF.TokenInfo is read
    bool byName =
        false; ///< another application of the card has the same path: codes are called by the name too
    bool vouched = false; ///< the card's ATR vouches for what its row says of PUKs
    /** PIV: the card's own PIN for all its applications is the one in use; nothing: it could not be read. */
    std::optional<bool> globalPin = false;
};

/** Whether a card has an application of a family's kind. */
enum class Probe {
    Absent,
    Found,
    Failed, ///< it was asked twice, and its answer was neither a yes nor a no
};

/** The application that a path starts from: the path's own, where it names one. */
[[nodiscard]] Location startOf(const Location& application, const pkcs15::Path& path);
/** The name of ISO 7816-15's application. */
[[nodiscard]] const Bytes& standardName();
/** The MF's identifier, 3F00. */
[[nodiscard]] const Bytes& masterFile();

/** How often the file that tells how codes are sent is read, so that it can be believed. */
enum class Care {
    Once, ///< it is compared with an earlier reading
    Twice,
};

/**
 * Reads the applications of a card under one family's row, and tells each as soon as it is read, while its DF
 * is the current one.
 * @param atr a card whose ATR is the row's own cannot say that it does not know the application's name.
 * @throws CardError
 */
Probe readApplications(Session& session, const Profile& profile, View atr, Care care, Findings& findings,
    const std::function<void(const ApplicationContents&)>& found);

} // namespace kortvakt
