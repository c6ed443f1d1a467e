// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "fake_actions.h"
#include "fake_cards.h"
#include "looking.h"

#include "ui/help_window.h"
#include "ui/main_window.h"
#include "ui/parts/help_key.h"
#include "ui/tray/tray.h"

#include <QDesktopServices>
#include <QMessageBox>

#include <algorithm>

using namespace kortvakt;
using namespace kortvakt::looking;

namespace {

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
