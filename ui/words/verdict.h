// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/messages.h"

/** What matters most about a card that was read. */
namespace kortvakt::ui {

/** "Reading the card…" */
[[nodiscard]] Message readingMessage();
/** A reader without a card, after ten seconds: the hint about half-inserted cards. */
[[nodiscard]] QString noCardHint();
/**
 * What matters most about a card that was read: its problem, a locked PUK or code, codes that are not chosen,
 * a last try, what the card does not tell; else that it is ready. `action` is what the one main button
 * offers. No button leads to the last try of a PUK while nothing is known to be locked.
 */
struct CardVerdict {
    Message message;
    bool attention = false; ///< the tray icon says so, too
    std::optional<Action> action; ///< nothing: no button
    std::vector<Action> others{}; ///< what may be wanted, with a button each that does not stand out
    bool unsure = false; ///< something is not known: no promise is made, neither here nor by the tray icon
};
[[nodiscard]] CardVerdict verdictOn(const CardInfo& card);
/** The one line about a card in lists and the tray's tooltip: what troubleOf() tells, or how it is. */
[[nodiscard]] QString lineOn(const CardInfo& card);
/** A locked PUK, else the worst code and a PUK with one try, without a full stop; empty where all is well. */
[[nodiscard]] QString troubleOf(const CardInfo& card);
/** "One attempt left with the PUK", where that is so. */
[[nodiscard]] QString pukLastTry(const CardInfo& card);
/** Why nothing can be done with any code of a card; nothing where something can, or for several reasons. */
[[nodiscard]] std::optional<ErrorId> whyNothingIsOffered(const CardInfo& card);
/** Whether a card's problem takes nothing from the codes that were read. */
[[nodiscard]] bool leavesCodes(ErrorId problem);

} // namespace kortvakt::ui
