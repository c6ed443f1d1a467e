// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/card_actions.h"

/** Cards as values, for windows: no card and no reader is behind them. */
namespace kortvakt::fake {

/** A card of Anna Andersson's from Skatteverket: two codes in state Ready, three tries each, PUK with five.
 */
[[nodiscard]] ui::ShownCard card();
/** The same, with its codes in other states. */
[[nodiscard]] ui::ShownCard cardWith(CodeState identification, CodeState signature);
/** The same with so many tries for each PUK; nothing: the card does not tell. */
[[nodiscard]] ui::ShownCard withPukTries(ui::ShownCard card, std::optional<int> tries);
/** A Telia card with a code whose state nobody knows, PUK tries untold and its length not fixed. */
[[nodiscard]] ui::ShownCard teliaCard();
/** A card whose identification code is the one it came with: the activation PIN of its family, or from a PIN
 * envelope. */
[[nodiscard]] ui::ShownCard withActivationPin();
[[nodiscard]] ui::ShownCard withEnvelopePin();
/** A locked card of no known family. */
[[nodiscard]] ui::ShownCard ofUnknownKind();

[[nodiscard]] ui::ReaderRow rowWith(ui::ShownCard card, unsigned insertion = 1);
[[nodiscard]] ui::ReaderRow rowWith(ErrorId problem);
[[nodiscard]] ui::ReaderRow readingRow();
[[nodiscard]] ui::Overview overview(std::vector<ui::ReaderRow> rows);
/** The offered action of a kind on a card. Ends the test program when there is none. */
[[nodiscard]] Action offered(const CardInfo& card, Action::Kind kind, CodeRole role);

} // namespace kortvakt::fake
