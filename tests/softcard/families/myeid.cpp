// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"

namespace softcard {

namespace {

constexpr Family myEidCards{.name = "myeid",
    .cards = "Aventra's cards",
    .note = "Each PUK is kept within its PIN, and its tries cannot be read.",
    .bytes = "RealBytes.MyEidHasAPinWithoutAPukObject",
    .openSc = "myeid",
    .block = 8,
    .pad = 0xFF,
    .tellsPukTries = false};

using der::hex;

const Bytes pkcs15 = hex("A000000063504B43532D3135");
const Bytes home = hex("3F005015");
// Each PIN keeps a PUK of its own, which no reference reaches; these stand for it where a number is needed.
constexpr std::uint8_t pukOfPin = 0xF1, pukOfSignature = 0xF2;

std::vector<Code> codesIn(State state)
{
    Code pin;
    pin.reference = 1;
    pin.application = "5015";
    pin.label = "Basic PIN";
    pin.value = "123456";
    pin.pad = 0xFF;
    pin.puk = pukOfPin;
    Code signature = pin;
    signature.reference = 2;
    signature.label = "Signature PIN";
    signature.value = "654321";
    signature.puk = pukOfSignature;
    Code puk = pin;
    puk.reference = pukOfPin;
    puk.label = "PUK";
    puk.value = "24681357";
    puk.triesMax = puk.triesLeft = 10;
    puk.puk.reset();
    puk.isPuk = puk.inside = true;
    Code other = puk;
    other.reference = pukOfSignature;
    other.value = "97531864";
    std::vector<Code> codes{pin, signature, puk, other};
    bring(codes, state == State::Delivered ? State::Used : state);
    return codes;
}

std::vector<Credential> credentials(const std::string& seed)
{
    Credential shape;
    shape.holder = {"Lauri", "Esimerkki", "999980002", "FI"};
    shape.issuer = {"FI", "Esimerkki Oy", "Esimerkki Test CA"};
    shape.seed = seed;
    return loginAndSignature(shape, {"Private Key", {0x45}, hex("3F0050154301"), {0x01}, 1},
        {"Signature Key", {0x46}, hex("3F0050154302"), {0x02}, 2});
}

std::unique_ptr<SoftCard> makeCard(const std::string& name, const std::vector<Code>& codes)
{
    const Bytes serial = der::join({hex("0000"), serialNumber(name)});
    Habits habits;
    habits.atr = hex("3BF51800008131FE454D794549449A");
    habits.t0 = false;
    habits.readMost = 255;
    habits.readsShort = true;
    habits.sizeTag = 0x80;
    // What the applet is and can: "MyEID", its version, its serial number and a counter; key sizes.
    habits.data[0x01A0] = der::join({hex("4D79454944 040505"), serial, hex("0209")});
    habits.data[0x01AA] = hex("01 000F 1000 00C0 0100 0209");
    auto card = std::make_unique<IsoCard>(habits);
    File& master = card->masterFile();
    master.names = {pkcs15};
    master.addFile(0x2F00, p15::dirEntry(pkcs15, "MyEID", home), 0x80);
    master.addDirectory(0x5015);

    Layout layout{home, {0, serial, "Aventra Ltd.", "MyEID", der::flags({1, 2, 3}), "20240115090000Z"}};
    const auto object = [](const Code& code, std::uint8_t id) {
        p15::Password out = describe(code, {id}, {});
        return out;
    };
    Code officer = codes[0];
    officer.reference = 3;
    officer.label = "Security Officer PIN";
    officer.value = "13572468";
    officer.puk.reset();
    p15::Password officerObject = object(officer, 0xFF);
    officerObject.flags |= der::flags({p15::SoPassword});
    layout.passwords = {officerObject, object(codes[0], 0x01), object(codes[1], 0x02)};
    layout.credentials = credentials(name);
    layout.roundUp = 0x100;
    layOut(master, layout);
    for (const Code& code : codes)
        card->addCode(code);
    return card;
}

} // namespace

void families::myeid(Recipes& recipes)
{
    addInEachState(recipes, myEidCards, "Aventra MyEID (T=1), each PUK kept within its PIN",
        "just delivered: codes are set", codesIn, makeCard);
}

} // namespace softcard
