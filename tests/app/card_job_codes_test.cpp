// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "card_job_fixture.h"

#include "pcsc/monitor.h"

#include <gmock/gmock.h>

#include <thread>

using namespace kortvakt;
using namespace kortvakt::test;
using softpcsc::Fault;
using Kind = CodeResult::Kind;

namespace {

TEST_F(CardJob, SetsACodeWithThePuk)
{
    const auto outcome = unlock(shown("classic-v3-pin-locked"));
    EXPECT_FALSE(outcome.error);
    ASSERT_EQ(outcome.results.size(), 1u);
    EXPECT_EQ(outcome.results[0].kind, Kind::Accepted);
    EXPECT_EQ(onCard(signature), fresh);
    EXPECT_EQ(codesSent(), 1);
    ASSERT_TRUE(outcome.card);
    EXPECT_EQ(outcome.card->find(signature)->state, CodeState::Ready);
    EXPECT_TRUE(outcome.unused.empty());
}

TEST_F(CardJob, SetsACodeWithTheOldOne)
{
    const CardInfo card = shown("classic-v3-used");
    std::vector<Fresh> codes;
    codes.push_back({signature, Secret(fresh)});
    const auto outcome =
        app::codeJob(reader, {card, With::OldCode, Secret("654321"), std::move(codes), {}}, {});
    ASSERT_EQ(outcome.results.size(), 1u);
    EXPECT_EQ(outcome.results[0].kind, Kind::Accepted);
    EXPECT_EQ(onCard(signature), fresh);
    EXPECT_EQ(codesSent(), 1);
}

TEST_F(CardJob, KnowsOfACodeThatItSawLockThatItIsLocked)
{
    CardInfo card = shown("classic-v3-used");
    for (int i = 0; i < 3; ++i) {
        std::vector<Fresh> codes;
        codes.push_back({signature, Secret(fresh)});
        const auto outcome =
            app::codeJob(reader, {card, With::OldCode, Secret("111222"), std::move(codes), {}}, {});
        ASSERT_TRUE(outcome.card);
        card = *outcome.card;
    }
    EXPECT_EQ(card.find(signature)->state, CodeState::Locked);
    EXPECT_EQ(app::readJob(reader, {}).card->find(signature)->state, CodeState::LockedOrNeverSet)
        << "the card alone does not tell";
}

TEST_F(CardJob, MarksACodeThatItUnlockedWhereTheCardDoesNotTell)
{
    const CardInfo card = shown("telia-pin-locked");
    const CodeObject* const pin = card.find(CodeRole::Identification);
    ASSERT_NE(pin, nullptr);
    std::string right;
    softpcsc::withCard(reader, [&](const softcard::SoftCard& soft) {
        for (const auto& status : soft.codes())
            if (status.name.ends_with(toHex(Bytes{pin->puk->reference})))
                right = status.value;
    });
    for (const auto& [typed, unlocked] : {std::pair(wrongPuk, false), std::pair(right, true)}) {
        std::vector<Fresh> codes;
        codes.push_back({pin->id, Secret(fresh)});
        const auto outcome = app::codeJob(reader, {card, With::Puk, Secret(typed), std::move(codes), {}}, {});
        ASSERT_TRUE(outcome.card);
        for (const CodeObject& code : outcome.card->codes)
            EXPECT_EQ(code.unlockedJustNow, unlocked && code.id == pin->id);
    }
}

TEST_F(CardJob, HandsTheNewCodeBackAfterAWrongPuk)
{
    const auto outcome = unlock(shown("classic-v3-used"), wrongPuk);
    ASSERT_EQ(outcome.results.size(), 1u);
    EXPECT_EQ(outcome.results[0].kind, Kind::Wrong);
    EXPECT_EQ(outcome.results[0].triesLeft, 4);
    EXPECT_EQ(codesSent(), 1);
    ASSERT_EQ(outcome.unused.size(), 1u);
    EXPECT_TRUE(outcome.unused[0].digits.sameAs(Secret(fresh)));
    ASSERT_TRUE(outcome.card);
    EXPECT_EQ(outcome.card->find(signature)->puk->triesLeft, 4);
}

TEST_F(CardJob, ActivatesTwoCodesWithOnePuk)
{
    const auto outcome = activate(shown("classic-v3-delivered"));
    EXPECT_FALSE(outcome.error);
    ASSERT_EQ(outcome.results.size(), 2u);
    EXPECT_EQ(outcome.results[0].kind, Kind::Accepted);
    EXPECT_EQ(outcome.results[1].kind, Kind::Accepted);
    EXPECT_EQ(onCard(identification), fresh);
    EXPECT_EQ(onCard(signature), otherFresh);
    EXPECT_EQ(codesSent(), 2);
}

TEST_F(CardJob, StopsAtTheFirstCodeThatIsNotAccepted)
{
    const auto outcome = activate(shown("classic-v3-delivered"), wrongPuk);
    ASSERT_EQ(outcome.results.size(), 1u);
    EXPECT_EQ(outcome.results[0].kind, Kind::Wrong);
    EXPECT_EQ(codesSent(), 1);
    EXPECT_TRUE(outcome.unused.empty());
}

TEST_F(CardJob, UsesOnePukForNoCodeOfAnotherPuk)
{
    CardInfo card = shown("classic-v3-delivered");
    for (CodeObject& code : card.codes)
        code.puk->shared = false;
    const auto outcome = activate(card);
    ASSERT_EQ(outcome.results.size(), 1u);
    EXPECT_EQ(outcome.results[0].kind, Kind::Refused);
    EXPECT_EQ(outcome.results[0].error, ErrorId::NotPossible);
    EXPECT_EQ(codesSent(), 0);
}

TEST_F(CardJob, SetsNoTwoCodesAlike)
{
    const auto outcome = activate(shown("classic-v3-delivered"), puk, fresh);
    ASSERT_EQ(outcome.results.size(), 1u);
    EXPECT_EQ(outcome.results[0].error, ErrorId::SameAsOther);
    EXPECT_EQ(codesSent(), 0);
}

TEST_F(CardJob, SendsNothingToAnotherCardThanWasShown)
{
    const CardInfo card = shown("classic-v3-used");
    for (const auto* other : {"efos-used", "telia-used", "plain-used", "bank"}) {
        softpcsc::insert(reader, softcard::make(other));
        const auto outcome = unlock(card);
        ASSERT_TRUE(outcome.error) << other;
        EXPECT_EQ(outcome.error->id, ErrorId::CardSwapped) << other;
        EXPECT_FALSE(outcome.error->codeSent);
        EXPECT_EQ(codesSent(), 0) << other;
        EXPECT_FALSE(outcome.card) << "another card is not told as the one that was meant";
    }
}

TEST_F(CardJob, TellsACardThatWasPulledBeforeItBeganAsRemoved)
{
    const CardInfo card = shown("classic-v3-used");
    const auto removed = [&] {
        const auto outcome = unlock(card);
        return outcome.error && outcome.error->id == ErrorId::CardRemoved && !outcome.error->codeSent;
    };
    softpcsc::pull(reader);
    EXPECT_TRUE(removed());
    softpcsc::removeReader(reader);
    EXPECT_TRUE(removed());
}

TEST_F(CardJob, SendsNothingToTheSameCardPutInAnew)
{
    const CardInfo card = shown("classic-v3-used");
    const auto events = pcsc::look().slots.front().events;
    softpcsc::insert(reader, softpcsc::pull(reader));
    std::vector<Fresh> codes;
    codes.push_back({signature, Secret(fresh)});
    const auto outcome =
        app::codeJob(reader, {card, With::Puk, Secret(puk), std::move(codes), {}}, {}, events);
    ASSERT_TRUE(outcome.error);
    EXPECT_EQ(outcome.error->id, ErrorId::CardSwapped);
    EXPECT_EQ(codesSent(), 0);
}

TEST_F(CardJob, TellsEachResultBeforeTheCardIsReadAgain)
{
    const CardInfo card = shown("classic-v3-delivered");
    std::vector<Fresh> codes;
    codes.push_back({identification, Secret(fresh)});
    codes.push_back({signature, Secret(otherFresh)});
    std::vector<std::string> steps;
    const auto outcome = app::codeJob(
        reader, {card, With::Puk, Secret(puk), std::move(codes), {}},
        [&](Stage stage, const CardInfo*) {
            if (stage == Stage::Working)
                steps.emplace_back("working");
        },
        pcsc::look().slots.front().events,
        [&](const CodeResult& result) {
            EXPECT_EQ(result.kind, Kind::Accepted);
            steps.emplace_back("heard");
        });
    EXPECT_TRUE(outcome.card);
    EXPECT_THAT(steps, testing::ElementsAre("working", "heard", "working", "heard", "working"));
}

TEST_F(CardJob, SendsNothingWhenNobodyWantsItAnyMore)
{
    const auto outcome = unlock(shown("classic-v3-used"), puk, [] { return false; });
    ASSERT_EQ(outcome.results.size(), 1u);
    EXPECT_EQ(outcome.results[0].error, ErrorId::Cancelled);
    EXPECT_EQ(codesSent(), 0);
}

/** Pulls the card at every step of @p job, and compares what is told with what the card got. */
void pullAtEveryStep(
    const std::string& name, const CardInfo& card, std::size_t codes, Outcome (*job)(const CardInfo&))
{
    for (const Fault fault : {Fault::CommandLost, Fault::AnswerLost}) {
        bool unsureSeen = false;
        for (int step = 0;; ++step) {
            ASSERT_LT(step, 500);
            softpcsc::insert(reader, softcard::make(name));
            softpcsc::failAt(reader, step, fault);
            const auto outcome = job(card);
            const auto pulled = softpcsc::takePulled(reader);
            if (!pulled) {
                EXPECT_FALSE(outcome.error);
                EXPECT_EQ(outcome.results.size(), codes);
                EXPECT_TRUE(outcome.card);
                break; // every step has been pulled once
            }
            ASSERT_TRUE(std::ranges::all_of(
                outcome.results, [](const CodeResult& result) { return result.kind == Kind::Accepted; }));
            const auto received = static_cast<std::size_t>(pulled->counts().codeCommands);
            if (!outcome.error) {
                ASSERT_EQ(outcome.results.size(), codes) << "all was done, or it says why not";
                ASSERT_EQ(received, codes) << step;
                continue; // pulled while it was read again: what was accepted is told all the same
            }
            const bool unsure = outcome.error->codeSent;
            ASSERT_EQ(outcome.error->id, unsure ? ErrorId::CardRemovedUnsure : ErrorId::CardRemoved) << step;
            ASSERT_LT(outcome.results.size(), codes);
            ASSERT_GE(received, outcome.results.size()) << step;
            ASSERT_LE(received, outcome.results.size() + (unsure ? 1u : 0u)) << step;
            unsureSeen |= unsure;
        }
        EXPECT_TRUE(unsureSeen);
        softpcsc::failAt(reader, -1, fault);
    }
}

TEST_F(CardJob, SurvivesTheCardBeingPulledAtEveryStepOfUnlocking)
{
    constexpr auto name = "classic-v3-pin-locked";
    pullAtEveryStep(name, shown(name), 1, [](const CardInfo& card) { return unlock(card); });
}

TEST_F(CardJob, SurvivesTheCardBeingPulledAtEveryStepOfActivating)
{
    constexpr auto name = "classic-v3-delivered";
    pullAtEveryStep(name, shown(name), 2, [](const CardInfo& card) { return activate(card); });
}

TEST_F(CardJob, NeverSendsACodeAgainAfterAReset)
{
    const int at = codeCommand();
    for (const int step : {0, at - 1, at, at + 1}) {
        const CardInfo card = shown("classic-v3-used");
        softpcsc::failAt(reader, step, Fault::ResetByOther);
        const auto outcome = unlock(card);
        EXPECT_LE(codesSent(), 1);
        if (step > at) {
            EXPECT_EQ(outcome.results.size(), 1u) << "what was accepted stays so";
            continue;
        }
        ASSERT_TRUE(outcome.error);
        EXPECT_EQ(outcome.error->id, ErrorId::CardBusy);
        EXPECT_EQ(outcome.error->codeSent, step == at);
        EXPECT_EQ(codesSent(), 0);
    }
}

TEST_F(CardJob, SaysThatTheCardFellSilentOverACode)
{
    const int at = codeCommand();
    const CardInfo card = shown("classic-v3-used");
    softpcsc::failAt(reader, at, Fault::Mute);
    std::optional<Outcome> outcome;
    std::thread job([&] { outcome = unlock(card); });
    EXPECT_TRUE(softpcsc::awaitBlocked(1));
    softpcsc::release(reader);
    job.join();
    ASSERT_TRUE(outcome->error);
    EXPECT_EQ(outcome->error->id, ErrorId::CardSilent);
    EXPECT_TRUE(outcome->error->codeSent);
}

} // namespace
