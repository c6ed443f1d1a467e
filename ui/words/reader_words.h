// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/card_actions.h"
#include "ui/words/messages.h"
#include "ui/words/verdict.h"

#include <QString>

namespace kortvakt::ui {

/** A reader's name without serial numbers and slot digits, as long as it still tells the readers apart. */
[[nodiscard]] QString readerName(const std::string& reader, const Overview& among);
/** What is wrong with a reader or the card in it; nothing when all is read. */
[[nodiscard]] std::optional<ErrorId> problemOf(const ReaderRow& row);
/** What is wrong with the service, or that it has no reader or may use none. */
[[nodiscard]] Message serviceMessage(const Overview& overview, bool nothingSent = false);
/** What to say about a row: its problem, that it is being read, or the verdict on its card. */
[[nodiscard]] CardVerdict verdictOn(const ReaderRow& row);
/** The one line under a card's or reader's name in lists: its trouble, or that all is well. */
[[nodiscard]] QString summary(const ReaderRow& row);
/** What a card is called in lists and menus; the reader's name when it is not known. */
[[nodiscard]] QString rowTitle(const ReaderRow& row, const Overview& among);

} // namespace kortvakt::ui
