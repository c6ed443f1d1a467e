// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/wish.h"
#include "tests/core/tampered.h"

namespace kortvakt {
namespace {

using namespace test;
using enum Action::Kind;
using Doubts = std::vector<Doubt>;

Task taskOn(const CardInfo& card, const CodeObject& code, Action::Kind kind)
{
    Task task(card, {kind, code.id, {}});
    task.ids = {code.id};
    return task;
}

Doubts doubtsOf(const CardInfo& card, const CodeObject& code, Action::Kind kind, int digits)
{
    return doubtsAbout(taskOn(card, code, kind), digits);
}

TEST(Doubts, AreNoneAboutAPukOfAFixedLengthOnAKnownCard)
{
    const auto card = FlowCard("classic-v3-pin-locked").read();
    EXPECT_EQ(doubtsOf(card, card.codes.front(), Unlock, 8), Doubts{});
    EXPECT_EQ(taskOn(card, card.codes.front(), Unlock).usualDigits(), std::nullopt);
}

TEST(Doubts, AreAboutAPukThatHasNotEightDigits)
{
    const auto card = FlowCard("fineid-pin-locked").read();
    const auto& code = card.codes.front();
    EXPECT_EQ(taskOn(card, code, Unlock).usualDigits(), 8);
    EXPECT_EQ(doubtsOf(card, code, Unlock, 8), Doubts{});
    EXPECT_EQ(doubtsOf(card, code, Activate, 7), Doubts{Doubt::Length});
}

TEST(Doubts, AreAboutEachUnlockingOfACardThatOnlySpeaksForItself)
{
    const auto card = FlowCard("plain-pin-locked").read();
    const auto& code = *card.find(plainPin);
    for (const auto kind : {Unlock, Set, Activate})
        EXPECT_EQ(doubtsOf(card, code, kind, 8), (Doubts{Doubt::UnknownKind, Doubt::TriesNotTold}));
    EXPECT_EQ(doubtsOf(card, code, Change, 6), Doubts{});
}

TEST(Doubts, AreAboutACurrentCodeThatLooksLikeThePuk)
{
    const auto card = FlowCard("fineid-used").read();
    const auto& code = card.codes.front();
    EXPECT_EQ(doubtsOf(card, code, Change, 8), Doubts{Doubt::LooksLikePuk});
    EXPECT_EQ(doubtsOf(card, code, Change, 6), Doubts{});
    EXPECT_EQ(doubtsOf(card, code, Change, 7), Doubts{});
    EXPECT_EQ(taskOn(card, code, Change).usualDigits(), std::nullopt);
}

TEST(Doubts, AreAboutACurrentCodeThatIsShorterThanNewOnes)
{
    const auto card = FlowCard("piv-used").read();
    EXPECT_EQ(doubtsOf(card, card.codes.front(), Change, 4), Doubts{Doubt::ShortCurrent});
    EXPECT_EQ(doubtsOf(card, card.codes.front(), Change, 6), Doubts{});
}

TEST(Doubts, AreAboutAnActivationPinThatHasNotSevenDigitsWhereTheFamilyHasIt)
{
    const auto card = FlowCard("fineid-2026-delivered").read();
    const auto& code = *card.find(CodeRole::Identification);
    EXPECT_TRUE(holdsActivationPin(card, code));
    EXPECT_EQ(taskOn(card, code, Change).usualDigits(), 7);
    EXPECT_EQ(doubtsOf(card, code, Change, 7), Doubts{});
    EXPECT_EQ(doubtsOf(card, code, Change, 6), Doubts{Doubt::Length});
    EXPECT_EQ(doubtsOf(card, code, Change, 8), (Doubts{Doubt::LooksLikePuk, Doubt::Length}));
}

TEST(Doubts, EndWithTheTriesOfThePuk)
{
    auto card = FlowCard("classic-v3-pin-locked").read();
    auto& puk = *card.codes.front().puk;
    const auto doubts = [&](Action::Kind kind) { return doubtsOf(card, card.codes.front(), kind, 8); };
    puk.triesLeft = 1;
    EXPECT_EQ(doubts(Unlock), Doubts{Doubt::LastTry});
    puk.triesLeft.reset();
    EXPECT_EQ(doubts(Unlock), Doubts{Doubt::TriesNotTold});
    puk.heardTries = 2;
    EXPECT_EQ(doubts(Unlock), Doubts{Doubt::TriesNotTold});
    puk.heardTries = 1;
    EXPECT_EQ(doubts(Unlock), (Doubts{Doubt::TriesNotTold, Doubt::LastTry})) << "an answer told it";
    for (const Doubt doubt : doubts(Unlock))
        EXPECT_FALSE(isAboutDigits(doubt));
    EXPECT_EQ(doubtsOf(card, card.codes.front(), Change, 6), Doubts{});
}

TEST(Doubts, GoByThePukThatNeedsTheMostCareOfSeveral)
{
    auto card = FlowCard("classic-v3-delivered").read();
    Task task(card, {Activate, {}, {}});
    ASSERT_EQ(task.ids.size(), 2u);
    const auto tries = [&](std::optional<int> one, std::optional<int> other) {
        task.card.codes[0].puk->triesLeft = one;
        task.card.codes[1].puk->triesLeft = other;
        return task.triesLeft();
    };
    EXPECT_EQ(tries(5, 3), 3);
    EXPECT_EQ(tries(3, 5), 3);
    EXPECT_EQ(tries(2, {}), std::nullopt) << "it may be one";
    EXPECT_EQ(tries({}, 2), std::nullopt);
    EXPECT_EQ(tries({}, 1), 1);
    EXPECT_EQ(tries(1, {}), 1);
    EXPECT_EQ(doubtsAbout(task, 8), Doubts{Doubt::LastTry});
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
    EXPECT_EQ(taskOn(shown, *code, Change).usualDigits(), std::nullopt);
    EXPECT_EQ(doubtsOf(shown, *code, Change, 4), Doubts{});
    EXPECT_TRUE(planUnlock(shown, code->id));
    EXPECT_TRUE(codesToActivate(shown).empty()) << "it is changed to one of the holder's own";
    for (const auto& action : actionsFor(shown))
        EXPECT_EQ(
            action.unavailable, action.kind == Set ? std::optional(ErrorId::NotPossible) : std::nullopt);
}

} // namespace
} // namespace kortvakt
