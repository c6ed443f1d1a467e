// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"

namespace softcard {

namespace {

constexpr Family idemiaCards{.name = "lateid-idemia",
    .cards = "Latvian ID cards (LatEID)",
    .note = "Where their PUK is and how it unblocks is told nowhere, so no code is ever sent: the issuer's "
            "program does it.",
    .aid = "A000000077010800070000FE00000100",
    .tellsTries = false,
    .takesCodes = false};

using der::hex;

/** The platform of the Estonian card of 2018. It has a PIN1; of its other codes nothing is known. */
std::unique_ptr<SoftCard> makeIdemia()
{
    Habits habits;
    habits.atr = hex("3BDB960080B1FE451F830012428F536549440F900020");
    habits.t0 = false;
    habits.fciTag = 0x62;
    habits.sizeTag = 0x80;
    habits.fullFileSelect = false;
    habits.currentDfSelect = true;
    auto card = std::make_unique<IsoCard>(habits);
    card->masterFile().names = {hex("A000000077010800070000FE00000100")};
    Code pin;
    pin.reference = 0x01;
    pin.application = "A000000077010800070000FE00000100";
    pin.label = "PIN1";
    pin.value = "1234";
    pin.maxLength = pin.storedLength = 12;
    pin.pad = 0xFF;
    card->addCode(pin);
    return card;
}

} // namespace

void families::latvian(Recipes& recipes)
{
    recipes.push_back(
        {{"lateid-idemia", "Latvian ID card (IDEMIA), recognised and read-only; PIN 1234", &idemiaCards},
            makeIdemia});
}

} // namespace softcard
