// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/cli_fixture.h"

#include <pty.h>

namespace kortvakt::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Export : public CliTest {
protected:
    /** Runs the program with its output on a terminal, as far as it can tell. */
    Ran runAtTerminal(const char* line)
    {
        int keys = -1, terminal = -1;
        EXPECT_EQ(openpty(&keys, &terminal, nullptr, nullptr, nullptr), 0);
        std::ostringstream out, err;
        const int code = cli::runCli(
            QStringList{QStringLiteral("kortvakt-cli")} + words(line), {out, err, 0, patience, terminal});
        close(keys);
        close(terminal);
        return {code, out.str(), err.str()};
    }
};

TEST_F(Export, WritesNoDerToATerminal)
{
    insert("classic-v3-used");
    const Ran ran = runAtTerminal("--lang en export 1 --der");
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.out, IsEmpty());
    EXPECT_THAT(ran.err, HasSubstr("send it to a file"));
    EXPECT_THAT(runAtTerminal("export 1").out, HasSubstr("-----BEGIN CERTIFICATE-----"));
}

TEST_F(Export, TellsWhyThereIsNoCertificate)
{
    EXPECT_EQ(run(words("export 1")).code, 4);
    insert("bank");
    EXPECT_EQ(run(words("export 1")).code, 5);
    insert("classic-v3-used");
    const Ran ran = run(words("--lang en export 9"));
    EXPECT_EQ(ran.code, 5);
    EXPECT_THAT(ran.out, IsEmpty());
    EXPECT_THAT(ran.err, HasSubstr("The card has no certificate of that number."));
    softpcsc::stopService();
    EXPECT_EQ(run(words("export 1")).code, 3);
}

TEST_F(Export, TakesANumberOnly)
{
    insert("classic-v3-used");
    for (const char* line :
        {"export", "export -1", "export one", "export 1 2", "export 99999999999999999999"}) {
        const Ran ran = run(words(line));
        EXPECT_EQ(ran.code, 2) << line;
        EXPECT_THAT(ran.out, IsEmpty()) << line;
        EXPECT_THAT(ran.err, Not(IsEmpty())) << line;
    }
    EXPECT_EQ(softpcsc::commands(reader), 0);
}

TEST_F(Export, SendsNoCode)
{
    insert("siths-used");
    EXPECT_EQ(run(words("export 5 --der")).code, 0);
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Export, FailsWhenTheAnswerCannotBeWritten)
{
    insert("classic-v3-used");
    std::ostringstream out, err;
    out.setstate(std::ios::badbit);
    EXPECT_EQ(cli::runCli(words("kortvakt-cli export 1"), {out, err}), 1);
}

} // namespace
} // namespace kortvakt::test
