// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/failure_pages.h"
#include "app/cli/help_page.h"
#include "ui/words/failures.h"
#include "ui/words/help_text.h"
#include "ui/words/language.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include <set>

namespace kortvakt {
namespace {

class FailurePages : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override
    {
        ui::installLanguage(QString::fromStdString(GetParam()), {QStringLiteral("cli")});
    }

private:
    int count_ = 1;
    char name_[1] = {};
    char* arguments_[2] = {name_, nullptr};
    QCoreApplication program_{count_, arguments_};
};

QString nameOf(ErrorId id)
{
    return QString::fromStdString(std::string(idOf(id)));
}

TEST_P(FailurePages, TellEveryErrorOnceWithItsCauseAndRemedy)
{
    std::set<ErrorId> told;
    for (const auto& failure : ui::failures()) {
        const auto id = idOf(failure.id);
        EXPECT_TRUE(told.insert(failure.id).second) << id << " stands twice";
        for (const QString& text : {failure.meaning, failure.cause, failure.remedy}) {
            EXPECT_FALSE(text.isEmpty()) << id;
            EXPECT_FALSE(text.contains(QLatin1Char('%'))) << id << ": " << text.toStdString();
        }
    }
    for (int id = 0; id <= static_cast<int>(ErrorId::Internal); ++id)
        EXPECT_TRUE(told.contains(static_cast<ErrorId>(id))) << idOf(static_cast<ErrorId>(id));
}

TEST_P(FailurePages, StandInManualPagesOfBothKinds)
{
    for (const char* section : {".Sh", ".SH"}) {
        const QString page =
            QStringLiteral(".\\\" a page\n%1 NAME\n.\\\" FAILURES\n%1 OTHER\n").arg(QLatin1String(section));
        const QString whole = cli::withFailures(page);
        EXPECT_TRUE(whole.endsWith(QStringLiteral("%1 OTHER\n").arg(QLatin1String(section))));
        EXPECT_FALSE(whole.contains(QStringLiteral("\\\" FAILURES")));
        for (const auto& failure : ui::failures()) {
            EXPECT_TRUE(whole.contains(nameOf(failure.id))) << idOf(failure.id);
            EXPECT_TRUE(whole.contains(failure.number)) << idOf(failure.id);
            EXPECT_TRUE(whole.contains(failure.cause)) << idOf(failure.id);
        }
    }
    EXPECT_TRUE(cli::withFailures(QStringLiteral(".Sh NAME\n")).isEmpty());
}

TEST_P(FailurePages, TellTheExitCodeOfWhatEndsACommand)
{
    const QString page = cli::withFailures(QStringLiteral("\n.Sh NAME\n.\\\" FAILURES\n"));
    const auto entry = [&](ErrorId id) {
        const auto start = page.indexOf(QStringLiteral(".It Cm ") + nameOf(id));
        return page.mid(start, page.indexOf(QStringLiteral(".It Cm"), start + 1) - start);
    };
    EXPECT_TRUE(entry(ErrorId::CardBusy).contains(QStringLiteral(" 10.")));
    EXPECT_TRUE(entry(ErrorId::WrongPuk).contains(QStringLiteral(" 6.")));
    EXPECT_FALSE(entry(ErrorId::CertificateExpired).contains(QStringLiteral(" 1.")));
}

TEST_P(FailurePages, StandWithTheWholeHelpInThePageOfTheTrayProgram)
{
    for (const char* section : {".Sh", ".SH"}) {
        const QString whole = cli::withHelp(
            QStringLiteral(".\\\" a page\n%1 NAME\n.\\\" HELP\n%1 OTHER\n").arg(QLatin1String(section)));
        EXPECT_TRUE(whole.endsWith(QStringLiteral("%1 OTHER\n").arg(QLatin1String(section))));
        qsizetype at = 0;
        for (const ui::HelpTopic& topic : ui::helpTopics()) {
            at = whole.indexOf(topic.failure ? topic.id : topic.title.toUpper(), at);
            ASSERT_GE(at, 0) << topic.id.toStdString();
            for (const ui::HelpBlock& block : topic.blocks)
                for (const ui::HelpSpan& span : block.spans)
                    EXPECT_TRUE(topic.failure || whole.contains(cli::roff(span.text)))
                        << span.text.toStdString();
        }
        for (const auto& failure : ui::failures())
            EXPECT_TRUE(whole.contains(failure.cause)) << idOf(failure.id);
        const QString exit = cli::withFailures(QStringLiteral("\n.Sh NAME\n.\\\" FAILURES\n"))
                                 .contains(QStringLiteral("Slutkod"))
            ? QStringLiteral("Slutkod")
            : QStringLiteral("Exit status");
        EXPECT_FALSE(whole.contains(exit)) << "exit codes are those of kortvakt-cli";
    }
    EXPECT_TRUE(cli::withHelp(QStringLiteral(".Sh NAME\n")).isEmpty());
}

TEST_P(FailurePages, AreWellFormedInABrowser)
{
    QXmlStreamReader reader(cli::failuresAsHtml());
    std::set<QString> anchors;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement
            && reader.attributes().hasAttribute(QStringLiteral("id")))
            anchors.insert(reader.attributes().value(QStringLiteral("id")).toString());
    }
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
    EXPECT_EQ(anchors.size(), ui::failures().size());
    EXPECT_TRUE(anchors.contains(QStringLiteral("card-removed-unsure")));
}

INSTANTIATE_TEST_SUITE_P(
    In, FailurePages, testing::Values("sv", "en"), [](const auto& tested) { return tested.param; });

} // namespace
} // namespace kortvakt
