// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"

#include <optional>

namespace kortvakt {

/** ISO 7816-3 transmission protocols; they differ in how a command is laid out in bytes. */
enum class Protocol { T0, T1 };

/** How a card is left for the programs that come next. */
enum class Leave {
    AsItIs,
    Reset, ///< what was verified is forgotten
};

/** The one thing core needs from outside: something that answers a card's commands. */
class Channel {
public:
    virtual ~Channel() = default;
    [[nodiscard]] virtual Protocol protocol() const = 0;
    /**
     * Sends one command TPDU/APDU and returns the answer with its two status bytes (ISO 7816-4 §5.1).
     * @throws CardError card-removed, card-silent, card-busy, service-down …; a shorter answer than two bytes
     * is returned as it came.
     */
    [[nodiscard]] virtual Bytes transmit(View command) = 0;
    /**
     * Begins a transaction: nobody else talks to the card until end(). May wait for another program.
     * A card that others have reset meanwhile is connected again, since nothing was sent yet.
     */
    virtual void begin() = 0;
    /** How often cards have been put in and pulled, so far as is known: as long as it is the same number, and
     * not before begin(), the card is the same. */
    [[nodiscard]] virtual std::optional<unsigned> insertion() { return {}; }
    /** Ends the transaction; a reset comes before anybody else gets at the card. */
    virtual void end(Leave leave) noexcept = 0;
};

} // namespace kortvakt
