// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/card.h"

#include <QString>
#include <QStringList>

/** The words for a card, its codes and certificates, in the language that installLanguage() chose. Pure
 * functions. */
namespace kortvakt::ui {

/** "Anna Andersson (ID card)"; the kind alone where the card tells no name. */
[[nodiscard]] QString cardTitle(const CardInfo& card);
/** "ID card from Skatteverket", "SITHS card", "Card": by the certificate's issuer. */
[[nodiscard]] QString cardKind(const CardInfo& card);

/** "Identification PIN", "Signature PIN", "PIN": beside a state or a field. */
[[nodiscard]] QString codeName(CodeRole role);
/** "when you log in"; empty for a code whose use is not known. */
[[nodiscard]] QString codePurpose(CodeRole role);
/** "when you unlock or choose a new code". */
[[nodiscard]] QString pukPurpose();
/** "3 attempts left", "Locked", "Locked or not chosen yet" … beside the code's name. */
[[nodiscard]] QString codeState(const CodeObject& code);
/** The same for its PUK; "The card has no PUK." only where that is known, empty where nothing is. */
[[nodiscard]] QString pukState(const CodeObject& code);
/** "The code is still the one that all such cards are made with. Change it."; empty where it is not so. */
[[nodiscard]] QString factoryNote(const CodeObject& code);
/** The same for its PUK. */
[[nodiscard]] QString pukFactoryNote(const CodeObject& code);
/** "The identification PIN is locked" and the like, one line, for lists and the tray's tooltip; empty for a
 * usable code. */
[[nodiscard]] QString codeTrouble(const CodeObject& code);

/** Field labels and prompts: "PUK", "Current identification PIN", "New signature PIN", "Repeat new signature
 * PIN". */
[[nodiscard]] QString pukLabel();
[[nodiscard]] QString currentCodeLabel(CodeRole role);
[[nodiscard]] QString freshCodeLabel(CodeRole role);
[[nodiscard]] QString repeatCodeLabel(CodeRole role);
/** "6 digits", "6–8 digits". */
[[nodiscard]] QString lengthText(int min, int max);

/** "Valid until 4 May 2027", "Expires in 12 days", "Expired 4 May 2024" … */
[[nodiscard]] QString certificateState(
    const CertificateInfo& certificate, std::chrono::sys_seconds now, int warnDays);
/** "Identification", "Signature", "Encryption", "Other use". */
[[nodiscard]] QString purposeName(Purpose purpose);
/** What states of certificates rest on: "The computer’s date is 4 May 2027. Kortvakt does not
 * check whether the certificate has been revoked." */
[[nodiscard]] QString certificateNote(std::chrono::sys_seconds now);

/** "4 May 2027", for sentences. */
[[nodiscard]] QString dateText(std::chrono::sys_seconds when);
/** "2027-05-04", for tables. */
[[nodiscard]] QString tableDate(std::chrono::sys_seconds when);
/** "Do you have several letters? Use only the one that belongs to this card." */
[[nodiscard]] QString severalLetters();
/** "The card’s certificates are valid from 3 March 2024."; empty where no certificate of the holder was read.
 */
[[nodiscard]] QString certificatesSince(const CardInfo& card);
/** "Never give your codes to anyone, not even to support." */
[[nodiscard]] QString neverTell();

} // namespace kortvakt::ui
