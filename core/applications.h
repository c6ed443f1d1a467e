// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

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
};

/** The application that a path starts from: the path's own, where it names one. */
[[nodiscard]] Location startOf(const Location& application, const pkcs15::Path& path);
/** The MF's identifier, 3F00. */
[[nodiscard]] const Bytes& masterFile();

/**
 * Reads the applications of a card under one family's row, and tells each as soon as it is read, while its DF
 * is the current one: none when the row's application does not answer.
 * @param damaged set when a file that should be there could not be read.
 * @throws CardError
 */
void readApplications(Session& session, const Profile& profile, bool& damaged,
    const std::function<void(const ApplicationContents&)>& found);

} // namespace kortvakt
