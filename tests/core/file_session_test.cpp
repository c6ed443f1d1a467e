// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// How a session reads files off a card that ends them oddly, answers at times or has the wrong size in its
// FCI: what is read once more, and what is believed.
#include "core/session.h"
#include "tests/support/scripted_channel.h"

#include <utility>
#include <vector>

namespace kortvakt {
namespace {

using test::ScriptedChannel;

const Location root{{}, {0x3F, 0x00}};

/** A file in the root, read with commands of four bytes unless it says otherwise. */
struct Row {
    const char* name;
    const char* fci; ///< empty: a card that tells none
    std::vector<std::pair<const char*, const char*>> talk; ///< commands and answers
    const char* data;
    std::uint16_t status = sw::Ok;
    std::size_t soundSize = 0; ///< what is sound has as many bytes; 0: anything
    int limit = 4;
};

/** The same, a second time: what fails the same way twice is what is on the card. */
Row twice(Row row)
{
    const auto once = row.talk;
    row.talk.insert(row.talk.end(), once.begin(), once.end());
    return row;
}

const std::vector<Row>& rows()
{
    static const std::vector<Row> all{
        twice({"AReadThatFailedIsNoEnd", "",
            {{"00B0000004", "04021122 9000"}, {"00B0000404", "6F00"}, {"00B0000404", "6F00"}}, "04021122",
            0x6F00}),
        {"AReadThatFailedIsRepeated", "", {{"00B0000000", "6F00"}, {"00B0000000", "04021122 9000"}},
            "04021122", sw::Ok, 0, 256},
        twice({"NoFileEndsInsideAnObject", "",
            {{"00B0000004", "04081122 9000"}, {"00B0000404", "6B00"}, {"00B0000404", "6B00"}}, "04081122",
            0x6B00}),
        twice({"NoFileEndsBeforeItsBeginning", "", {{"00B0000004", "6B00"}, {"00B0000004", "6B00"}}, "",
            0x6B00}),
        twice({"AnObjectThatIsCutIsNoWholeFile", "", {{"00B0000000", "04081122 6282"}}, "04081122", 0x6281, 0,
            256}),
        {"AnEndAgainstTheFciIsAskedForTwice", "6F0480020008",
            {{"00B0000004", "04021122 9000"}, {"00B0000404", "6B00"}, {"00B0000404", "04023344 9000"}},
            "0402112204023344"},
        {"AnEndAgainstTheFciAfterAShortAnswerIsAskedForTwice", "6F0480020008",
            {{"00B0000008", "04021122 9000"}, {"00B0000404", "6B00"}, {"00B0000404", "04023344 9000"}},
            "0402112204023344", sw::Ok, 0, 256},
        {"AnEndAfterAFullAnswerIsAskedForTwice", "",
            {{"00B0000004", "04021122 9000"}, {"00B0000404", "6B00"}, {"00B0000404", "04023344 9000"},
                {"00B0000804", "6B00"}, {"00B0000804", "6B00"}},
            "0402112204023344"},
        {"LessThanWasAnnouncedIsNotAll", "",
            {{"00B0000000", "6C08"}, {"00B0000008", "04021122 9000"}, {"00B0000000", "6C08"},
                {"00B0000008", "0402112204023344 9000"}},
            "0402112204023344", sw::Ok, 0, 256},
        {"DataThatMayBeCorruptedAreReadAgain", "",
            {{"00B0000000", "04021123 6281"}, {"00B0000000", "04021122 9000"}}, "04021122", sw::Ok, 0, 256},
        {"ASizeOfNothingIsNone", "6F0480020000",
            {{"00B0000004", "04021122 9000"}, {"00B0000404", "04023344 9000"}, {"00B0000804", "6B00"},
                {"00B0000804", "6B00"}},
            "0402112204023344"},
        {"ASizeInsideAnObjectIsTooSmall", "6F0480020006",
            {{"00B0000006", "040611223344 9000"}, {"00B0000602", "5566 9000"}}, "0406112233445566", sw::Ok, 0,
            256},
        {"ASizeThatLeavesSomethingOutIsNotBelievedAgain", "6F0480020004",
            {{"00B0000004", "04021122 9000"}, {"00B0000000", "0402112204023344 9000"}}, "0402112204023344",
            sw::Ok, 8, 256},
        {"AShortAnswerIsNoEndWhereTheFciTellsMore", "6F0480020008",
            {{"00B0000008", "04021122 9000"}, {"00B0000404", "04023344 9000"}}, "0402112204023344", sw::Ok, 0,
            256},
        {"RecordsAreReadOneByOne", "",
            {{"00B0000004", "6981"}, {"00B2010400", "04021122FFFF 9000"}, {"00B2020400", "6F00"},
                {"00B2020400", "04023344 9000"}, {"00B2030400", "6A83"}},
            "0402112204023344"},
        twice({"ARecordThatFailedIsNotTheLastOne", "",
            {{"00B0000004", "6981"}, {"00B2010400", "04021122 9000"}, {"00B2020400", "6F00"},
                {"00B2020400", "6F00"}},
            "04021122", 0x6F00}),
        twice({"ARecordThatIsCutIsNotWhole", "",
            {{"00B0000004", "6981"}, {"00B2010400", "04081122 9000"}, {"00B2020400", "6A83"}}, "04081122",
            0x6281}),
        {"WhatIsNotSoundIsReadAgain", "",
            {{"00B0000000", "04021122 9000"}, {"00B0000000", "0402112204023344 9000"}}, "0402112204023344",
            sw::Ok, 8, 256},
    };
    return all;
}

class File : public testing::TestWithParam<Row> { };

TEST_P(File, IsReadToItsEnd)
{
    const auto& row = GetParam();
    const std::string fci = row.fci;
    ScriptedChannel card(fci.empty() ? Protocol::T0 : Protocol::T1);
    card.on(fci.empty() ? "00A4080C025031" : "00A408000250 3100", fci + "9000");
    for (const auto& [command, answer] : row.talk)
        card.on(command, answer);
    Session session(card);
    session.limitReads(row.limit);
    const auto file = session.readTlvFile(
        root, fromHex("3F005031"), [&](View data) { return !row.soundSize || data.size() == row.soundSize; });
    EXPECT_EQ(toHex(file.data), row.data);
    EXPECT_EQ(file.sw, row.status);
}

INSTANTIATE_TEST_SUITE_P(Every, File, testing::ValuesIn(rows()),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(Record, IsTheOneThatAPathNames)
{
    ScriptedChannel card(Protocol::T0);
    card.on("00A4080C025031", "9000").on("00B0000200", "6981").on("00B2020400", "04021122 9000");
    Session session(card);
    EXPECT_EQ(toHex(session.readObject(root, fromHex("3F005031"), 2).data), "04021122");
}

TEST(TwoReadings, CountWhereTheyAreAlike)
{
    ScriptedChannel card(Protocol::T0);
    card.on("00A4080C025031", "9000")
        .on("00B0000000", "04021133 9000")
        .on("00B0000004", "04021122 9000")
        .on("00B0000000", "04021122 9000")
        .on("00B0000000", "04021122 9000");
    Session session(card);
    const auto file = session.readTwice(root, fromHex("3F005031"));
    EXPECT_TRUE(file.ok());
    EXPECT_EQ(toHex(file.data), "04021122");
}

TEST(TwoReadings, ThatAreNeverAlikeTellNothing)
{
    ScriptedChannel card(Protocol::T0);
    card.on("00A4080C025031", "9000")
        .on("00B0000000", "04021131 9000")
        .on("00B0000004", "04021132 9000")
        .on("00B0000000", "04021133 9000")
        .on("00B0000000", "04021134 9000")
        .on("00B0000000", "04021135 9000");
    Session session(card);
    EXPECT_FALSE(session.readTwice(root, fromHex("3F005031")).ok());
}

} // namespace
} // namespace kortvakt
