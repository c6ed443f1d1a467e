// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Readers whose names are odd, or nearly the same: listed, chosen and left alone by them.
#include "tests/app/cli_fixture.h"

namespace kortvakt::test {
namespace {

using testing::HasSubstr;
using testing::Not;

QStringList choosing(const std::string& name, const char* command)
{
    return QStringList{QStringLiteral("--json"), QStringLiteral("--reader"), QString::fromStdString(name)}
    + words(command);
}

class OddReader : public CliTest, public testing::WithParamInterface<const char*> {
protected:
    OddReader()
    {
        (void)softpcsc::removeReader(reader);
        softpcsc::addReader(name, softcard::make("classic-v3-used"));
        softpcsc::addReader("Other Reader 00 00", softcard::make("telia-used"));
    }
    /** The reader's state as list tells it, and how many readers it tells of. */
    std::string stateIn(const Ran& ran, qsizetype readers)
    {
        const auto all = ran.json()["readers"].toArray();
        EXPECT_EQ(all.size(), readers) << ran.out << ran.err;
        for (const QJsonValue one : all)
            if (one["name"].toString() == QString::fromStdString(name))
                return text(one["state"]);
        return "not listed";
    }
    const std::string name = GetParam();
};

TEST_P(OddReader, IsListedAndChosenByItsName)
{
    EXPECT_EQ(stateIn(run(words("--json list")), 2), "ready");
    EXPECT_THAT(run(words("list")).out, HasSubstr(QString::fromStdString(name).toStdString()));
    const Ran shown = run(choosing(name, "show"));
    EXPECT_EQ(shown.code, 0) << shown.err;
    EXPECT_EQ(stateIn(shown, 1), "ready");
    EXPECT_EQ(run(choosing("Other Reader 00 00", "show")).code, 0);
}

TEST_P(OddReader, IsLeftAloneByItsName)
{
    // What is no UTF-8 cannot be written in a file of UTF-8: a ? stands for any one character.
    const QString pattern = QString::fromStdString(name).replace(QChar(QChar::ReplacementCharacter), u'?');
    folders.user("[Readers]\nignore/1 = " + pattern.toStdString() + "\n");
    EXPECT_EQ(stateIn(run(words("--json list")), 2), "reader-ignored");
    const Ran shown = run(words("--json show"));
    EXPECT_EQ(shown.code, 0) << shown.err;
    EXPECT_EQ(text(shown.json()["readers"][0]["name"]), "Other Reader 00 00") << "the only one that is left";
}

INSTANTIATE_TEST_SUITE_P(Every, OddReader,
    testing::Values("Alcor \uFF20Link [CCID Interface] (2010), v1/2 00 00", "Reader *?; \"x\" = #1 00 00",
        "\u5C0F\u5361 \u00E5\u00E4\u00F6 00 00", "Kortl\xE4sare \xFF 00 00", "-reader \\ 100% 00 00"));

class TwinReaders : public CliTest {
protected:
    TwinReaders()
    {
        (void)softpcsc::removeReader(reader);
        softpcsc::addReader(first, softcard::make("classic-v3-used"));
        softpcsc::addReader(second, softcard::make("telia-used"));
    }
    std::string kindIn(const Ran& ran) { return text(ran.json()["readers"][0]["card"]["kind"]); }
    const std::string first = "Twin Reader 00 00", second = "Twin Reader 01 00";
};

TEST_F(TwinReaders, AreToldApartByTheirNumbers)
{
    EXPECT_EQ(run(words("--json list")).json()["readers"].toArray().size(), 2);
    for (const auto& line : {words("show"), choosing("Twin Reader", "show")}) {
        const Ran ran = run(line);
        EXPECT_EQ(ran.code, 2);
        EXPECT_THAT(ran.err, testing::AllOf(HasSubstr(first), HasSubstr(second)));
    }
    EXPECT_EQ(kindIn(run(choosing(first, "show"))), "thales-classic-v3");
    EXPECT_EQ(kindIn(run(choosing(second, "show"))), "setcos-telia");
    folders.user("[Readers]\nignore/1 = Twin Reader 00*\n");
    EXPECT_EQ(kindIn(run(words("--json show"))), "setcos-telia");
}

using Readers = CliTest;

TEST_F(Readers, ThatFailAreNotEmptyOnes)
{
    insert("classic-v3-used");
    softpcsc::failReader(reader, true);
    EXPECT_EQ(text(run(words("--json list")).json()["readers"][0]["state"]), "reader-failing");
    for (const char* command :
        {"list", "show", "export 1", "report-card", "unlock identification --dry-run"}) {
        const Ran ran = run(words(command));
        EXPECT_EQ(ran.code, 9) << command;
        EXPECT_THAT(ran.out + ran.err, testing::AllOf(HasSubstr("KV09"), Not(HasSubstr("KV20")))) << command;
    }
    softpcsc::addReader("Empty Reader 00 00");
    const Ran beside = run(words("show"));
    EXPECT_EQ(beside.code, 9) << "the card may be in the one that fails";
    EXPECT_THAT(beside.err, HasSubstr("KV09"));
    softpcsc::addReader("Third Reader 00 00", softcard::make("telia-used"));
    EXPECT_EQ(run(words("show")).code, 0);
    softpcsc::failReader(reader, false);
    EXPECT_EQ(run(words("show")).code, 2) << "two cards";
}

TEST_F(Readers, AreNotBlamedForAServiceThatHangsMeanwhile)
{
    insert("classic-v3-used");
    patience.silent = patience.busy = std::chrono::milliseconds(300);
    for (const char* command : {"show", "list", "unlock identification --dry-run"}) {
        softpcsc::before(reader, 2, [] { softpcsc::hang(true); });
        const Ran ran = run(words(command));
        softpcsc::hang(false);
        EXPECT_EQ(ran.code, 3) << command;
        EXPECT_THAT(ran.out + ran.err, testing::AllOf(HasSubstr("KV10"), HasSubstr("systemctl restart")))
            << command;
    }
}

TEST_F(Readers, AreListedAloneWhenOneIsNamed)
{
    insert("classic-v3-used");
    softpcsc::addReader("Other Reader 01 00", softcard::make("hostile-certificates"));
    EXPECT_EQ(run(words("list")).code, 1);
    const Ran named = run(choosing(reader, "list"));
    EXPECT_EQ(named.code, 0);
    EXPECT_EQ(named.json()["readers"].toArray().size(), 1);
    const Ran none = run(choosing("Nowhere", "list"));
    EXPECT_EQ(none.code, 4);
    EXPECT_EQ(text(none.json()["error"]), "no-reader");
}

TEST_F(Readers, WithASlotThatNeverAnswersHaveOneCard)
{
    insert("classic-v3-used");
    softpcsc::addReader("Inner Slot 00 01", softcard::make("mute"));
    for (const char* command : {"show", "report-card", "unlock identification --dry-run"})
        EXPECT_EQ(run(words(command)).code, 0) << command;
    EXPECT_EQ(run(words("--reader Inner show")).code, 9) << "it may be chosen";
    (void)softpcsc::pull(reader);
    EXPECT_EQ(run(words("show")).code, 9) << "the only one there is: a card may be the wrong way round";
}

} // namespace
} // namespace kortvakt::test
