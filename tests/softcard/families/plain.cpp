// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"

namespace softcard {

namespace {

constexpr Family plainCards{.name = "plain",
    .cards = "any other card with a PKCS#15 application",
    .note = "By the card's own word alone: unlocked only where its data say how, and after a question. Its "
            "tries are not asked "
            "for.",
    .openSc = "default",
    .tellsTries = false,
    .activates = true};
constexpr Family cardOsCards{.name = "cardos",
    .cards = "CardOS cards whose PINs name a PUK that their data do not describe",
    .note = "With no PUK described, nothing unlocks them.",
    .openSc = "default",
    .unlocks = false};
constexpr Family contactlessCards{.name = "contactless-plain", .tellsTries = false, .takesCodes = false};

using der::hex;

const Bytes pkcs15 = hex("A000000063504B43532D3135");
const Bytes home = hex("3F005015");

std::vector<Code> codesIn(State state)
{
    Code shape;
    shape.pad = 0xFF;
    auto codes = twoPinsAndPuk(shape, {0x01, "5015", "Legitimeringskod", "123456"},
        {0x02, "5015", "Underskriftskod", "654321"}, {0x03, "5015", "PUK-kod", "56789012"}, 10);
    bring(codes, state);
    return codes;
}

std::vector<Credential> credentials(const std::string& seed)
{
    Credential shape;
    shape.holder = {"Åsa", "Ek", personalNumber("19910607", 986)};
    shape.issuer = {"SE", "Exempelverket", "Exempelverket Test CA"};
    shape.kind = KeyKind::EcP256;
    shape.seed = seed;
    return loginAndSignature(shape, {"Legitimering", {0x45}, hex("3F0050154301"), {0x01}, 1},
        {"Underskrift", {0x46}, hex("3F0050154302"), {0x02}, 2});
}

Habits habitsOf()
{
    Habits habits;
    habits.atr = hex("3B8501 504C41494E DE");
    habits.t0 = false;
    habits.fciTag = 0x62;
    habits.sizeTag = 0x80;
    habits.neverSetStatus = 0x6984;
    return habits;
}

std::unique_ptr<IsoCard> make(const std::string& name, const std::vector<Code>& codes,
    const Habits& habits = habitsOf(), const std::function<void(Layout&)>& relay = {})
{
    auto card = std::make_unique<IsoCard>(habits);
    File& master = card->masterFile();
    master.addFile(0x2F00, p15::dirEntry(pkcs15, "Tjänstekort", home), 0x80);
    const File& df = master.addDirectory(0x5015, {pkcs15});

    Layout layout{home, {0, serialNumber(name), "Exempelkort AB", "Tjänstekort", der::flags({1, 2}), {}}};
    layout.passwords = {describe(codes[0], {0x01}, {0x03}, {p15::Local, p15::ResetRetryCounter1}),
        describe(codes[1], {0x02}, {0x03}, {p15::Local, p15::ResetRetryCounter1}),
        describe(codes[2], {0x03}, {}, {p15::Local})};
    for (p15::Password& password : layout.passwords)
        password.path = p15::Path{home, {}, {}, {}};
    layout.credentials = credentials(name);
    layout.roundUp = 0x100;
    if (relay)
        relay(layout);
    layOut(master, layout);
    for (Code code : codes) {
        code.scope = &df;
        card->addCode(code);
    }
    return card;
}

/**
 * Oddities of real cards that OpenSC 0.23 stumbles over: EF.ODF in an outer SEQUENCE with relative paths,
 * algorithms with an empty SEQUENCE for parameters, other kinds of authentication objects among the PINs, a
 * certificate inside its directory file, a size and nothing else in the FCI, a code's path that is an
 * application's name.
 */
std::unique_ptr<SoftCard> makeOdd(const std::string& name)
{
    using der::sequence;
    using der::tlv;
    auto codes = codesIn(State::PinLocked);
    codes[0].application = der::toText(pkcs15);
    Habits habits = habitsOf();
    habits.sizeOnly = true;
    auto card = make(name, codes, habits);
    File& df = *card->masterFile().child(0x5015);
    df.child(0x5031)->content = sequence({p15::odfEntry(0xA0, hex("4402")), p15::odfEntry(0xA4, hex("4403")),
        p15::odfEntry(0xA8, hex("4401")), p15::odfEntry(0xA9, hex("4409"))});
    p15::TokenInfo info{
        1, serialNumber(name), "Udda AB", "Udda kort", der::flags({1, 2}), "20211220114021Z", 1, hex("3000")};
    df.child(0x5032)->content = der::join({encode(info), hex("DEADBEEF")});

    const Bytes finger = tlv(0xA0,
        {sequence({der::utf8("Finger")}), sequence({der::octets(Bytes{0x21})}),
            tlv(0xA1, sequence({hex("03020640 0603 2A0304 0A0101")}))});
    const Bytes outside = tlv(0xA1,
        {sequence({der::utf8("Nyckel")}), sequence({der::octets(Bytes{0x22})}),
            tlv(0xA1, sequence({der::octets(Bytes{0x45})}))});
    p15::Password pin = describe(codes[0], {0x01}, {0x03}, {p15::Local, p15::ResetRetryCounter1}),
                  sign = describe(codes[1], {0x02}, {0x03}, {p15::Local, p15::ResetRetryCounter1}),
                  puk = describe(codes[2], {0x03}, {}, {p15::Local});
    pin.path = p15::Path{{}, {}, {}, pkcs15};
    df.child(0x4401)->content =
        der::join({finger, encode(pin), outside, encode(sign), encode(puk), Bytes(40, 0xFF)});

    const Bytes direct = sequence({sequence({der::utf8("Direkt")}), sequence({der::octets(Bytes{0x45})}),
        tlv(0xA1, sequence({tlv(0xA0, df.child(0x4301)->content)}))});
    df.child(0x4403)->content = der::join({direct,
        encode(p15::Certificate{{"Underskrift", 0, {}, 0}, {0x46}, false, {hex("4302"), {}, {}, {}}})});
    return card;
}

/** CardOS as an authority issued it: both PINs name an object that unblocks them, and the card has none. */
std::unique_ptr<SoftCard> makeCardOs(const std::string& name, State state)
{
    Code shape;
    shape.minLength = 6;
    // Bit 8 of a reference says that the code is its DF's own; the card's data leave it out.
    auto codes = twoPinsAndPuk(shape, {0x81, "5015", "PIN", "123456"},
        {0x82, "5015", "Signatur-PIN", "654321"}, {0x12, "5015", "PUK", "11223344"}, 10);
    bring(codes, state);
    codes.pop_back();
    Habits habits = habitsOf();
    habits.atr = hex("3BD218008131FE58C90316");
    auto card = std::make_unique<IsoCard>(habits);
    File& master = card->masterFile();
    master.addFile(0x2F00, p15::dirEntry(pkcs15, "CardOS", home), 0x80);
    const File& df = master.addDirectory(0x5015, {pkcs15});
    Layout layout{home, {0, serialNumber(name), "Exempelverk", "Tjänstekort", der::flags({1, 2}), {}}};
    layout.passwords = {
        describe(codes[0], {0x01}, {0x12}, {p15::Local}), describe(codes[1], {0x02}, {0x12}, {p15::Local})};
    layout.passwords[0].reference = hex("01");
    for (p15::Password& password : layout.passwords)
        password.path = p15::Path{home, {}, {}, {}};
    layout.credentials = credentials(name);
    layOut(master, layout);
    for (Code code : codes) {
        code.puk.reset();
        code.scope = &df;
        card->addCode(code);
    }
    return card;
}

} // namespace

std::unique_ptr<IsoCard> makePlainCard(const std::string& name, const PlainWish& wish)
{
    auto codes = codesIn(wish.state);
    if (wish.codes)
        wish.codes(codes);
    Habits habits = habitsOf();
    if (wish.habits)
        wish.habits(habits);
    return make(name, codes, habits, wish.layout);
}

void families::plain(Recipes& recipes)
{
    addInEachState(recipes, plainCards, "PKCS#15 card of no known family (T=1)",
        "just delivered: its data say that no code is chosen", codesIn,
        [](const auto& name, const auto& codes) { return make(name, codes); });
    for (const auto& [state, suffix] : {std::pair{State::Used, "used"}, {State::PinLocked, "pin-locked"}}) {
        const std::string name = std::string("cardos-") + suffix;
        recipes.push_back({{name,
                               "CardOS with local PINs whose PUK no data tell, " + describe(state, {})
                                   + "; PIN 123456, signature PIN 654321",
                               &cardOsCards},
            [name, state = state] { return makeCardOs(name, state); }});
    }
    Habits contactless = habitsOf();
    contactless.atr = hex("3B858001504C41494E5E");
    contactless.codesRefused = true;
    recipes.push_back(
        {{"contactless-plain",
             "PKCS#15 card of no known family on a contactless reader: codes are answered 6982; "
                 + tellValues(codesIn(State::Used)),
             &contactlessCards},
            [=] { return make("contactless-plain", codesIn(State::Used), contactless); }});
    recipes.push_back(
        {{"plain-odd",
             "PKCS#15 card with oddities that OpenSC 0.23 cannot read, identification PIN locked; "
                 + tellValues(codesIn(State::PinLocked)),
             &plainCards},
            [] { return makeOdd("plain-odd"); }});
}

} // namespace softcard
