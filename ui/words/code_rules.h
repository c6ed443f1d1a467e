// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/messages.h"

/** What is said of codes while they are typed, and before they are sent. */
namespace kortvakt::ui {

/** What a broken rule says: "The new code must not be the PUK." Without nothingSent(). */
[[nodiscard]] QString ruleText(
    const Objection& broken, Facts::Typed typed = Facts::Typed::Fresh, CodeRole role = CodeRole::Other);
/** "One more digit.", "3 more digits." while typing. */
[[nodiscard]] QString digitsMissing(int count);
/** "Nothing was sent to the card." */
[[nodiscard]] QString nothingSent();
/** "Waiting for the card… Do not take it out." */
[[nodiscard]] QString waitingForCard();

/** The question before the last try: "Last attempt with the PUK", and what a fault would mean. */
[[nodiscard]] Message lastTryMessage(Issuer issuer);
/** A card that does not tell its tries: what is said before a PUK is typed. */
[[nodiscard]] QString triesNotShown();
/** Unlocking a code that is not locked: "The identification PIN is not locked. If you continue, it is
 * replaced by a new one." */
[[nodiscard]] QString notLockedNote(CodeRole role);
/** "It is the identification PIN that is locked.", when the other one was picked; where it may never have
 * been chosen either, "… that cannot be used." */
[[nodiscard]] QString lockedOneIs(CodeRole role, CodeState state = CodeState::Locked);

} // namespace kortvakt::ui
