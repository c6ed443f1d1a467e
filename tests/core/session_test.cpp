// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/session.h"

#include "core/iso7816.h"
#include "core/status_words.h"
#include "tests/support/scripted_channel.h"

#include <array>

namespace kortvakt {
namespace {

using test::ScriptedChannel;

std::string encoded(const Command& command, Protocol protocol)
{
    return toHex(command.encode(protocol));
}

TEST(Command, IsLaidOutAsItsProtocolWantsIt)
{
    const auto data = fromHex("0102");
    using enum Protocol;
    EXPECT_EQ(encoded({0x20, 0, 0x81}, T0), "0020008100");
    EXPECT_EQ(encoded({0x20, 0, 0x81}, T1), "00200081");
    EXPECT_EQ(encoded({0xB0, 0, 0, {}, 256}, T0), "00B0000000");
    EXPECT_EQ(encoded({0xB0, 0, 0, {}, 238}, T1), "00B00000EE");
    EXPECT_EQ(encoded({0xA4, 4, 0x0C, data}, T0), "00A4040C020102");
    EXPECT_EQ(encoded({0xA4, 4, 0, data, 256}, T0), "00A40400020102");
    EXPECT_EQ(encoded({0xA4, 4, 0, data, 256}, T1), "00A4040002010200");
}

TEST(Session, FetchesWhatAT0CardHoldsReady)
{
    ScriptedChannel card(Protocol::T0);
    card.on("00CB00FF05A003830111", "6103").on("00C0000003", "AABB6102").on("00C0000002", "CCDD9000");
    Session session(card);
    const auto response = session.send(iso7816::getData(0x00, 0xFF, fromHex("A003830111")));
    EXPECT_TRUE(response.ok());
    EXPECT_EQ(toHex(response.data), "AABBCCDD");
}

TEST(Session, AsksAgainOnceWithTheLengthThatTheCardTold)
{
    ScriptedChannel card(Protocol::T0);
    card.on("00B0000000", "6C02").on("00B0000002", "6C01");
    Session session(card);
    EXPECT_EQ(session.send(iso7816::readBinary(0, 256)).sw, 0x6C01);
}

TEST(Session, NeverFollowsA6CxxAfterAnEmptyVerify)
{
    ScriptedChannel card(Protocol::T0);
    card.on("0020008100", "6C08");
    Session session(card);
    EXPECT_EQ(session.send(iso7816::verifyStatus(0x81)).sw, 0x6C08);
}

TEST(Session, FollowsNothingAfterACode)
{
    for (const auto* answer : {"6C10", "6110", "6A80", "6700", "6A81"}) {
        ScriptedChannel card(Protocol::T0);
        card.on("002C00810401020304", answer);
        Session session(card);
        EXPECT_EQ(toHex(std::array{static_cast<std::uint8_t>(
                      session.sendCode(Command(0x2C, 0x00, 0x81, fromHex("01020304"))).sw >> 8)}),
            std::string(answer).substr(0, 2));
    }
}

TEST(Session, SendsOneCodeOnly)
{
    ScriptedChannel card(Protocol::T1);
    card.on("002C0081020102", "63C2");
    Session session(card);
    (void)session.sendCode(Command(0x2C, 0x00, 0x81, fromHex("0102")));
    try {
        (void)session.sendCode(Command(0x2C, 0x00, 0x81, fromHex("0102")));
        FAIL() << "a second code left the program";
    } catch (const CardError& error) {
        EXPECT_EQ(error.id, ErrorId::Internal);
    }
}

TEST(Session, SaysWhetherACodeHadBeenHandedOverWhenItBrokeOff)
{
    {
        ScriptedChannel card(Protocol::T1);
        card.on("00B0000000", "");
        Session session(card);
        try {
            (void)session.send(iso7816::readBinary(0, 256));
            FAIL();
        } catch (const CardError& error) {
            EXPECT_FALSE(error.codeSent);
        }
    }
    ScriptedChannel card(Protocol::T1);
    card.on("00240081020102", "");
    Session session(card);
    try {
        (void)session.sendCode(iso7816::changeReferenceData(0x81, fromHex("0102")));
        FAIL();
    } catch (const CardError& error) {
        EXPECT_TRUE(error.codeSent);
        EXPECT_EQ(error.id, ErrorId::CardRemoved);
    }
}

TEST(Session, ReadsAFileByTheSizeInItsFci)
{
    for (const auto* fci : {"6F0480020006", "62048102 0006", "6F810480020006"}) {
        ScriptedChannel card(Protocol::T1);
        card.on("00A4080002 5031 00", std::string(fci) + "9000").on("00B0000006", "0404AABBCCDD9000");
        Session session(card);
        EXPECT_EQ(toHex(session.readTlvFile({{}, {0x3F, 0x00}}, fromHex("3F005031")).data), "0404AABBCCDD");
    }
}

TEST(Session, ReadsAFileOfUnknownSizeToItsEndMarker)
{
    ScriptedChannel card(Protocol::T0);
    card.on("00A4080C0450005031", "9000").on("00B0000000", "0402AABB0000009000");
    Session session(card);
    EXPECT_EQ(toHex(session.readTlvFile({{}, fromHex("3F005000")}, fromHex("5031")).data), "0402AABB000000");
}

TEST(Session, ReadsOnWhenTheCardAnswersInPieces)
{
    ScriptedChannel card(Protocol::T0);
    card.on("00A4080C0450005031", "9000")
        .on("00B00000EE",
            "3006040111"
            "9000")
        .on("00B00005EE", "0401229000");
    Session session(card);
    session.limitReads(0xEE);
    const auto file = session.readTlvFile({{}, fromHex("3F005000")}, fromHex("5031"));
    EXPECT_TRUE(file.ok());
    EXPECT_EQ(toHex(file.data), "3006040111040122");
}

TEST(Session, ReadsOnAfterAWholeObjectWhenTheAnswerWasNotShort)
{
    ScriptedChannel card(Protocol::T0);
    const std::string object =
        "0481B2" + std::string(2 * 0xB2, 'A'); // 181 bytes, as much as some cards give at once
    card.on("00A4080C0450005031", "9000").on("00B0000000", object + "9000").on("00B000B500", "0401229000");
    Session session(card);
    EXPECT_EQ(session.readTlvFile({{}, fromHex("3F005000")}, fromHex("5031")).data.size(), 184u);
}

TEST(Session, ReadsACertificateByItsOwnLength)
{
    ScriptedChannel card(Protocol::T0);
    std::string rest(2 * 26, 'A');
    card.on("00A4080C0450005040", "9000")
        .on("00B0000008", "3082001C AAAAAAAA 9000")
        .on("00B0000808", std::string(16, 'A') + "9000")
        .on("00B0001008", std::string(16, 'A') + "9000")
        .on("00B0001808", std::string(16, 'A') + "9000");
    Session session(card);
    session.limitReads(8);
    EXPECT_EQ(session.readObject({{}, fromHex("3F005000")}, fromHex("5040")).data.size(), 32u);
}

TEST(Session, TakesACardThatKnowsNoPathsByTheHand)
{
    ScriptedChannel card(Protocol::T0);
    card.on("00A4080C0450005031", "6A86")
        .on("00A408000450005031", "6A86")
        .on("00A4080C025000", "6A86")
        .on("00A40800025000", "6A86")
        .on("00A4000C023F00", "9000")
        .on("00A4000C025000", "9000")
        .on("00A4020C025031", "9000")
        .on("00B0000000", "040111009000");
    Session session(card);
    EXPECT_EQ(toHex(session.readTlvFile({{}, fromHex("3F005000")}, fromHex("5031")).data), "04011100");
}

TEST(Session, RemembersWhichFormOfSelectTheCardTakes)
{
    ScriptedChannel card(Protocol::T0);
    card.on("00A4080C0450005031", "6A86")
        .on("00A408000450005031", "6115")
        .on("00B0000000", "040111009000")
        .on("00A408000450005006", "6115")
        .on("00B0000000", "040122009000");
    Session session(card);
    EXPECT_TRUE(session.readTlvFile({{}, fromHex("3F005000")}, fromHex("5031")).ok());
    EXPECT_TRUE(session.readTlvFile({{}, fromHex("3F005000")}, fromHex("5006")).ok());
}

TEST(Session, SelectsNothingTwiceForReadingButAlwaysForACode)
{
    const Location application{fromHex("A0000000180C000001634200"), fromHex("3F005000"), 0x00};
    ScriptedChannel card(Protocol::T0);
    card.on("00A404000CA0000000180C000001634200", "9000")
        .on("00A4080C025000", "9000")
        .on("00A404000CA0000000180C000001634200", "9000")
        .on("00A4080C025000", "9000");
    Session session(card);
    EXPECT_EQ(session.enter(application), 0x9000);
    EXPECT_EQ(session.enter(application), 0x9000);
    EXPECT_EQ(session.selectApplication(application), 0x9000);
}

TEST(Session, TellsTheStatusOfASelectThatFailed)
{
    ScriptedChannel card(Protocol::T0);
    card.on("00A404000CA0000000180C000001634200", "6A82");
    Session session(card);
    EXPECT_EQ(session.selectApplication({fromHex("A0000000180C000001634200"), {}, 0x00}), 0x6A82);
}

const Bytes anApplet = fromHex("A000000063504B43532D3135"), another = fromHex("F0000000015850524F");
const std::string selectAnApplet = "00A4040C0CA000000063504B43532D3135",
                  selectAnother = "00A4040C09F0000000015850524F";
const Bytes somewhere = fromHex("3F005015");

TEST(Session, TakesAPathAloneOnlyWhileNothingIsSelectedByName)
{
    const Location nameless{{}, somewhere};
    ScriptedChannel card(Protocol::T0);
    card.on("00A4080C025015", "9000").on(selectAnApplet, "9000");
    Session session(card);
    EXPECT_EQ(session.selectApplication(nameless), 0x9000);
    EXPECT_EQ(session.selectApplication({anApplet, {}}), 0x9000);
    EXPECT_FALSE(session.isReachable(nameless));
    EXPECT_EQ(session.selectApplication(nameless), sw::NotAsked);
    EXPECT_EQ(session.enter(nameless), sw::NotAsked);
    EXPECT_EQ(session.readTlvFile(nameless, fromHex("5031")).sw, sw::NotAsked);
}

TEST(Session, KnowsWhatIsSelectedAfterAnAnswerToANameOnlyWhereItSaysSo)
{
    for (const auto* answer : {"6A82", "6D00", "6F00", "6985", "6283"}) {
        const bool saysNo = std::string(answer) == "6A82" || std::string(answer) == "6D00";
        ScriptedChannel card(Protocol::T0);
        card.on(selectAnApplet, answer);
        if (std::string(answer) != "6A82")
            card.on(selectAnApplet, answer);
        Session session(card);
        (void)session.selectApplication({anApplet, {}});
        EXPECT_EQ(session.isReachable({{}, somewhere}), saysNo) << answer;
    }
}

TEST(Session, ForgetsANameThatTheCardDeniesAfterwards)
{
    ScriptedChannel card(Protocol::T0);
    card.on(selectAnother, "9000").on(selectAnApplet, "9000").on(selectAnApplet, "6A82");
    Session session(card);
    (void)session.selectApplication({another, {}});
    (void)session.selectApplication({anApplet, {}});
    (void)session.selectApplication({anApplet, {}});
    EXPECT_EQ(session.here(somewhere).aid, another);
}

TEST(Session, ReachesAPathFromItsOwnNameAlone)
{
    ScriptedChannel card(Protocol::T0);
    card.on(selectAnApplet, "9000")
        .on("00A4080C025015", "9000")
        .on(selectAnother, "9000")
        .on("00A4080C025015", "9000");
    Session session(card);
    EXPECT_EQ(session.enter({anApplet, somewhere}), 0x9000);
    EXPECT_EQ(session.enter({another, somewhere}), 0x9000);
}

TEST(Session, SelectsNoHalfOfAnIdentifier)
{
    ScriptedChannel card(Protocol::T0);
    Session session(card);
    EXPECT_EQ(session.selectApplication({{}, fromHex("3F00501544")}), 0x6A80);
    EXPECT_EQ(session.readTlvFile({{}, fromHex("3F00")}, fromHex("3F00501544")).sw, 0x6A80);
}

TEST(Session, SelectsOnceMoreWhatFailed)
{
    ScriptedChannel card(Protocol::T0);
    card.on("00A4080C025031", "6F00").on("00A4080C025031", "9000").on("00B0000000", "04021122 9000");
    Session session(card);
    EXPECT_TRUE(session.readTlvFile({{}, fromHex("3F00")}, fromHex("3F005031")).ok());
}

TEST(Session, DoesNotCallAFileAbsentBecauseOneOfTwoWaysToItFailed)
{
    ScriptedChannel card(Protocol::T0);
    card.on("00A4080C025031", "6F00")
        .on("00A4080C025031", "6F00")
        .on("00A4000C023F00", "9000")
        .on("00A4020C025031", "6A82")
        .on("00A4000C025031", "6A82");
    Session session(card);
    const auto file = session.readTlvFile({{}, fromHex("3F00")}, fromHex("3F005031"));
    EXPECT_FALSE(file.absent());
    EXPECT_EQ(file.sw, 0x6F00);
}

/** A card that answers everything with the same bytes, for ever. */
class Parrot : public Channel {
public:
    Parrot(Protocol protocol, Bytes answer)
        : protocol_(protocol)
        , answer_(std::move(answer))
    {
    }
    [[nodiscard]] Protocol protocol() const override { return protocol_; }
    [[nodiscard]] Bytes transmit(View) override { return ++count, answer_; }
    void begin() override { }
    void end(Leave) noexcept override { }
    int count = 0;

private:
    Protocol protocol_;
    Bytes answer_;
};

TEST(Session, SelectsNoNameOrPathThatACommandCannotCarry)
{
    ScriptedChannel card(Protocol::T0);
    Session session(card);
    const Bytes endless(256, 0x50);
    EXPECT_EQ(session.selectApplication({endless, {}, 0x0C}), 0x6A82);
    EXPECT_EQ(session.selectApplication({{}, endless, 0x0C}), 0x6A82);
    EXPECT_EQ(session.readTlvFile({{}, fromHex("3F00")}, endless).sw, 0x6A82);
}

TEST(Session, BreaksOffWithACardThatNeverEnds)
{
    for (const auto* answer : {"AA61FF", "6100", "61FF", "6C05", "AA6C00"}) {
        Parrot card(Protocol::T0, fromHex(answer));
        Session session(card);
        try {
            for (int i = 0; i < 100000; ++i)
                (void)session.send(iso7816::readBinary(0, 256));
            FAIL() << answer;
        } catch (const CardError& error) {
            EXPECT_EQ(error.id, ErrorId::CardBroken);
            EXPECT_LE(card.count, 70000);
        }
    }
}

TEST(Session, TakesAnAnswerWithoutAStatusForABreakdown)
{
    for (const auto* answer : {"", "90"}) {
        Parrot card(Protocol::T1, fromHex(answer));
        Session session(card);
        try {
            (void)session.send(iso7816::readBinary(0, 256));
            FAIL() << answer;
        } catch (const CardError& error) {
            EXPECT_EQ(error.id, ErrorId::CardBroken);
            EXPECT_FALSE(error.codeSent);
        }
    }
}

TEST(Session, ReadsNoMoreThanAFileCanHold)
{
    Parrot card(Protocol::T1, fromHex("0401119000"));
    Session session(card);
    try {
        const auto file = session.readTlvFile({{}, fromHex("3F005000")}, fromHex("5031"));
        EXPECT_LE(file.data.size(), 0x8000u);
    } catch (const CardError& error) {
        EXPECT_EQ(error.id, ErrorId::CardBroken);
    }
    EXPECT_LE(card.count, 3001);
}

} // namespace
} // namespace kortvakt
