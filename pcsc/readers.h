// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pcsc/context.h"
#include "pcsc/snapshot.h"

#include <chrono>
#include <optional>

namespace kortvakt::pcsc {

/**
 * What is known of the readers of one context, kept from one look to the next. Throws nothing: trouble is a
 * result, after which the context is of no more use.
 */
class Readers {
public:
    /** @p lastInsertion goes on counting where an earlier context ended, so that no number comes twice. */
    explicit Readers(unsigned& lastInsertion)
        : lastInsertion_(lastInsertion)
    {
    }
    /** Lists the readers and looks at all of them; does not wait. */
    [[nodiscard]] LONG refresh(const Context& context);
    /** Waits until something changes. @return also SCARD_E_TIMEOUT and SCARD_E_CANCELLED; look again after
     * all. */
    [[nodiscard]] LONG wait(const Context& context, std::chrono::milliseconds atMost);
    [[nodiscard]] std::vector<Slot> slots() const;
    /** Something is about to change that no event may tell: readers were just exchanged, or a card is powered
     * up. */
    [[nodiscard]] bool unsettled() const { return unsettled_; }

private:
    struct Reader {
        Slot slot;
        DWORD state = SCARD_STATE_UNAWARE; ///< as PC/SC last told it; its upper 16 bits count events
        bool uncounted = false; ///< the card that is in may not have been counted yet
        /** Since when the service has said neither that a card is in nor that none is: it starts the reader.
         */
        std::optional<std::chrono::steady_clock::time_point> startingSince{};
    };
    [[nodiscard]] LONG ask(const Context& context, std::chrono::milliseconds atMost, bool plugAndPlay);
    void forgetUnknown(const Context& context);
    void take(Reader& reader, const SCARD_READERSTATE& told);

    std::vector<Reader> readers_;
    DWORD plugAndPlayState_ = SCARD_STATE_UNAWARE;
    unsigned& lastInsertion_;
    bool stirred_ = true; ///< readers came or went since they were listed
    bool unsettled_ = true;
};

} // namespace kortvakt::pcsc
