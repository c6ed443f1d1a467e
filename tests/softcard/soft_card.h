// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/** A card in software, written from ISO 7816-4/-15. Shares no code with the product: what one misreads, the
 * other must not misread alike. */
namespace softcard {

using Bytes = std::vector<std::uint8_t>;
using View = std::span<const std::uint8_t>;

/** What a card has seen since it was made or since the counts were cleared. */
struct Counts {
    int apdus = 0; ///< all commands, GET RESPONSE included
    int getResponses = 0;
    int bytesIn = 0, bytesOut = 0;
    int codeCommands = 0; ///< VERIFY with data, CHANGE REFERENCE DATA, RESET RETRY COUNTER
};

/** One secret on the card. */
struct CodeStatus {
    std::string name; ///< "5000:81" (path without the MF, or AID, and reference), as Kortvakt names codes
    std::string label;
    std::string value; ///< digits; empty when never set
    int triesLeft = 0, triesMax = 0;

    // How commands bring it
    int minLength = 0, maxLength = 0; ///< digits
    int storedLength = 0; ///< bytes of a padded block
    std::optional<std::uint8_t> pad{}; ///< nothing: sent as it is
    bool bcd = false;
    std::optional<std::uint8_t> puk{}; ///< reference of the code that unblocks it
    bool deliveryCode = false; ///< from a letter, to be changed and not to be unblocked
    bool verified = false; ///< presented with success since the last reset
    /** On a card of several applets: the names of which one must have been selected last for a command to
     * reach this code; an empty one: none since the reset. */
    std::vector<std::string> applet{};
};

/** A card that answers APDUs. Not thread-safe. */
class SoftCard {
public:
    virtual ~SoftCard() = default;
    /** Answer to reset; empty: the card is mute. */
    [[nodiscard]] virtual Bytes atr() const = 0;
    /** True when the ATR offers T=0 only: commands arrive as T=0 TPDUs, and answers use 61xx and 6Cxx. */
    [[nodiscard]] virtual bool isT0() const = 0;
    /** A warm or cold reset: selection and security status are lost, counters stay. */
    virtual void reset() = 0;
    /** One command in, its answer with two status bytes out. Throws nothing, whatever comes in. */
    [[nodiscard]] virtual Bytes transmit(View command) = 0;

    [[nodiscard]] virtual const Counts& counts() const = 0;
    virtual void clearCounts() = 0;
    [[nodiscard]] virtual std::vector<CodeStatus> codes() const = 0;
    /** All commands since the counts were cleared, codes included: for tests, never for a log. */
    [[nodiscard]] virtual const std::vector<Bytes>& received() const = 0;
};

/** What tests may hold a client to with the cards of one family, beside what these say of themselves: written
 * from the family's documentation, not from the product's table. */
struct Family {
    std::string_view name; ///< its personalities' names begin with it
    std::string_view cards = {}; ///< whose they are, for people; empty: no cards of anybody's
    std::string_view note = {}; ///< what there is to know of what the family rests on
    std::string_view bytes = {}; ///< the test that reads published bytes of a real card of this family
    std::string_view openSc = {}; ///< OpenSC 0.23's driver that agrees with these cards; empty: none does
    std::string_view aid = {}; ///< that is selected before a code is used; empty: a path alone
    int block = 0, pad = -1; ///< that every code must have; 0 and -1: as the card says
    int pukDigits = 0, pinDigits = 0; ///< 0: as the card says
    bool tellsTries = true; ///< VERIFY without data, or GET DATA, is known to cost nothing
    bool tellsPukTries = true; ///< where it tells tries at all
    bool takesCodes = true; ///< false: none may ever be sent
    bool unlocks = true; ///< a code can be set with the PUK
    bool changes = true; ///< a code can be changed with the old one
    bool activates = false; ///< has cards whose codes are all still to be chosen
    bool verifyFirst = false; ///< unblocking is VERIFY of the PUK, then the new code alone
    bool bent = false; ///< a good card with something wrong: judged by its own data alone
    bool soundlyRead = false; ///< nobody's card, and read in full all the same

    /** Whether its holders are promised anything. */
    [[nodiscard]] bool served() const { return takesCodes && !bent; }
};

/** A kind of card and the state it is in. */
struct Personality {
    std::string name; ///< "classic-v3-delivered"
    std::string description; ///< one English line for --list, with the demo PUK
    const Family* family = nullptr; ///< never null
};

/** All personalities but the random ones. */
[[nodiscard]] std::vector<Personality> personalities();
/** The family of a personality; of a random one, that of all random ones. */
[[nodiscard]] const Family& familyOf(std::string_view personality);
/** Makes a card by name; "random:SEED" makes a PKCS#15 card laid out at random within the standard,
 * "report:FILE" the card of a card report. Null: no such name. */
[[nodiscard]] std::unique_ptr<SoftCard> make(std::string_view name);

} // namespace softcard
