// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/core/flow_card.h"

/** What settings and policies turn off is neither offered nor done, whoever asks for it. */
namespace kortvakt::test {
namespace {

using Kind = CodeResult::Kind;

const CodeId identification{"5000", 0x81};

std::optional<ErrorId> unavailable(const CardInfo& card, Action::Kind kind)
{
    for (const Action& action : actionsFor(card)) {
        if (action.kind == kind && action.code == identification)
            return action.unavailable;
    }
    ADD_FAILURE() << "no such action";
    return {};
}

TEST(HouseRules, OfferAllThatTheCardAllowsAsMade)
{
    for (const auto& name : servedPersonalities()) {
        FlowCard card(name);
        for (const Action& action : actionsFor(card.read()))
            EXPECT_NE(action.unavailable, ErrorId::HiddenByPolicy) << name;
    }
}

TEST(HouseRules, HideUnlockingAndSendNothingForIt)
{
    FlowCard card("classic-v3-pin-locked");
    auto shown = card.read();
    shown.rules.unlock = false;
    EXPECT_EQ(unavailable(shown, Action::Kind::Unlock), ErrorId::HiddenByPolicy);
    EXPECT_FALSE(planUnlock(shown, identification));
    const auto result = card.unlock(shown, identification, "12345678", "714285");
    EXPECT_EQ(result.kind, Kind::Refused);
    EXPECT_EQ(result.error, ErrorId::HiddenByPolicy);
    EXPECT_EQ(card.codesReceived(), 0);
}

TEST(HouseRules, HideChangingAndSendNothingForIt)
{
    FlowCard card("classic-v3-used");
    auto shown = card.read();
    shown.rules.change = false;
    EXPECT_EQ(unavailable(shown, Action::Kind::Change), ErrorId::HiddenByPolicy);
    EXPECT_EQ(unavailable(shown, Action::Kind::Unlock), std::nullopt);
    const auto result = card.change(shown, identification, "123456", "714285");
    EXPECT_EQ(result.error, ErrorId::HiddenByPolicy);
    EXPECT_EQ(card.codesReceived(), 0);
}

TEST(HouseRules, HideChoosingOfACodeThatWasNeverChosenAlsoUnderItsOtherName)
{
    FlowCard card("classic-v3-delivered-told");
    auto shown = card.read();

    shown.rules.choose = false;
    EXPECT_EQ(unavailable(shown, Action::Kind::Set), ErrorId::HiddenByPolicy);
    EXPECT_EQ(unavailable(shown, Action::Kind::Unlock), ErrorId::HiddenByPolicy);
    EXPECT_TRUE(codesToActivate(shown).empty());
    EXPECT_EQ(card.unlock(shown, identification, "12345678", "714285").error, ErrorId::HiddenByPolicy);
    shown.rules = {};
    shown.rules.unlock = false;
    EXPECT_EQ(unavailable(shown, Action::Kind::Set), std::nullopt);
    EXPECT_EQ(codesToActivate(shown).size(), 2u);
    EXPECT_EQ(card.codesReceived(), 0);
}

TEST(HouseRules, CloseACodeThatMayBeLockedOrNeverChosenWhenEitherIsTurnedOff)
{
    for (bool CodeRules::*off : {&CodeRules::unlock, &CodeRules::choose}) {
        FlowCard card("classic-v3-delivered");
        auto shown = card.read();
        ASSERT_EQ(shown.codes.front().state, CodeState::LockedOrNeverSet);
        shown.rules.*off = false;
        for (const auto kind : {Action::Kind::Set, Action::Kind::Unlock})
            EXPECT_EQ(unavailable(shown, kind), ErrorId::HiddenByPolicy);
        EXPECT_EQ(card.unlock(shown, identification, "12345678", "714285").error, ErrorId::HiddenByPolicy);
        EXPECT_EQ(card.codesReceived(), 0);
    }
}

TEST(HouseRules, HideActivationAndLeaveChoosingOneCode)
{
    FlowCard card("classic-v3-delivered");
    auto shown = card.read();
    shown.rules.activate = false;
    EXPECT_TRUE(codesToActivate(shown).empty());
    const auto actions = actionsFor(shown);
    EXPECT_EQ(actions.front().kind, Action::Kind::Activate);
    EXPECT_EQ(actions.front().unavailable, ErrorId::HiddenByPolicy);
    EXPECT_EQ(unavailable(shown, Action::Kind::Set), std::nullopt);
}

TEST(HouseRules, NarrowLengthsWithinWhatTheCardTakes)
{
    struct Case {
        int cardMin, cardMax, ruleMin, ruleMax, min, max;
    };
    for (const Case& one : {Case{4, 12, 0, 0, 4, 12}, Case{4, 12, 6, 8, 6, 8}, Case{4, 12, 2, 16, 4, 12},
             Case{6, 6, 8, 10, 6, 6}, Case{6, 8, 4, 5, 6, 6}, Case{4, 12, 9, 6, 6, 6},
             Case{4, 12, 20, 0, 12, 12}}) {
        CardInfo card;
        CodeObject code;
        code.freshMin = one.cardMin;
        code.freshMax = one.cardMax;
        card.rules.minLength = one.ruleMin;
        card.rules.maxLength = one.ruleMax;
        const auto lengths = freshLengths(card, code);
        EXPECT_EQ(lengths.min, one.min) << one.ruleMin << '-' << one.ruleMax;
        EXPECT_EQ(lengths.max, one.max) << one.ruleMin << '-' << one.ruleMax;
    }
}

TEST(HouseRules, RefuseANewCodeOfALengthThatTheyRuleOut)
{
    int refused = 0;
    for (const auto& name : servedPersonalities()) {
        FlowCard card(name);
        auto shown = card.read();
        for (const auto& code : shown.codes) {
            if (!planUnlock(shown, code.id) || code.freshMax <= code.freshMin)
                continue;
            shown.rules.minLength = code.freshMin + 1;
            const auto fresh = std::string("714285362918").substr(0, static_cast<std::size_t>(code.freshMin));
            const auto result = card.unlock(shown, code.id, "12345678", fresh.c_str());
            EXPECT_EQ(result.error, ErrorId::TooShort) << name;
            ++refused;
        }
        EXPECT_EQ(card.codesReceived(), 0) << name;
    }
    EXPECT_GT(refused, 0);
}

} // namespace
} // namespace kortvakt::test
