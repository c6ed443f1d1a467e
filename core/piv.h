// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/certificate.h"
#include "core/session.h"

#include <span>

/** The PIV card application (NIST SP 800-73-4): data objects instead of files, read with GET DATA while it is
 * selected. */
namespace kortvakt::piv {

/** Card Holder Unique Identifier (part 1 §3.1.2). */
constexpr std::uint32_t holderIdentifier = 0x5FC102;

/** The data objects that hold certificates, and the one member of such an object that tells how (71). */
[[nodiscard]] std::span<const std::uint32_t> certificateObjects();
constexpr std::uint32_t certificateInfo = 0x71;

/** What a card answers to GET DATA of a data object (part 2 §3.1.2): a template 53. @throws CardError */
[[nodiscard]] Response askObject(Session& session, std::uint32_t tag);
/** The content of a data object (part 2 §3.1.2: GET DATA, template 53); empty where the card has none.
 * @throws CardError */
[[nodiscard]] Bytes readObject(Session& session, std::uint32_t tag);
/** The card's GUID out of its holder identifier, hexadecimal; empty where there is none. */
[[nodiscard]] std::string serialIn(View identifier);
/**
 * The holder's certificates (part 1 appendix A): of the authentication, signature, key management and card
 * authentication keys. One that is compressed is passed over.
 * @param firstOnly no more than the first.
 * @param damaged set when an object is there and holds no certificate.
 * @throws CardError
 */
[[nodiscard]] std::vector<CertificateInfo> readCertificates(Session& session, bool firstOnly, bool& damaged);

} // namespace kortvakt::piv
