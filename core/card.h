// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/certificate.h"
#include "core/code.h"
#include "core/house_rules.h"
#include "core/profile.h"

namespace kortvakt {

/** One PKCS#15 application on a card, with the digest that tells it from another card's. */
struct Application {
    Location where;
    std::string label, serial;
    Bytes authObjectsDigest;
    std::vector<pkcs15::Path> certificateDirectories;
    std::vector<Bytes> keys; ///< identifiers of its private keys
    friend bool operator==(const Application&, const Application&) = default;
};

/** Which physical card this is (rule 10): serial numbers, applications, AODF and first certificate. */
struct CardIdentity {
    std::vector<std::string> serials;
    std::vector<Location> applications;
    std::vector<Bytes> authObjects; ///< digests
    Bytes firstCertificate; ///< digest; empty when the card has none
    /** Of a card with neither serial number nor certificate: how often the reader's cards have changed, so
     * that only the same insertion is the same card. */
    std::optional<unsigned> insertion;
    friend bool operator==(const CardIdentity&, const CardIdentity&) = default;
};

/** All that is known of a card: a value, made by one reading. */
struct CardInfo {
    const Profile* profile = nullptr; ///< nothing: not a card we know
    std::string name; ///< its holder, from a certificate; may be empty
    std::string serial;
    Issuer issuer = Issuer::Unknown;
    std::vector<Application> applications;
    std::vector<CodeObject> codes;
    std::vector<CertificateInfo> certificates; ///< the holder's own, then authorities'
    HouseRules rules; ///< not of the card: what applies to it here
    CardIdentity identity;
    bool complete = false; ///< certificates and identity have been read: codes may be used
    /** card-unknown, card-broken, card-contactless, unexpected-card-data, part-not-read, or family-left-alone
     * or administrator-key where no code of the family can be managed; what was read is there all the same.
     */
    std::optional<ErrorId> problem;

    [[nodiscard]] const CodeObject* find(const CodeId& id) const;
    [[nodiscard]] const CodeObject* find(CodeRole role) const;
};

/** Reads what the holder needs first: kind, codes, their states. @p atr orders the probing. @throws CardError
 */
[[nodiscard]] CardInfo readCodes(Session& session, View atr);
/** Reads the rest: serial numbers, certificates, identity. @throws CardError */
void readRest(Session& session, CardInfo& card);
/** Both. @throws CardError */
[[nodiscard]] CardInfo readCard(Session& session, View atr);

/** As readCard(), but of the certificates only the first, and each file once: what telling one card from
 * another takes. What the issuer decides is taken from the card that is @p expected. @throws CardError */
[[nodiscard]] CardInfo readForIdentity(Session& session, View atr, const CardInfo& expected);

} // namespace kortvakt
