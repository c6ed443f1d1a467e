// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "looking.h"

#include "ui/parts/help_key.h"
#include "ui/words/error_table.h"
#include "ui/words/failures.h"
#include "ui/words/help_text.h"
#include "ui/words/issuer_lines.h"

#include <QDir>
#include <QFile>
#include <QXmlStreamReader>

#include <algorithm>
#include <set>

using namespace kortvakt;
using namespace kortvakt::looking;

namespace {

/** Every text of the catalogues as a user of this language meets it. */
std::set<QString> wordsOfTheWindows(bool swedish)
{
    std::set<QString> words;
    for (const char* name : {"kortvakt_sv.ts", "messages_sv.ts"}) {
        QFile file(QStringLiteral(KORTVAKT_TRANSLATIONS "/") + QLatin1String(name));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
        QXmlStreamReader xml(&file);
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == (swedish ? u"translation" : u"source"))
                words.insert(xml.readElementText(QXmlStreamReader::IncludeChildElements));
        }
    }
    return words;
}

class HelpText : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override
    {
        speak(GetParam().c_str());
        topics = ui::helpTopics();
    }
    void TearDown() override { speak("sv"); }
    std::vector<ui::HelpTopic> topics;
};

TEST_P(HelpText, HasATopicForEachErrorAndSaysWhatTheTableSays)
{
    for (const ui::Failure& failure : ui::failures()) {
        const auto id = idOf(failure.id);
        const ui::HelpTopic* topic = ui::findTopic(topics, QString::fromStdString(std::string(id)));
        ASSERT_NE(topic, nullptr) << id;
        EXPECT_EQ(topic->number, failure.number) << id;
        EXPECT_EQ(topic->title, failure.meaning) << id;
        EXPECT_TRUE(topic->plainText().contains(failure.cause)) << id;
        EXPECT_TRUE(topic->plainText().contains(failure.remedy)) << id;
        if (!failure.number.isEmpty()) {
            EXPECT_EQ(ui::findTopic(topics, failure.number), topic) << id;
        }
    }
}

TEST_P(HelpText, LeadsSomewhereWithEveryLink)
{
    int links = 0;
    std::set<QString> ids;
    for (const ui::HelpTopic& topic : topics) {
        EXPECT_TRUE(ids.insert(topic.id).second) << topic.id.toStdString() << " stands twice";
        for (const ui::HelpBlock& block : topic.blocks)
            for (const ui::HelpSpan& span : block.spans) {
                if (span.kind != ui::HelpSpan::Kind::Link)
                    continue;
                ++links;
                EXPECT_NE(ui::findTopic(topics, span.target), nullptr) << span.target.toStdString();
            }
    }
    EXPECT_GT(links, 2);
}

TEST_P(HelpText, QuotesTheWindowsAsTheySpeak)
{
    const auto words = wordsOfTheWindows(GetParam() == "sv");
    int quoted = 0;
    for (const ui::HelpTopic& topic : topics)
        for (const ui::HelpBlock& block : topic.blocks)
            for (const ui::HelpSpan& span : block.spans) {
                if (span.kind != ui::HelpSpan::Kind::Interface)
                    continue;
                ++quoted;
                EXPECT_TRUE(words.contains(span.text)) << span.text.toStdString();
            }
    EXPECT_GT(quoted, 5);
}

TEST_P(HelpText, LeavesNoMarkInTheText)
{
    for (const ui::HelpTopic& topic : topics) {
        for (const char* mark : {"{", "}", "**", "`", "](", "%1", "@", "  "})
            EXPECT_FALSE(topic.plainText().contains(QLatin1String(mark)))
                << mark << " in " << topic.plainText().toStdString();
        EXPECT_FALSE(topic.blocks.empty()) << topic.id.toStdString();
    }
}

TEST_P(HelpText, TellsWhatIssuersTell)
{
    for (const Issuer issuer :
        {Issuer::Skatteverket, Issuer::Telia, Issuer::Siths, Issuer::Fineid, Issuer::Unknown}) {
        EXPECT_TRUE(ui::findTopic(topics, QStringLiteral("puk"))->plainText().contains(ui::pukWhere(issuer)));
        EXPECT_TRUE(ui::findTopic(topics, QStringLiteral("letter-lost"))
                        ->plainText()
                        .contains(ui::pukLetterLost(issuer)));
        EXPECT_TRUE(ui::findTopic(topics, QStringLiteral("puk-locked-help"))
                        ->plainText()
                        .contains(ui::pukLockedAdvice(issuer)));
    }
}

TEST_P(HelpText, BeginsWithNetIdAndItsPath)
{
    const ui::HelpTopic& first = topics.front();
    const bool swedish = GetParam() == "sv";
    EXPECT_EQ(first.title,
        swedish ? QStringLiteral("Står det Net iD Client i instruktionen?")
                : QStringLiteral("Do your instructions mention Net iD Client?"));
    const QString text = first.plainText();
    qsizetype at = 0;
    for (const char* step : swedish
            ? std::vector{"Gör likadant i Kortvakt.", "Högerklicka", "Välj ditt id-kort",
                "Lås upp säkerhetskod", "PUK-koden", "sex siffror", "Upplåsning av säkerhetskoden lyckades",
                "(E14)"}
            : std::vector{"Do the same in Kortvakt.", "Right-click", "Choose your ID card", "Unlock PIN",
                "PUK", "six digits", "The PIN was unlocked", "(E14)"}) {
        at = text.indexOf(QString::fromUtf8(step), at);
        ASSERT_GE(at, 0) << step;
    }
}

INSTANTIATE_TEST_SUITE_P(
    In, HelpText, testing::Values("sv", "en"), [](const auto& tested) { return tested.param; });

TEST(HelpTexts, AreTheSameInBothLanguagesAndTranslated)
{
    speak("en");
    const auto english = ui::helpTopics();
    speak("sv");
    const auto swedish = ui::helpTopics();
    ASSERT_EQ(english.size(), swedish.size());
    for (std::size_t i = 0; i < english.size(); ++i) {
        EXPECT_EQ(english[i].id, swedish[i].id);
        EXPECT_NE(english[i].title, swedish[i].title);
        ASSERT_EQ(english[i].blocks.size(), swedish[i].blocks.size()) << english[i].id.toStdString();
        for (std::size_t k = 0; k < english[i].blocks.size(); ++k) {
            const auto &here = english[i].blocks[k], &there = swedish[i].blocks[k];
            EXPECT_EQ(here.kind, there.kind) << english[i].id.toStdString();
            const auto count = [](const ui::HelpBlock& block, ui::HelpSpan::Kind kind) {
                return std::ranges::count(block.spans, kind, &ui::HelpSpan::kind);
            };
            for (const auto kind :
                {ui::HelpSpan::Kind::Interface, ui::HelpSpan::Kind::Literal, ui::HelpSpan::Kind::Link})
                EXPECT_EQ(count(here, kind), count(there, kind)) << english[i].id.toStdString();
            if (!here.spans.empty()) {
                EXPECT_NE(here.spans, there.spans)
                    << "not translated: " << english[i].plainText().toStdString();
            }
        }
    }
}

} // namespace
