// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/masked.h"
#include "core/subject.h"
#include "tests/app/cli_fixture.h"

#include <QRegularExpression>

#include <set>

namespace kortvakt::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Masked : public CliTest {
protected:
    static constexpr const char* commands[] = {
        "--json list --masked", "--lang en list --masked", "--json show --masked", "--lang sv show --masked"};

    /** What must not be told of the card in the reader: words of names, numbers, addresses, its serial
     * number. */
    std::set<QString> personal()
    {
        std::set<QString> all;
        const auto card = run(words("--json list")).json()["readers"][0]["card"];
        const auto add = [&](const QString& text) {
            for (const QString& word : text.split(QRegularExpression(QStringLiteral("[^\\w@]+"))))
                if (word.size() > 2)
                    all.insert(word);
        };
        add(card["name"].toString());
        if (card["serial"].toString().size() > 4)
            all.insert(card["serial"].toString());
        for (int number = 1; number <= card["certificates"].toArray().size(); ++number) {
            const Ran exported = run(words("--json export --der") + QStringList(QString::number(number)));
            const auto der = QByteArray::fromBase64(exported.json()["der"].toString().toLatin1());
            const auto certificate = parseCertificate(Bytes(der.begin(), der.end()));
            if (!certificate || certificate->authority)
                continue;
            for (const std::string& one : personIn(certificate->der))
                add(QString::fromStdString(one));
        }
        return all;
    }
};

TEST_F(Masked, TellsOfNobodyWhateverTheCard)
{
    std::size_t found = 0;
    for (const auto& personality : softcard::personalities()) {
        SCOPED_TRACE(personality.name);
        insert(personality.name);
        const auto canaries = personal();
        found += canaries.size();
        for (const char* command : commands) {
            const Ran ran = run(words(command));
            const QString told = QString::fromStdString(ran.out + ran.err);
            for (const QString& canary : canaries)
                EXPECT_FALSE(told.contains(canary)) << command << ": " << canary.toStdString() << '\n'
                                                    << ran.out;
        }
    }
    EXPECT_GT(found, 100U);
}

TEST_F(Masked, TellsTheRestAsBefore)
{
    insert("classic-v3-pin-locked");
    const QJsonObject whole = run(words("--json list")).json(),
                      masked = run(words("--json list --masked")).json();
    EXPECT_EQ(text(whole["masked"]), "false");
    EXPECT_EQ(text(masked["masked"]), "true");
    const auto before = whole["readers"][0]["card"], card = masked["readers"][0]["card"];
    EXPECT_TRUE(card["name"].isNull());
    EXPECT_EQ(card["serial"].toString(), QStringLiteral("…") + before["serial"].toString().right(4));
    for (const char* same : {"kind", "issuer"})
        EXPECT_EQ(text(card[QLatin1String(same)]), text(before[QLatin1String(same)]));
    EXPECT_EQ(text(card["codes"][0]["state"]), "locked");
    EXPECT_EQ(text(card["codes"][0]["id"]), "5000:81");
    const QJsonValue certificate = card["certificates"][0];
    EXPECT_TRUE(certificate["subject"].isNull());
    for (const char* same : {"issuer", "purpose", "notAfter", "state"})
        EXPECT_EQ(
            text(certificate[QLatin1String(same)]), text(before["certificates"][0][QLatin1String(same)]));
}

TEST_F(Masked, LeavesOutTheReadersSerialNumber)
{
    const std::string name = "Maker Model [CCID Interface] (4711(b)) 01 00";
    softpcsc::addReader(name, softcard::make("classic-v3-used"));
    for (const char* command : {"--json list --masked", "--json show --masked"}) {
        const Ran ran = run(words(command));
        EXPECT_THAT(
            ran.out, testing::AllOf(HasSubstr("Maker Model [CCID Interface] 01 00"), Not(HasSubstr("4711"))));
    }
    insert("telia-used");
    const Ran several = run(words("--lang en --json show --masked"));
    EXPECT_EQ(several.code, 2);
    for (const std::string& said : {several.out, several.err})
        EXPECT_THAT(
            said, testing::AllOf(HasSubstr("Maker Model [CCID Interface] 01 00"), Not(HasSubstr("4711"))));
}

TEST_F(Masked, LeavesOutTheSerialNumberOfANameThatWasCut)
{
    for (const auto& [name, told] : {std::pair("Maker Model (ANNAS-SERIAL-0815 00 00", "Maker Model 00 00"),
             std::pair("Maker Model (ANNAS-SERIAL-0815 0A 1F", "Maker Model 0A 1F"),
             std::pair("Maker Model [CCID] (ANNAS-SER", "Maker Model [CCID]"),
             std::pair("Maker Model (47(ANNAS) 0815 00 00", "Maker Model 00 00"),
             std::pair("Maker (ANNAS) Model (0815 00", "Maker"), std::pair("(ANNAS 00 00", " 00 00"),
             std::pair("Maker (AN\nNAS) 00 00", "Maker 00 00"),
             std::pair("Maker (AN\nNAS 00 00", "Maker 00 00"),
             std::pair("Maker Model (08e6:3437)", "Maker Model (08e6:3437)")})
        EXPECT_EQ(cli::maskedReader(name), told);
    softpcsc::addReader("Maker Model (ANNAS-SERIAL-0815 00 00", softcard::make("classic-v3-used"));
    for (const char* command :
        {"list --masked", "--json list --masked", "show --masked", "report-card", "--json report-card"}) {
        const Ran ran = run(words(command));
        EXPECT_EQ(ran.code, 0) << command;
        EXPECT_THAT(ran.out + ran.err, Not(HasSubstr("ANNAS"))) << command;
    }
}

TEST_F(Masked, GoesWithListAndShowOnly)
{
    for (const char* line :
        {"watch --masked", "report-card --masked", "export 1 --masked", "policy --masked"})
        EXPECT_EQ(run(words(line)).code, 2) << line;
}

} // namespace
} // namespace kortvakt::test
