// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/code_doubts.h"
#include "tests/core/tampered.h"

namespace kortvakt {
namespace {

using namespace test;
using enum Action::Kind;
using Doubts = std::vector<Doubt>;

TEST(Doubts, AreNoneAboutAPukOfAFixedLengthOnAKnownCard)
{
    const auto card = FlowCard("classic-v3-pin-locked").read();
    EXPECT_EQ(doubtsAbout(card, card.codes.front(), Unlock, 8), Doubts{});
    EXPECT_EQ(usualDigits(card, card.codes.front(), Unlock), std::nullopt);
}

TEST(Doubts, AreAboutAPukThatHasNotEightDigits)
{
    const auto card = FlowCard("fineid-pin-locked").read();
    const auto& code = card.codes.front();
    EXPECT_EQ(usualDigits(card, code, Unlock), 8);
    EXPECT_EQ(doubtsAbout(card, code, Unlock, 8), Doubts{});
    EXPECT_EQ(doubtsAbout(card, code, Activate, 7), Doubts{Doubt::Length});
}

TEST(Doubts, AreAboutEachUnlockingOfACardThatOnlySpeaksForItself)
{
    const auto card = FlowCard("plain-pin-locked").read();
    const auto& code = *card.find(plainPin);
    for (const auto kind : {Unlock, Set, Activate})
        EXPECT_EQ(doubtsAbout(card, code, kind, 8), Doubts{Doubt::UnknownKind});
    EXPECT_EQ(doubtsAbout(card, code, Change, 6), Doubts{});
}

TEST(Doubts, AreAboutACurrentCodeThatLooksLikeThePuk)
{
    const auto card = FlowCard("fineid-used").read();
    const auto& code = card.codes.front();
    EXPECT_EQ(doubtsAbout(card, code, Change, 8), Doubts{Doubt::LooksLikePuk});
    EXPECT_EQ(doubtsAbout(card, code, Change, 6), Doubts{});
    EXPECT_EQ(doubtsAbout(card, code, Change, 7), Doubts{});
    EXPECT_EQ(usualDigits(card, code, Change), std::nullopt);
}

TEST(Doubts, AreAboutACurrentCodeThatIsShorterThanNewOnes)
{
    const auto card = FlowCard("piv-used").read();
    EXPECT_EQ(doubtsAbout(card, card.codes.front(), Change, 4), Doubts{Doubt::ShortCurrent});
    EXPECT_EQ(doubtsAbout(card, card.codes.front(), Change, 6), Doubts{});
}

TEST(Doubts, AreAboutAnActivationPinThatHasNotSevenDigitsWhereTheFamilyHasIt)
{
    const auto card = FlowCard("fineid-2026-delivered").read();
    const auto& code = *card.find(CodeRole::Identification);
    EXPECT_TRUE(holdsActivationPin(card, code));
    EXPECT_EQ(usualDigits(card, code, Change), 7);
    EXPECT_EQ(doubtsAbout(card, code, Change, 7), Doubts{});
    EXPECT_EQ(doubtsAbout(card, code, Change, 6), Doubts{Doubt::Length});
    EXPECT_EQ(doubtsAbout(card, code, Change, 8), (Doubts{Doubt::LooksLikePuk, Doubt::Length}));
}

TEST(EstonianEnvelopePin, HasNoSevenDigitsAndMayBeUnlockedToo)
{
    FlowCard card("esteid-thales-used");
    Tampered channel(card.soft());
    channel.replacements["DF2F0101"] = "DF2F0100";
    const auto shown = readOver(channel, card.atr());
    const auto* code = shown.find(CodeRole::Identification);
    ASSERT_NE(code, nullptr);
    EXPECT_TRUE(code->deliveryCode);
    EXPECT_FALSE(holdsActivationPin(shown, *code));
    EXPECT_EQ(usualDigits(shown, *code, Change), std::nullopt);
    EXPECT_EQ(doubtsAbout(shown, *code, Change, 4), Doubts{});
    EXPECT_TRUE(planUnlock(shown, code->id));
    EXPECT_TRUE(codesToActivate(shown).empty()) << "it is changed to one of the holder's own";
    for (const auto& action : actionsFor(shown))
        EXPECT_EQ(
            action.unavailable, action.kind == Set ? std::optional(ErrorId::NotPossible) : std::nullopt);
}

} // namespace
} // namespace kortvakt
