// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"

namespace softcard {

namespace {

constexpr Family organisationCards{.name = "fineid-organisation",
    .cards = "cards of Finnish organisations (S4-2)",
    .note = "Codes go unpadded, so the old one's end cannot be told from the new one's beginning: they are "
            "not changed with the old one.",
    .aid = "A000000063504B43532D3135",
    .changes = false,
    .activates = true,
    .verifyFirst = true};

using der::hex;

const Bytes pkcs15 = hex("A000000063504B43532D3135");
const Bytes root = hex("3F00");

std::vector<Code> codesIn(State state)
{
    Code shape;
    shape.triesMax = shape.triesLeft = 5;
    shape.pad.reset();
    auto codes = twoPinsAndPuk(shape, {0x03, "3F00", "PIN AUTH", "1234"}, {0x04, "3F00", "PIN SIG", "654321"},
        {0x12, "3F00", "PUK", "76543210"}, 5);
    bring(codes, state);
    return codes;
}

std::vector<Credential> credentials(const std::string& seed)
{
    Credential shape;
    shape.holder = {"EERO", "MALLIKAS", "9999800020", "FI"};
    shape.issuer = {"FI", "Digi- ja vaestotietovirasto TEST", "DVV TEST Organizational Certificates - G5E"};
    shape.kind = KeyKind::EcP384;
    shape.seed = seed;
    return loginAndSignature(shape, {"todentamisvarmenne", {0x45}, hex("3F004331"), {0x01}, 1},
        {"allekirjoitusvarmenne", {0x46}, hex("3F0050164332"), {0x02}, 0x82});
}

/** FINEID S4-2: bare digits, and the PUK is verified before the new code comes alone. */
std::unique_ptr<SoftCard> makeCard(const std::string& name, const std::vector<Code>& codes)
{
    Habits habits;
    habits.atr = hex("3BDD96008031FE450031B8640429ECC1739401808248");
    habits.t0 = false;
    habits.fciTag = 0x62;
    habits.sizeTag = 0x80;
    habits.verifyFirst = true;
    habits.sameCodeStatus = 0x6A80;
    auto card = std::make_unique<IsoCard>(habits);
    File& master = card->masterFile();
    master.names = {pkcs15};
    master.addFile(0x2F00, p15::dirEntry(pkcs15, "FINEID", root));
    master.addDirectory(0x5016, {hex("A000000167455349474E")});

    Layout layout{root, {1, serialNumber(name), "IDEMIA", "ORGANISAATIOKORTTI", der::flags({1, 2, 3}), {}}};
    layout.passwords = {describe(codes[0], {0x01}, {0x03}), describe(codes[1], {0x02}, {0x03}),
        describe(codes[2], {0x03}, {})};
    for (p15::Password& password : layout.passwords) {
        password.flags |= der::flags({p15::Initialized});
        password.path = p15::Path{root, {}, {}, {}};
    }
    layout.credentials = credentials(name);
    layout.credentials[1].keyNumber = 2;
    layOut(master, layout);
    for (const Code& code : codes)
        card->addCode(code);
    return card;
}

} // namespace

void families::fineid_organisation(Recipes& recipes)
{
    addInEachState(recipes, organisationCards, "Finnish organisation card, wants its PUK verified first",
        "just delivered: codes blocked until the PUK is used", codesIn, makeCard);
}

} // namespace softcard
