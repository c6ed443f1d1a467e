// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/jobs/card_job.h"
#include "pcsc/monitor.h"

#include "tests/support/soft_fixture.h"

#include <gmock/gmock.h>

#include <thread>

using namespace kortvakt;
using namespace kortvakt::test;
using softpcsc::Fault;
using Kind = CodeResult::Kind;

namespace {

const std::string puk = "12345678", wrongPuk = "87654321", fresh = "739164", otherFresh = "582047";
const CodeId identification{"5000", 0x81}, signature{"5100", 0x83};

class CardJob : public SoftPcsc {
protected:
    void SetUp() override
    {
        SoftPcsc::SetUp();
        softpcsc::addReader(reader);
    }
    /** Puts a card in and reads it, as the row in the list shows it. */
    static CardInfo shown(std::string_view name)
    {
        softpcsc::insert(reader, softcard::make(name));
        Outcome outcome = app::readJob(reader, {});
        EXPECT_FALSE(outcome.error) << outcome.error->what();
        softpcsc::withCard(reader, [](softcard::SoftCard& card) { card.clearCounts(); });
        return outcome.card.value_or(CardInfo{});
    }
    static Outcome unlock(const CardInfo& card, const std::string& typedPuk = puk,
        const StillWanted& stillWanted = {}, const app::Told& told = {})
    {
        std::vector<Fresh> codes;
        codes.push_back({signature, Secret(fresh)});
        return app::codeJob(reader, {card, With::Puk, Secret(typedPuk), std::move(codes), stillWanted}, told);
    }
    static Outcome activate(
        const CardInfo& card, const std::string& typedPuk = puk, const std::string& second = otherFresh)
    {
        std::vector<Fresh> codes;
        codes.push_back({identification, Secret(fresh)});
        codes.push_back({signature, Secret(second)});
        return app::codeJob(reader, {card, With::Puk, Secret(typedPuk), std::move(codes), {}}, {});
    }
    static int codesSent()
    {
        int count = 0;
        softpcsc::withCard(reader, [&](softcard::SoftCard& card) { count = card.counts().codeCommands; });
        return count;
    }
    /** A code's digits on the card itself. */
    static std::string onCard(const CodeId& code)
    {
        std::string digits;
        softpcsc::withCard(reader, [&](softcard::SoftCard& card) {
            for (const auto& status : card.codes()) {
                if (status.name == code.text())
                    digits = status.value;
            }
        });
        return digits;
    }
    /** Which command of unlock() carries the code, counted from 0. */
    static int codeCommand()
    {
        const CardInfo card = shown("classic-v3-used");
        EXPECT_EQ(unlock(card).results.size(), 1u);
        int at = -1;
        softpcsc::withCard(reader, [&](softcard::SoftCard& soft) {
            const auto& all = soft.received();
            for (std::size_t i = 0; i < all.size(); ++i) {
                if (all[i].size() > 1 && all[i][1] == 0x2C)
                    at = static_cast<int>(i);
            }
        });
        EXPECT_GE(at, 0);
        return at;
    }
};

TEST_F(CardJob, ReadsACardAndTellsHowFarItIs)
{
    softpcsc::insert(reader, softcard::make("classic-v3-used"));
    std::vector<Stage> stages;
    std::size_t codesFirst = 0;
    const auto outcome = app::readJob(reader, [&](Stage stage, const CardInfo* card) {
        if (stage != Stage::Answered) // a machine under load may be slow
            stages.push_back(stage);
        if (card != nullptr)
            codesFirst = card->complete ? 0 : card->codes.size();
    });
    EXPECT_THAT(stages, testing::ElementsAre(Stage::Waiting, Stage::Working, Stage::CodesRead));
    EXPECT_EQ(codesFirst, 2u);
    ASSERT_TRUE(outcome.card);
    EXPECT_TRUE(outcome.card->complete);
    EXPECT_FALSE(outcome.error);
    EXPECT_EQ(codesSent(), 0);
    EXPECT_EQ(softpcsc::openHandles(), 0) << "the card is closed before the job is over";
}

TEST_F(CardJob, TellsThatTheReaderFailed)
{
    softpcsc::insert(reader, softcard::make("classic-v3-used"));
    for (const int command : {0, 5}) {
        softpcsc::before(reader, command, [] { softpcsc::failReader(reader, true); });
        const auto outcome = app::readJob(reader, {});
        ASSERT_TRUE(outcome.error);
        EXPECT_EQ(outcome.error->id, ErrorId::ReaderFailing);
        EXPECT_FALSE(outcome.error->codeSent);
        softpcsc::failReader(reader, false);
    }
    EXPECT_TRUE(app::readJob(reader, {}).card);
}

TEST_F(CardJob, TellsThatASlowCardAnswers)
{
    softpcsc::insert(reader, softcard::make("classic-v3-used"));
    const int slowOne = 3;
    int answeredBefore = 0;
    softpcsc::before(reader, slowOne, [] { std::this_thread::sleep_for(std::chrono::milliseconds(600)); });
    (void)app::readJob(reader, [&](Stage stage, const CardInfo*) {
        if (stage == Stage::Answered && answeredBefore == 0)
            answeredBefore = softpcsc::commands(reader);
    });
    EXPECT_GT(answeredBefore, slowOne);
    EXPECT_LT(answeredBefore, softpcsc::commands(reader)) << "before the whole card has been read";
}

TEST_F(CardJob, SaysWhyACardCannotBeRead)
{
    const auto why = [] {
        const auto outcome = app::readJob(reader, {});
        return outcome.error ? std::optional(outcome.error->id) : std::nullopt;
    };
    EXPECT_EQ(why(), ErrorId::NoCard);
    softpcsc::insert(reader, softcard::make("mute"));
    EXPECT_EQ(why(), ErrorId::CardMute);
    softpcsc::insert(reader, softcard::make("classic-v3-used"));
    softpcsc::holdExclusive(reader, true);
    EXPECT_EQ(why(), ErrorId::CardBusy);
    softpcsc::removeReader(reader);
    EXPECT_EQ(why(), ErrorId::NoReader);
    softpcsc::deny(softpcsc::Denied::Service);
    EXPECT_EQ(why(), ErrorId::AccessDenied);
    softpcsc::stopService();
    EXPECT_EQ(why(), ErrorId::ServiceDown);
}

TEST_F(CardJob, TellsThatItWaitsForAnotherProgram)
{
    softpcsc::insert(reader, softcard::make("classic-v3-used"));
    ASSERT_TRUE(softpcsc::beginForeign(reader));
    std::vector<Stage> stages;
    std::thread job([&] {
        EXPECT_TRUE(app::readJob(reader, [&](Stage stage, const CardInfo*) {
            if (stage == Stage::Working) {
                EXPECT_THAT(stages, testing::ElementsAre(Stage::Waiting));
            }
            if (stage != Stage::Answered)
                stages.push_back(stage);
        }).card);
    });
    EXPECT_TRUE(softpcsc::awaitBlocked(1));
    softpcsc::endForeign(reader);
    job.join();
}

TEST_F(CardJob, SurvivesTheCardBeingPulledAtEveryStepOfReading)
{
    for (const Fault fault : {Fault::CommandLost, Fault::AnswerLost, Fault::AnswerEmpty}) {
        for (int step = 0;; ++step) {
            ASSERT_LT(step, 500);
            softpcsc::insert(reader, softcard::make("classic-v3-used"));
            softpcsc::failAt(reader, step, fault);
            const auto outcome = app::readJob(reader, {});
            if (!outcome.error) {
                EXPECT_TRUE(outcome.card && outcome.card->complete);
                break;
            }
            ASSERT_EQ(outcome.error->id, ErrorId::CardRemoved) << step;
            ASSERT_FALSE(outcome.error->codeSent) << step;
            ASSERT_FALSE(outcome.card && outcome.card->complete) << step;
        }
        softpcsc::failAt(reader, -1, fault);
    }
}

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

TEST_F(CardJob, SaysThatTheServiceStopped)
{
    const int at = codeCommand();
    for (const int step : {0, at}) {
        const CardInfo card = shown("classic-v3-used");
        softpcsc::before(reader, step, [] { softpcsc::stopService(); });
        const auto outcome = unlock(card);
        softpcsc::startService();
        ASSERT_TRUE(outcome.error);
        EXPECT_EQ(outcome.error->id, ErrorId::ServiceDown);
        EXPECT_EQ(outcome.error->codeSent, step == at) << "a code that was handed over may have arrived";
    }
}

TEST_F(CardJob, MakesACardReportWithoutACode)
{
    softpcsc::insert(reader, softcard::make("plain-used"));
    const auto outcome = app::reportJob(reader, {});
    EXPECT_FALSE(outcome.error);
    EXPECT_FALSE(outcome.report.empty());
    EXPECT_EQ(codesSent(), 0);
}

TEST_F(CardJob, KeepsOfAReportWhatWasHeardBeforeItBrokeOff)
{
    softpcsc::insert(reader, softcard::make("hostile-endless-61"));
    const auto outcome = app::reportJob(reader, {});
    EXPECT_TRUE(outcome.error);
    ASSERT_FALSE(outcome.report.empty());
    EXPECT_EQ(outcome.report.front().step, "ATR");
}

TEST_F(CardJob, OutlivesEveryHostileCard)
{
    for (const auto& personality : softcard::personalities()) {
        if (!personality.name.starts_with("hostile"))
            continue;
        softpcsc::insert(reader, softcard::make(personality.name));
        const auto outcome = app::readJob(reader, {});
        EXPECT_TRUE(outcome.card || outcome.error) << personality.name;
        EXPECT_EQ(codesSent(), 0) << personality.name;
    }
}

} // namespace
