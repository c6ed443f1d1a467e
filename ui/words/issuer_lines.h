// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/shown_card.h"

#include <QStringList>

/** Where a PUK is found, and what to do without it: by the issuer. */
namespace kortvakt::ui {

/** Where the PUK is found, what to do when its letter is lost, and when it is locked: by the issuer. */
[[nodiscard]] QString pukWhere(Issuer issuer);
[[nodiscard]] QString pukLetterLost(Issuer issuer);
[[nodiscard]] QString pukLockedAdvice(Issuer issuer);
/** What it would mean if the PUK were locked, said before the last try. */
[[nodiscard]] QString pukIfLocked(Issuer issuer);
/** A further line of advice that an issuer's cards need; mostly empty. */
[[nodiscard]] QString pukExtra(Issuer issuer);
/** Where a card's PUK is found: the issuer's lines, or what the organisation says in their place. */
[[nodiscard]] QStringList pukLines(const ShownCard& card);

} // namespace kortvakt::ui
