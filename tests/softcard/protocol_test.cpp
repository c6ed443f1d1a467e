// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/card_talk.h"

#include <gtest/gtest.h>

namespace softcard {
namespace {

TEST(T0, HoldsAnswersReadyForGetResponse)
{
    Talk talk("classic-v3-used");
    EXPECT_EQ(talk("00A40800045000 5006"), "6115");
    EXPECT_EQ(talk("00C0000016"), "6C15");
    EXPECT_EQ(talk("00C0000015"), "6F13810200C0820101830250068A01058C0303FF009000");
    EXPECT_EQ(talk("00C0000015"), "6985");
    EXPECT_EQ(talk("00A40800045000 5006"), "6115");
    EXPECT_EQ(talk("00C0000005"), "6F138102006110");
    EXPECT_EQ(talk.card().counts().getResponses, 4);
    EXPECT_EQ(talk.card().counts().apdus, 6);
}

TEST(T0, AnswersAWrongLengthWithTheRightOne)
{
    Talk talk("classic-v3-used");
    EXPECT_EQ(talk("00A4080C0250 00"), "9000");
    EXPECT_EQ(talk("00CADF3000"), "6C08");
    EXPECT_EQ(talk("00CADF3008"), "DF300576332E30339000");
    EXPECT_EQ(talk("00A4080C0450005006"), "9000");
    EXPECT_EQ(talk("00B00000FF"), "6CC0");
    EXPECT_EQ(talk("00B000B020"), "6C10");
    EXPECT_EQ(talk("00B000C001"), "6B00");
    EXPECT_EQ(talk("00A4080C0450005040"), "9000");
    EXPECT_EQ(talk("00B0000000"), "6CF8"); // no more than 248 at once
    EXPECT_EQ(talk("00B00000EE").size(), 2u * (0xEE + 2));
}

TEST(T0, TakesNoLeBesideDataAndFiveBytesForCaseOne)
{
    Talk talk("classic-v3-used");
    EXPECT_EQ(talk("00A4080C025000 00"), "6700");
    EXPECT_EQ(talk("00A4080C025000"), "9000");
    EXPECT_EQ(talk("0020008100"), "63C3");
    EXPECT_EQ(talk("00200081"), "63C3");
    EXPECT_EQ(talk("0020008110"), "6700");
}

TEST(T1, GivesDataOnlyWhereTheyAreAskedFor)
{
    Talk talk("plain-used");
    EXPECT_EQ(talk("00A40800025015"), "9000");
    EXPECT_EQ(talk("00A4080002501500").substr(0, 2), "62");
    EXPECT_EQ(talk("00200001"), "63C3");
    EXPECT_EQ(talk("0020000100"), "6700");
    EXPECT_EQ(talk("00A4080C0450154401"), "9000");
    EXPECT_EQ(talk("00B0000000").size(), 2u * 258);
    EXPECT_EQ(talk("00B000F020"), "000000000000000000000000000000006282");
}

TEST(Fineid, GivesWhatItCanAtOnce)
{
    Talk talk("fineid-used");
    EXPECT_EQ(talk("00A4080402 4331").substr(0, 3), "610");
    EXPECT_EQ(talk("00B0000000").size(), 2u * (181 + 2));
}

TEST(Select, KnowsItsWays)
{
    Talk talk("classic-v3-used");
    EXPECT_EQ(talk("00A4000C023F00"), "9000");
    EXPECT_EQ(talk("00A4000C025000"), "9000");
    EXPECT_EQ(talk("00A4020C025031"), "9000");
    EXPECT_EQ(talk("00A4020C025000"), "6A82");
    EXPECT_EQ(talk("00A4030C"), "9000");
    EXPECT_EQ(talk("00A4080C063F0050005031"), "6A82"); // a path from the MF goes without it
    EXPECT_EQ(talk("00A4090C025031"), "6A86");
    EXPECT_EQ(talk("00A4000102 3F00"), "6A86");
    EXPECT_EQ(talk("00A404000CA0000000180C000001634200"), "9000"); // no FCI
    EXPECT_EQ(talk("00A404000CA0000000180E000001634200"), "6A82");
    EXPECT_EQ(talk("00A4040005E828BD080F"), "6A82"); // a part of a name is none
    EXPECT_EQ(talk("80A4000C023F00"), "6E00");
    EXPECT_EQ(talk("00AA000000"), "6D00");
}

} // namespace
} // namespace softcard
