// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"

namespace softcard {

namespace {

constexpr Family iasCards{.name = "ias-classic",
    .cards = "the other application of Skatteverket's platform",
    .note = "Whether a Swedish card carries it is not known; it is probed for.",
    .aid = "A00000001840000001634200",
    .block = 12,
    .pad = 0x00,
    .activates = true};

using der::hex;

const Bytes home = hex("3F005000");

std::vector<Code> codesIn(State state)
{
    Code shape;
    shape.maxLength = shape.storedLength = 12;
    auto codes = twoPinsAndPuk(shape, {0x11, "5000", "PIN", "123456"},
        {0x82, "5000", "Signature PIN", "654321"}, {0x83, "5000", "SO PIN", "45678901"}, 5);
    bring(codes, state);
    return codes;
}

std::vector<Credential> credentials(const std::string& seed)
{
    Credential shape;
    shape.holder = {"Maria", "Lindqvist", personalNumber("19730228", 988)};
    shape.issuer = {"SE", "Exempelmyndigheten", "Exempelmyndigheten Test CA v1"};
    shape.seed = seed;
    return loginAndSignature(shape,
        {"Maria Lindqvist", hex("5253412070726B2031"), hex("3F005000B001"), {0x11}, 1},
        {"Maria Lindqvist (sign)", hex("5253412070726B2032"), hex("3F005000B002"), {0x82}, 2});
}

/** Nothing is reachable before the application is selected; EF.ODF and EF.TokenInfo have changed places. */
std::unique_ptr<SoftCard> makeCard(const std::string& name, const std::vector<Code>& codes)
{
    Habits habits;
    habits.atr = hex("3B7F96000080318065B085051024120FFF829000"); // Skatteverket's newest
    habits.applicationFirst = true;
    habits.readMost = 248;
    auto card = std::make_unique<IsoCard>(habits);
    File& master = card->masterFile();
    master.names = {hex("A00000001840000001634200")};
    master.addFile(0x2F00, p15::dirEntry(hex("E828BD080F0147656D20503135"), "", home));
    const File& df = master.addDirectory(0x5000);

    Layout layout{home, {1, serialNumber(name), "Gemalto S.A.", "GemP15-1", der::flags({1, 2}), {}}};
    layout.passwords = {describe(codes[0], {0x11}, {0x83}, {p15::CaseSensitive}),
        describe(codes[1], {0x82}, {0x83}, {p15::CaseSensitive, p15::Local}),
        describe(codes[2], {0x83}, {}, {p15::CaseSensitive, p15::UnblockDisabled, p15::SoPassword})};
    layout.passwords[2].flags &= ~der::flags({p15::UnblockingPassword});
    // The card looks the same before and after its codes are chosen.
    for (p15::Password& password : layout.passwords) {
        password.flags |= der::flags({p15::Initialized});
        password.reference.insert(password.reference.begin(), 0x00);
    }
    layout.credentials = credentials(name);
    layout.odf = 0x5032;
    layout.tokenInfo = 0x5031;
    layout.authObjects = 0x5006;
    layout.certificates = 0x5001;
    layout.privateKeys = 0x5002;
    layout.roundUp = 0x80;
    layOut(master, layout);
    for (Code code : codes) {
        if (code.reference == 0x82)
            code.scope = &df;
        card->addCode(code);
    }
    return card;
}

} // namespace

void families::ias_classic(Recipes& recipes)
{
    addInEachState(recipes, iasCards, "Thales IAS Classic",
        "just delivered: no code chosen yet, looks just like locked", codesIn, makeCard);
}

} // namespace softcard
