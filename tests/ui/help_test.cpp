// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "fake_actions.h"
#include "fake_cards.h"
#include "looking.h"

#include "ui/help_window.h"
#include "ui/main_window.h"
#include "ui/parts/help_key.h"
#include "ui/tray/tray.h"
#include "ui/words/error_table.h"
#include "ui/words/failures.h"
#include "ui/words/issuer_lines.h"
#include "ui/words/language.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QXmlStreamReader>

#include <algorithm>
#include <set>

using namespace kortvakt;
using namespace kortvakt::looking;

namespace {

void speak(const char* language)
{
    ui::installLanguage(QString::fromLatin1(language), {QStringLiteral("kortvakt")});
}

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

ui::HelpWindow* openHelp()
{
    for (auto* top : QApplication::topLevelWidgets()) {
        if (auto* help = qobject_cast<ui::HelpWindow*>(top); help && help->isVisible())
            return help;
    }
    return nullptr;
}

class HelpWindowTest : public testing::Test {
protected:
    void TearDown() override { speak("sv"); }
    static QLineEdit& search(const QWidget& help) { return *help.findChild<QLineEdit*>(); }
    static QTreeWidget& contents(const QWidget& help) { return *help.findChild<QTreeWidget*>(); }
    static QStringList listed(const QWidget& help)
    {
        QStringList titles;
        for (QTreeWidgetItemIterator at(&contents(help), QTreeWidgetItemIterator::NotHidden); *at; ++at)
            titles << (*at)->text(0);
        return titles;
    }
    fake::Actions actions;
};

TEST_F(HelpWindowTest, ListsAndShowsEveryTopic)
{
    ui::HelpWindow help;
    help.open();
    EXPECT_EQ(help.pages().shown(), help.pages().topics().front().id);
    EXPECT_EQ(static_cast<std::size_t>(listed(help).size()), help.pages().topics().size());
    for (QTreeWidgetItemIterator at(&contents(help)); *at; ++at) {
        contents(help).setCurrentItem(*at);
        const auto* topic = ui::findTopic(help.pages().topics(), help.pages().shown());
        ASSERT_NE(topic, nullptr);
        EXPECT_TRUE((*at)->text(0).endsWith(topic->title));
        EXPECT_TRUE(help.pages().toPlainText().startsWith(topic->title)) << topic->id.toStdString();
    }
}

TEST_F(HelpWindowTest, ListsStatesAndErrorsByNumber)
{
    ui::HelpWindow help;
    QStringList numbers;
    for (const ui::HelpTopic& topic : help.pages().topics()) {
        if (!topic.number.isEmpty())
            numbers << topic.number;
    }
    EXPECT_GT(numbers.size(), 20);
    EXPECT_TRUE(std::ranges::is_sorted(numbers)) << numbers.join(u' ').toStdString();
}

TEST_F(HelpWindowTest, OpensTheTopicOfANumberAndKeepsTheOneShownForAnUnknownOne)
{
    ui::HelpWindow help;
    help.open(QStringLiteral("E14"));
    EXPECT_EQ(help.pages().shown(), QStringLiteral("pin-locked"));
    EXPECT_EQ(contents(help).currentItem()->text(0), QStringLiteral("E14 · Säkerhetskoden är låst. (E14)"));
    help.open(QStringLiteral("KV99"));
    EXPECT_EQ(help.pages().shown(), QStringLiteral("pin-locked"));
}

TEST_F(HelpWindowTest, FindsWhatIsTypedAndOpensItByKeyboardAlone)
{
    ui::HelpWindow help;
    help.open();
    QApplication::processEvents();
    const int place = search(help).y();
    QTest::keyClicks(&search(help), QStringLiteral("kv22"));
    EXPECT_EQ(listed(help).size(), 2) << "the number, under its heading";
    QTest::keyClick(&search(help), Qt::Key_Return);
    EXPECT_EQ(help.pages().shown(), QStringLiteral("card-busy"));
    search(help).setText(QStringLiteral("spärrad"));
    QTest::keyClick(&search(help), Qt::Key_Return);
    EXPECT_EQ(help.pages().shown(), QStringLiteral("puk-locked-help"));
    search(help).setText(QStringLiteral("xyzzy"));
    EXPECT_TRUE(listed(help).isEmpty());
    EXPECT_TRUE(shows(help, "Inget hittades."));
    QApplication::processEvents();
    EXPECT_EQ(search(help).y(), place) << "the field does not move while it is typed in";
    QTest::keyClick(&help, Qt::Key_Escape);
    EXPECT_TRUE(search(help).text().isEmpty());
    EXPECT_FALSE(listed(help).isEmpty());
    QTest::keyClick(&help, Qt::Key_Escape);
    EXPECT_FALSE(help.isVisible());
}

TEST_F(HelpWindowTest, GoesBackToThePageBefore)
{
    ui::HelpWindow help;
    help.open(QStringLiteral("puk"));
    help.open(QStringLiteral("KV22"));
    press(help, "Tillbaka");
    EXPECT_EQ(help.pages().shown(), QStringLiteral("puk"));
    EXPECT_FALSE(button(help, "Tillbaka")->isEnabled());
}

TEST_F(HelpWindowTest, LoadsNothingFromOutsideAndShowsAnAddressBeforeItIsOpened)
{
    ui::HelpWindow help;
    help.open();
    const QString before = help.pages().shown();
    for (const char* refused : {"http://example.org/", "file:///etc/passwd", "javascript:alert(1)"}) {
        help.pages().setSource(QUrl(QLatin1String(refused)));
        EXPECT_EQ(help.findChild<QMessageBox*>(), nullptr) << refused;
    }
    help.pages().setSource(QUrl(QStringLiteral("https://example.org/support")));
    auto* question = help.findChild<QMessageBox*>();
    ASSERT_NE(question, nullptr);
    EXPECT_TRUE(question->text().contains(QStringLiteral("https://example.org/support")));
    EXPECT_EQ(question->defaultButton()->text(), QStringLiteral("Avbryt"));
    question->close();
    EXPECT_EQ(help.pages().shown(), before);
    EXPECT_FALSE(
        help.pages()
            .document()
            ->resource(QTextDocument::ImageResource, QUrl(QStringLiteral("https://example.org/a.png")))
            .isValid());
}

TEST_F(HelpWindowTest, TellsWhomToContactWhereAnAdministratorHasToldIt)
{
    ui::MainWindow window(actions);
    app::Settings::Support support;
    support.name = "IT-stöd <Region & Kommun>";
    support.phone = "010-123 45 67";
    support.mail = "it@example.org";
    support.url = "http://example.org/not-secure";
    window.setSupport(support);
    window.openHelp(QStringLiteral("support"));
    ASSERT_NE(openHelp(), nullptr);
    const QString text = openHelp()->pages().toPlainText();
    for (const char* told : {"IT-stöd <Region & Kommun>", "Telefon: 010-123 45 67", "E-post: it@example.org"})
        EXPECT_TRUE(text.contains(QString::fromUtf8(told))) << told;
    const QString html = openHelp()->pages().toHtml();
    EXPECT_TRUE(html.contains(QStringLiteral("mailto:it@example.org")));
    EXPECT_FALSE(html.contains(QStringLiteral("href=\"http:")));
    window.setSupport({});
    EXPECT_FALSE(openHelp()->pages().toPlainText().contains(QStringLiteral("Telefon")));
}

TEST_F(HelpWindowTest, NamesWhatTakesTheFocus)
{
    ui::HelpWindow help;
    EXPECT_EQ(search(help).accessibleName(), QStringLiteral("Sök i hjälpen"));
    EXPECT_EQ(contents(help).accessibleName(), QStringLiteral("Innehåll"));
    EXPECT_EQ(help.pages().accessibleName(), QStringLiteral("Hjälptext"));
}

TEST_F(HelpWindowTest, IsOpenedByF1AboutWhatIsShown)
{
    ui::MainWindow window(actions);
    window.setOverview(fake::overview({fake::rowWith(ErrorId::CardBusy)}));
    window.open();
    QTest::keyClick(window.findChild<ui::ReaderList*>(), Qt::Key_F1);
    ASSERT_NE(openHelp(), nullptr);
    EXPECT_EQ(openHelp()->pages().shown(), QStringLiteral("netid"));
    auto* again = button(window, "Försök igen");
    ASSERT_NE(again, nullptr);
    QTest::keyClick(again, Qt::Key_F1);
    EXPECT_EQ(openHelp()->pages().shown(), QStringLiteral("card-busy"));
}

TEST_F(HelpWindowTest, IsOpenedByTheNumberOnAStatePage)
{
    ui::MainWindow window(actions);
    window.setOverview(fake::overview({fake::rowWith(ErrorId::CardMute)}));
    window.open();
    press(window, "KV21 · Hjälp");
    ASSERT_NE(openHelp(), nullptr);
    EXPECT_EQ(openHelp()->pages().shown(), QStringLiteral("card-mute"));
}

TEST_F(HelpWindowTest, IsOpenedByTheWindowsFootAndTheTraysMenu)
{
    ui::MainWindow window(actions);
    window.open();
    press(window, "Hjälp");
    ASSERT_NE(openHelp(), nullptr);
    openHelp()->close();
    ui::TrayMenu menu;
    QObject::connect(&menu, &ui::TrayMenu::helpChosen, &window, [&] { window.openHelp(); });
    for (QAction* action : menu.actions()) {
        if (action->text() == QStringLiteral("Hjälp"))
            action->trigger();
    }
    EXPECT_NE(openHelp(), nullptr);
}

TEST_F(HelpWindowTest, OpensBesideACodeDialogAndKeepsWhatWasTypedThere)
{
    ui::MainWindow window(actions);
    const ui::ShownCard locked = fake::cardWith(CodeState::Locked, CodeState::Ready);
    window.setOverview(fake::overview({fake::rowWith(locked)}));
    window.open();
    press(window, "Lås upp legitimeringskoden…");
    auto* dialog = window.findChild<ui::CodeDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(dialog->windowModality(), Qt::WindowModal);
    type(*dialog, "PUK-kod från brevet", "12345678");
    auto* puk = field(*dialog, "PUK-kod från brevet");
    ASSERT_NE(puk, nullptr);
    const auto expectKept = [&] {
        EXPECT_TRUE(dialog->isVisible());
        EXPECT_EQ(puk->count(), 8);
        ASSERT_NE(openHelp(), nullptr);
        // A child of the window would be kept waiting by the dialog, and one of the dialog end with it.
        EXPECT_EQ(openHelp()->parentWidget(), nullptr);
        EXPECT_EQ(openHelp()->windowHandle()->transientParent(), nullptr);
        openHelp()->close();
    };
    press(*dialog, "Hjälp");
    expectKept();
    QTest::keyClick(puk, Qt::Key_F1);
    expectKept();
    dialog->close();
}

} // namespace
