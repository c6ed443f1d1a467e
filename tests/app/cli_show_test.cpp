// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/cli_fixture.h"

namespace kortvakt::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Show : public CliTest { };

TEST_F(Show, TellsStateAndTriesOfEachCode)
{
    insert("fineid-pin-locked");
    EXPECT_THAT(run(words("--lang sv show")).out,
        HasSubstr("Säkerhetskoden är låst. (E14)\nDet är legitimeringskoden som är låst."));
    insert("classic-v3-pin-locked");
    const Ran ran = run(words("--lang sv show"));
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.out, HasSubstr("Säkerhetskoden är låst. (E14)\nDet är legitimeringskoden som är låst."))
        << "the signature PIN is in use, so this one was as well";
    EXPECT_THAT(ran.out, HasSubstr("5000:81"));
    EXPECT_THAT(ran.out, HasSubstr("5100:83"));
    EXPECT_THAT(ran.out, HasSubstr("PUK-kod"));
    EXPECT_THAT(ran.out, HasSubstr("Kortvakt kontrollerar inte om certifikatet är spärrat."));
}

TEST_F(Show, AsksAboutALockedCodeWhereTheCardDoesNotShowIt)
{
    insert("telia-pin-locked");
    EXPECT_THAT(run(words("--lang sv show")).out,
        HasSubstr("Säger ett annat program att koden är låst (E14)?\n"
                  "Det här kortet visar inte vilken. Lås upp den med PUK-koden i brevet.\n"
                  "  kortvakt-cli unlock identification\n"
                  "  kortvakt-cli unlock signature\n"));
}

TEST_F(Show, TellsThatThePukHasOneTry)
{
    insert("classic-v3-last-try");
    EXPECT_THAT(run(words("--lang sv show")).out,
        HasSubstr("Ett försök kvar med legitimeringskoden\nBlir det fel låses koden. Även PUK-koden har ett "
                  "försök kvar: gå inte vidare utan brevet.\n"));
    EXPECT_THAT(run(words("--lang sv list")).out, HasSubstr("Ett försök kvar med PUK-koden\n"));
    insert("classic-v3-used");
    EXPECT_THAT(run(words("--lang sv list")).out, Not(HasSubstr("PUK-koden")));
}

TEST_F(Show, KeepsEachColumnUnderItsOwn)
{
    insert("classic-v3-used");
    const std::string shown = run(words("--lang sv show")).out;
    const auto column = [&](const char* cell) {
        const auto at = shown.find(cell);
        EXPECT_NE(at, std::string::npos) << cell << '\n' << shown;
        return at - shown.rfind('\n', at);
    };
    EXPECT_EQ(column("5000:81  "), 3U);
    EXPECT_EQ(column("Legitimeringskod  "), column("Signeringskod  ")) << shown;
    EXPECT_EQ(column("PUK-kod  "), column("Signeringskod  ")) << "its column for ids is empty: " << shown;
    EXPECT_THAT(
        run(words("--lang en list")).out, HasSubstr("\n  Anna Andersson (ID card)\n    Identification PIN  "))
        << "codes stand below their card";
    EXPECT_THAT(shown, Not(HasSubstr(" \n")));
}

TEST_F(Show, GivesTheSameJsonAsListForOneReader)
{
    softpcsc::addReader("Other Reader 01 00", softcard::make("telia-used"));
    insert("classic-v3-used");
    const Ran ran = run({QStringLiteral("--json"), QStringLiteral("--reader"),
        QStringLiteral("Soft Reader 00 00"), QStringLiteral("show")});
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.json()["readers"].toArray().size(), 1);
    EXPECT_EQ(text(ran.json()["readers"][0]["name"]), reader);
}

TEST_F(Show, FindsAReaderByAPartOfItsName)
{
    softpcsc::addReader("Other Reader 01 00", softcard::make("telia-used"));
    insert("classic-v3-used");
    EXPECT_EQ(
        text(run(words("--json --reader other show")).json()["readers"][0]["name"]), "Other Reader 01 00");
    const Ran both = run(words("--reader Reader show"));
    EXPECT_EQ(both.code, 2);
    EXPECT_THAT(both.err, HasSubstr("Other Reader 01 00"));
    const Ran none = run(words("--reader Nowhere show"));
    EXPECT_EQ(none.code, 4);
    EXPECT_THAT(none.err, HasSubstr(reader));
}

TEST_F(Show, AsksWhichCardIsMeantWhenThereAreSeveral)
{
    softpcsc::addReader("Other Reader 01 00", softcard::make("telia-used"));
    insert("classic-v3-used");
    for (const char* line :
        {"show", "unlock identification --stdin", "activate --stdin", "export 1", "report-card"}) {
        const Ran ran = run(words(line));
        EXPECT_EQ(ran.code, 2) << line;
        EXPECT_THAT(ran.err, HasSubstr(reader)) << line;
        EXPECT_THAT(ran.err, HasSubstr("Other Reader 01 00")) << line;
    }
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(Show, HasAnExitCodeForEachTrouble)
{
    EXPECT_EQ(run(words("show")).code, 4);
    insert("unknown");
    EXPECT_EQ(run(words("show")).code, 5);
    insert("contactless");
    EXPECT_EQ(run(words("show")).code, 5);
    insert("mute");
    EXPECT_EQ(run(words("show")).code, 9);
    insert("classic-v3-used");
    softpcsc::holdExclusive(reader, true);
    EXPECT_EQ(run(words("show")).code, 10);
    softpcsc::stopService();
    EXPECT_EQ(run(words("show")).code, 3);
}

TEST_F(Show, TellsAnEmptyReader)
{
    const Ran ran = run(words("--json show"));
    EXPECT_EQ(ran.code, 4);
    ASSERT_EQ(ran.json()["readers"].toArray().size(), 1);
    EXPECT_EQ(text(ran.json()["readers"][0]["name"]), reader);
    EXPECT_EQ(text(ran.json()["readers"][0]["state"]), "no-card");
}

TEST_F(Show, WaitsForACardThatIsBeingPoweredUp)
{
    insert("classic-v3-used");
    softpcsc::powerUpFor(reader, 3);
    EXPECT_EQ(run(words("show")).code, 0);
}

TEST_F(Show, SaysThatACodeIsTheOneFromTheLetter)
{
    insert("fineid-2026-delivered");
    EXPECT_THAT(run(words("--lang sv show")).out, HasSubstr("Aktiveringskod från kodbrevet"));
    insert("fineid-used");
    EXPECT_THAT(run(words("--lang sv show")).out, Not(HasSubstr("kodbrevet")));
}

TEST_F(Show, TellsTheStateOfCertificates)
{
    insert("classic-v3-expired");
    EXPECT_THAT(run(words("--lang sv show")).out, HasSubstr("Gick ut "));
    EXPECT_EQ(
        text(run(words("--json show")).json()["readers"][0]["card"]["certificates"][0]["state"]), "expired");
    insert("classic-v3-expiring");
    EXPECT_THAT(run(words("--lang sv show")).out, HasSubstr("Går ut om "));
    EXPECT_EQ(text(run(words("--json show")).json()["readers"][0]["card"]["certificates"][0]["state"]),
        "expires-soon");
}

TEST_F(Show, ExportsACertificate)
{
    insert("classic-v3-used");
    const Ran pem = run(words("export 1"));
    EXPECT_EQ(pem.code, 0);
    EXPECT_THAT(pem.out, testing::StartsWith("-----BEGIN CERTIFICATE-----"));
    const Ran der = run(words("export 1 --der"));
    ASSERT_GT(der.out.size(), 4U);
    EXPECT_EQ(static_cast<unsigned char>(der.out[0]), 0x30);
    EXPECT_EQ(run(words("export 0")).code, 5);
    EXPECT_EQ(run(words("export 99")).code, 5);
    softpcsc::removeReader(reader);
    EXPECT_EQ(run(words("export one")).code, 2);
}

TEST_F(Show, ReportsACardWithoutCodesOrNames)
{
    for (const char* personality : {"classic-v3-used", "unknown", "telia-used"}) {
        SCOPED_TRACE(personality);
        insert(personality);
        const Ran ran = run(words("report-card"));
        EXPECT_EQ(ran.code, 0);
        EXPECT_THAT(ran.out, testing::StartsWith("ATR 3B"));
        EXPECT_EQ(codeCommands(), 0);
        const QJsonObject json = run(words("report-card --json")).json();
        EXPECT_FALSE(json["lines"].toArray().isEmpty());
        EXPECT_EQ(json["lines"][0].toObject().keys(), words("data status step"));
    }
}

TEST_F(Show, ReportsNoSerialNumberOfAReader)
{
    softpcsc::addReader("Maker Model [Contact] (5C0B1234) 01 00", softcard::make("telia-used"));
    EXPECT_EQ(text(run(words("report-card --json --reader Maker")).json()["reader"]),
        "Maker Model [Contact] 01 00");
}

} // namespace
} // namespace kortvakt::test
