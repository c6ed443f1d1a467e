// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"

namespace softcard {

namespace {

constexpr Family pivCards{.name = "piv",
    .cards = "YubiKeys and other cards with a PIV application",
    .note =
        "Of a PUK only YubiKeys from version 5.3 on tell the tries, and whether it is still the factory's.",
    .openSc = "PIV-II",
    .aid = "A00000030800001000",
    .block = 8,
    .pad = 0xFF,
    .tellsPukTries = false};

using der::hex;
using der::join;
using der::tlv;

const Bytes aid = hex("A00000030800001000");

std::vector<Code> codesIn(State state)
{
    Code pin;
    pin.reference = 0x80;
    pin.application = der::toText(aid);
    pin.label = "PIN";
    pin.value = "123456";
    pin.minLength = 6;
    pin.pad = 0xFF;
    pin.puk = 0x81;
    Code puk = pin;
    puk.reference = 0x81;
    puk.label = "PUK";
    puk.value = "12345678";
    puk.puk.reset();
    puk.isPuk = puk.inside = true; // VERIFY does not know it (SP 800-73-4 part 2 §3.2.1)
    std::vector<Code> codes{pin, puk};
    bring(codes, state == State::Delivered ? State::Used : state);
    return codes;
}

/** SP 800-73-4 part 1 §3.1.2: agency code, GUID, end of validity, no signature. */
Bytes holderIdentifier(const std::string& name)
{
    const Bytes half = serialNumber(name);
    return join({tlv(0x30, hex("D4E739DA739CED39CE739D836858210842108421C84210C3EB")),
        tlv(0x34, join({half, half})), tlv(0x35, hex("3230333030313031")), hex("3E00FE00")});
}

/** Appendix A: the certificate, not compressed, and an empty error detection code. */
Bytes certificateObject(KeyUse use, int number, const std::string& seed)
{
    const Bytes der = makeCertificate({{"Elsa", "Berg", personalNumber("19900317", 984)},
        {"SE", "Exempelföretaget AB", "Exempelföretaget Test CA"}, use, KeyKind::Rsa2048, number, seed, {}});
    return join({tlv(0x70, der), hex("710100 FE00")});
}

Habits habitsOf(const std::string& name)
{
    Habits habits;
    habits.atr = hex("3BFD1300008131FE158073C021C057597562694B657940");
    habits.t0 = false;
    habits.fullFileSelect = false;
    habits.applicationFirst = true;
    habits.chains = true;
    // §3.1.1 table 3: the application's own part of its name, and its authority's.
    habits.applicationAnswer =
        tlv(0x61, {tlv(0x4F, hex("000010000100")), tlv(0x79, tlv(0x4F, hex("A000000308")))});
    habits.objects[pivHolder] = holderIdentifier(name);
    habits.objects[pivAuthentication] = certificateObject(KeyUse::Authentication, 1, name);
    habits.objects[pivSignature] = certificateObject(KeyUse::Signature, 2, name);
    return habits;
}

std::unique_ptr<IsoCard> makeCard(const Habits& habits, const std::vector<Code>& codes)
{
    auto card = std::make_unique<IsoCard>(habits);
    card->masterFile().names = {aid, hex("A000000308000010000100"), hex("A000000308")};
    for (const Code& code : codes)
        card->addCode(code);
    return card;
}

} // namespace

std::unique_ptr<IsoCard> makePivCard(const std::string& name, const PivWish& wish)
{
    auto codes = codesIn(wish.state);
    if (wish.codes)
        wish.codes(codes);
    Habits habits = habitsOf(name);
    if (wish.habits)
        wish.habits(habits);
    return makeCard(habits, codes);
}

void families::piv(Recipes& recipes)
{
    addInEachState(recipes, pivCards, "PIV application of a security key (T=1)",
        "just delivered: PIN and PUK are set", codesIn,
        [](const auto& name, const auto& codes) { return makeCard(habitsOf(name), codes); });
}

} // namespace softcard
