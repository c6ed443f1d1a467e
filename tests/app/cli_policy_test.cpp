// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/cli_fixture.h"

#include <sys/stat.h>

namespace kortvakt::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class CliPolicy : public CliTest {
protected:
    [[nodiscard]] QJsonObject setting(const Ran& ran, const char* key) const
    {
        for (const QJsonValue& one : ran.json()[QStringLiteral("settings")].toArray()) {
            if (one[QStringLiteral("key")].toString() == QLatin1String(key))
                return one.toObject();
        }
        ADD_FAILURE() << key << " is not told";
        return {};
    }
    [[nodiscard]] QJsonObject firstCode(const Ran& ran) const
    {
        return ran.json()[QStringLiteral("readers")][0][QStringLiteral("card")][QStringLiteral("codes")][0]
            .toObject();
    }
    static constexpr const char* support = "[Support]\nname = Servicedesk\nphone = 08-123 45 67\n";
};

TEST_F(CliPolicy, TellsEverySettingWithItsSource)
{
    folders.policy(
        "[Actions]\nallowChange = false\n[Menu]\nlinks/1/title = Help\nlinks/1/url = https://example.org/\n");
    folders.user("[Certificates]\nexpiryWarningDays = 30\n");
    const Ran ran = run(words("--json policy"));
    EXPECT_EQ(ran.code, 0) << ran.err;
    const auto change = setting(ran, "Actions/allowChange");
    EXPECT_EQ(text(change[QStringLiteral("value")]), "false");
    EXPECT_EQ(text(change[QStringLiteral("source")]), "policy");
    EXPECT_EQ(text(change[QStringLiteral("line")]), "2");
    EXPECT_EQ(text(change[QStringLiteral("file")]), folders.path("policy.d/10-test.conf"));
    EXPECT_EQ(text(change[QStringLiteral("locked")]), "true");
    EXPECT_EQ(text(setting(ran, "Certificates/expiryWarningDays")[QStringLiteral("value")]), "30");
    EXPECT_EQ(text(setting(ran, "Certificates/expiryWarningDays")[QStringLiteral("source")]), "user");
    EXPECT_EQ(text(setting(ran, "General/language")[QStringLiteral("source")]), "built-in");
    EXPECT_EQ(text(setting(ran, "Readers/ignore")[QStringLiteral("value")]), "[]");
    EXPECT_EQ(text(setting(ran, "Menu/links/1")[QStringLiteral("value")][QStringLiteral("title")]), "Help");
    EXPECT_EQ(text(ran.json()[QStringLiteral("problems")]), "[]");

    const Ran said = run(words("--lang en policy"));
    EXPECT_THAT(said.out, HasSubstr("Actions/allowChange = false  (locked by policy, "));
    EXPECT_THAT(said.out, HasSubstr("policy.d/10-test.conf:2)"));
}

TEST_F(CliPolicy, FailsWhenSomethingDoesNotWorkAsWritten)
{
    folders.policy("[Actions]\nallowChange = maybe\n");
    const Ran ran = run(words("--lang en policy"));
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("10-test.conf:2: Actions/allowChange: expected true or false."));
    EXPECT_THAT(ran.out, HasSubstr("Actions/allowChange = false"));
    const Ran swedish = run(words("--lang sv policy"));
    EXPECT_THAT(swedish.err, HasSubstr("Actions/allowChange: här ska stå true eller false."));
}

TEST_F(CliPolicy, ChecksAFileBeforeItIsRolledOut)
{
    const std::string draft = folders.path("draft.conf");
    SettingsFolders::write(draft, "[Actions]\nallowUnlock = false\n");
    EXPECT_EQ(
        run({QStringLiteral("policy"), QStringLiteral("--check"), QString::fromStdString(draft)}).code, 0);
    SettingsFolders::write(draft, "[Actions]\nallowUnlok = false\n");
    const Ran ran = run({QStringLiteral("--json"), QStringLiteral("policy"), QStringLiteral("--check"),
        QString::fromStdString(draft)});
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(text(ran.json()[QStringLiteral("problems")][0][QStringLiteral("key")]), "Actions/allowUnlok");
    EXPECT_EQ(text(ran.json()[QStringLiteral("problems")][0][QStringLiteral("error")]), "bad-setting");
    EXPECT_THAT(run({QStringLiteral("--lang"), QStringLiteral("sv"), QStringLiteral("policy"),
                        QStringLiteral("--check"), QString::fromStdString(draft)})
                    .err,
        HasSubstr("draft.conf:2: Actions/allowUnlok: det finns ingen sådan inställning. Menade du "
                  "Actions/allowUnlock?"));
    const Ran none = run(words("--lang sv policy --check /nowhere/at/all.conf"));
    EXPECT_EQ(none.code, 1);
    EXPECT_EQ(none.err, "/nowhere/at/all.conf: Filen finns inte.\n");
    EXPECT_EQ(run(words("list --check x")).code, 2);
}

TEST_F(CliPolicy, SaysInJsonWhatMadeItFail)
{
    const std::string draft = folders.path("draft.conf");
    for (const char* wrong : {"[Codes]\nminLength = 8\nmaxLength = 6\n", "[Menu]\nlinks/2/title = Foo\n",
             "[Actions]\nallowUnlok = false\n", "[Log]\nlevel = error\nlevel = error\n",
             "\xEF\xBB\xBF[Actions]\r\nallowUnlock = false\r\n", "[Actions]\nallowUnlock = false\n"}) {
        SettingsFolders::write(draft, wrong);
        folders.policy(wrong);
        for (const QStringList& check :
            {QStringList(), QStringList{QStringLiteral("--check"), QString::fromStdString(draft)}}) {
            const Ran ran = run(QStringList{QStringLiteral("--json"), QStringLiteral("policy")} + check);
            bool blamed = false;
            for (const QJsonValue& problem : ran.json()[QStringLiteral("problems")].toArray())
                blamed = blamed || !problem[QStringLiteral("error")].isNull();
            EXPECT_EQ(ran.code, blamed ? 1 : 0) << wrong << check.size() << ran.out;
        }
    }
}

TEST_F(CliPolicy, FailsOnANameThatAPolicyMisspells)
{
    folders.policy("[Actions]\nallowUnlok = false\n");
    EXPECT_EQ(run(words("policy")).code, 1);
    EXPECT_EQ(run(words("list")).code, 4) << "the rest of it is read, and nothing else fails";
    folders.policy("");
    folders.user("[General]\nnonsense = 1\n");
    EXPECT_EQ(run(words("policy")).code, 0);
}

TEST_F(CliPolicy, HidesActionsAndSendsNothing)
{
    insert("classic-v3-pin-locked");
    folders.policy((std::string("[Actions]\nallowUnlock = false\n") + support).c_str());
    const Ran shown = run(words("--json show"));
    EXPECT_EQ(
        text(firstCode(shown)[QStringLiteral("unavailable")][QStringLiteral("unlock")]), "hidden-by-policy");
    const Ran ran = run(words("--lang en --json unlock identification --stdin"), "12345678\n714285\n");
    EXPECT_EQ(ran.code, 11);
    EXPECT_EQ(text(ran.json()[QStringLiteral("error")]), "hidden-by-policy");
    EXPECT_EQ(text(ran.json()[QStringLiteral("codeSent")]), "false");
    EXPECT_THAT(text(ran.json()[QStringLiteral("message")]), HasSubstr("Contact Servicedesk, 08-123 45 67."));
    EXPECT_THAT(text(ran.json()[QStringLiteral("message")]), HasSubstr("(KV45)"));
    EXPECT_EQ(run(words("unlock identification --dry-run")).code, 11);
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(CliPolicy, HidesChangingAndActivationToo)
{
    insert("classic-v3-used");
    folders.policy("[Actions]\nallowChange = false\n");
    EXPECT_EQ(run(words("change identification --stdin"), "123456\n714285\n").code, 11);
    EXPECT_EQ(codeCommands(), 0);
    for (const char* off : {"[Actions]\nallowActivate = false\n", "[Actions]\nallowChoose = false\n"}) {
        insert("classic-v3-delivered");
        folders.policy(off);
        EXPECT_EQ(run(words("activate --stdin"), "12345678\n714285\n831947\n").code, 11) << off;
        EXPECT_EQ(codeCommands(), 0);
    }
}

TEST_F(CliPolicy, IsNotOpenedByTheUsersFile)
{
    insert("classic-v3-pin-locked");
    folders.policy("[Actions]\nallowUnlock = false\n");
    folders.user("[Actions]\nallowUnlock = true\n");
    EXPECT_EQ(run(words("unlock identification --stdin"), "12345678\n714285\n").code, 11);
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(CliPolicy, ClosesWhatItMisspells)
{
    insert("classic-v3-pin-locked");
    folders.policy("[Actions]\nallowUnlock = treu\n");
    EXPECT_EQ(run(words("unlock identification --stdin"), "12345678\n714285\n").code, 11);
    EXPECT_EQ(codeCommands(), 0);
}

TEST_F(CliPolicy, UsesNoCardWhileItCannotBeTrustedAndTellsWhichFileAndWhy)
{
    insert("classic-v3-pin-locked");
    int commands = -1;
    const auto count = [&] {
        softpcsc::withCard(reader, [&](softcard::SoftCard& card) { commands = card.counts().apdus; });
        return commands;
    };
    const int before = count();
    folders.policy((std::string("[Actions]\nallowUnlock = false\n") + support).c_str());
    const std::string file = folders.path("policy.d/10-test.conf");
    ASSERT_EQ(chmod(file.c_str(), 0664), 0);
    const std::string why = file + ": Others than its owner may write to it";
    for (const char* line : {"show", "export 1", "report-card", "unlock identification --stdin",
             "unlock identification --dry-run", "change identification --stdin", "activate --stdin",
             "--reader Soft unlock identification --stdin", "--reader Soft report-card"}) {
        const Ran ran = run(words("--lang en") + words(line), "12345678\n714285\n");
        EXPECT_EQ(ran.code, 11) << line;
        EXPECT_THAT(ran.err, HasSubstr(why)) << line;
        EXPECT_THAT(ran.err, HasSubstr("Give it owner root and mode 0644.")) << line;
        EXPECT_THAT(ran.err, HasSubstr("give the number KV52.")) << line;
        EXPECT_THAT(ran.out + ran.err, Not(HasSubstr("KV45"))) << line;
        EXPECT_THAT(ran.out + ran.err, Not(HasSubstr("KV25"))) << line;
    }
    const Ran json = run(words("--json list"));
    EXPECT_EQ(text(json.json()[QStringLiteral("readers")][0][QStringLiteral("state")]), "policy-unread");
    EXPECT_THAT(json.err, HasSubstr(file));
    const Ran unlock = run(words("--json unlock identification --stdin"), "12345678\n714285\n");
    EXPECT_EQ(text(unlock.json()[QStringLiteral("error")]), "policy-unread");
    EXPECT_EQ(text(unlock.json()[QStringLiteral("codeSent")]), "false");
    EXPECT_EQ(count(), before);
    (void)softpcsc::pull(reader);
    EXPECT_EQ(run(words("list")).code, 4) << "there is no card all the same";
}

TEST_F(CliPolicy, NamesTheFileThatItCannotReadInPolicy)
{
    folders.policy("[Actions]\nallowUnlock = false\n");
    const std::string file = folders.path("policy.d/10-test.conf");
    ASSERT_EQ(chmod(file.c_str(), 0666), 0);
    const Ran said = run(words("--lang sv policy"));
    EXPECT_EQ(said.code, 1);
    EXPECT_THAT(said.out,
        HasSubstr("Actions/allowChange = false  (låst av policy, " + file
            + ", eftersom den inte går att läsa eller lita på)"));
    EXPECT_EQ(said.err,
        file
            + ": Andra än ägaren får skriva i den, och den används inte. Ge den ägaren root och läget 0644. "
              "Tills det är rättat används inga kort (KV52).\n");
    const Ran json = run(words("--json policy"));
    const auto problem = json.json()[QStringLiteral("problems")][0];
    EXPECT_EQ(text(problem[QStringLiteral("error")]), "policy-unread");
    EXPECT_EQ(text(problem[QStringLiteral("file")]), file);
    const auto row = setting(json, "Actions/allowChange");
    EXPECT_EQ(text(row[QStringLiteral("file")]), file);
    EXPECT_TRUE(row[QStringLiteral("line")].isNull());
}

TEST_F(CliPolicy, UsesNoCardWhileTheAdministratorsDefaultCannotBeTrusted)
{
    insert("classic-v3-pin-locked");
    folders.defaults("[Actions]\nallowUnlock = false\n");
    const std::string file = folders.path("kortvakt.conf");
    ASSERT_EQ(chmod(file.c_str(), 0664), 0);
    const Ran said = run(words("--lang en policy"));
    EXPECT_EQ(said.code, 1);
    EXPECT_THAT(said.out,
        HasSubstr("Actions/allowUnlock = false  (the administrator’s default, " + file
            + ", since it cannot be read or trusted)"));
    EXPECT_THAT(said.out, HasSubstr("Certificates/allowExport = true  (built in)"));
    const auto problem = run(words("--json policy")).json()[QStringLiteral("problems")][0];
    EXPECT_EQ(text(problem[QStringLiteral("error")]), "policy-unread");
    const Ran unlock = run(words("--lang en unlock identification --stdin"), "12345678\n714285\n");
    EXPECT_EQ(unlock.code, 11);
    EXPECT_THAT(unlock.err,
        HasSubstr("Your organisation’s settings cannot be read or trusted, so Kortvakt uses no card. Contact "
                  "your IT department and give the number KV52."));
}

TEST_F(CliPolicy, HintsAtRegularExpressionsAndDoesNotFail)
{
    const std::string draft = folders.path("draft.conf");
    SettingsFolders::write(draft, "[Readers]\nignore/1 = ^Yubi.*$\n");
    folders.policy("[Readers]\nignore/1 = ^Yubi.*$\n");
    for (const QStringList& check :
        {QStringList(), QStringList{QStringLiteral("--check"), QString::fromStdString(draft)}}) {
        const Ran ran = run(words("--lang en policy") + check);
        EXPECT_EQ(ran.code, 0);
        EXPECT_THAT(ran.err, HasSubstr("conf:2: Readers/ignore/1: this looks like a regular expression"));
        const Ran json = run(words("--json policy") + check);
        EXPECT_TRUE(json.json()[QStringLiteral("problems")][0][QStringLiteral("error")].isNull());
    }
}

TEST_F(CliPolicy, NarrowsTheLengthsOfNewCodes)
{
    insert("fineid-used");
    folders.policy("[Codes]\nminLength = 8\nmaxLength = 8\n");
    const Ran shown = run(words("--json show"));
    EXPECT_EQ(text(firstCode(shown)[QStringLiteral("minLength")]), "8");
    const int before = codeCommands();
    EXPECT_EQ(run(words("unlock identification --stdin"), "12345678\n714285\n").code, 8);
    EXPECT_EQ(codeCommands(), before);
}

TEST_F(CliPolicy, SendsNothingToCardsAndReadersThatAreLeftAlone)
{
    insert("classic-v3-used");
    int commands = -1;
    const auto count = [&] {
        softpcsc::withCard(reader, [&](softcard::SoftCard& card) { commands = card.counts().apdus; });
        return commands;
    };
    const int before = count();
    folders.policy("[Cards]\nignoreAtr/1 = *\n");
    Ran ran = run(words("--json list"));
    EXPECT_EQ(text(ran.json()[QStringLiteral("readers")][0][QStringLiteral("state")]), "card-ignored");
    EXPECT_EQ(run(words("show")).code, 11);
    EXPECT_EQ(run(words("unlock identification --stdin"), "12345678\n714285\n").code, 11);
    EXPECT_EQ(run(words("report-card")).code, 11);
    folders.policy("[Readers]\nignore/1 = soft reader*\n");
    ran = run(words("--json list"));
    EXPECT_EQ(text(ran.json()[QStringLiteral("readers")][0][QStringLiteral("state")]), "reader-ignored");
    ran = run(words("--lang en --reader Soft show"));
    EXPECT_EQ(ran.code, 11);
    EXPECT_THAT(ran.out + ran.err, HasSubstr("Your organisation has excluded it."));
    EXPECT_EQ(count(), before);
    folders.policy("");
    EXPECT_EQ(run(words("show")).code, 0);
    EXPECT_GT(count(), before);
}

TEST_F(CliPolicy, ChoosesTheReaderThatIsNotLeftAlone)
{
    insert("classic-v3-used");
    const std::string other = "Other Reader 00 00";
    softpcsc::addReader(other);
    softpcsc::insert(other, softcard::make("classic-v3-used"));
    EXPECT_EQ(run(words("show")).code, 2);
    folders.user("[Readers]\nignore/1 = Other*\n");
    EXPECT_EQ(run(words("show")).code, 0);
}

TEST_F(CliPolicy, TurnsExportAndReportsOff)
{
    insert("classic-v3-used");
    folders.policy("[Certificates]\nallowExport = false\n[Diagnostics]\nallowCardReport = false\n");
    const Ran exported = run(words("export 1"));
    EXPECT_EQ(exported.code, 11);
    EXPECT_THAT(exported.out, Not(HasSubstr("CERTIFICATE")));
    const Ran report = run(words("report-card"));
    EXPECT_EQ(report.code, 11);
    EXPECT_EQ(report.out, "");
}

TEST_F(CliPolicy, SpeaksTheLanguageThatIsSet)
{
    folders.user("[General]\nlanguage = sv\n");
    EXPECT_THAT(run(words("list")).out, HasSubstr("Sätt in kortet"));
    EXPECT_THAT(run(words("--lang en list")).out, HasSubstr("Insert your card"));
}

} // namespace
} // namespace kortvakt::test
