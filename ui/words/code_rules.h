// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/messages.h"

/** What is said of codes while they are typed, and before they are sent. */
namespace kortvakt::ui {

/** What a broken rule says: "Den nya koden får inte vara PUK-koden." Without nothingSent(). */
[[nodiscard]] QString ruleText(
    const Objection& broken, Facts::Typed typed = Facts::Typed::Fresh, CodeRole role = CodeRole::Other);
/** "En siffra till.", "3 siffror till." while typing. */
[[nodiscard]] QString digitsMissing(int count);
/** "Inget har skickats till kortet." */
[[nodiscard]] QString nothingSent();
/** "Väntar på kortet… Ta inte ut det." */
[[nodiscard]] QString waitingForCard();

/** The question before the last try: "Sista försöket med PUK-koden", and what a fault would mean. */
[[nodiscard]] Message lastTryMessage(Issuer issuer);
/** A card that does not tell its tries: what is said before a PUK is typed. */
[[nodiscard]] QString triesNotShown();
/** Unlocking a code that is not locked: "Legitimeringskoden är inte låst. Om du fortsätter byts den mot en
 * ny." */
[[nodiscard]] QString notLockedNote(CodeRole role);
/** "Det är legitimeringskoden som är låst.", when the other one was picked; where it may never have been
 * chosen either, "… som inte går att använda." */
[[nodiscard]] QString lockedOneIs(CodeRole role, CodeState state = CodeState::Locked);

} // namespace kortvakt::ui
