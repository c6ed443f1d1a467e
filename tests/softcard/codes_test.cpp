// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/card_talk.h"

#include <gtest/gtest.h>

namespace softcard {
namespace {

constexpr auto select5000 = "00A4080C025000", select5100 = "00A4080C025100";
constexpr auto verify = "00200081", change = "00240081", unblock = "002C0081";

struct ClassicCodes : testing::Test {
    Talk talk{"classic-v3-used"};
    void SetUp() override { ASSERT_EQ(talk(select5000), "9000"); }
};

TEST_F(ClassicCodes, CountDownBlockAndAreResetByThePuk)
{
    EXPECT_EQ(talk.code(verify, {"111111"}), "63C2");
    EXPECT_EQ(talk.code(verify, {"111111"}), "63C1");
    EXPECT_EQ(talk.code(verify, {"111111"}), "63C0");
    EXPECT_EQ(talk.code(verify, {"123456"}), "6983");
    EXPECT_EQ(talk("0020008100"), "6983");
    EXPECT_EQ(talk.code(unblock, {"12345678", "482915"}), "9000");
    EXPECT_EQ(talk.tries("5000:81"), 3);
    EXPECT_EQ(talk("0020008100"), "63C3"); // unblocked is not verified
    EXPECT_EQ(talk.code(verify, {"123456"}), "63C2");
    EXPECT_EQ(talk.code(verify, {"482915"}), "9000");
    EXPECT_EQ(talk("0020008100"), "9000");
    EXPECT_EQ(talk.tries("5000:81"), 3);
}

TEST_F(ClassicCodes, AWrongPukCountsDownAndBlocks)
{
    for (const char* left : {"63C4", "63C3", "63C2", "63C1", "63C0", "6983"})
        EXPECT_EQ(talk.code(unblock, {"87654321", "482915"}), left);
    EXPECT_EQ(talk.code(unblock, {"12345678", "482915"}), "6983");
    EXPECT_EQ(talk.tries("5000:82"), 0);
    EXPECT_EQ(talk.tries("5100:84"), 5);
    EXPECT_EQ(talk.code(verify, {"123456"}), "9000"); // the PIN is as it was
}

TEST_F(ClassicCodes, AWrongShapeCostsNoTry)
{
    EXPECT_EQ(talk.code(verify, {"123456"}, 12), "6700");
    EXPECT_EQ(talk.code(verify, {"123456"}, 16, 0xFF), "6A80");
    EXPECT_EQ(talk("0020008110 31003200000000000000000000000000"), "6A80");
    EXPECT_EQ(talk.code(unblock, {"12345678", "482915"}, 12), "6700");
    EXPECT_EQ(talk.code(unblock, {"12345678"}), "6700");
    EXPECT_EQ(talk.code(unblock, {"12345678", "4829"}), "6A80"); // shorter than the card's least
    EXPECT_EQ(talk.code("002C0281", {"482915"}), "6A81");
    EXPECT_EQ(talk.code(change, {"123456"}), "6700");
    EXPECT_EQ(talk.tries("5000:81"), 3);
    EXPECT_EQ(talk.tries("5000:82"), 5);
    EXPECT_EQ(talk.card().counts().codeCommands, 8);
}

TEST_F(ClassicCodes, AreLocalToTheirDf)
{
    EXPECT_EQ(talk.code("00200083", {"654321"}), "6A88");
    EXPECT_EQ(talk(select5100), "9000");
    EXPECT_EQ(talk.code("00200083", {"654321"}), "9000");
    EXPECT_EQ(talk.code(verify, {"123456"}), "6A88");
    EXPECT_EQ(talk.code("002C0083", {"12345678", "482915"}), "9000");
    EXPECT_EQ(talk("00A4000C023F00"), "9000");
    EXPECT_EQ(talk.code(verify, {"123456"}), "6A88");
}

TEST_F(ClassicCodes, AVerifiedCodeIsForgottenWhenItsDfIsLeftOrTheCardReset)
{
    EXPECT_EQ(talk.code(verify, {"123456"}), "9000");
    EXPECT_EQ(talk(select5100), "9000");
    EXPECT_EQ(talk(select5000), "9000");
    EXPECT_EQ(talk("0020008100"), "63C3");
    EXPECT_EQ(talk.code(verify, {"123456"}), "9000");
    talk.card().reset();
    EXPECT_EQ(talk("0020008100"), "6A88"); // nothing but the MF is selected
    EXPECT_EQ(talk(select5000), "9000");
    EXPECT_EQ(talk("0020008100"), "63C3");
}

TEST_F(ClassicCodes, AreChangedByTheOldCode)
{
    EXPECT_EQ(talk.code(change, {"111111", "482915"}), "63C2");
    EXPECT_EQ(talk.code(change, {"123456", "123456"}), "6985");
    EXPECT_EQ(talk.code(change, {"123456", "482915"}), "9000");
    EXPECT_EQ(talk.code(verify, {"482915"}), "9000");
    EXPECT_EQ(talk.tries("5000:81"), 3);
}

TEST_F(ClassicCodes, AFileUnderACodeIsReadOnlyAfterIt)
{
    EXPECT_EQ(talk("00A4080C0450005005"), "9000");
    EXPECT_EQ(talk("00B0000010"), "6982");
    EXPECT_EQ(talk.code(verify, {"123456"}), "9000");
    EXPECT_EQ(talk("00B0000010").substr(32), "9000");
}

TEST(Delivered, LooksLockedOrTellsThatItIsNot)
{
    for (const auto& [name, answer] : {std::pair{"classic-v3-delivered", "6983"},
             {"classic-v3-delivered-told", "6984"}, {"siths-delivered", "63C0"}}) {
        Talk talk(name);
        ASSERT_EQ(talk(select5000), "9000");
        EXPECT_EQ(talk("0020008100"), answer) << name;
        EXPECT_EQ(talk("0020008200"), "63C5") << name;
    }
    Talk talk("classic-v3-delivered");
    ASSERT_EQ(talk(select5000), "9000");
    EXPECT_EQ(talk.code(unblock, {"12345678", "482915"}), "9000");
    EXPECT_EQ(talk.code(verify, {"482915"}), "9000");
}

TEST(Telia, AnEmptyVerifyCostsATry)
{
    Talk talk("telia-used");
    EXPECT_EQ(talk("0020000100"), "63C2");
    EXPECT_EQ(talk.tries("3F00:01"), 2);
    EXPECT_EQ(talk.code("002C0001", {"11223344", "482915"}, 8), "9000");
    EXPECT_EQ(talk.code("00200082", {"654321"}, 8), "6A88");
    EXPECT_EQ(talk("00A4040C0CA000000063504B43532D3135"), "9000");
    EXPECT_EQ(talk.code("00200082", {"654321"}, 8), "9000");
}

TEST(Fineid, TellsTriesAndWhetherACodeWasChanged)
{
    Talk used("fineid-used"), delivered("fineid-delivered"), activated("fineid-2026-delivered");
    const auto info = [](Talk& talk) {
        EXPECT_EQ(talk("00CB00FF05A003830111"), "6125");
        return talk("00C0000025").substr(17 * 2);
    };
    EXPECT_EQ(info(used), "DF210405FFA503DF2702FFFFDF28010CDF2F01019000");
    EXPECT_TRUE(info(delivered).ends_with("DF2F01009000"));
    EXPECT_TRUE(info(activated).ends_with("DF2F01009000"));
    EXPECT_EQ(used("00CB00FF05A003830182"), "6A88"); // local to DF 5016
    EXPECT_EQ(activated.code("00240011", {"7654321", "482915"}, 12), "9000");
    EXPECT_TRUE(info(activated).ends_with("DF2F01019000"));
}

TEST(IasClassic, IsClosedBeforeItsApplicationIsSelected)
{
    Talk talk("ias-classic-used");
    EXPECT_EQ(talk("00A4000C023F00"), "6A82");
    EXPECT_EQ(talk("0020001100"), "6985");
    EXPECT_EQ(talk("00A4040C0CA00000001840000001634200"), "9000");
    EXPECT_EQ(talk("00A4090C025000"), "6A86");
    EXPECT_EQ(talk("0020001100"), "63C3");
    EXPECT_EQ(talk("0020008200"), "6A88");
    EXPECT_EQ(talk(select5000), "9000");
    EXPECT_EQ(talk.code("002C0082", {"45678901", "482915"}, 12), "9000");
    talk.card().reset();
    EXPECT_EQ(talk("00A4000C023F00"), "6A82");
}

TEST(Contactless, TakesNoCodes)
{
    Talk talk("contactless");
    EXPECT_EQ(talk(select5000), "9000");
    EXPECT_EQ(talk("00200081"), "6982");
    EXPECT_EQ(talk.code(verify, {"123456"}), "6982");
}

} // namespace
} // namespace softcard
