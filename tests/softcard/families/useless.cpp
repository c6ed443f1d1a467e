// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "families.h"
#include "tests/softcard/der.h"

namespace softcard {

namespace {

constexpr Family nobody{.name = "", .takesCodes = false};
constexpr Family seeidCards{.name = "seeid",
    .cards = "Swedish cards of the GemSafe kind (SEEID)",
    .note = "How they take a code is not certain, so none is ever sent: the issuer's program changes and "
            "unlocks it.",
    .tellsTries = false,
    .takesCodes = false};
constexpr Family idPrimeCards{.name = "idprime",
    .cards = "Thales IDPrime cards and tokens",
    .note = "They are unblocked with their administrator's key and not with a PUK: the organisation's "
            "program does it.",
    .aid = "A000000018800000000662",
    .takesCodes = false};

using der::hex;

/** A card that never answers, not even to a reset. */
class MuteCard : public IsoCard {
public:
    MuteCard()
        : IsoCard(Habits())
    {
    }
    [[nodiscard]] Bytes transmit(View command) override
    {
        (void)IsoCard::transmit(command);
        return {};
    }
};

std::unique_ptr<SoftCard> makeUnknown()
{
    Habits habits;
    habits.atr = hex("3B6700 00A5204010 1F9000");
    habits.applicationFirst = true;
    return std::make_unique<IsoCard>(habits);
}

/** EMV (books 1 and 3): a directory of payment applications, found by names alone. */
std::unique_ptr<SoftCard> makeBank()
{
    Habits habits;
    habits.atr = hex("3B6800000073C84012009000");
    habits.applicationFirst = true;
    auto card = std::make_unique<IsoCard>(habits);
    card->masterFile().addDirectory(0xDDF1, {hex("315041592E5359532E4444463031")});
    card->masterFile().addDirectory(0xADF1, {hex("A0000000041010")});
    card->masterFile().addDirectory(0xADF2, {hex("A0000000031010")});
    return card;
}

/** A card of this make keeps its PIN and key out of any directory; its application is named as Classic V3's.
 */
std::unique_ptr<SoftCard> makeSeeid()
{
    Habits habits;
    habits.atr = hex("3B7D96000080318065B0831100C883009000");
    habits.applicationFirst = true;
    auto card = std::make_unique<IsoCard>(habits);
    File& df = card->masterFile().addDirectory(0x1600);
    card->masterFile().names = {hex("A0000000180C000001634200")};
    df.addFile(0x0004, Bytes(0x200, 0x00));
    Code pin;
    pin.reference = 0x01;
    pin.application = "1600";
    pin.label = "PIN";
    pin.value = "123456";
    card->addCode(pin);
    return card;
}

/** Containers and compressed certificates in a layout of its own, and a PIN that an administrator's key
 * unblocks. */
std::unique_ptr<SoftCard> makeIdPrime(int tries)
{
    Habits habits;
    habits.atr = hex("3B7F96000080318065B0855956FB120FFE829000");
    habits.applicationFirst = true;
    auto card = std::make_unique<IsoCard>(habits);
    card->masterFile().names = {hex("A000000018800000000662")};
    card->masterFile().addFile(0x0101, Bytes(0x80, 0x00));
    Code pin;
    pin.reference = 0x11;
    pin.application = "A000000018800000000662";
    pin.label = "PIN";
    pin.value = "123456";
    pin.maxLength = pin.storedLength = 16;
    pin.triesMax = 5;
    pin.triesLeft = tries;
    card->addCode(pin);
    return card;
}

} // namespace

void families::useless(Recipes& recipes)
{
    recipes.push_back({{"unknown", "answers, but has no application", &nobody}, makeUnknown});
    recipes.push_back({{"bank", "bank card (EMV applications only)", &nobody}, makeBank});
    recipes.push_back(
        {{"seeid", "GemSafe card, recognised and read-only; PIN 123456", &seeidCards}, makeSeeid});
    recipes.push_back({{"idprime-used", "IDPrime card, recognised and read-only; PIN 123456", &idPrimeCards},
        [] { return makeIdPrime(5); }});
    recipes.push_back({{"idprime-pin-locked",
                           "IDPrime card, recognised and read-only, PIN locked; PIN 123456", &idPrimeCards},
        [] { return makeIdPrime(0); }});
    recipes.push_back({{"mute", "no answer to reset", &nobody}, [] { return std::make_unique<MuteCard>(); }});
}

} // namespace softcard
