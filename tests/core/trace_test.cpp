// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/trace.h"

#include "tests/support/scripted_channel.h"

#include <gmock/gmock.h>

namespace kortvakt {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/** What is told of one command and its answer, both hexadecimal. */
std::vector<std::string> traceOf(const std::string& command, const std::string& answer)
{
    test::ScriptedChannel card(Protocol::T1);
    card.on(command, answer);
    std::vector<std::string> lines;
    TracingChannel channel(card, [&](std::string line) { lines.push_back(std::move(line)); });
    EXPECT_EQ(channel.transmit(fromHex(command)), fromHex(answer)) << "what passes is left as it is";
    return lines;
}

TEST(Trace, TellsACommandWithoutACodeInFull)
{
    EXPECT_THAT(traceOf("00A40000023F00", "9000"), ElementsAre("> 00A40000023F00", "< 0 bytes, 9000"));
}

TEST(Trace, HidesEveryCode)
{
    // VERIFY, CHANGE REFERENCE DATA and RESET RETRY COUNTER, and VERIFY with its data in BER-TLV.
    for (const std::string header : {"00200081", "00240081", "002C0081", "00210081"}) {
        const auto lines = traceOf(header + "08 3132333435363738", "63C2");
        EXPECT_THAT(lines, ElementsAre("> " + header + " (13 bytes)", "< 0 bytes, 63C2"));
    }
}

TEST(Trace, HidesWhatACardAnswersWith)
{
    const auto lines = traceOf("00B0000004", "31393835 9000");
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[1], "< 4 bytes, 9000");
}

TEST(Trace, OutlivesCommandsAndAnswersThatAreNone)
{
    EXPECT_THAT(traceOf("00", "90"), ElementsAre("> 00 (1 bytes)", "< 0 bytes, 90"));
}

TEST(Trace, TellsTheCommandThatACardWasPulledAt)
{
    test::ScriptedChannel card(Protocol::T0);
    card.on("0020008108 3132333435363738", "");
    std::vector<std::string> lines;
    TracingChannel channel(card, [&](std::string line) { lines.push_back(std::move(line)); });
    EXPECT_THROW((void)channel.transmit(fromHex("00200081083132333435363738")), CardError);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_THAT(lines[0], Not(HasSubstr("3132")));
    EXPECT_EQ(channel.protocol(), Protocol::T0);
}

} // namespace
} // namespace kortvakt
