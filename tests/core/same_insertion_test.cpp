// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Cards that nothing on them tells from others of their kind: told by not having left the reader (rule 10).
#include "tests/core/tampered.h"
#include "tests/softcard/family.h"

namespace kortvakt::test {
namespace {

using softcard::Habits;
using softcard::State;
using Kind = CodeResult::Kind;

/** A reader that counts cards that are put in and pulled, where it can. */
class Counting : public SoftChannel {
public:
    Counting(softcard::SoftCard& card, std::optional<unsigned> count)
        : SoftChannel(card)
        , count_(count)
    {
    }
    [[nodiscard]] std::optional<unsigned> insertion() override { return count_; }

private:
    std::optional<unsigned> count_;
};

/** A security key just out of its box: neither identifier nor certificate, and no serial number. */
std::unique_ptr<softcard::SoftCard> nameless()
{
    return softcard::makePivCard("nameless",
        {State::PinLocked,
            [](Habits& habits) {
                habits.atr = fromHex("3B80800101");
                habits.objects = {{fromHex("5FC107"), fromHex("F000")}};
            },
            {}});
}

class SameInsertion : public testing::Test {
protected:
    CardInfo readIn(std::optional<unsigned> count)
    {
        card.soft().reset();
        Counting channel(card.soft(), count);
        return readOver(channel, card.atr());
    }
    CodeResult unlockIn(std::optional<unsigned> count, const CardInfo& shown)
    {
        card.soft().reset();
        Counting channel(card.soft(), count);
        return card.unlockOver(channel, shown, shown.codes.at(0).id, "12345678", "714285");
    }
    FlowCard card{nameless()};
};

TEST_F(SameInsertion, IsIdentityEnoughForANamelessCard)
{
    const auto shown = readIn(4);
    ASSERT_EQ(shown.codes.size(), 1u);
    EXPECT_EQ(shown.codes.front().cannotUnlock, std::nullopt);
    EXPECT_EQ(shown.codes.front().cannotChange, std::nullopt);
    EXPECT_EQ(shown.identity.insertion, 4u);
    EXPECT_EQ(unlockIn(4, shown).kind, Kind::Accepted);
    EXPECT_EQ(card.status(shown.codes.front().id).value, "714285");
}

TEST_F(SameInsertion, AnotherOneIsAnotherCard)
{
    const auto shown = readIn(4);
    for (const auto later : {5u, 6u, 0u})
        EXPECT_EQ(breakdownOf([&] { (void)unlockIn(later, shown); }), ErrorId::CardSwapped) << later;
    EXPECT_TRUE(breakdownOf([&] { (void)unlockIn({}, shown); })) << "it cannot be told any more";
    EXPECT_EQ(card.codesReceived(), 0);
}

TEST_F(SameInsertion, ThatNobodyCountsTellsNoCard)
{
    const auto shown = readIn({});
    ASSERT_EQ(shown.codes.size(), 1u);
    EXPECT_EQ(shown.codes.front().cannotUnlock, ErrorId::NoIdentity);
    EXPECT_EQ(shown.codes.front().cannotChange, ErrorId::NoIdentity);
    EXPECT_EQ(unlockIn(4, shown).error, ErrorId::NoIdentity);
    EXPECT_EQ(card.codesReceived(), 0);
}

TEST_F(SameInsertion, IsNotAskedOfACardThatHasAName)
{
    card.swap("piv-pin-locked");
    const auto shown = readIn(4);
    EXPECT_EQ(shown.identity.insertion, std::nullopt);
    EXPECT_EQ(unlockIn(5, shown).kind, Kind::Accepted) << "what is on it tells that it is the same card";
}

} // namespace
} // namespace kortvakt::test
