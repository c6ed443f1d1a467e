// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/der.h"
#include "tests/softcard/family.h"

namespace softcard {

namespace {

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

} // namespace

void addUseless(Recipes& recipes)
{
    recipes.push_back({{"unknown", "answers, but has no application"}, makeUnknown});
    recipes.push_back({{"bank", "bank card (EMV applications only)"}, makeBank});
    recipes.push_back({{"mute", "no answer to reset"}, [] { return std::make_unique<MuteCard>(); }});
}

} // namespace softcard
