// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"
#include "core/error.h"

#include <optional>
#include <string>
#include <vector>

namespace kortvakt::pcsc {

/** A reader and what sits in it. */
struct Slot {
    std::string reader; ///< as PC/SC names it, UTF-8
    bool present = false; ///< a card is in
    bool failing = false; ///< the reader itself does not work: whether a card is in is not known
    bool mute = false; ///< a card is in and does not answer
    bool exclusive = false; ///< another program holds it for itself
    Bytes atr; ///< empty unless present and not mute
    unsigned insertion =
        0; ///< a new number for each card put in: a swap between two looks is seen; 0: no card
    std::optional<unsigned> events; ///< cards put in and pulled, as the service counted when it told of this
                                    ///< card; nothing: no card
    friend bool operator==(const Slot&, const Slot&) = default;
};

/** All readers at one moment. */
struct Snapshot {
    std::optional<ErrorId> service; ///< nothing: up; else service-down or access-denied
    std::vector<Slot> slots;
    bool hangs = false; ///< with service-down: the service is there, and does not answer
    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

} // namespace kortvakt::pcsc
