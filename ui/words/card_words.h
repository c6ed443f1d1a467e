// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/card.h"

#include <QDate>
#include <QString>
#include <QStringList>

/** The words for a card, its codes and certificates, in the language that installLanguage() chose. Pure
 * functions. */
namespace kortvakt::ui {

/** "Anna Andersson (id-kort)"; the kind alone where the card tells no name. */
[[nodiscard]] QString cardTitle(const CardInfo& card);
/** "Id-kort från Skatteverket", "SITHS-kort", "Kort": by the certificate's issuer. */
[[nodiscard]] QString cardKind(const CardInfo& card);

/** "Legitimeringskod", "Signeringskod", "Kod": beside a state or a field. */
[[nodiscard]] QString codeName(CodeRole role);
/** "när du loggar in"; empty for a code whose use is not known. */
[[nodiscard]] QString codePurpose(CodeRole role);
/** "när du låser upp eller väljer en ny kod". */
[[nodiscard]] QString pukPurpose();
/** "3 försök kvar", "Låst", "Låst eller inte vald än" … beside the code's name. */
[[nodiscard]] QString codeState(const CodeObject& code);
/** The same for its PUK; "Kortet har ingen PUK-kod." only where that is known, empty where nothing is. */
[[nodiscard]] QString pukState(const CodeObject& code);
/** "Koden är fortfarande den som alla sådana kort har från början. Byt den."; empty where it is not so. */
[[nodiscard]] QString factoryNote(const CodeObject& code);
/** The same for its PUK. */
[[nodiscard]] QString pukFactoryNote(const CodeObject& code);
/** "Legitimeringskoden är låst" and the like, one line, for lists and the tray's tooltip; empty for a usable
 * code. */
[[nodiscard]] QString codeTrouble(const CodeObject& code);

/** Field labels and prompts: "PUK-kod", "Nuvarande legitimeringskod", "Ny signeringskod", "Upprepa ny
 * signeringskod". */
[[nodiscard]] QString pukLabel();
[[nodiscard]] QString currentCodeLabel(CodeRole role);
[[nodiscard]] QString freshCodeLabel(CodeRole role);
[[nodiscard]] QString repeatCodeLabel(CodeRole role);
/** "6 siffror", "6–8 siffror". */
[[nodiscard]] QString lengthText(int min, int max);

/** "Gäller till 4 maj 2027", "Går ut om 12 dagar", "Gick ut 4 maj 2024" … */
[[nodiscard]] QString certificateState(
    const CertificateInfo& certificate, std::chrono::sys_seconds now, int warnDays);
/** "Legitimering", "Underskrift (signering)", "Kryptering", "Annat". */
[[nodiscard]] QString purposeName(Purpose purpose);
/** What states of certificates rest on: "Datorns datum är 4 maj 2027. Kortvakt kontrollerar inte om
 * certifikatet är spärrat." */
[[nodiscard]] QString certificateNote(std::chrono::sys_seconds now);

/** "4 maj 2027", for sentences. */
[[nodiscard]] QString dateText(std::chrono::sys_seconds when);
/** "2027-05-04", for tables. */
[[nodiscard]] QString tableDate(std::chrono::sys_seconds when);
/** "Har du flera brev? Använd bara det som hör till det här kortet." */
[[nodiscard]] QString severalLetters();
/** "Kortets certifikat gäller från 3 mars 2024."; empty where no certificate of the holder was read. */
[[nodiscard]] QString certificatesSince(const CardInfo& card);
/** "Lämna aldrig ut dina koder, inte heller till supporten." */
[[nodiscard]] QString neverTell();

} // namespace kortvakt::ui
