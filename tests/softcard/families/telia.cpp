// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"

namespace softcard {

namespace {

constexpr Family like(std::string_view name, std::string_view cards,
    std::string_view note = "Its tries cannot be read safely, and Kortvakt says so.")
{
    return {.name = name,
        .cards = cards,
        .note = note,
        .openSc = "setcos",
        .pukDigits = 8,
        .pinDigits = 6,
        .tellsTries = false};
}
constexpr Family teliaCards = like("telia", "Telia's ID cards");
constexpr Family sithsCards = like("siths-setcos", "older SITHS cards",
    "Told from Telia's cards, whose ATR they share, by their certificates' issuer. Tries cannot be read "
    "safely.");
constexpr Family nidelCards = like("nidel", "older Swedish ID cards (NIDEL)");

using der::hex;

const Bytes pkcs15 = hex("A000000063504B43532D3135"), esign = hex("A000000167455349474E");
const Bytes home = hex("3F005015");

std::vector<Code> codesIn(State state)
{
    auto codes = twoPinsAndPuk({}, {0x01, "3F00", "Legitimering", "123456"},
        {0x82, "5015", "Underskrift", "654321"}, {0x83, "5015", "PUK", "11223344"}, 10);
    bring(codes, state == State::Delivered ? State::Used : state);
    return codes;
}

std::vector<Credential> teliaCredentials(const std::string& seed)
{
    Credential shape;
    shape.holder = {"Sven", "Öberg", personalNumber("19620814", 985)};
    shape.issuer = {"SE", "Telia Sverige AB", "TEST Telia e-legitimation HW CA v4"};
    shape.seed = seed;
    return loginAndSignature(shape, {"Legitimering", {0x45}, hex("3F0050154331"), {0x01}, 1},
        {"Underskrift", {0x46}, hex("3F0050154332"), {0x02}, 2});
}

/** Two pairs, the employer's and the person's own, and a key for encryption. */
std::vector<Credential> sithsCredentials(const std::string& seed)
{
    Credential shape;
    shape.holder = {"Olle", "Norén", personalNumber("19710505", 986)};
    shape.issuer = {"SE", "Inera AB", "TEST SITHS Type 1 CA v1"};
    shape.seed = seed;
    auto all = loginAndSignature(shape, {"Legitimering", {0x45}, hex("3F0050154331"), {0x01}, 1},
        {"Underskrift", {0x46}, hex("3F0050154332"), {0x02}, 2});
    shape.holder.serialNumber = "SE2321000016-TST8";
    for (const Credential& one :
        loginAndSignature(shape, {"Legitimering HSA-id", {0x47}, hex("3F0050154333"), {0x01}, 3},
            {"Underskrift HSA-id", {0x48}, hex("3F0050154334"), {0x02}, 4}))
        all.push_back(one);
    shape.use = KeyUse::Encryption;
    shape.label = shape.keyLabel = "Kryptering HSA-id";
    shape.id = {0x49};
    shape.path = hex("3F0050154335");
    shape.guardedBy = {0x01};
    shape.keyReference = 5;
    all.push_back(shape);
    return all;
}

/** What tells one issuer's cards of this make from another's. */
struct Make {
    const Family* family = nullptr;
    std::string kind, atr;
    std::vector<Credential> (*credentials)(const std::string& seed) = nullptr;
};

/** VERIFY without data costs a try here, as some cards of this make are said to do: a client that asks is
 * caught. */
std::unique_ptr<SoftCard> card(const Make& make, const std::string& name, const std::vector<Code>& codes)
{
    Habits habits;
    habits.atr = hex(make.atr);
    habits.emptyVerify = Habits::EmptyVerify::CountsAsTry;
    habits.data[0xDF30] = hex("76322E3131"); // "v2.11"
    auto out = std::make_unique<IsoCard>(habits);
    File& master = out->masterFile();
    master.addFile(0x2F00,
        der::join(
            {p15::dirEntry(pkcs15, "Telia e-leg", home), p15::dirEntry(esign, "ESIGN", hex("3F005016"))}),
        0x80, 0xFF);
    master.addDirectory(0x5015, {pkcs15});
    master.addDirectory(0x5016, {esign});

    Layout layout{home, {0, serialNumber(name), "Telia", "Telia e-legitimation", der::flags({1, 2}), {}}};
    layout.passwords = {describe(codes[0], {0x01}, {0x03}), describe(codes[1], {0x02}, {0x03}, {p15::Local}),
        describe(codes[2], {0x03}, {})};
    layout.passwords[0].path = p15::Path{hex("3F00"), {}, {}, {}};
    layout.passwords[1].path = layout.passwords[2].path = p15::Path{home, {}, {}, {}};
    layout.credentials = make.credentials(name);
    layout.roundUp = 0x100;
    layOut(master, layout);
    for (Code code : codes) {
        if (code.reference == 0x82)
            code.scope = master.child(0x5015);
        out->addCode(code);
    }
    return out;
}

} // namespace

void families::telia(Recipes& recipes)
{
    const std::string ip5a = "3B7D96000080318065B0A31100C883009000";
    for (const Make& make : {Make{&teliaCards, "Telia e-legitimation (SetCOS)", ip5a, teliaCredentials},
             Make{&sithsCards, "SITHS card (SetCOS), five certificates", ip5a, sithsCredentials},
             Make{&nidelCards, "Swedish NIDEL (SetCOS 4.4)", "3B9F94801FC30068104405014649534531C807900018",
                 teliaCredentials}})
        addInEachState(recipes, *make.family, make.kind + ", tells no tries",
            "just delivered: codes came in a letter", codesIn,
            [=](const auto& name, const auto& codes) { return card(make, name, codes); });
}

} // namespace softcard
