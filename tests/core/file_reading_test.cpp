// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// How a file is read whose size, end or structure is told oddly: each command and its answer, and what comes
// of it.
#include "core/file_reading.h"

#include "core/session.h"
#include "tests/support/scripted_channel.h"

namespace kortvakt {
namespace {

using test::ScriptedChannel;
using Talk = std::vector<std::pair<const char*, const char*>>;

struct Row {
    const char* name;
    FilePart part;
    Talk talk;
    const char* data;
    std::uint16_t sw = sw::Ok;
};

constexpr const char *first = "00B0000000", *object = "0404AABBCCDD9000", *whole = "0404AABBCCDD";

std::vector<Row> sizes()
{
    return {
        {"NoSize", {}, {{first, object}}, whole},
        {"SizeIsTold", {.told = 6}, {{"00B0000006", object}}, whole},
        {"Size0IsNotBelieved", {.told = 0}, {{first, object}}, whole},
        {"SizeIsTooSmall", {.told = 3}, {{"00B0000003", "0404AA9000"}, {"00B0000303", "BBCCDD9000"}}, whole},
        {"SizeIsTooLarge", {.told = 0xFFFF},
            {{first, object}, {"00B0000600", "6B00"}, {"00B0000600", "6B00"}}, whole},
        {"SizeIsTooLargeAndTheEndIsTold", {.told = 0xFFFF}, {{first, "0404AABBCCDD6282"}}, whole},
        {"ALoneRefusalIsNoEnd", {.told = 9},
            {{"00B0000009", object}, {"00B0000603", "6B00"}, {"00B0000603", "0401119000"}},
            "0404AABBCCDD040111"},
        {"FillingEndsIt", {}, {{first, "0404AABBCCDDFFFF9000"}}, "0404AABBCCDDFFFF"},
        {"OneObjectAlone", {.oneObject = true}, {{first, "0404AABBCCDDFFFF9000"}}, whole},
        {"APartOfIt", {.offset = 2, .length = 4}, {{"00B0000204", "AABBCCDD9000"}}, "AABBCCDD"},
        {"NoMoreThanIsAskedFor", {.length = 4}, {{"00B0000004", object}}, "0404AABB"},
    };
}

std::vector<Row> refusals()
{
    return {
        {"ByHalvesWhereItIsTooMuch", {}, {{first, "6700"}, {"00B0000080", "6700"}, {"00B0000040", object}},
            whole},
        {"ByHalvesAtTheEnd", {.chunk = 4},
            {{"00B0000004", "0404AABB9000"}, {"00B0000404", "6700"}, {"00B0000402", "CCDD9000"}}, whole},
        {"AFailureIsNotTheLastWord", {}, {{first, "6F00"}, {first, object}}, whole},
        {"NorIsAnEmptyAnswer", {}, {{first, "9000"}, {first, object}}, whole},
        {"ARefusalTwiceIsTold", {}, {{first, "6982"}, {first, "6982"}}, "", 0x6982},
        {"NothingTwiceIsNoFile", {}, {{first, "9000"}, {first, "9000"}}, "", sw::PartCorrupted},
        {"BrokenOffInsideAnObject", {},
            {{first, "0406AABB9000"}, {"00B0000400", "6B00"}, {"00B0000400", "6B00"}}, "0406AABB", 0x6B00},
        {"EndInsideAnObject", {}, {{first, "0406AABB6282"}}, "0406AABB", sw::PartCorrupted},
        {"SaidToBeCorrupted", {}, {{first, "0404AABBCCDD6281"}, {first, object}}, whole},
    };
}

std::vector<Row> records()
{
    constexpr const char *one = "00B2010400", *two = "00B2020400", *three = "00B2030400";
    return {
        {"AllOfThem", {}, {{first, "6981"}, {one, "0401119000"}, {two, "040122FFFF9000"}, {three, "6A83"}},
            "040111040122"},
        {"TheOneThatIsMeant", {.offset = 2}, {{"00B0000200", "6981"}, {two, "0401229000"}}, "040122"},
        {"TheOneThatIsMeantIsNotThere", {.offset = 2}, {{"00B0000200", "6981"}, {two, "6A83"}}, "",
            sw::RecordNotFound},
        {"NoMoreThanIsAskedFor", {.length = 3}, {{"00B0000003", "6981"}, {one, "0401119000"}}, "040111"},
        {"AFailureIsNotTheLastWord", {}, {{first, "6981"}, {one, "6F00"}, {one, "0401119000"}, {two, "6A83"}},
            "040111"},
        {"AFailureTwiceIsTold", {}, {{first, "6981"}, {one, "0401119000"}, {two, "6F00"}, {two, "6F00"}},
            "040111", 0x6F00},
        {"CutShort", {}, {{first, "6981"}, {one, "0404119000"}, {two, "6A83"}}, "040411", sw::PartCorrupted},
        {"NoneAtAll", {}, {{first, "6981"}, {one, "6A83"}}, "", sw::PartCorrupted},
    };
}

class FileReading : public testing::TestWithParam<Row> { };

TEST_P(FileReading, GivesWhatIsThereOrSaysWhatBrokeItOff)
{
    const auto& row = GetParam();
    ScriptedChannel card(Protocol::T1);
    for (const auto& [command, answer] : row.talk)
        card.on(command, answer);
    Session session(card);
    std::size_t longest = 0;
    const auto file = readSelectedFile(session, row.part, longest);
    EXPECT_EQ(toHex(file.data), row.data);
    EXPECT_EQ(file.sw, row.sw);
    EXPECT_EQ(longest != 0, !file.data.empty());
}

const auto nameOf = [](const auto& tested) { return std::string(tested.param.name); };
INSTANTIATE_TEST_SUITE_P(Sizes, FileReading, testing::ValuesIn(sizes()), nameOf);
INSTANTIATE_TEST_SUITE_P(Refusals, FileReading, testing::ValuesIn(refusals()), nameOf);
INSTANTIATE_TEST_SUITE_P(Records, FileReading, testing::ValuesIn(records()), nameOf);

TEST(FileReadingOverT0, AsksAgainWhereLessComesThanWasPromised)
{
    ScriptedChannel card(Protocol::T0);
    card.on(first, "6C03").on("00B0000003", "04019000").on(first, "6C03").on("00B0000003", "0401119000");
    Session session(card);
    std::size_t longest = 0;
    EXPECT_EQ(toHex(readSelectedFile(session, {}, longest).data), "040111");
    EXPECT_EQ(longest, 3u);
}

} // namespace
} // namespace kortvakt
