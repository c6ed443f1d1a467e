// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"

namespace softcard {

namespace {

constexpr Family like(std::string_view name, std::string_view cards)
{
    return {.name = name,
        .cards = cards,
        .note =
            "Selection, certificates and retry counters as in recordings of specimens, which tests replay.",
        .bytes = "Fineid/EachRecording.GivesTheCertificateAndTheTriesThatTheCardHad",
        .openSc = "default",
        .aid = "A000000063504B43532D3135",
        .block = 12,
        .pad = 0x00,
        .activates = true};
}
constexpr Family version4Cards = like("fineid", "Finnish ID cards since 2023 (S4-1 v4)");
constexpr Family version3Cards = like("fineid-v3", "Finnish ID cards of 2017 to 2023 (S4-1 v3)");

using der::hex;

const Bytes pkcs15 = hex("A000000063504B43532D3135");
const Bytes root = hex("3F00");

/** The generations that differ in what a client sees. */
struct Generation {
    const Family* family = nullptr;
    std::string atr;
    KeyKind authentication = KeyKind::EcP384;
    unsigned signatureFile = 0x4332;
    int signatureKey = 2;
};

const Generation version4{&version4Cards, "3B7F9600008031B865B085050011122460829000"};
const Generation version3{
    &version3Cards, "3B7F9600008031B865B08504021B1200F6829000", KeyKind::Rsa2048, 0x4335, 3};

std::vector<Code> codesIn(State state)
{
    Code shape;
    shape.triesMax = shape.triesLeft = 5;
    shape.maxLength = shape.storedLength = 12;
    auto codes = twoPinsAndPuk(shape, {0x11, "3F00", "perustunnusluku", "1234"},
        {0x82, "5016", "allekirjoitustunnusluku", "654321"}, {0x83, der::toText(pkcs15), "PUK", "87654321"},
        5);
    bring(codes, state);
    return codes;
}

std::vector<Credential> credentialsOf(const Generation& generation, const std::string& seed)
{
    Credential shape;
    shape.holder = {"AINO", "MALLIKAS", "999980001", "FI"};
    shape.issuer = {"FI", "Digi- ja vaestotietovirasto TEST", "DVV TEST Certificates - G5E"};
    shape.kind = KeyKind::EcP384;
    shape.seed = seed;
    auto all = loginAndSignature(shape, {"todentamisvarmenne", {0x45}, hex("3F004331"), {0x01}, 1},
        {"allekirjoitusvarmenne", {0x46}, der::join({hex("3F005016"), der::word(generation.signatureFile)}),
            {0x02}, generation.signatureKey});
    all[0].kind = generation.authentication;
    Credential authority = shape;
    authority.use = KeyUse::Authority;
    authority.label = shape.issuer.commonName;
    authority.id = {0x47};
    authority.path = hex("3F004336");
    authority.keyNumber = 4;
    all.push_back(authority);
    return all;
}

std::unique_ptr<SoftCard> make(
    const Generation& generation, const std::string& name, const std::vector<Code>& codes)
{
    Habits habits;
    habits.atr = hex(generation.atr);
    habits.fciTag = 0x62;
    habits.sizeOnly = true;
    habits.readMost = 0xB5;
    habits.readsShort = true;
    habits.pinInfo = true;
    habits.sameCodeStatus = 0x6A80;
    auto card = std::make_unique<IsoCard>(habits);
    File& master = card->masterFile();
    master.names = {pkcs15};
    master.addFile(0x2F00, p15::dirEntry(pkcs15, "FINEID", root));
    const File& signatureDf = master.addDirectory(0x5016, {hex("A000000167455349474E")});

    Layout layout{root, {1, serialNumber(name), "Thales", "HENKILOKORTTI", der::flags({1, 2, 3}), {}}};
    layout.passwords = {describe(codes[0], {0x01}, {0x03}), describe(codes[1], {0x02}, {0x03}, {p15::Local}),
        describe(codes[2], {0x03}, {})};
    for (p15::Password& password : layout.passwords)
        password.flags |= der::flags({p15::Initialized});
    layout.passwords[0].path = p15::Path{root, {}, {}, {}};
    layout.passwords[1].path = p15::Path{hex("3F005016"), {}, {}, {}};
    layout.credentials = credentialsOf(generation, name);
    layOut(master, layout);
    for (Code code : codes) {
        if (code.reference == 0x82)
            code.scope = &signatureDf;
        card->addCode(code);
    }
    return card;
}

std::string kindOf(const Generation& generation)
{
    return "Finnish ID card (" + std::string(generation.family->name) + ")";
}

} // namespace

void families::fineid(Recipes& recipes)
{
    for (const Generation& generation : {version4, version3})
        addInEachState(recipes, *generation.family, kindOf(generation),
            "just delivered: codes blocked until the PUK (activation code) is used", codesIn,
            [=](const auto& name, const auto& codes) { return make(generation, name, codes); });
    auto codes = codesIn(State::Used);
    for (Code& code : codes)
        if (!code.isPuk) {
            code.value = "7654321";
            code.deliveryCode = true;
        }
    const std::string name = "fineid-2026-delivered";
    recipes.push_back({{name,
                           kindOf(version4) + ", delivered with an activation PIN that must be changed; "
                               + tellValues(codes),
                           version4.family},
        [=] { return make(version4, name, codes); }});
}

} // namespace softcard
