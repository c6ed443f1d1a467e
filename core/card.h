// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/certificate.h"
#include "core/code.h"
#include "core/code_rules.h"
#include "core/profile.h"

#include <functional>

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
    CodeRules rules; ///< not of the card: what applies to it here
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

/** Digits that a new code may have: what the card takes, narrowed by the house rules. Rules that leave
 * nothing of the card's range take its nearest end. */
struct FreshLengths {
    int min = 0, max = 0;
};
[[nodiscard]] FreshLengths freshLengths(const CardInfo& card, const CodeObject& code);
/** The policy for a new code on this card. */
[[nodiscard]] CodePolicy policyFor(const CardInfo& card, const CodeObject& code);

/** What unlocking would send, for a dry run and for support: nothing of it depends on a code. */
struct UnlockPlan {
    Location application;
    std::uint8_t ins = 0x2C, p1 = 0x00, p2 = 0;
    /** A VERIFY of the PUK comes first, and what is above takes the new code alone. */
    struct Verification {
        Location application;
        std::uint8_t p2 = 0;
    };
    std::optional<Verification> first;
    int pukBytes = 0, freshBytes = 0; ///< block lengths; 0: as typed
    CodeFormat puk, fresh;
};
/** Nothing where unlocking is not possible. */
[[nodiscard]] std::optional<UnlockPlan> planUnlock(const CardInfo& card, const CodeId& code);

/** Asked directly before a code is sent: is the person who wanted it still there? */
using StillWanted = std::function<bool()>;

/**
 * Sets a new code with the PUK: RESET RETRY COUNTER (ISO 7816-4 §11.5.10), PUK and new code in one command;
 * or, where the family's row says so, VERIFY of the PUK, and only when the card took it the new code alone.
 * The card is read again and compared with @p expected first, and every length and rule checked: a CodeResult
 * of kind Refused, or a CardError without codeSent, means that nothing was sent. The PUK is sent at most
 * once, and so is the new code.
 * @throws CardError card-swapped, card-removed, …
 */
CodeResult unlockCode(Session& session, View atr, const CardInfo& expected, const CodeId& code,
    const Secret& puk, const Secret& fresh, const StillWanted& stillWanted);
/** Sets a new code with the old one: CHANGE REFERENCE DATA (§11.5.7). As unlockCode(). */
CodeResult changeCode(Session& session, View atr, const CardInfo& expected, const CodeId& code,
    const Secret& old, const Secret& fresh, const StillWanted& stillWanted);

/** Something a holder can do with a code, or why not. */
struct Action {
    enum class Kind { Unlock, Set, Change, Activate } kind;
    CodeId code; ///< empty for Activate
    std::optional<ErrorId> unavailable; ///< nothing: offered
};
/** What a card lets its holder do: the only source of buttons and menu entries. What the house rules turn off
 * is hidden-by-policy. Pure. */
[[nodiscard]] std::vector<Action> actionsFor(const CardInfo& card);
/** Whether an action would put a PUK's last try at stake while nothing is locked: no button leads there. */
[[nodiscard]] bool sparesPuk(const Action& action, const CardInfo& card);
/** The codes that activation sets, in order: those that are never-set or locked-or-never-set and can be
 * unlocked. */
[[nodiscard]] std::vector<CodeId> codesToActivate(const CardInfo& card);
/** Whether two codes of a card are unlocked by one and the same PUK object (rule 8). */
[[nodiscard]] bool samePuk(const CodeObject& one, const CodeObject& other);

/** One line of a card report: a step and what the card answered. */
struct ReportLine {
    std::string step; ///< "SELECT A0000000180C000001634200", "EF 3F0050005006"
    std::uint16_t status = 0;
    std::string data; ///< hexadecimal; personal data left out
};
/** What a maintainer needs to add a card: read-only, no code, no certificates' contents. @throws CardError */
[[nodiscard]] std::vector<ReportLine> reportCard(Session& session, View atr);

} // namespace kortvakt
