// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/cli_fixture.h"

namespace kortvakt::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Change : public CliTest {
protected:
    Ran change(const std::string& lines)
    {
        return run(words("--json --lang sv change identification --stdin"), lines);
    }
};

TEST_F(Change, SetsANewCodeWithTheOldOne)
{
    insert("classic-v3-used");
    const Ran ran = change("123456\n736251\n");
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(text(ran.json()["result"]), "accepted");
    EXPECT_THAT(text(ran.json()["message"]), HasSubstr("Legitimeringskoden är bytt"));
    EXPECT_EQ(status("5000:81").value, "736251");
    EXPECT_EQ(codeCommands(), 1);
}

TEST_F(Change, TellsTheTriesLeftAfterAWrongCode)
{
    insert("classic-v3-used");
    const int before = status("5000:81").triesLeft;
    const Ran ran = change("999123\n736251\n");
    EXPECT_EQ(ran.code, 6);
    EXPECT_EQ(text(ran.json()["error"]), "wrong-pin");
    EXPECT_EQ(ran.json()["triesLeft"].toInt(), before - 1);
    EXPECT_THAT(text(ran.json()["message"]), HasSubstr("Fel legitimeringskod"));
    EXPECT_EQ(codeCommands(), 1);
}

TEST_F(Change, RefusesTheSameCodeAgain)
{
    insert("classic-v3-used");
    const Ran ran = change("736250\n736250\n");
    EXPECT_EQ(ran.code, 8);
    EXPECT_EQ(text(ran.json()["error"]), "same-as-old");
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Change, IsNotPossibleWithALockedCode)
{
    insert("fineid-pin-locked");
    const Ran ran = change("123456\n736251\n");
    EXPECT_EQ(ran.code, 7);
    EXPECT_EQ(text(ran.json()["result"]), "refused");
    EXPECT_EQ(text(ran.json()["error"]), "pin-locked");
    EXPECT_THAT(text(ran.json()["message"]), HasSubstr("Säkerhetskoden är låst. (E14)"));
    EXPECT_THAT(text(ran.json()["message"]), HasSubstr("Kommandot är ”kortvakt-cli unlock identification”."));
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Change, SendsNobodyToAPukThatTheCardHasNotOrHasLocked)
{
    for (const char* personality : {"cardos-pin-locked", "fineid-puk-locked"}) {
        SCOPED_TRACE(personality);
        insert(personality);
        const Ran ran = run(words("--lang sv change identification --stdin"), "123456\n736251\n");
        EXPECT_EQ(ran.code, 7);
        EXPECT_THAT(ran.out + ran.err, HasSubstr("Säkerhetskoden är låst. (E14)"));
        EXPECT_THAT(ran.out + ran.err,
            Not(testing::AnyOf(HasSubstr("Lås upp den med PUK-koden"), HasSubstr("kortvakt-cli unlock"))));
    }
    insert("fineid-pin-locked");
    const Ran ran = run(words("--lang sv change identification --stdin"), "123456\n736251\n");
    EXPECT_THAT(ran.out + ran.err, HasSubstr("Lås upp den med PUK-koden"));
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Change, SaysWhyItIsNotPossibleWithACodeThatMayNeverHaveBeenChosen)
{
    insert("classic-v3-delivered");
    const Ran ran = change("123456\n736251\n");
    EXPECT_EQ(ran.code, 5);
    EXPECT_EQ(text(ran.json()["error"]), "not-possible");
    EXPECT_THAT(text(ran.json()["message"]),
        HasSubstr("Legitimeringskoden är låst, eller så har du inte valt någon än."));
    EXPECT_THAT(
        text(ran.json()["message"]), HasSubstr("Välj en ny kod med ”kortvakt-cli unlock identification”."));
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Change, LearnsFromTheCardThatACodeIsLockedWhereItsTriesCannotBeRead)
{
    insert("telia-pin-locked");
    const Ran ran = change("123456\n736251\n");
    EXPECT_EQ(ran.code, 7);
    EXPECT_EQ(text(ran.json()["result"]), "locked");
    EXPECT_EQ(text(ran.json()["error"]), "pin-locked");
    EXPECT_THAT(
        text(ran.json()["message"]), HasSubstr("Säkerhetskoden är låst. (E14) Det är legitimeringskoden"));
    EXPECT_EQ(codeCommands(), 1);
}

TEST_F(Change, RefusesWhatLooksLikeThePukWhereNobodyCanBeAsked)
{
    insert("fineid-used");
    const Ran ran = change("87654321\n736251\n");
    EXPECT_EQ(ran.code, 8);
    EXPECT_EQ(text(ran.json()["result"]), "refused");
    EXPECT_EQ(text(ran.json()["error"]), "looks-like-puk");
    EXPECT_EQ(text(ran.json()["codeSent"]), "false");
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Change, SaysWhichCodeIsTooShort)
{
    insert("classic-v3-used");
    EXPECT_THAT(text(change("123\n736251\n").json()["message"]), HasSubstr("Koden som du byter har 4–"));
    EXPECT_THAT(text(change("123456\n736\n").json()["message"]), HasSubstr("Den nya koden ska ha"));
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Change, SendsACurrentCodeThatIsShorterThanANewOneMayBe)
{
    insert("piv-used");
    EXPECT_EQ(text(change("1234\n736251\n").json()["error"]), "wrong-pin")
        << "the card, and nobody else, says so";
    EXPECT_EQ(codeCommands(), 1);
}

TEST_F(Change, RefusesAnActivationPinOfAnUnusualLengthWhereNobodyCanBeAsked)
{
    insert("fineid-2026-delivered");
    for (const auto& [lines, error] :
        {std::pair("765432\n736251\n", "too-short"), std::pair("765432100\n736251\n", "too-long")}) {
        const Ran ran = change(lines);
        EXPECT_EQ(ran.code, 8);
        EXPECT_EQ(text(ran.json()["error"]), error);
        EXPECT_THAT(text(ran.json()["message"]), HasSubstr("Aktiveringskoden i kodbrevet har sju siffror."));
        EXPECT_THAT(text(ran.json()["message"]), HasSubstr("Inget har skickats till kortet."));
    }
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Change, TakesACodeFromALetter)
{
    insert("fineid-2026-delivered");
    const Ran ran = change("7654321\n736251\n");
    EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
}

} // namespace
} // namespace kortvakt::test
