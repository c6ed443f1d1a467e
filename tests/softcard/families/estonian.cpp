// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"

namespace softcard {

namespace {

constexpr Family idemiaCards{.name = "esteid-idemia",
    .cards = "Estonian ID cards since December 2018",
    .note = "The card describes no codes: the row gives them, for these ATRs alone.",
    .openSc = "esteid2018",
    .block = 12,
    .pad = 0xFF,
    .verifyFirst = true};
constexpr Family thalesCards{.name = "esteid-thales",
    .cards = "Estonian ID cards of 2025",
    .note = "The card describes no codes: the row gives them, for this ATR alone.",
    .aid = "A000000063504B43532D3135",
    .block = 12,
    .pad = 0x00};

using der::hex;

/** One maker's card: where things are on it, and its manners. */
struct Make {
    const Family* family = nullptr;
    std::string kind;
    Habits habits;
    Bytes name; ///< that the MF is selected by
    std::uint8_t pad = 0xFF;
    Place pin, signature, puk;
    bool signatureIsLocal = false; ///< PIN2 is known in DF ADF2 only
    std::uint16_t authenticationFile = 0, signatureFile = 0;
};

const Bytes qscd = hex("51534344204170706C69636174696F6E");

Make idemia()
{
    Make make;
    make.family = &idemiaCards;
    make.kind = "Estonian ID card of 2018 (IDEMIA), wants its PUK verified first";
    make.habits.atr = hex("3BDB960080B1FE451F830012233F536549440F9000F1");
    make.habits.t0 = false;
    make.habits.fciTag = 0x62;
    make.habits.sizeTag = 0x80;
    make.habits.fullFileSelect = false;
    make.habits.currentDfSelect = true;
    make.habits.securityObjects = true;
    make.habits.verifyFirst = true;
    make.name = hex("A000000077010800070000FE00000100");
    make.pad = 0xFF;
    make.pin = {0x01, der::toText(make.name), "PIN1", "1234"};
    make.signature = {0x85, der::toText(qscd), "PIN2", "54321"};
    make.puk = {0x02, der::toText(make.name), "PUK", "17258403"};
    make.signatureIsLocal = true;
    make.authenticationFile = 0x3401;
    make.signatureFile = 0x341F;
    return make;
}

Make thales()
{
    Make make;
    make.family = &thalesCards;
    make.kind = "Estonian ID card of 2025 (Thales)";
    make.habits.atr = hex("3BFF9600008031FE438031B85365494464B085051012233F1D");
    make.habits.t0 = false;
    make.habits.fciTag = 0x62;
    make.habits.sizeOnly = true;
    make.habits.readMost = 0xB5;
    make.habits.readsShort = true;
    make.habits.pinInfo = true;
    make.habits.sameCodeStatus = 0x6A80;
    make.name = hex("A000000063504B43532D3135");
    make.pad = 0x00;
    make.pin = {0x81, der::toText(make.name), "PIN1", "1234"};
    make.signature = {0x82, der::toText(make.name), "PIN2", "54321"};
    make.puk = {0x83, der::toText(make.name), "PUK", "17258403"};
    make.authenticationFile = 0x3411;
    make.signatureFile = 0x3421;
    return make;
}

std::vector<Code> codesIn(State state, const Make& make)
{
    Code shape;
    shape.maxLength = shape.storedLength = 12;
    shape.pad = make.pad;
    auto codes = twoPinsAndPuk(shape, make.pin, make.signature, make.puk, 3);
    codes[1].minLength = 5;
    bring(codes, state == State::Delivered ? State::Used : state);
    return codes;
}

Bytes certificate(KeyUse use, int number, const std::string& seed)
{
    Credential it;
    it.use = use;
    it.holder = {"MARI-LIIS", "NÄIDIS", "PNOEE-00000000000", "EE"};
    it.issuer = {"EE", "Naidisasutus", "TEST ESTEID-SK"};
    it.kind = KeyKind::EcP384;
    it.keyNumber = number;
    it.seed = seed;
    return certificateOf(it);
}

/** Nothing on it describes its codes: a client knows them, or does without. */
std::unique_ptr<SoftCard> card(const Make& make, const std::string& name, const std::vector<Code>& codes)
{
    auto out = std::make_unique<IsoCard>(make.habits);
    File& master = out->masterFile();
    master.names = {make.name};
    File& authentication = master.addDirectory(0xADF1, {hex("E828BD080FF2504F5420415750")});
    File& signature = master.addDirectory(0xADF2, {qscd});
    authentication.addFile(make.authenticationFile, certificate(KeyUse::Authentication, 1, name));
    signature.addFile(make.signatureFile, certificate(KeyUse::Signature, 2, name));
    // A document number: two letters, seven digits.
    const Bytes serial = serialNumber(name);
    std::string number = "AB";
    for (std::size_t i = 1; i < 8; ++i)
        number += static_cast<char>('0' + serial[i] % 10);
    const Bytes text(number.begin(), number.end());
    if (make.signatureIsLocal)
        master.addFile(0xD003, der::octets(text));
    else
        master.addDirectory(0xDFDD).addFile(0x5007, text);
    for (Code code : codes) {
        if (make.signatureIsLocal && code.reference == make.signature.reference)
            code.scope = &signature;
        out->addCode(code);
    }
    return out;
}

} // namespace

void families::estonian(Recipes& recipes)
{
    for (const Make& make : {idemia(), thales()})
        addInEachState(
            recipes, *make.family, make.kind, "just delivered: codes came in an envelope",
            [=](State state) { return codesIn(state, make); },
            [=](const auto& name, const auto& codes) { return card(make, name, codes); });
}

} // namespace softcard
