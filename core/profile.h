// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/code.h"

#include <array>
#include <span>
#include <string_view>

namespace kortvakt {

/** How tries are read without spending one. Only ways that are proven for the family. */
enum class TriesBy {
    Nothing,
    EmptyVerify, ///< VERIFY without data
    PinInfo, ///< GET DATA 00 CB 00 FF, as Thales answers it
    PinInfoOrEmptyVerify, ///< the same, and VERIFY without data where that is not known
    SecurityObject, ///< GET DATA 00 CB 3F FF, as IAS-ECC answers it
};
/** How a code is unblocked. */
enum class UnblockBy {
    Nothing,
    PukAndNewCode, ///< RESET RETRY COUNTER with both (P1 = 00)
    VerifyPukThenNewCode, ///< VERIFY of the PUK, then RESET RETRY COUNTER with the new code alone (P1 = 02)
};
/** What an application's data are. */
enum class Holds {
    Pkcs15, ///< directory files of ISO 7816-15
    Piv, ///< the data objects of NIST SP 800-73-4
    Fixed, ///< files at places that the row knows, none of which describes codes
    Closed, ///< nothing that Kortvakt reads: the card is recognised, and left alone
};
/** Why no code of a family is ever used, though its cards are recognised. */
enum class LeftAlone {
    No,
    FormNotCertain, ///< how it takes a code is known in two ways, and the wrong one may cost a try (rule 6)
    AdministratorKey, ///< it is unblocked by challenge and response, not with a PUK
    PukNotKnown, ///< what is known of it does not tell how its PUK is used
};
/** On what the claim rests that a family works. */
enum class Evidence {
    RealBytes, ///< bytes of a real card, published
    Specification,
    AnotherProgram, ///< how another program, which is in use, talks to the cards
    Unknown
};

/** An ATR with a mask: bytes count where the mask has ones. */
struct AtrPattern {
    std::string_view bytes, mask; ///< hexadecimal, same length; an empty mask is all ones
    [[nodiscard]] bool matches(View atr) const;
};

/** A code that all cards of a family have, and that none of their files describes. */
struct FixedCode {
    std::string_view label;
    CodeRole role;
    std::uint8_t reference;
    int minLength, maxLength;
    std::string_view aid = {}; ///< hexadecimal: of the application it is in; empty: the row's own
};

/** What stands in for the files of a family that describe nothing. Such a row needs its ATR. */
struct FixedLayout {
    std::span<const FixedCode> codes;
    FixedCode puk; ///< unblocks all of them
    std::uint8_t selectP1; ///< how files are selected: 08 from the MF, 09 from the row's application
    std::span<const std::string_view> certificates; ///< paths, hexadecimal
    std::string_view serial; ///< path of the file with the document's number
};

/**
 * A code that all cards of a family have and whose object their data lack (rule 2): the row stands in for it.
 * Nothing tells the tries of a PUK without an object.
 */
struct RowCode {
    std::string_view label;
    std::optional<std::uint8_t> reference; ///< nothing: a PUK that is kept within its PIN
    int minLength, maxLength, storedLength; ///< as in PasswordAttributes; always ASCII digits
    std::uint8_t pad;
};

/**
 * What a family of cards does its own way and its own data cannot say. A new card is one row here. The ATR
 * only orders the probing: a row counts once its application has answered and the card's data agree with it.
 */
struct Profile {
    std::string_view id; ///< "thales-classic-v3"
    std::string_view name; ///< "Thales Classic V3"
    Evidence evidence;
    std::span<const AtrPattern> atrs = {}; ///< cards likely of this family: probed first
    bool needsAtr = false; ///< the application is shared with other families, so the ATR must match too
    std::string_view platform = {}; ///< hexadecimal in the historical bytes of ATRs not listed; empty: none
    std::span<const std::string_view> systems =
        {}; ///< one of them must be in the ATR, hexadecimal; empty: any
    std::string_view aid = {}; ///< hexadecimal; empty: found through EF.DIR
    std::uint8_t selectP2 = 0x0C; ///< P2 of SELECT by AID that is known to work
    std::span<const std::string_view> applications =
        {}; ///< DF paths with 3F00, hexadecimal; "" is the AID itself
    TriesBy triesBy = TriesBy::Nothing;
    UnblockBy unblockBy = UnblockBy::Nothing;
    int storedLength = 0; ///< block size that every code must have; 0: as the card says
    std::optional<std::uint8_t> pad = {}; ///< pad character that every code must have
    bool padOverrides = false; ///< the card pads so, whatever its data say
    bool localBit =
        false; ///< a code of its DF alone has bit 8 of its reference set, which its data leave out
    bool bareDigits = false; ///< no code may be padded
    int pukDigits = 0, pinDigits = 0; ///< narrowed lengths of Swedish cards; 0: as the card says
    // What follows is so for an issuer's cards, and not for others of the same make: it counts for cards
    // whose ATR or issuer vouches for it.
    std::span<const AtrPattern> vouchers = {}; ///< ATRs of such issuers' cards
    bool soPasswordIsPuk = false;
    bool onePukValue =
        false; ///< each application has a PUK object of its own, but the letter holds one PUK for all
    bool deliveredBlocked = false; ///< a code that was never chosen may look locked
    int activationDigits = 0; ///< of the single-use code in a letter that the card is delivered with; 0: none
    bool asksFirst = false; ///< how it is unblocked rests on the card's word alone: said, and asked, first
    StatusHabits answers = {};
    int readLimit = 256; ///< the most bytes a READ BINARY may ask for
    Holds holds = Holds::Pkcs15;
    LeftAlone leftAlone = LeftAlone::No;
    std::optional<RowCode> pin = {}; ///< where the data describe no codes at all
    std::optional<RowCode> puk = {}; ///< of a PIN whose object names no other one
    const FixedLayout* fixed = nullptr; ///< with Holds::Fixed

    /** Whether @p atr is one of the row's own. */
    [[nodiscard]] bool lists(View atr) const;
    /** Whether @p atr is one of the row's own, or of its platform. */
    [[nodiscard]] bool suits(View atr) const;
    /** Whether @p atr is one of an issuer of whose cards the row knows more. */
    [[nodiscard]] bool vouchesFor(View atr) const;
};

/** All known families, in the order they are probed when the ATR says nothing. */
[[nodiscard]] std::span<const Profile> profiles();
/** The same, those whose ATR matches first. */
[[nodiscard]] std::vector<const Profile*> probingOrder(View atr);
/** Whether an ATR has the mark of a card operating system that is known to have ways of its own. */
[[nodiscard]] bool isOfKnownSystem(View atr);
/** PC/SC part 3 §3.1.3.2.3: the ATR that a reader makes up for a contactless card. */
[[nodiscard]] bool isContactless(View atr);
/** Whether an ID card is read contactlessly that has contacts, too. Of a passport it would not be so. */
[[nodiscard]] bool hasUnusedContacts(View atr);

} // namespace kortvakt
