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

/** A kind of card and the state it is in. */
struct Personality {
    std::string name; ///< "classic-v3-delivered"
    std::string description; ///< one English line for --list, with the demo PUK
};

/** All personalities but the random ones. */
[[nodiscard]] std::vector<Personality> personalities();
/** Makes a card by name; "random:SEED" makes a PKCS#15 card laid out at random within the standard. Null: no
 * such name. */
[[nodiscard]] std::unique_ptr<SoftCard> make(std::string_view name);

} // namespace softcard
