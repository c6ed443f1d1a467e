// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "card_job_fixture.h"

#include <gmock/gmock.h>

#include <thread>

using namespace kortvakt;
using namespace kortvakt::test;
using softpcsc::Fault;

namespace {

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
