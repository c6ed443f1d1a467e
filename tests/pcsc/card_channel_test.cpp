// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "pcsc/card_channel.h"
#include "pcsc/monitor.h"

#include "tests/support/soft_fixture.h"

#include <thread>

using namespace kortvakt;
using namespace kortvakt::test;
using namespace std::chrono_literals;
using enum ErrorId;
using pcsc::CardChannel;
using softpcsc::Fault;

namespace {

const Bytes command{0x00, 0xA4, 0x00, 0x00, 0x02, 0x3F, 0x00};

class CardChannelTest : public SoftPcsc {
protected:
    void SetUp() override
    {
        SoftPcsc::SetUp();
        softpcsc::addReader(reader, echo());
    }
    static std::optional<ErrorId> opening()
    {
        return errorOf([] { CardChannel card(reader); });
    }
    /** What a command that meets @p fault breaks off with. */
    static std::optional<ErrorId> failing(Fault fault)
    {
        CardChannel card(reader);
        card.begin();
        softpcsc::failAt(reader, 0, fault);
        const auto error = errorOf([&] { (void)card.transmit(command); });
        card.end(Leave::AsItIs);
        return error;
    }
};

TEST_F(CardChannelTest, SaysWhyItCannotBeOpened)
{
    softpcsc::holdExclusive(reader, true);
    EXPECT_EQ(opening(), CardBusy);
    softpcsc::holdExclusive(reader, false);

    softpcsc::deny(softpcsc::Denied::Cards);
    EXPECT_EQ(opening(), AccessDenied);
    softpcsc::deny(softpcsc::Denied::Nothing);

    softpcsc::pull(reader);
    EXPECT_EQ(opening(), NoCard);
    softpcsc::insert(reader, mute());
    EXPECT_EQ(opening(), CardMute);
    softpcsc::removeReader(reader);
    EXPECT_EQ(opening(), NoReader);
    softpcsc::stopService();
    EXPECT_EQ(opening(), ServiceDown);
}

TEST_F(CardChannelTest, SpeaksTheProtocolOfTheCard)
{
    EXPECT_EQ(CardChannel(reader).protocol(), Protocol::T1);
    softpcsc::insert(reader, std::make_unique<EchoCard>(softcard::Bytes{0x3B, 0x00}, true));
    CardChannel card(reader);
    EXPECT_EQ(card.protocol(), Protocol::T0);
    EXPECT_EQ(card.atr(), (Bytes{0x3B, 0x00}));
    card.begin();
    EXPECT_EQ(card.transmit(command), (Bytes{0x6D, 0x00}));
    card.end(Leave::AsItIs);
}

TEST_F(CardChannelTest, LeavesTheCardToOthersAfterItsTransaction)
{
    CardChannel card(reader);
    EXPECT_TRUE(softpcsc::beginForeign(reader));
    softpcsc::endForeign(reader);
    card.begin();
    EXPECT_FALSE(softpcsc::beginForeign(reader));
    card.end(Leave::AsItIs);
    EXPECT_TRUE(softpcsc::beginForeign(reader));
    softpcsc::endForeign(reader);
}

/** Whether some code of the card in the reader is verified. */
bool anyVerified()
{
    bool verified = false;
    softpcsc::withCard(reader, [&](softcard::SoftCard& card) {
        for (const auto& code : card.codes())
            verified |= code.verified;
    });
    return verified;
}

TEST_F(CardChannelTest, IsResetBeforeOthersGetAtItWhereThatIsAskedFor)
{
    const Bytes select{0x00, 0xA4, 0x00, 0x0C, 0x02, 0x3F, 0x00};
    const Bytes verify{0x00, 0x20, 0x00, 0x12, 0x08, '7', '6', '5', '4', '3', '2', '1', '0'};
    const Bytes done{0x90, 0x00};
    for (const bool endsTwice : {false, true}) {
        softpcsc::insert(reader, softcard::make("fineid-organisation-used"));
        {
            CardChannel card(reader);
            card.begin();
            EXPECT_EQ(card.transmit(select), done);
            EXPECT_EQ(card.transmit(verify), done);
            if (endsTwice) // the second time there is no transaction to end, and the card is reset as it is
                           // closed
                card.end(Leave::AsItIs);
            EXPECT_TRUE(anyVerified());
            card.end(Leave::Reset);
            EXPECT_EQ(anyVerified(), endsTwice);
        }
        EXPECT_FALSE(anyVerified());
    }
}

TEST_F(CardChannelTest, TellsACardThatWasPulledFromOneThatIsSilent)
{
    EXPECT_EQ(failing(Fault::NoAnswer), CardSilent);
    EXPECT_EQ(failing(Fault::ShortAnswer), CardSilent);
    for (const Fault fault : {Fault::CommandLost, Fault::AnswerLost, Fault::AnswerEmpty}) {
        EXPECT_EQ(failing(fault), CardRemoved);
        softpcsc::insert(reader, echo());
    }
}

TEST_F(CardChannelTest, TakesNoAnswerLongerThanAShortApduAllows)
{
    EXPECT_EQ(failing(Fault::LongAnswer), CardBroken);
}

TEST_F(CardChannelTest, BreaksOffWhenTheReaderIsUnplugged)
{
    CardChannel card(reader);
    card.begin();
    softpcsc::removeReader(reader);
    EXPECT_EQ(errorOf([&] { (void)card.transmit(command); }), CardRemoved);
    card.end(Leave::AsItIs);
    EXPECT_EQ(errorOf([&] { card.begin(); }), CardRemoved);
}

TEST_F(CardChannelTest, TellsAReaderThatFailsFromACardThatWasPulled)
{
    softpcsc::failReader(reader, true);
    EXPECT_EQ(opening(), ReaderFailing);
    softpcsc::failReader(reader, false);
    CardChannel card(reader, 30s, pcsc::look().slots.front().events);
    card.begin();
    softpcsc::before(reader, 0, [] { softpcsc::failReader(reader, true); });
    EXPECT_EQ(errorOf([&] { (void)card.transmit(command); }), ReaderFailing);
    card.end(Leave::AsItIs);
    EXPECT_EQ(errorOf([&] { card.begin(); }), ReaderFailing);
    softpcsc::failReader(reader, false);
    EXPECT_FALSE(errorOf([&] { card.begin(); })) << "the card was in all the time";
    // A reader that fails a moment after it gave no answer.
    softpcsc::failAt(reader, 0, Fault::NoAnswer);
    softpcsc::before(reader, 0, [] {
        std::thread([] {
            std::this_thread::sleep_for(100ms);
            softpcsc::failReader(reader, true);
        }).detach();
    });
    EXPECT_EQ(errorOf([&] { (void)card.transmit(command); }), ReaderFailing);
    card.end(Leave::AsItIs);
}

TEST_F(CardChannelTest, BreaksOffWhenTheCardWasSwappedBetweenSessions)
{
    CardChannel card(reader);
    card.begin();
    card.end(Leave::AsItIs);
    softpcsc::insert(reader, echo());
    EXPECT_EQ(errorOf([&] { card.begin(); }), CardRemoved);
}

TEST_F(CardChannelTest, KnowsAnotherInsertionOfACardThatLooksTheSame)
{
    const auto events = pcsc::look().slots.front().events;
    ASSERT_TRUE(events);
    const auto beginning = [&] {
        return errorOf([&] {
            CardChannel card(reader, 30s, events);
            card.begin();
            card.end(Leave::AsItIs);
        });
    };
    EXPECT_EQ(beginning(), std::nullopt);
    softpcsc::resetByOther(reader);
    EXPECT_EQ(beginning(), std::nullopt) << "a reset is no insertion";
    {
        CardChannel other(reader);
        other.begin();
        other.end(Leave::AsItIs);
    }
    EXPECT_EQ(beginning(), std::nullopt) << "nor is a connection";
    softpcsc::insert(reader, softpcsc::pull(reader));
    EXPECT_EQ(beginning(), CardSwapped);
    EXPECT_TRUE(softpcsc::beginForeign(reader)) << "its own transaction must be over";
    softpcsc::endForeign(reader);
}

TEST_F(CardChannelTest, TellsWhichInsertionItsCardIs)
{
    const auto insertion = [] { return CardChannel(reader).insertion(); };
    ASSERT_EQ(pcsc::look().slots.front().events, 0u);
    EXPECT_EQ(insertion(), std::nullopt) << "a count of 0 is what a service tells that has just begun";
    softpcsc::insert(reader, softpcsc::pull(reader));
    const auto first = insertion();
    ASSERT_TRUE(first);
    EXPECT_EQ(first, pcsc::look().slots.front().events) << "what the monitor counts";
    softpcsc::resetByOther(reader);
    EXPECT_EQ(insertion(), first) << "a reset is no insertion";
    softpcsc::insert(reader, softpcsc::pull(reader));
    EXPECT_NE(insertion(), first) << "the same card, but it could be another";
    EXPECT_TRUE(insertion());
}

TEST_F(CardChannelTest, TellsNoInsertionOfACardThatIsGone)
{
    softpcsc::insert(reader, softpcsc::pull(reader));
    CardChannel card(reader);
    EXPECT_TRUE(card.insertion());
    (void)softpcsc::pull(reader);
    EXPECT_EQ(card.insertion(), std::nullopt);
}

TEST_F(CardChannelTest, BreaksOffWhenTheServiceStops)
{
    CardChannel card(reader);
    card.begin();
    softpcsc::stopService();
    EXPECT_EQ(errorOf([&] { (void)card.transmit(command); }), ServiceDown);
    card.end(Leave::AsItIs);
}

TEST_F(CardChannelTest, BreaksOffAMuteCardWhenItsReaderIsUnplugged)
{
    CardChannel card(reader);
    card.begin();
    softpcsc::failAt(reader, 0, Fault::Mute);
    std::optional<ErrorId> error;
    std::thread job([&] { error = errorOf([&] { (void)card.transmit(command); }); });
    EXPECT_TRUE(softpcsc::awaitBlocked(1));
    softpcsc::removeReader(reader);
    job.join();
    EXPECT_EQ(error, CardRemoved);
    card.end(Leave::AsItIs);
}

TEST_F(CardChannelTest, ConnectsAnewAfterAResetBeforeItsSession)
{
    CardChannel card(reader);
    softpcsc::resetByOther(reader);
    card.begin();
    EXPECT_EQ(card.transmit(command), (Bytes{0x6D, 0x00}));
    card.end(Leave::AsItIs);
    EXPECT_EQ(softpcsc::connects(reader), 1);
}

TEST_F(CardChannelTest, BreaksOffAfterAResetInsideItsSession)
{
    CardChannel card(reader);
    card.begin();
    softpcsc::failAt(reader, 0, Fault::ResetByOther);
    EXPECT_EQ(errorOf([&] { (void)card.transmit(command); }), CardBusy);
    EXPECT_EQ(errorOf([&] { (void)card.transmit(command); }), CardBusy)
        << "it must not connect anew by itself";
    card.end(Leave::AsItIs);
    softpcsc::withCard(reader, [](softcard::SoftCard& soft) { EXPECT_TRUE(soft.received().empty()); });
}

TEST_F(CardChannelTest, WaitsForAnotherProgramsTransaction)
{
    CardChannel card(reader);
    ASSERT_TRUE(softpcsc::beginForeign(reader));
    std::thread job([&] {
        card.begin();
        card.end(Leave::AsItIs);
    });
    EXPECT_TRUE(softpcsc::awaitBlocked(1));
    softpcsc::endForeign(reader);
    job.join();
}

TEST_F(CardChannelTest, GivesUpWhenItsTurnComesTooLate)
{
    CardChannel card(reader, 1ms);
    ASSERT_TRUE(softpcsc::beginForeign(reader));
    std::optional<ErrorId> error;
    std::thread job([&] { error = errorOf([&] { card.begin(); }); });
    EXPECT_TRUE(softpcsc::awaitBlocked(1));
    std::this_thread::sleep_for(10ms); // longer than its patience
    softpcsc::endForeign(reader);
    job.join();
    EXPECT_EQ(error, CardBusy);
    EXPECT_TRUE(softpcsc::beginForeign(reader)) << "its own transaction must be over";
    softpcsc::endForeign(reader);
    card.begin(); // patience is for one wait, not for the card's life
    card.end(Leave::AsItIs);
}

TEST_F(CardChannelTest, CountsTheTimeThatConnectingWaited)
{
    ASSERT_TRUE(softpcsc::beginForeign(reader));
    std::optional<ErrorId> error;
    std::thread job([&] {
        CardChannel card(reader, 1ms);
        error = errorOf([&] { card.begin(); });
    });
    EXPECT_TRUE(softpcsc::awaitBlocked(1));
    std::this_thread::sleep_for(10ms); // longer than its patience
    softpcsc::endForeign(reader);
    job.join();
    EXPECT_EQ(error, CardBusy);
}

} // namespace
