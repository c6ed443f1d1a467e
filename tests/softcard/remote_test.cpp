// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/card_talk.h"
#include "tests/softcard/remote.h"

#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace softcard {
namespace {

using testing::HasSubstr;

TEST(FaultyCard, IsPulledBeforeOrAfterACommandIsCarriedOut)
{
    const Bytes select = der::hex("00A4080C025000"),
                wrong = der::hex("0020008110 31313131313100000000000000000000");
    for (const Lost lost : {Lost::Command, Lost::Answer}) {
        FaultyCard card(make("classic-v3-used"));
        card.pullAt({2}, lost);
        EXPECT_EQ(der::toText(card.transmit(select)), "9000");
        EXPECT_TRUE(card.transmit(wrong).empty());
        EXPECT_TRUE(card.pulled());
        EXPECT_TRUE(card.transmit(select).empty());
        EXPECT_EQ(card.codes()[0].triesLeft, lost == Lost::Answer ? 2 : 3);
        EXPECT_EQ(card.counts().apdus, lost == Lost::Answer ? 2 : 1);
        card.insert();
        EXPECT_EQ(der::toText(card.transmit(select)), "9000");
    }
}

TEST(FaultyCard, FallsSilentUntilItIsPutInAgain)
{
    FaultyCard card(make("plain-used"));
    card.fallSilent();
    EXPECT_TRUE(card.transmit(der::hex("00A4080C025015")).empty());
    EXPECT_FALSE(card.pulled());
    card.insert();
    EXPECT_EQ(der::toText(card.transmit(der::hex("00A4080C025015"))), "9000");
}

TEST(FaultyCard, AnswersACommandThatBringsACodeAsItIsToldTo)
{
    const Bytes select = der::hex("00A4080C025000"), ask = der::hex("0020008100"),
                wrong = der::hex("0020008110 31313131313100000000000000000000");
    FaultyCard card(make("classic-v3-used"));
    card.answerAt({2, true}, 0x6A80);
    for (const auto& [command, answer] :
        {std::pair{select, "9000"}, {wrong, "63C2"}, {ask, "63C2"}, {wrong, "6A80"}, {wrong, "63C1"}})
        EXPECT_EQ(der::toText(card.transmit(command)), answer);
    EXPECT_EQ(card.counts().codeCommands, 2);
}

/** A reader that listens on a port of its own. */
struct Reader {
    int listener = socket(AF_INET, SOCK_STREAM, 0), card = -1, port = 0;
    Reader()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        EXPECT_EQ(bind(listener, reinterpret_cast<sockaddr*>(&address), size), 0);
        EXPECT_EQ(listen(listener, 1), 0);
        getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
        port = ntohs(address.sin_port);
    }
    ~Reader()
    {
        close(card);
        close(listener);
    }
    void accept()
    {
        close(card);
        card = ::accept(listener, nullptr, nullptr);
    }
    void send(std::string_view message)
    {
        const Bytes bytes = der::hex(message),
                    all = der::join({der::word(static_cast<unsigned>(bytes.size())), bytes});
        EXPECT_EQ(::send(card, all.data(), all.size(), 0), static_cast<ssize_t>(all.size()));
    }
    /** Empty when the card has been pulled. */
    std::string receive() const
    {
        Bytes bytes(600);
        const auto got = recv(card, bytes.data(), bytes.size(), 0);
        return der::toText(View(bytes).first(got > 0 ? static_cast<std::size_t>(got) : 0));
    }
};

struct RemoteCard : testing::Test {
    Reader reader;
    VpcdPlug plug{"127.0.0.1", reader.port};
    Remote remote{"classic-v3-used", plug, true};

    std::string answered(std::string_view command)
    {
        reader.send(command);
        remote.serve();
        return reader.receive();
    }
};

TEST_F(RemoteCard, SpeaksTheReadersProtocol)
{
    reader.accept();
    reader.send("01");
    remote.serve();
    EXPECT_EQ(answered("04"),
        "0014"
        "3B7F96000080318065B0850300EF120FFF829000");
    EXPECT_EQ(answered("00A4080C025000"), "00029000");
    reader.send("02");
    remote.serve();
    EXPECT_EQ(answered("0020008100"), "00026A88"); // a reset forgets what is selected
}

TEST_F(RemoteCard, IsPulledAtACommand)
{
    reader.accept();
    EXPECT_EQ(remote.obey("lose-answer-at 2"), "ok");
    EXPECT_EQ(answered("00A4080C025000"), "00029000");
    EXPECT_EQ(answered("0020008110 31313131313100000000000000000000"), "");
    EXPECT_FALSE(remote.waiting()); // it stays out
    EXPECT_THAT(remote.obey("counters"), HasSubstr("\"inserted\":false"));
    EXPECT_THAT(
        remote.obey("counters"), HasSubstr("\"label\":\"User PIN\",\"value\":\"123456\",\"triesLeft\":2"));
    EXPECT_EQ(remote.obey("insert"), "ok");
    reader.accept();
    EXPECT_EQ(answered("00A4080C025000"), "00029000");
}

TEST_F(RemoteCard, FallsSilentAtACommand)
{
    reader.accept();
    EXPECT_EQ(remote.obey("mute-at 2"), "ok");
    EXPECT_EQ(answered("00A4080C025000"), "00029000");
    EXPECT_THAT(remote.obey("counters"), HasSubstr("\"silent\":false,\"apdus\":1"));
    reader.send("0020008110 31313131313100000000000000000000");
    remote.serve();
    EXPECT_THAT(remote.obey("counters"), HasSubstr("\"connected\":true,\"silent\":true,\"apdus\":1"));
    EXPECT_EQ(remote.obey("eject"), "ok");
    EXPECT_EQ(remote.obey("insert"), "ok");
    reader.accept();
    EXPECT_EQ(answered("00A4080C025000"), "00029000");
}

TEST_F(RemoteCard, CountsThoseCommandsThatBringACode)
{
    reader.accept();
    EXPECT_EQ(remote.obey("answer-at code:1 6984"), "ok");
    EXPECT_EQ(answered("00A4080C025000"), "00029000");
    EXPECT_EQ(answered("0020008110 31313131313100000000000000000000"), "00026984");
    EXPECT_EQ(remote.obey("fail-at code:1"), "ok");
    EXPECT_EQ(answered("00A4080C025000"), "00029000");
    EXPECT_EQ(answered("0020008110 31313131313100000000000000000000"), "");
    EXPECT_THAT(remote.obey("counters"), HasSubstr("\"inserted\":false"));
    EXPECT_THAT(remote.obey("counters"), HasSubstr("\"codeCommands\":0"));
}

TEST_F(RemoteCard, ComesBackWhenTheReaderDoes)
{
    reader.accept();
    close(reader.card);
    remote.serve();
    EXPECT_TRUE(remote.waiting());
    remote.reconnect();
    EXPECT_FALSE(remote.waiting());
    reader.accept();
    EXPECT_EQ(answered("00A4080C025000"), "00029000");
}

TEST_F(RemoteCard, HidesCodesInItsLog)
{
    reader.accept();
    answered("00A4080C025000");
    answered("0020008110 31323334353600000000000000000000");
    EXPECT_EQ(remote.obey("log"), "ok 2\n00A4080C025000 > 9000\n0020008110 (16 bytes hidden) > 9000\n.");
    EXPECT_EQ(remote.obey("clear"), "ok");
    EXPECT_EQ(remote.obey("log"), "ok 0\n.");
}

TEST_F(RemoteCard, IsExchangedAndMadeAnew)
{
    EXPECT_EQ(remote.obey("swap no-such-card"), "error no such personality: no-such-card");
    EXPECT_EQ(remote.obey("swap plain-used"), "ok");
    EXPECT_THAT(remote.obey("counters"), HasSubstr("ok {\"personality\":\"plain-used\",\"inserted\":true"));
    EXPECT_EQ(remote.obey("reset"), "ok");
    EXPECT_EQ(remote.obey("eject"), "ok");
    EXPECT_THAT(remote.obey("counters"), HasSubstr("\"inserted\":false,\"connected\":false"));
    EXPECT_EQ(remote.obey("fail-at x"), "error not a number from 1: x");
    EXPECT_EQ(remote.obey("fail-at 0"), "error not a number from 1: 0");
    EXPECT_EQ(remote.obey("mute-at code:"), "error not a number from 1: code:");
    for (const std::string wrong : {"1", "1 ", "1 9000x", "1 19000"})
        EXPECT_EQ(remote.obey("answer-at " + wrong), "error no status: " + wrong);
    EXPECT_THAT(remote.obey("nonsense"), HasSubstr("error not one of"));
    EXPECT_FALSE(remote.ended());
    EXPECT_EQ(remote.obey("quit"), "ok");
    EXPECT_TRUE(remote.ended());
}

} // namespace
} // namespace softcard
