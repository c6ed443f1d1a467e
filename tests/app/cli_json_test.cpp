// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "core/error.h"
#include "tests/app/cli_fixture.h"

#include <QDateTime>

namespace kortvakt::test {
namespace {

/** Whatever is asked with --json, standard output is one answer in JSON in its envelope. */
class Json : public CliTest {
protected:
    /** What every answer and every element of a list of answers has. */
    static void expectEnvelope(const QJsonObject& answer)
    {
        EXPECT_EQ(text(answer["format"]), "1");
        const auto time = QDateTime::fromString(answer["time"].toString(), Qt::ISODateWithMs);
        EXPECT_LT(std::abs(time.secsTo(QDateTime::currentDateTimeUtc())), 60);
        EXPECT_TRUE(answer["time"].toString().endsWith(u'Z'));
        EXPECT_EQ(text(answer["program"]["name"]), "kortvakt-cli");
        EXPECT_TRUE(answer["program"]["version"].isString());
        EXPECT_TRUE(answer.contains(QLatin1String("number")));
    }

    Ran ask(const QStringList& arguments, const std::string& lines = {})
    {
        const Ran ran = run(QStringList{QStringLiteral("--json")} + arguments, lines);
        QJsonParseError error{};
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(ran.out), &error);
        EXPECT_EQ(error.error, QJsonParseError::NoError)
            << arguments.join(u' ').toStdString() << ": " << error.errorString().toStdString() << '\n'
            << ran.out;
        if (document.isArray())
            for (const QJsonValue& one : document.array())
                expectEnvelope(one.toObject());
        else
            expectEnvelope(document.object());
        return ran;
    }
    Ran ask(const char* arguments, const std::string& lines = {}) { return ask(words(arguments), lines); }

    void expectFailure(const char* arguments, const char* error, const char* number, int exit)
    {
        SCOPED_TRACE(arguments);
        const Ran ran = ask(arguments);
        EXPECT_EQ(ran.code, exit);
        EXPECT_EQ(text(ran.json()["error"]), error);
        EXPECT_EQ(text(ran.json()["number"]), number);
        EXPECT_EQ(text(ran.json()["exit"]), std::to_string(exit));
        EXPECT_NE(text(ran.json()["message"]), "null");
        EXPECT_NE(ran.err, "") << "it is said in words, too";
    }
};

TEST_F(Json, AnswersArgumentsThatMakeNoSense)
{
    for (const char* line :
        {"", "frobnicate", "list more", "unlock", "export x", "--lang fi list", "list --reader",
            "watch --der", "--nonsense list", "--json=1 list", "activate", "unlock signature"})
        expectFailure(line, "usage", "null", 2);
    insert("classic-v3-used");
    softpcsc::addReader("Other Reader 01 00", softcard::make("telia-used"));
    for (const char* line : {"show", "report-card", "export 1", "unlock signature --dry-run"})
        expectFailure(line, "usage", "null", 2);
}

TEST_F(Json, AnswersWhatTheProgramTellsOfItself)
{
    EXPECT_THAT(text(ask("--version").json()["message"]), testing::StartsWith("kortvakt-cli "));
    EXPECT_THAT(text(ask("--help --lang en").json()["message"]), testing::StartsWith("Usage: "));
}

TEST_F(Json, AnswersWithoutACardAndWithoutAReader)
{
    for (const char* line : {"show", "export 1", "report-card"})
        expectFailure(line, "no-card", "KV20", 4);
    for (const char* line : {"unlock signature --stdin", "change signature --stdin", "activate --stdin"})
        EXPECT_EQ(ask(line, "12345678\n482915\n").code, 4);
    EXPECT_EQ(text(ask("activate --stdin").jsonList()[0].toObject()["number"]), "KV20");
    EXPECT_EQ(text(ask("unlock signature --stdin").json()["number"]), "KV20");
    EXPECT_EQ(text(ask("list").json()["readers"][0]["number"]), "KV20");
    expectFailure("show --reader Nobody", "no-reader", "KV12", 4);
    (void)softpcsc::removeReader(reader);
    for (const char* line : {"show", "export 1", "report-card"})
        expectFailure(line, "no-reader", "KV12", 4);
    softpcsc::stopService();
    for (const char* line : {"show", "export 1", "report-card"})
        expectFailure(line, "service-down", "KV10", 3);
    EXPECT_EQ(text(ask("list").json()["number"]), "KV10");
}

TEST_F(Json, AnswersWhatIsHiddenByPolicy)
{
    insert("classic-v3-used");
    folders.policy("[Actions]\nallowUnlock = false\n[Certificates]\nallowExport = false\n"
                   "[Diagnostics]\nallowCardReport = false\n");
    for (const char* line : {"export 1", "report-card"})
        expectFailure(line, "hidden-by-policy", "KV45", 11);
    const Ran ran = ask("unlock signature --stdin", "12345678\n482915\n");
    EXPECT_EQ(text(ran.json()["number"]), "KV45");
    ask("policy");
    ask("policy --check /nowhere");
}

TEST_F(Json, AnswersWithCertificatesAndReports)
{
    insert("classic-v3-used");
    EXPECT_THAT(text(ask("export 1").json()["pem"]), testing::StartsWith("-----BEGIN CERTIFICATE-----\n"));
    EXPECT_THAT(text(ask("export 1 --der").json()["der"]), testing::StartsWith("MII"));
    expectFailure("export 99", "not-possible", "null", 5);
    EXPECT_EQ(text(ask("report-card").json()["reader"]), reader);
    ask("unlock signature --dry-run");
    insert("mute");
    expectFailure("report-card", "card-mute", "KV21", 9);
    expectFailure("export 1", "card-mute", "KV21", 9);
}

TEST_F(Json, AnswersEachCodeThatIsSet)
{
    insert("classic-v3-delivered");
    const Ran activated = ask("activate --stdin", "12345678\n482915\n739164\n");
    ASSERT_EQ(activated.jsonList().size(), 2);
    EXPECT_EQ(text(activated.jsonList()[0].toObject()["number"]), "null");
    EXPECT_EQ(text(ask("unlock signature --stdin", "98765432\n482915\n").json()["number"]), "KV30");
    ask("unlock signature --stdin", "12345678\n");
}

TEST_F(Json, TellsTheExitStatusWithEachCode)
{
    const auto expectExit = [this](const char* command, const char* lines, int exit) {
        const Ran ran = ask(command, lines);
        EXPECT_EQ(ran.code, exit) << command;
        EXPECT_EQ(text(ran.json()["exit"]), std::to_string(exit)) << ran.out;
    };
    const char* const unlock = "unlock signature --stdin";
    expectExit(unlock, "12345678\n482915\n", 4);
    insert("classic-v3-used");
    expectExit(unlock, "12345678\n111111\n", 8);
    expectExit(unlock, "98765432\n482915\n", 6);
    expectExit(unlock, "12345678\n482915\n", 0);
    expectExit("change signature --stdin", "482915\n739164\n", 0);
    expectExit("unlock 5000:99 --stdin", "12345678\n482915\n", 5);
    insert("classic-v3-delivered");
    const auto exits = [this](const char* lines) {
        std::string all;
        for (const QJsonValue& one : ask("activate --stdin", lines).jsonList())
            all += text(one["exit"]) + ' ';
        return all;
    };
    EXPECT_EQ(exits("12345678\n111111\n739164\n"), "8 1 ");
    EXPECT_EQ(exits("12345678\n482915\n739164\n"), "0 0 ");
    EXPECT_EQ(exits("12345678\n482915\n739164\n"), "5 ") << "nothing is left to activate";
}

TEST_F(Json, NumbersWhatStandsInAnActionsWay)
{
    insert("classic-v3-pin-locked");
    const QJsonValue code = ask("show").json()["readers"][0]["card"]["codes"][0];
    EXPECT_EQ(text(code["unavailable"]), R"({"change":"pin-locked"})");
    EXPECT_EQ(text(code["unavailableNumbers"]), R"({"change":"E14"})");
}

} // namespace
} // namespace kortvakt::test
