// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace kortvakt {

enum class Purpose { Authentication, Signature, Encryption, Other };
/** Whose cards these are, as far as advice to the holder differs; told by the certificate's issuer, never by
 * the ATR. */
enum class Issuer { Unknown, Skatteverket, Telia, Siths, Efos, Fineid };

/** What a certificate tells the card's holder. All texts are UTF-8 and untrusted. */
struct CertificateInfo {
    std::string id; ///< the certificate's identifier on the card, hexadecimal
    std::string label; ///< its label on the card
    std::string subject; ///< common name, else given name and surname
    std::string issuer; ///< common name, else organisation
    Issuer issuedBy = Issuer::Unknown;
    Purpose purpose = Purpose::Other;
    bool authority = false; ///< a CA's certificate, not the holder's
    std::chrono::sys_seconds notBefore{}, notAfter{};
    std::string personalNumber; ///< digits, for the code policy only; never shown
    std::string birthDate; ///< as the personal number tells it, YYYYMMDD or YYMMDD; may be empty
    Bytes der;

    enum class State { Valid, ExpiresSoon, Expired, NotYetValid };
    /** @param warnDays how many days before its end a certificate counts as expiring soon. */
    [[nodiscard]] State stateAt(std::chrono::sys_seconds now, int warnDays = 60) const;
};

/** Reads a DER certificate; trailing padding is ignored. Nothing when it is none. */
[[nodiscard]] std::optional<CertificateInfo> parseCertificate(View der);
/** Whether parseCertificate() takes it. */
[[nodiscard]] bool isCertificate(View der);
/** PEM text of a certificate. */
[[nodiscard]] std::string toPem(const CertificateInfo& certificate);
/** SHA-256, for comparing what was read with what is read again. */
[[nodiscard]] Bytes digest(View bytes);

/** Names in JSON: "skatteverket", and empty for an issuer that is not known; "authentication";
 * "expires-soon". */
[[nodiscard]] std::string_view nameOf(Issuer issuer);
[[nodiscard]] std::string_view nameOf(Purpose purpose);
[[nodiscard]] std::string_view nameOf(CertificateInfo::State state);

} // namespace kortvakt
