// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/channel.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace kortvakt::pcsc {

/**
 * A Channel to the card in a reader: opened for one job, closed after it (SCARD_LEAVE_CARD, or
 * SCARD_RESET_CARD where end() was to reset the card and could not). Shared with other programs; one
 * transaction per session. A reset by another program is answered by a reconnect in begin() only.
 */
class CardChannel : public Channel {
public:
    /**
     * @param patience how long opening the card and begin() together may have waited for another program's
     * transaction; when they took longer, begin() ends the transaction and breaks off with card-busy, since
     * nobody may be waiting any more (rule 11).
     * @param events Slot::events of the card that is meant: begin() breaks off with card-swapped when cards
     * were put in or pulled since, even if the one that is there now looks the same (rule 10).
     * @throws CardError no-card, card-mute, card-busy, no-reader, reader-failing, service-down …
     */
    explicit CardChannel(const std::string& reader,
        std::chrono::milliseconds patience = std::chrono::seconds(30), std::optional<unsigned> events = {});
    ~CardChannel() override;
    CardChannel(const CardChannel&) = delete;
    CardChannel& operator=(const CardChannel&) = delete;

    [[nodiscard]] Protocol protocol() const override;
    /** An answer of fewer than two bytes, too, is an error: some readers give it for a card that is gone. */
    [[nodiscard]] Bytes transmit(View command) override;
    void begin() override;
    /** Slot::events; nothing where the service has not counted any, as after its start. */
    [[nodiscard]] std::optional<unsigned> insertion() override;
    void end(Leave leave) noexcept override;
    /** The card's answer to reset. */
    [[nodiscard]] const Bytes& atr() const;

private:
    struct Work;
    std::unique_ptr<Work> work_;
};

} // namespace kortvakt::pcsc
