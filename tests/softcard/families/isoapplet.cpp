// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"

namespace softcard {

namespace {

constexpr Family isoAppletCards{.name = "isoapplet",
    .cards = "Java cards with IsoApplet",
    .note = "The PUK has 16 digits, and its tries cannot be read.",
    .openSc = "isoApplet",
    .aid = "F276A288BCFBA69D34F31001",
    .block = 16,
    .pad = 0x00,
    .tellsPukTries = false};

using der::hex;

const Bytes home = hex("3F005015");
constexpr std::uint8_t pukOfPin = 0xF1; // the PUK is reached through the PIN alone

std::vector<Code> codesIn(State state)
{
    Code pin;
    pin.reference = 1;
    pin.application = "5015";
    pin.label = "User PIN";
    pin.value = "123456";
    pin.maxLength = pin.storedLength = 16;
    pin.puk = pukOfPin;
    Code puk = pin;
    puk.reference = pukOfPin;
    puk.label = "PUK";
    puk.value = "1234567890123456";
    puk.minLength = 16;
    puk.triesMax = puk.triesLeft = 5;
    puk.puk.reset();
    puk.isPuk = puk.inside = true;
    std::vector<Code> codes{pin, puk};
    bring(codes, state == State::Delivered ? State::Used : state);
    return codes;
}

std::unique_ptr<SoftCard> makeCard(const std::string& name, const std::vector<Code>& codes)
{
    Habits habits;
    habits.atr = hex("3BF81300008131FE454A434F507632343 1B7");
    habits.t0 = false;
    habits.sizeTag = 0x80;
    habits.applicationFirst = true;
    habits.applicationAnswer = hex("000604"); // version 0.6, knows elliptic curves
    auto card = std::make_unique<IsoCard>(habits);
    File& master = card->masterFile();
    master.names = {hex("F276A288BCFBA69D34F31001")};
    master.addFile(0x2F00, p15::dirEntry(hex("A000000063504B43532D3135"), "JavaCard isoApplet", home), 0x80);
    master.addDirectory(0x5015);

    Layout layout{home,
        {0, serialNumber(name), "unknown", "JavaCard isoApplet", der::flags({1, 2, 3}), "20240115090000Z"}};
    layout.passwords = {describe(codes[0], {0x01}, {}, {p15::CaseSensitive})};
    Credential login;
    login.label = login.keyLabel = "Login";
    login.holder = {"Karin", "Holm", personalNumber("19780223", 981)};
    login.issuer = {"SE", "Exempelföretaget AB", "Exempelföretaget Test CA"};
    login.id = {0x45};
    login.path = hex("3F0050153401");
    login.guardedBy = {0x01};
    login.seed = name;
    layout.credentials = {login};
    layout.privateKeys = 0x4402;
    layout.certificates = 0x4404;
    layOut(master, layout);
    for (const Code& code : codes)
        card->addCode(code);
    return card;
}

} // namespace

void families::isoapplet(Recipes& recipes)
{
    addInEachState(recipes, isoAppletCards, "IsoApplet on a Java card (T=1), PUK of 16 digits",
        "just made: the PIN is set", codesIn, makeCard);
}

} // namespace softcard
