// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/tlv.h"

#include <gtest/gtest.h>

namespace kortvakt {
namespace {

TEST(TlvReader, WalksObjectsInOrderAndStopsAtPadding)
{
    for (const auto* padding : {"", "00", "FF", "0000FFFF", "FFFF"}) {
        const auto bytes = fromHex(std::string("0401AA5F2002BBCC30030101FF") + padding);
        TlvReader reader(bytes);
        const auto first = reader.next();
        ASSERT_TRUE(first);
        EXPECT_EQ(first->tag, 0x04u);
        EXPECT_EQ(toHex(first->value), "AA");
        const auto second = reader.next();
        ASSERT_TRUE(second);
        EXPECT_EQ(second->tag, 0x5F20u);
        EXPECT_EQ(toHex(second->whole), "5F2002BBCC");
        const auto third = reader.next();
        ASSERT_TRUE(third);
        EXPECT_EQ(third->tag, 0x30u);
        EXPECT_FALSE(reader.next()) << padding;
        EXPECT_FALSE(reader.next()) << padding;
    }
}

TEST(TlvReader, TakesLongFormsForShortLengths)
{
    for (const auto* text : {"048101AA", "04820001AA", "0483000001AA"}) {
        const auto bytes = fromHex(text);
        TlvReader reader(bytes);
        const auto object = reader.next();
        ASSERT_TRUE(object) << text;
        EXPECT_EQ(toHex(object->value), "AA") << text;
    }
}

TEST(TlvReader, GivesNothingOfAnObjectThatIsCutShortAtAnyByte)
{
    const auto whole = fromHex("30820004040201FF");
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        TlvReader reader(cut);
        EXPECT_FALSE(reader.next()) << size;
    }
}

TEST(TlvReader, RefusesLengthsThatNoFileCanHave)
{
    for (const auto* text :
        {"3080", "3084FFFFFFFF", "308401000000AA", "30FF00", "1F8080808001AA", "3083FFFFFFAA"}) {
        const auto bytes = fromHex(text);
        TlvReader reader(bytes);
        EXPECT_FALSE(reader.next()) << text;
    }
}

TEST(TlvReader, FindLooksOnlyAtItsOwnLevel)
{
    const auto bytes = fromHex("3003040111040122");
    const TlvReader reader(bytes);
    EXPECT_EQ(toHex(*reader.find(0x04)), "22");
    EXPECT_FALSE(reader.find(0x05));
}

TEST(WellFormed, IsWhatHoldsNothingThatRunsPastItsOwnEnd)
{
    std::string deep;
    for (int depth = 0; depth < 20; ++depth)
        deep = "30" + toHex(Bytes{static_cast<std::uint8_t>(deep.size() / 2)}) + deep;
    const std::pair<std::string, bool> cases[] = {{"", true}, {"0401AA", true}, {"30030401AA", true},
        {"0000", true}, {"FFFF", true}, {"0401AA0000", true}, {"0401AAFFFF", true}, {"30050401AA0000", true},
        {"0401AA00FF", false}, {"0401AA000401AA", false}, // filled up, and something behind it
        {"0402AA", false}, {"04", false}, {"0480AA", false}, {"30030402AA", false},
        {"3006300504020101", false}, {"30053003040201", false}, // cut on the inside
        {"040330FFFF", true}, // what is primitive holds no objects
        {deep, false}};
    for (const auto& [text, is] : cases)
        EXPECT_EQ(isWellFormed(fromHex(text)), is) << text;
}

TEST(Extent, TellsHowFarAFileReaches)
{
    using enum TlvExtent::End;
    const auto check = [](const char* text, TlvExtent::End end, std::size_t needed) {
        const auto extent = extentOf(fromHex(text));
        EXPECT_EQ(extent.end, end) << text;
        EXPECT_EQ(extent.needed, needed) << text;
    };
    check("", AtBoundary, 0);
    check("040111", AtBoundary, 3);
    check("04011100", Marker, 3);
    check("040111FF", Marker, 3);
    check("040411", CutShort, 6);
    check("30820400AA", CutShort, 1028);
    check("30", CutShort, 2);
    check("3082", CutShort, 3);
}

TEST(Integer, ReadsReferencesHoweverACardWritesThem)
{
    EXPECT_EQ(toInteger(fromHex("0081")), 0x81);
    EXPECT_EQ(*toInteger(fromHex("81")) & 0xFF, 0x81);
    EXPECT_EQ(toInteger(fromHex("7FFFFFFF")), 0x7FFFFFFF);
    EXPECT_FALSE(toInteger(fromHex("0000000001")));
    EXPECT_FALSE(toInteger({}));
}

TEST(Bits, AreNumberedFromTheLeft)
{
    EXPECT_EQ(toBits(fromHex("048C10")), 1u << 0 | 1u << 4 | 1u << 5 | 1u << 11);
    EXPECT_EQ(toBits(fromHex("063040")), 1u << 2 | 1u << 3 | 1u << 9);
    EXPECT_EQ(toBits(fromHex("00")), 0u);
    EXPECT_EQ(toBits({}), 0u);
    EXPECT_EQ(toBits(fromHex("0000000001FFFF")), 1u << 31);
}

} // namespace
} // namespace kortvakt
