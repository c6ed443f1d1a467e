// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/soft_card.h"
#include "tests/softcard/test_keys.h"

namespace softcard {

/** A person nobody is. */
struct Person {
    std::string given, surname;
    std::string serialNumber; ///< as in a certificate's subject: a personal number, an HSA-id, a FINUID
    std::string country = "SE";
};

/**
 * A personal number with a birth number from the range that is set aside for tests (980–999), check digit
 * included.
 * @param born YYYYMMDD
 */
[[nodiscard]] std::string personalNumber(std::string_view born, int birthNumber);

/** Who issues a family's certificates. */
struct Issuer {
    std::string country = "SE", organisation, commonName;
};

enum class KeyUse { Authentication, Signature, Encryption, Authority };

/** What a certificate is to say. */
struct CertificateWish {
    Person holder;
    Issuer issuer;
    KeyUse use = KeyUse::Authentication;
    KeyKind keyKind = KeyKind::Rsa2048;
    int keyNumber = 1;
    std::string seed; ///< makes the serial number
    std::optional<int> daysLeft; ///< until it ends, today counted as 0; nothing: some years
};

/** A certificate in DER (RFC 5280), signed by a test authority. The same wish gives the same bytes all year.
 */
[[nodiscard]] Bytes makeCertificate(const CertificateWish& wish);

} // namespace softcard
