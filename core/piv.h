// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/certificate.h"
#include "core/findings.h"
#include "core/session.h"

#include <optional>
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
/** The content of a data object (part 2 §3.1.2: GET DATA, template 53); empty where the card has none, which
 * 6A82 and an empty template say. Asked for once more where the answer is neither. @throws CardError */
[[nodiscard]] Bytes readObject(Session& session, std::uint32_t tag, Findings& findings);
/** The card's GUID out of its holder identifier, hexadecimal; empty where there is none. */
[[nodiscard]] std::string serialIn(View identifier);
/**
 * Whether the card's global PIN (reference 00) is preferred to the application's own (80), by the PIN usage
 * policy in the discovery object (part 1 §3.3.2); nothing where that could not be read. @throws CardError
 */
[[nodiscard]] std::optional<bool> prefersGlobalPin(Session& session, Findings& findings);
/**
 * The holder's certificates (part 1 appendix A): of the authentication, signature, key management and card
 * authentication keys; inflated where they are compressed, whatever their CertInfo says.
 * @param firstOnly no more than the first.
 * @throws CardError
 */
[[nodiscard]] std::vector<CertificateInfo> readCertificates(
    Session& session, bool firstOnly, Findings& findings);

/** Whether a card is a YubiKey, by its ATR. */
[[nodiscard]] bool isYubiKey(View atr);
/** A YubiKey's serial number in decimal digits; empty where it tells none. Reads only. @throws CardError */
[[nodiscard]] std::string readYubiKeySerial(Session& session, Findings& findings);
/** What a YubiKey from version 5.3 on tells of its PIN (80) or PUK (81). Reads only. */
struct Metadata {
    bool factoryValue = false;
    std::uint8_t tries = 0, triesLeft = 0;
};
/** Nothing where the card does not tell. @throws CardError */
[[nodiscard]] std::optional<Metadata> readMetadata(
    Session& session, std::uint8_t reference, Findings& findings);

} // namespace kortvakt::piv
