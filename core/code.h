// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"
#include "core/error.h"
#include "core/pkcs15.h"
#include "core/session.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kortvakt {

/** A code's name: its application and its reference, "5100:83" (rule: a code is (application path,
 * reference)). */
struct CodeId {
    std::string application; ///< path without the MF, or the AID, hexadecimal
    std::uint8_t reference = 0;
    [[nodiscard]] std::string text() const;
    friend bool operator==(const CodeId&, const CodeId&) = default;
};

enum class CodeRole { Identification, Signature, Other };
enum class CodeState { Ready, LastTry, Locked, NeverSet, LockedOrNeverSet, Unknown };

/** Their names in JSON and in card reports: "identification", "locked-or-never-set". */
[[nodiscard]] std::string_view nameOf(CodeRole role);
[[nodiscard]] std::string_view nameOf(CodeState state);

/** What is presented to a card so that a new code is set. */
enum class With { Puk, OldCode };

/** How a code is laid out in a command, by its own authentication object: one ASCII digit a byte. */
struct CodeFormat {
    int minLength = 0, maxLength = 0; ///< digits that may be typed
    int storedLength = 0; ///< bytes in a command when padded
    std::optional<std::uint8_t> pad; ///< nothing: not padded
    friend bool operator==(const CodeFormat&, const CodeFormat&) = default;

    [[nodiscard]] bool fits(std::size_t digits) const
    {
        return digits >= static_cast<std::size_t>(minLength) && digits <= static_cast<std::size_t>(maxLength);
    }
    /** Appends @p code to @p block, padded. The caller has checked that it fits. */
    void append(SecretBytes& block, const Secret& code) const;
};

/** How the card answered the question for a code's tries; status 0: it was not asked. */
struct TriesAnswer {
    std::uint16_t status = 0;
    Bytes data;
    friend bool operator==(const TriesAnswer&, const TriesAnswer&) = default;
};

/** The code that unblocks another one. */
struct Puk {
    Location application; ///< where its counter is read
    std::uint8_t reference = 0;
    std::string label;
    CodeFormat format;
    bool counted = true; ///< false: the card has no question for its tries
    std::optional<int> triesLeft;
    std::optional<int> heardTries; ///< as a refusal told them in this insertion, where the card does not
    TriesAnswer answer; ///< that they were read from
    bool unread = false; ///< its tries were asked for, and no answer came that says anything of them
    bool factoryValue = false; ///< the card says that it still is the value that all such cards are made with
    bool locked = false; ///< said only on 6983, 63C0 or a counter read as 0
    bool shared =
        false; ///< the card's PUKs are objects of their own with one value, as the family's row says
    bool unblocking = false; ///< its own object says that it is one
    /** What only its row says of it holds on the cards of issuers that are known: see Profile::vouchers. */
    bool byIssuer = false;
    bool lengthNarrowed = false; ///< a row or the object itself fixes the length; else "usually 8 digits"
    friend bool operator==(const Puk&, const Puk&) = default;
};

/** What speaks for a code's role; any of it may be wrong. */
struct RoleSigns {
    bool guardsSigning = false,
         guardsOthers = false; ///< keys with nonRepudiation among their uses, and without
    bool namedSigning = false, namedIdentifying = false; ///< by words of its label
    friend bool operator==(const RoleSigns&, const RoleSigns&) = default;
};

/** A PIN on the card, with all that using it needs. */
struct CodeObject {
    CodeId id;
    Location application; ///< what is selected, absolutely, before the code is used
    std::string label;
    CodeRole role = CodeRole::Other;
    RoleSigns signs;
    CodeFormat format; ///< lengths: what the card takes
    int freshMin = 0, freshMax = 0; ///< digits of a new code: the card's range, narrowed by the profile
    std::optional<int> triesLeft; ///< nothing: not known
    TriesAnswer answer; ///< that they were read from
    CodeState state = CodeState::Unknown;
    bool unread = false; ///< its tries were asked for, and no answer came that says anything of them
    /** Its object says that it was never set, and nothing else does: perhaps it was. With Unknown alone. */
    bool maybeNeverSet = false;
    /** A PUK has set it in this insertion, and the card does not tell its state. */
    bool unlockedJustNow = false;
    bool factoryValue = false; ///< the card says that it still is the value that all such cards are made with
    bool deliveryCode =
        false; ///< holds a single-use activation code from a letter: change it, do not unblock it
    std::optional<Puk> puk;
    std::optional<ErrorId> cannotUnlock, cannotChange; ///< why an action is not offered
    friend bool operator==(const CodeObject&, const CodeObject&) = default;
};

/** What a family's status words after a code mean beside what ISO 7816-4 says. */
struct StatusHabits {
    bool bareCounter = false; ///< 630X (X up to 9) tells X tries left, as older YubiKeys do for 63CX
    bool zeroMayMeanNone = false; ///< RESET RETRY COUNTER answers 63C0 also where no PUK was ever set
};

/** What the card made of a code command, or why none was sent. */
struct [[nodiscard]] CodeResult {
    enum class Kind {
        Accepted,
        Wrong, ///< the presented code was wrong; triesLeft is its counter, where told
        Blocked, ///< the presented code is blocked
        Unusable, ///< 6984, or a reference or form the card does not take
        Rejected, ///< the new code was not taken
        Refused, ///< by our own rules: nothing was sent
    } kind = Kind::Refused;
    std::optional<ErrorId> error; ///< nothing when accepted
    std::optional<int>
        triesLeft; ///< of the code that was presented: the PUK when unlocking, the old code when changing
    std::uint16_t status = 0;
    bool codeSent = false;

    /**
     * The one reading of a status word after a code command (ISO 7816-4 §5.1.3), as the card's family means
     * it. Where nothing was presented but a new code, nothing is wrong or blocked: it was not taken, or this
     * cannot be done.
     * @param presented nothing: only the new code was
     * @throws CardError card-broken for a status that says nothing about a code.
     */
    static CodeResult fromStatus(std::uint16_t sw, std::optional<With> presented, const StatusHabits& habits);
    static CodeResult refused(ErrorId why) { return {Kind::Refused, why, {}, 0, false}; }
};
/** Its name in JSON: "accepted", "wrong", "locked"; what cannot be used is "failed". */
[[nodiscard]] std::string_view nameOf(CodeResult::Kind kind);

} // namespace kortvakt
