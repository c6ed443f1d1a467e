// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/cli_fixture.h"

namespace kortvakt::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Activate : public CliTest {
protected:
    Ran activate(const std::string& lines) { return run(words("--json --lang sv activate --stdin"), lines); }
};

TEST_F(Activate, ChoosesBothCodesWithOnePuk)
{
    for (const char* personality : {"classic-v3-delivered", "classic-v3-delivered-told"}) {
        SCOPED_TRACE(personality);
        insert(personality);
        const Ran ran = activate("12345678\n736251\n918273\n");
        EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
        ASSERT_EQ(ran.jsonList().size(), 2);
        EXPECT_EQ(text(ran.jsonList().at(0)["result"]), "accepted");
        EXPECT_EQ(text(ran.jsonList().at(1)["result"]), "accepted");
        EXPECT_EQ(status("5000:81").value, "736251");
        EXPECT_EQ(status("5100:83").value, "918273");
        EXPECT_EQ(codeCommands(), 2);
    }
}

TEST_F(Activate, TellsALineACode)
{
    insert("classic-v3-delivered");
    const Ran ran = run(words("--lang sv activate --stdin"), "12345678\n736251\n918273\n");
    EXPECT_THAT(ran.out, HasSubstr("Kortet är aktiverat\n  Legitimeringskod: vald\n  Signeringskod: vald\n"));
}

TEST_F(Activate, StopsAtTheFirstCodeThatIsNotAccepted)
{
    insert("classic-v3-delivered");
    const Ran ran = activate("87654321\n736251\n918273\n");
    EXPECT_EQ(ran.code, 6);
    ASSERT_EQ(ran.jsonList().size(), 2);
    EXPECT_EQ(text(ran.jsonList().at(0)["error"]), "wrong-puk");
    EXPECT_EQ(text(ran.jsonList().at(1)["error"]), "cancelled");
    EXPECT_EQ(text(ran.jsonList().at(1)["codeSent"]), "false");
    EXPECT_EQ(codeCommands(), 1);
    const Ran said = run(words("--lang sv activate --stdin"), "87654321\n736251\n918273\n");
    EXPECT_THAT(said.err, HasSubstr("Signeringskod: inte vald – Prövades inte.\n"));
    EXPECT_THAT(said.err, Not(HasSubstr("Avbrutet")));
    EXPECT_THAT(said.err, Not(HasSubstr("Inget har skickats"))) << "the PUK was sent";
}

TEST_F(Activate, RefusesBothCodesAlikeWithoutSendingAnything)
{
    insert("classic-v3-delivered");
    const Ran ran = activate("12345678\n736251\n736251\n");
    EXPECT_EQ(ran.code, 8);
    EXPECT_EQ(text(ran.jsonList().at(0)["error"]), "cancelled");
    EXPECT_EQ(text(ran.jsonList().at(1)["error"]), "same-as-other");
    EXPECT_EQ(codeCommands(), 0);
}

/** One PUK in two objects, each with a counter of its own: wrong ones are spent on the second one only. */
TEST_F(Activate, RefusesTheLastTryOfAnyOfItsPuks)
{
    insert("classic-v3-delivered");
    while (status("5100:84").triesLeft > 1)
        EXPECT_EQ(run(words("unlock signature --stdin"), "87654321\n736251\n").code, 6);
    const int sent = codeCommands();
    ASSERT_GT(status("5000:82").triesLeft, 1);
    const Ran ran = activate("12345678\n736251\n918273\n");
    EXPECT_EQ(ran.code, 8);
    ASSERT_EQ(ran.jsonList().size(), 2);
    EXPECT_EQ(text(ran.jsonList().at(0)["error"]), "cancelled");
    EXPECT_EQ(text(ran.jsonList().at(1)["error"]), "last-try");
    EXPECT_EQ(codeCommands(), sent);
    EXPECT_EQ(run(words("activate --stdin --last-try"), "12345678\n736251\n918273\n").code, 0);
    EXPECT_EQ(codeCommands(), sent + 2);
}

TEST_F(Activate, SetsOnlyWhatWasNeverChosen)
{
    insert("classic-v3-no-signature");
    const Ran ran = activate("12345678\n918273\n");
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.jsonList().size(), 1);
    EXPECT_EQ(status("5000:81").value, "123456");
    EXPECT_EQ(status("5100:83").value, "918273");
}

TEST_F(Activate, IsNotPossibleOnACardInUse)
{
    insert("classic-v3-used");
    const Ran ran = activate("12345678\n736251\n918273\n");
    EXPECT_EQ(ran.code, 5);
    EXPECT_EQ(text(ran.jsonList().at(0)["error"]), "not-possible");
    EXPECT_THAT(text(ran.jsonList().at(0)["message"]), HasSubstr("Alla koder är redan valda."));
    EXPECT_EQ(codeCommands(), 0);
}

} // namespace
} // namespace kortvakt::test
