// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"

namespace softcard {

namespace {

constexpr Family like(std::string_view name, std::string_view cards, std::string_view note)
{
    return {.name = name,
        .cards = cards,
        .note = note,
        .openSc = "default",
        .aid = "A0000000180C000001634200",
        .block = 16,
        .pad = 0x00,
        .pukDigits = 8,
        .pinDigits = 6,
        .activates = true};
}
constexpr Family skatteverketCards = [] {
    Family out = like("classic-v3", "Swedish ID cards from Skatteverket since 2017",
        "The bytes are a blank card's of the platform; that a Swedish card carries this application is "
        "inferred, "
        "and probed for before anything is sent.");
    out.bytes = "RealBytes.GemaltoAodfHoldsAPinAndItsPuk";
    return out;
}();
constexpr Family sithsCards = like("siths", "SITHS cards on the same platform",
    "Told by their certificates' issuer, for the ATR is shared.");
constexpr Family efosCards = like("efos", "EFOS cards", "Nothing is published of them; the platform is.");
constexpr Family contactlessCards = [] {
    Family out = like("contactless", {}, {});
    out.openSc = {};
    out.takesCodes = out.activates = false;
    return out;
}();

using der::hex;

const Bytes applet = hex("A0000000180C000001634200");
const Bytes firstName = hex("E828BD080F0147656D20503135"), secondName = hex("E828BD080F0247656D20503135");

/** What a card of this platform carries; which codes have been chosen is its state. */
struct Classic {
    std::string name;
    std::string atr;
    std::string puk;
    std::string firstLabel = "GemP15-1", secondLabel = "GemP15-1"; ///< the tokens' labels
    std::vector<Credential> first{}, second{}; ///< guarded by PIN 81 in DF 5000, by PIN 83 in DF 5100
    bool bothInDir = false; ///< EF.DIR lists DF 5100 as well
    bool countsOut = false; ///< a blocked code answers 63C0
    bool contactless = false; ///< reached over the card's other interface, which takes no codes
    bool tellsNeverSet = false; ///< the initialized flag is clear and VERIFY answers 6984
};

Code pin(std::uint8_t reference)
{
    Code code{
        reference, reference == 0x81 ? "5000" : "5100", "User PIN", reference == 0x81 ? "123456" : "654321"};
    code.minLength = 6;
    code.maxLength = code.storedLength = 16;
    code.puk = static_cast<std::uint8_t>(reference + 1);
    return code;
}

Code puk(std::uint8_t reference, const Classic& card)
{
    Code code{reference, reference == 0x82 ? "5000" : "5100", "SO PIN", card.puk};
    code.triesMax = code.triesLeft = 5;
    code.minLength = 6;
    code.maxLength = code.storedLength = 16;
    code.isPuk = true;
    return code;
}

p15::Password object(const Code& code, bool initialized)
{
    using namespace p15;
    Password out;
    out.common.label = code.label;
    out.id = {code.reference};
    if (code.puk)
        out.common.authId = {*code.puk};
    out.flags = der::flags({CaseSensitive, NeedsPadding, ExchangeRefData});
    if (initialized)
        out.flags |= der::flags({Initialized});
    if (code.isPuk)
        out.flags |= der::flags({UnblockDisabled, SoPassword});
    out.type = 2;
    out.minLength = 6;
    out.storedLength = 16;
    out.reference = {0x00, code.reference};
    out.pad = 0x00;
    return out;
}

/** EF.AOD as this platform writes it: two objects, then the end of an older record, then zeros. */
Bytes authObjects(const Code& user, const Code& officer, bool tellsNeverSet)
{
    return der::join({encode(object(user, !(tellsNeverSet && user.value.empty()))),
        encode(object(officer, true)), hex("020082040100")});
}

Bytes absolute(unsigned df, unsigned file)
{
    return der::join({hex("3F00"), der::word(df), der::word(file)});
}

void layOut(File& df, const std::string& serialOf, const std::string& label, const Bytes& aod,
    std::vector<Credential> credentials)
{
    for (unsigned i = 0; i < credentials.size(); ++i) {
        Credential& it = credentials[i];
        it.path = absolute(df.id, 0x5040 + i);
        it.keyReference = static_cast<int>(3 + i);
        it.guardedBy = {static_cast<std::uint8_t>(df.id == 0x5000 ? 0x81 : 0x83)};
        it.seed = serialOf;
        df.addFile(static_cast<std::uint16_t>(0x5040 + i), certificateOf(it));
    }
    Bytes odf;
    for (const auto& [tag, file] : std::vector<std::pair<std::uint8_t, unsigned>>{{0xA8, 0x5006},
             {0xA0, 0x5001}, {0xA1, 0x5002}, {0xA4, 0x5003}, {0xA7, 0x5004}, {0xA7, 0x5005}, {0xA3, 0x5007}})
        odf = der::join({odf, p15::odfEntry(tag, absolute(df.id, file))});
    p15::TokenInfo info{1, serialNumber(serialOf), "Gemalto S.A.", label, der::flags({1, 2}), {}};
    df.addFile(0x5031, odf);
    df.addFile(0x5032, encode(info));
    df.addFile(0x5001, keyDirectory(credentials), 0x200);
    df.addFile(0x5002, {}, 0x80);
    df.addFile(0x5003, certificateDirectory(credentials), 0x200);
    df.addFile(0x5004, {}, 0x40);
    df.addFile(0x5005, {}, 0x40).readCode = static_cast<std::uint8_t>(df.id == 0x5000 ? 0x81 : 0x83);
    df.addFile(0x5006, aod, 0xC0);
    df.addFile(0x5007, {}, 0x40);
}

Habits habitsOf(const Classic& card)
{
    Habits habits;
    habits.atr = hex(card.atr);
    habits.t0 = !card.contactless;
    habits.codesRefused = card.contactless;
    habits.silentApplication = true;
    habits.readMost = 248;
    habits.blockedStatus = card.countsOut ? 0x63C0 : 0x6983;
    habits.neverSetStatus = card.tellsNeverSet ? 0x6984 : habits.blockedStatus;
    habits.data[0xDF30] = hex("DF30 05 76332E3033");
    return habits;
}

std::unique_ptr<SoftCard> make(const Classic& card, std::vector<Code> codes)
{
    auto out = std::make_unique<IsoCard>(habitsOf(card));
    File& master = out->masterFile();
    master.names = {applet};
    File& first = master.addDirectory(0x5000, {firstName});
    File& second = master.addDirectory(0x5100, {secondName});
    layOut(
        first, card.name, card.firstLabel, authObjects(codes[0], codes[1], card.tellsNeverSet), card.first);
    layOut(second, card.name, card.secondLabel, authObjects(codes[2], codes[3], card.tellsNeverSet),
        card.second);
    Bytes dir = p15::dirEntry(firstName, "", hex("3F005000"));
    if (card.bothInDir)
        dir = der::join({dir, p15::dirEntry(secondName, "", hex("3F005100"))});
    master.addFile(0x2F00, dir);
    for (Code& code : codes) {
        code.scope = code.application == "5000" ? &first : &second;
        out->addCode(code);
    }
    return out;
}

std::vector<Code> codesIn(State state, const Classic& card)
{
    std::vector<Code> codes{pin(0x81), puk(0x82, card), pin(0x83), puk(0x84, card)};
    bring(codes, state);
    return codes;
}

Credential credential(
    KeyUse use, std::string label, const Issuer& issuer, const Person& holder, const char* id)
{
    Credential out;
    out.use = use;
    out.label = std::move(label);
    out.issuer = issuer;
    out.holder = holder;
    out.id = Bytes(id, id + std::string_view(id).size());
    out.keyLabel = use == KeyUse::Signature ? "RSA Private 5-2048-Sig" : "RSA Private 1-2048-Dec-Sig";
    out.keyNumber = use == KeyUse::Signature ? 2 : 1;
    return out;
}

Classic skatteverket(std::string name)
{
    const Person anna{"Anna", "Andersson", personalNumber("19850412", 982)};
    const Issuer issuer{"SE", "Skatteverket", "Skatteverket Test CA v3"};
    Classic card{std::move(name), "3B7F96000080318065B0850300EF120FFF829000", "12345678"};
    card.first = {
        credential(KeyUse::Authentication, "Anna Andersson (legitimering)", issuer, anna, "IdentificationC"),
        credential(KeyUse::Authority, "Skatteverket Test CA v3", issuer, anna, "CA")};
    card.second = {credential(KeyUse::Signature, "Anna Andersson (underskrift)", issuer, anna, "SignatureC")};
    return card;
}

Classic siths(std::string name)
{
    const Person person{"Kerstin", "Ågren", personalNumber("19780923", 984)};
    Person employee = person;
    employee.serialNumber = "SE2321000016-TST9";
    const Issuer byPerson{"SE", "Inera AB", "TEST SITHS e-id Person ID 3 CA v1"};
    const Issuer byEmployer{"SE", "Inera AB", "TEST SITHS e-id Person HSA-id 3 CA v1"};
    Classic card{std::move(name), "3B7F96000080318065B08504001112 02F0 829000", "23456789"};
    card.firstLabel = "SITHS e-id kort (Legitimering)";
    card.secondLabel = "SITHS e-id kort (Underskrift)";
    card.first = {credential(KeyUse::Authentication, "Kerstin Ågren Legitimering HSA-id", byEmployer,
                      employee, "IdentificationC"),
        credential(KeyUse::Authentication, "Kerstin Ågren Legitimering", byPerson, person, "IdentificationP"),
        credential(KeyUse::Encryption, "Kerstin Ågren Kryptering", byEmployer, employee, "EncryptionC")};
    card.second = {
        credential(KeyUse::Signature, "Kerstin Ågren Underskrift HSA-id", byEmployer, employee, "SignatureC"),
        credential(KeyUse::Signature, "Kerstin Ågren Underskrift", byPerson, person, "SignatureP")};
    card.bothInDir = card.countsOut = true;
    return card;
}

Classic efos(std::string name)
{
    const Person erik{"Erik", "Eriksson", personalNumber("19690130", 981)};
    const Issuer issuer{"SE", "Försäkringskassan", "TEST EFOS Person CA v2"};
    Classic card{std::move(name), "3B7F96000080318065B0850300EF12 02F0 829000", "34567890"};
    card.firstLabel = "Tjänstekort EID (legitimera)";
    card.secondLabel = "Tjänstekort EID (underskrift)";
    card.first = {credential(KeyUse::Authentication, "EFOS legitimering", issuer, erik, "RSA prk 1")};
    card.second = {credential(KeyUse::Signature, "EFOS underskrift", issuer, erik, "RSA prk 5")};
    card.bothInDir = true;
    return card;
}

using Maker = Classic (*)(std::string);

void add(Recipes& recipes, const Family& family, const std::string& kind, Maker maker)
{
    addInEachState(
        recipes, family, kind, "just delivered: no code chosen yet, looks just like locked",
        [=](State state) { return codesIn(state, maker({})); },
        [=](const auto& name, const auto& codes) { return make(maker(name), codes); });
}

void addVariant(Recipes& recipes, const std::string& name, const std::string& what,
    const std::function<void(Classic&, std::vector<Code>&)>& change)
{
    Classic card = skatteverket(name);
    auto codes = codesIn(State::Used, card);
    change(card, codes);
    const Family& family = card.contactless ? contactlessCards : skatteverketCards;
    recipes.push_back({{name, "Skatteverket ID card, " + what + "; " + tellValues(codes), &family},
        [=] { return make(card, codes); }});
}

} // namespace

void families::thales_classic(Recipes& recipes)
{
    add(recipes, skatteverketCards, "Skatteverket ID card (Thales Classic V3)", skatteverket);
    addVariant(recipes, "classic-v3-delivered-told", "just delivered: the card tells that no code is chosen",
        [](Classic& card, std::vector<Code>& codes) {
            card.tellsNeverSet = true;
            codes = codesIn(State::Delivered, card);
        });
    addVariant(recipes, "classic-v3-no-signature", "signature PIN never chosen, which the card tells",
        [](Classic& card, std::vector<Code>& codes) {
            card.tellsNeverSet = true;
            codes[2] = neverSet(codes[2]);
        });
    addVariant(recipes, "classic-v3-last-try", "every code with one try left",
        [](Classic&, std::vector<Code>& codes) {
            for (Code& code : codes)
                code.triesLeft = 1;
        });
    addVariant(recipes, "classic-v3-expiring", "certificates end in 20 days",
        [](Classic& card, std::vector<Code>&) { card.first[0].daysLeft = card.second[0].daysLeft = 20; });
    addVariant(recipes, "classic-v3-expired", "certificates ended yesterday",
        [](Classic& card, std::vector<Code>&) { card.first[0].daysLeft = card.second[0].daysLeft = -1; });
    addVariant(recipes, "contactless", "on a contactless reader: codes are answered 6982",
        [](Classic& card, std::vector<Code>&) {
            card.atr = "3B8F80018031D865B085050011127520829000 76";
            card.contactless = true;
        });
    add(recipes, sithsCards, "SITHS card (Inera), five certificates", siths);
    add(recipes, efosCards, "EFOS card", efos);
}

} // namespace softcard
