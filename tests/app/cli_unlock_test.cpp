// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/cli_fixture.h"
#include "tests/softcard/wrapped_card.h"

namespace kortvakt::test {
namespace {

using testing::HasSubstr;
using testing::Not;

/** A card whose certificates are no certificates. */
class Damaged : public softcard::WrappedCard {
public:
    using WrappedCard::WrappedCard;
    [[nodiscard]] softcard::Bytes transmit(softcard::View command) override
    {
        auto answer = WrappedCard::transmit(command);
        // The head of a long SEQUENCE, in which a certificate holds its own one.
        if (answer.size() > 100 && answer[0] == 0x30 && answer[1] == 0x82 && answer[4] == 0x30)
            answer[4] = 0x04;
        return answer;
    }
};

class Unlock : public CliTest {
protected:
    Ran unlock(const char* arguments, const std::string& lines)
    {
        return run(words("--json --lang sv unlock --stdin") + words(arguments), lines);
    }
    /** Nothing was sent, it is said once, and the card agrees. */
    void expectRefused(const Ran& ran, const std::string& error, int exitCode)
    {
        EXPECT_EQ(ran.code, exitCode);
        EXPECT_EQ(text(ran.json()["result"]), "refused");
        EXPECT_EQ(text(ran.json()["error"]), error);
        EXPECT_EQ(text(ran.json()["codeSent"]), "false");
        EXPECT_EQ(
            ran.json()["message"].toString().count(QStringLiteral("Inget har skickats till kortet.")), 1)
            << text(ran.json()["message"]);
        EXPECT_EQ(codeCommands(), 0);
    }
};

TEST_F(Unlock, SetsANewCodeWithThePuk)
{
    insert("classic-v3-pin-locked");
    const Ran ran = unlock("identification", "12345678\n736251\n");
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.json().keys(),
        words("code codeSent error exit format message number program result time triesLeft"));
    EXPECT_EQ(text(ran.json()["result"]), "accepted");
    EXPECT_EQ(text(ran.json()["error"]), "null");
    EXPECT_EQ(text(ran.json()["code"]), "5000:81");
    EXPECT_EQ(text(ran.json()["codeSent"]), "true");
    EXPECT_THAT(text(ran.json()["message"]),
        HasSubstr("Upplåsning av säkerhetskoden lyckades. Legitimeringskoden är "
                  "upplåst"));
    EXPECT_EQ(status("5000:81").value, "736251");
    EXPECT_EQ(status("5000:81").triesLeft, status("5000:81").triesMax);
    EXPECT_EQ(codeCommands(), 1);
}

TEST_F(Unlock, SaysTheSuccessSentenceOfTheInstructions)
{
    insert("classic-v3-no-signature");
    const Ran ran = run(words("--lang sv unlock signature --stdin"), "12345678\n736251\n");
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.out,
        testing::StartsWith(
            "Upplåsning av säkerhetskoden lyckades\nSigneringskoden är vald. Nu kan du skriva under"));
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(status("5100:83").value, "736251");
}

TEST_F(Unlock, TakesACodeByItsId)
{
    insert("classic-v3-used");
    EXPECT_EQ(unlock("5100:83", "12345678\n736251\n").code, 0);
    EXPECT_EQ(status("5100:83").value, "736251");
}

TEST_F(Unlock, TakesSpacesAndDashesInThePukAndLinesThatEndWithCarriageReturns)
{
    insert("classic-v3-pin-locked");
    EXPECT_EQ(unlock("identification", "1234 56-78\r\n736251\r\n").code, 0);
    EXPECT_EQ(status("5000:81").value, "736251");
}

TEST_F(Unlock, TellsTheTriesLeftAfterAWrongPuk)
{
    insert("classic-v3-pin-locked");
    const int before = status("5000:82").triesLeft;
    const Ran ran = unlock("identification", "87654321\n736251\n");
    EXPECT_EQ(ran.code, 6);
    EXPECT_EQ(text(ran.json()["result"]), "wrong");
    EXPECT_EQ(text(ran.json()["error"]), "wrong-puk");
    EXPECT_EQ(ran.json()["triesLeft"].toInt(), before - 1);
    EXPECT_EQ(text(ran.json()["codeSent"]), "true");
    EXPECT_EQ(status("5000:82").triesLeft, before - 1);
    EXPECT_EQ(codeCommands(), 1);
    const Ran words_ = run(words("--lang sv unlock identification --stdin"), "87654321\n736251\n");
    EXPECT_EQ(words_.out, "");
    EXPECT_THAT(words_.err, HasSubstr("Fel PUK-kod (KV30)\nDu har "));
}

TEST_F(Unlock, NeverRepeatsCodesInItsAnswers)
{
    insert("classic-v3-pin-locked");
    for (const char* lines :
        {"87654321\n736251\n", "8765\n736251\n", "87654321\n12\n", "87654321\n87654321\n"}) {
        const Ran ran = run(words("unlock identification --stdin"), lines);
        EXPECT_THAT(ran.out + ran.err, Not(HasSubstr("8765")));
        EXPECT_THAT(ran.out + ran.err, Not(HasSubstr("736251")));
    }
}

TEST_F(Unlock, RefusesWhatItsOwnRulesForbidWithoutSendingAnything)
{
    struct Case {
        const char* lines;
        const char* error;
    };
    insert("classic-v3-pin-locked");
    for (const Case& each : std::initializer_list<Case>{{"1234567\n736251\n", "too-short"},
             {"123456789\n736251\n", "too-long"}, {"1234567a\n736251\n", "not-digits"},
             {"\n736251\n", "too-short"}, {"12345678\n12345\n", "too-short"},
             {"12345678\n7362519\n", "too-long"}, {"12345678\n73625x\n", "not-digits"},
             {"12345678\n123456\n", "sequence"}, {"12345678\n777777\n", "repeated"},
             {"12345678\n112233\n", "pattern"}, {"12345678\n\n", "too-short"}}) {
        SCOPED_TRACE(each.error);
        expectRefused(unlock("identification", each.lines), each.error, 8);
    }
}

TEST_F(Unlock, RefusesThePukAsNewCodeWhereItsLengthWouldFit)
{
    insert("plain-pin-locked");
    expectRefused(unlock("identification", "56789012\n56789012\n"), "same-as-puk", 8);
}

TEST_F(Unlock, RefusesTheLastTryOfAScriptUnlessToldOtherwise)
{
    insert("classic-v3-last-try");
    const Ran refused = unlock("identification", "12345678\n736251\n");
    expectRefused(refused, "last-try", 8);
    EXPECT_THAT(text(refused.json()["message"]),
        HasSubstr("Lägg till --last-try om det sista försöket ändå ska användas."));
    EXPECT_EQ(unlock("identification --last-try", "12345678\n736251\n").code, 0);
    EXPECT_EQ(status("5000:81").value, "736251");
}

TEST_F(Unlock, TellsALockedPukAndWhereItLeads)
{
    insert("classic-v3-last-try");
    const Ran last = unlock("identification --last-try", "87654321\n736251\n");
    EXPECT_EQ(last.code, 7);
    EXPECT_EQ(text(last.json()["result"]), "locked");
    EXPECT_EQ(text(last.json()["error"]), "puk-locked");
    EXPECT_EQ(text(last.json()["triesLeft"]), "0");
    EXPECT_THAT(text(last.json()["message"]), HasSubstr("ansöka om ett nytt id-kort hos Skatteverket."));
    insert("classic-v3-puk-locked");
    expectRefused(unlock("identification", "12345678\n736251\n"), "puk-locked", 7);
}

TEST_F(Unlock, IsNotHinderedByADamagedCertificate)
{
    softpcsc::insert(reader, std::make_unique<Damaged>(softcard::make("classic-v3-pin-locked")));
    EXPECT_EQ(text(run(words("--json show")).json()["readers"][0]["state"]), "part-not-read")
        << "so it is on the card: inserting it again mends nothing";
    EXPECT_EQ(unlock("identification", "12345678\n736251\n").code, 0);
    EXPECT_EQ(codeCommands(), 1);
}

TEST_F(Unlock, RefusesAPukOfAnUnusualLengthThatNobodyCanBeAskedAbout)
{
    insert("plain-pin-locked");
    expectRefused(unlock("identification", "5678901\n736251\n"), "too-short", 8);
}

TEST_F(Unlock, SendsNothingInADryRun)
{
    insert("classic-v3-pin-locked");
    const Ran json = run(words("--json unlock identification --dry-run"));
    EXPECT_EQ(json.code, 0);
    EXPECT_EQ(text(json.json()["code"]), "5000:81");
    EXPECT_EQ(text(json.json()["command"]), "002C0081");
    EXPECT_EQ(text(json.json().value(QStringLiteral("puk"))["bytes"]), "16");
    EXPECT_EQ(text(json.json().value(QStringLiteral("fresh"))["bytes"]), "16");
    EXPECT_EQ(text(json.json()["codeSent"]), "false");
    const Ran said = run(words("--lang sv unlock identification --dry-run"));
    EXPECT_THAT(said.out, HasSubstr("RESET RETRY COUNTER 002C0081"));
    EXPECT_THAT(said.out, HasSubstr("Inget har skickats till kortet."));
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Unlock, TellsBeforehandThatACardOfNoKnownKindIsTakenAtItsWord)
{
    insert("plain-pin-locked");
    const Ran said = run(words("--lang sv unlock identification --dry-run"));
    EXPECT_THAT(said.out, HasSubstr("Kortvakt känner inte till den här sortens kort. Hur PUK-koden används"));
    insert("classic-v3-pin-locked");
    EXPECT_THAT(
        run(words("--lang sv unlock identification --dry-run")).out, Not(HasSubstr("känner inte till")));
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Unlock, TellsThatAPukWithLettersIsForAnotherProgram)
{
    insert("piv-pin-locked");
    const Ran ran = unlock("identification", "abcdefgh\n736251\n");
    EXPECT_EQ(ran.code, 8);
    EXPECT_THAT(
        text(ran.json()["message"]), HasSubstr("En PUK-kod med bokstäver har valts i ett annat program."));
    const Ran fresh = unlock("identification", "12345678\nabcdefgh\n");
    EXPECT_THAT(text(fresh.json()["message"]), HasSubstr("Bara siffror. (Num Lock kan vara av.)"));
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Unlock, IsPossibleWhereTheStateCannotBeRead)
{
    insert("telia-pin-locked");
    EXPECT_EQ(unlock("identification", "11223344\n736251\n").code, 0);
    EXPECT_EQ(codeCommands(), 1);
}

TEST_F(Unlock, RefusesACodeThatTheCardDoesNotHave)
{
    insert("classic-v3-used");
    expectRefused(unlock("7777:01", "12345678\n736251\n"), "not-possible", 5);
    EXPECT_EQ(unlock("banana", "12345678\n736251\n").code, 2);
    EXPECT_EQ(codeCommands(), 0);
    softpcsc::removeReader(reader);
    EXPECT_EQ(unlock("banana", "12345678\n736251\n").code, 2) << "with no reader the fault is the same";
    EXPECT_EQ(run(words("change foo --stdin")).code, 2);
}

TEST_F(Unlock, SendsNothingToCardsItDoesNotKnow)
{
    for (const char* personality : {"unknown", "bank", "contactless"}) {
        SCOPED_TRACE(personality);
        insert(personality);
        const Ran ran = unlock("identification", "12345678\n736251\n");
        EXPECT_EQ(ran.code, 5);
        EXPECT_EQ(text(ran.json()["result"]), "failed");
        EXPECT_EQ(text(ran.json()["codeSent"]), "false");
        EXPECT_EQ(codeCommands(), 0);
    }
}

TEST_F(Unlock, SaysWhyACardThatItRecognisesIsLeftAloneAndWhatHelps)
{
    const std::pair<const char*, const char*> cards[] = {
        {"seeid", "skickar därför inga. Använd programmet från den som gav ut kortet."},
        {"idprime-pin-locked", "Den som administrerar korten i din organisation låser upp"}};
    for (const auto& [personality, why] : cards) {
        SCOPED_TRACE(personality);
        insert(personality);
        for (const char* line : {"--lang sv show", "--lang sv unlock identification --stdin",
                 "--lang sv change identification --stdin", "--lang sv activate --stdin"}) {
            const Ran ran = run(words(line), "12345678\n736251\n736252\n");
            EXPECT_EQ(ran.code, 5) << line;
            EXPECT_THAT(ran.out + ran.err,
                HasSubstr("Kortvakt kan inte byta eller låsa upp koderna på det här kortet"))
                << line;
            EXPECT_THAT(ran.out + ran.err, HasSubstr(why)) << line;
        }
        EXPECT_THAT(run(words("--lang sv list")).out,
            HasSubstr("Kortvakt kan inte byta eller låsa upp koderna på det här kortet"));
        EXPECT_EQ(codeCommands(), 0);
    }
}

TEST_F(Unlock, AsksForNothingWhereNobodyCanAnswer)
{
    insert("classic-v3-pin-locked");
    const Ran ran = run(words("--lang sv unlock identification"), "12345678\n736251\n");
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("--stdin"));
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Unlock, WantsALineForEachCode)
{
    insert("classic-v3-pin-locked");
    for (const char* lines : {"", "12345678\n"}) {
        const Ran ran = run(words("--lang sv unlock identification --stdin"), lines);
        EXPECT_EQ(ran.code, 2);
        EXPECT_THAT(ran.err, HasSubstr("Inget har skickats till kortet."));
    }
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Unlock, SpeaksEnglishToo)
{
    insert("classic-v3-pin-locked");
    EXPECT_THAT(run(words("--lang en unlock identification --stdin"), "87654321\n736251\n").err,
        HasSubstr("Wrong PUK (KV30)"));
    EXPECT_THAT(run(words("--lang en unlock identification --stdin"), "12345678\n736251\n").out,
        testing::StartsWith("The PIN was unlocked\nThe identification PIN is unlocked"));
}

} // namespace
} // namespace kortvakt::test
