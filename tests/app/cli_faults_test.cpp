// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/cli_fixture.h"

namespace kortvakt::test {
namespace {

using testing::HasSubstr;
using namespace std::chrono_literals;

class Faults : public CliTest {
protected:
    Ran unlock()
    {
        return run(words("--json --lang sv unlock identification --stdin"), "12345678\n736251\n");
    }
    /** Which command of all that the card in the reader got was the first one with a code. */
    [[nodiscard]] int firstCode() const
    {
        int at = -1;
        softpcsc::withCard(reader, [&](softcard::SoftCard& card) {
            const auto& all = card.received();
            const auto found = std::ranges::find_if(
                all, [](const auto& command) { return command.size() > 1 && command[1] == 0x2C; });
            at = static_cast<int>(found - all.begin());
        });
        return at;
    }
    /** Code commands seen by the card that was in when the run began, wherever it is by now. */
    static int seenBy(softcard::SoftCard* card) { return card->counts().codeCommands; }
};

/** The card is pulled at every command in turn, before it got the command and after. */
TEST_F(Faults, TellWhetherACodeWasSentWhereverTheCardIsPulled)
{
    for (const auto fault : {softpcsc::Fault::CommandLost, softpcsc::Fault::AnswerLost}) {
        bool through = false;
        for (int n = 0; !through; ++n) {
            SCOPED_TRACE("command " + std::to_string(n));
            ASSERT_LT(n, 1000);
            softpcsc::reset();
            auto card = softcard::make("classic-v3-pin-locked");
            auto* const seen = card.get();
            softpcsc::addReader(reader, std::move(card));
            softpcsc::failAt(reader, n, fault);
            int received = 0;
            softpcsc::before(reader, n, [&] { received = seenBy(seen); });
            const Ran ran = unlock();
            through = softpcsc::hasCard(reader);
            if (through) {
                EXPECT_EQ(ran.code, 0);
                break;
            }
            const bool sent = text(ran.json()["codeSent"]) == "true";
            if (received == 1) { // the code had gone out in an earlier command, and was accepted
                EXPECT_EQ(text(ran.json()["result"]), "accepted");
                EXPECT_EQ(ran.code, 0);
                continue;
            }
            EXPECT_EQ(ran.code, 9);
            EXPECT_EQ(text(ran.json()["error"]), sent ? "card-removed-unsure" : "card-removed");
            EXPECT_THAT(text(ran.json()["message"]),
                HasSubstr(sent ? "Det är osäkert om den nya koden hann sparas."
                               : "Inget har skickats till kortet"));
        }
    }
}

TEST_F(Faults, GiveUpOnACardThatGoesSilentWhileItIsRead)
{
    insert("classic-v3-used");
    softpcsc::failAt(reader, 3, softpcsc::Fault::Mute);
    patience.silent = 200ms;
    const Ran ran = run(words("--json show"));
    EXPECT_EQ(ran.code, 9);
    EXPECT_EQ(text(ran.json()["readers"][0]["state"]), "card-silent");
}

TEST_F(Faults, SayThatNobodyKnowsWhenACardGoesSilentOverACode)
{
    insert("classic-v3-pin-locked");
    (void)run(words("show"));
    int atCode = 0;
    {
        // The code is the last command that unlocks: count up to it on a card that answers.
        const int before = softpcsc::commands(reader);
        bool reached = false;
        for (int n = 0; n < 400 && !reached; ++n) {
            softpcsc::reset();
            softpcsc::addReader(reader, softcard::make("classic-v3-pin-locked"));
            softpcsc::failAt(reader, n, softpcsc::Fault::CommandLost);
            const Ran ran = unlock();
            reached = text(ran.json()["codeSent"]) == "true";
            atCode = n;
        }
        ASSERT_TRUE(reached) << before;
    }
    softpcsc::reset();
    softpcsc::addReader(reader, softcard::make("classic-v3-pin-locked"));
    softpcsc::failAt(reader, atCode, softpcsc::Fault::Mute);
    patience.silent = 500ms;
    const Ran ran = unlock();
    EXPECT_EQ(ran.code, 9);
    EXPECT_EQ(text(ran.json()["error"]), "card-silent");
    EXPECT_EQ(text(ran.json()["codeSent"]), "true");
    EXPECT_THAT(text(ran.json()["message"]), HasSubstr("Prova ingen kod före det."));
}

TEST_F(Faults, GiveUpWaitingForAnotherProgramAndSendNothingLater)
{
    insert("classic-v3-pin-locked");
    ASSERT_TRUE(softpcsc::beginForeign(reader));
    patience.busy = 200ms;
    const Ran ran = unlock();
    EXPECT_EQ(ran.code, 10);
    EXPECT_EQ(text(ran.json()["error"]), "card-busy");
    EXPECT_EQ(text(ran.json()["codeSent"]), "false");
    EXPECT_EQ(run(words("show")).code, 10);
    softpcsc::endForeign(reader);
    const auto deadline = std::chrono::steady_clock::now() + 10s;
    while (softpcsc::openContexts() > 0 && std::chrono::steady_clock::now() < deadline)
        std::this_thread::yield();
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Faults, TellAnAcceptedCodeThoughTheCardGoesSilentAfterIt)
{
    insert("classic-v3-pin-locked");
    EXPECT_EQ(unlock().code, 0);
    const int code = firstCode();
    softpcsc::reset();
    softpcsc::addReader(reader, softcard::make("classic-v3-pin-locked"));
    softpcsc::failAt(reader, code + 1, softpcsc::Fault::Mute);
    patience.silent = 500ms;
    const Ran ran = unlock();
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(text(ran.json()["result"]), "accepted");
    EXPECT_EQ(text(ran.json()["codeSent"]), "true");
}

TEST_F(Faults, TellAnAnswerThatComesWhileTheServiceIsAskedWhetherItHangs)
{
    insert("classic-v3-pin-locked");
    EXPECT_EQ(unlock().code, 0);
    const int code = firstCode();
    softpcsc::reset();
    softpcsc::addReader(reader, softcard::make("classic-v3-pin-locked"));
    patience.silent = 300ms;
    softpcsc::before(reader, code, [] {
        softpcsc::beforeNextLook([] { std::this_thread::sleep_for(700ms); });
        std::this_thread::sleep_for(500ms);
    });
    const Ran ran = unlock();
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(text(ran.json()["result"]), "accepted");
    EXPECT_EQ(text(ran.json()["codeSent"]), "true");
}

TEST_F(Faults, TellTheAcceptedCodeWhenTheSecondOneHasToWait)
{
    const auto activate = [this] {
        return run(words("--json activate --stdin"), "12345678\n736251\n918273\n");
    };
    insert("classic-v3-delivered");
    EXPECT_EQ(activate().code, 0);
    const int code = firstCode();
    softpcsc::reset();
    softpcsc::addReader(reader, softcard::make("classic-v3-delivered"));
    softpcsc::before(reader, code, [this] { softpcsc::beginForeignNext(reader); });
    patience.busy = 200ms;
    const Ran ran = activate();
    EXPECT_EQ(ran.code, 10);
    ASSERT_EQ(ran.jsonList().size(), 2);
    EXPECT_EQ(text(ran.jsonList().at(0)["result"]), "accepted");
    EXPECT_EQ(text(ran.jsonList().at(1)["result"]), "failed");
    EXPECT_EQ(text(ran.jsonList().at(1)["error"]), "card-busy");
    EXPECT_EQ(text(ran.jsonList().at(1)["codeSent"]), "false");
    EXPECT_EQ(codeCommands(), 1);
}

TEST_F(Faults, TellHowEachCodeOfAnActivationStandsThatBrokeOff)
{
    insert("classic-v3-delivered");
    EXPECT_EQ(run(words("activate --stdin"), "12345678\n736251\n918273\n").code, 0);
    const int code = firstCode();
    for (const auto& [fault, said] :
        {std::pair(softpcsc::Fault::AnswerLost, "Legitimeringskod: osäkert – Kortet togs ut för tidigt."),
            std::pair(
                softpcsc::Fault::LongAnswer, "Legitimeringskod: inte vald – Den nya koden sparades inte.")}) {
        softpcsc::reset();
        softpcsc::addReader(reader, softcard::make("classic-v3-delivered"));
        softpcsc::failAt(reader, code, fault);
        const Ran ran = run(words("--lang sv activate --stdin"), "12345678\n736251\n918273\n");
        EXPECT_THAT(ran.err, HasSubstr(said));
        EXPECT_THAT(ran.err, HasSubstr("Inte alla koder blev valda\n"));
        EXPECT_THAT(ran.err, HasSubstr("Signeringskod: inte vald – Prövades inte.\n"));
    }
}

TEST_F(Faults, SendNothingToACardPutInAnewThatLooksTheSame)
{
    insert("classic-v3-pin-locked");
    ASSERT_EQ(run(words("show")).code, 0);
    const int reading = softpcsc::commands(reader);
    // When the card has been read, it is taken out and its twin put in, and nobody saw the empty reader.
    softpcsc::before(reader, reading - 1, [this] { softpcsc::beginForeignNext(reader); });
    std::thread hand([this] {
        EXPECT_TRUE(softpcsc::awaitBlocked(1));
        softpcsc::insert(reader, softcard::make("classic-v3-pin-locked"));
    });
    const Ran ran = unlock();
    hand.join();
    EXPECT_EQ(ran.code, 9);
    EXPECT_EQ(text(ran.json()["error"]), "card-swapped");
    EXPECT_EQ(text(ran.json()["codeSent"]), "false");
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Faults, SendNothingToACardThatWasExchangedBeforeTheCodes)
{
    insert("classic-v3-pin-locked");
    const auto show = run(words("show"));
    const int reading = softpcsc::commands(reader);
    ASSERT_EQ(show.code, 0);
    insert("classic-v3-pin-locked");
    // When the card has been read and the codes come, another card sits there.
    softpcsc::before(
        reader, reading, [this] { softpcsc::insert(reader, softcard::make("siths-pin-locked")); });
    const Ran ran = unlock();
    EXPECT_EQ(ran.code, 9);
    EXPECT_EQ(text(ran.json()["codeSent"]), "false");
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Faults, HaveTheirExitCodesForCodeCommandsToo)
{
    EXPECT_EQ(unlock().code, 4);
    EXPECT_EQ(text(unlock().json()["error"]), "no-card");
    insert("mute");
    EXPECT_EQ(unlock().code, 9);
    insert("classic-v3-pin-locked");
    softpcsc::holdExclusive(reader, true);
    EXPECT_EQ(unlock().code, 10);
    softpcsc::stopService();
    EXPECT_EQ(unlock().code, 3);
    EXPECT_EQ(text(unlock().json()["error"]), "service-down");
}

} // namespace
} // namespace kortvakt::test
