// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "main_window_fixture.h"

#include "ui/certificate_dialog.h"
#include "ui/tray/tray.h"

#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace kortvakt;
using namespace kortvakt::looking;

namespace {

TEST_F(MainWindowTest, GivesTheKeyboardToWhatCanBeDoneAndTabGoesAsTheEyeDoes)
{
    ui::MainWindow window(actions);
    auto down = fake::overview({});
    down.service = ErrorId::ServiceDown;
    window.setOverview(down);
    window.open();
    window.activateWindow();
    QApplication::processEvents();
    EXPECT_EQ(QApplication::focusWidget(), button(window, "Försök igen"));
    QTest::keyClick(&window, Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), button(window, "Inställningar"));
    window.setOverview(fake::overview({fake::rowWith(ErrorId::CardBusy)}));
    button(window, "Försök igen")->setFocus();
    QTest::keyClick(&window, Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), button(window, "Inställningar"));
    window.findChild<QListWidget*>()->setFocus();
    window.setOverview(down);
    EXPECT_EQ(QApplication::focusWidget(), button(window, "Försök igen"));
}

TEST_F(MainWindowTest, DoesNotGreetAFirstTimeHolderWithALockedCard)
{
    ui::MainWindow window(actions);
    window.setOverview(fake::overview(
        {fake::rowWith(fake::cardWith(CodeState::LockedOrNeverSet, CodeState::LockedOrNeverSet))}));
    EXPECT_TRUE(shows(window, "Välj dina koder"));
    EXPECT_FALSE(texts(window).contains(QStringLiteral("E14")));
    EXPECT_NE(button(window, "Aktivera kortet…"), nullptr);
    EXPECT_NE(button(window, "Bara signeringskod…"), nullptr);
}

TEST_F(MainWindowTest, OffersOneMainButtonForTheWorstThing)
{
    ui::MainWindow window(actions);
    window.setOverview(fake::overview({fake::rowWith(fake::cardWith(CodeState::Locked, CodeState::Ready))}));
    int standOut = 0;
    for (const auto* one : window.findChildren<QPushButton*>())
        standOut += one->isDefault() ? 1 : 0;
    EXPECT_EQ(standOut, 1);
    press(window, "Lås upp legitimeringskoden…");
    auto* dialog = window.findChild<ui::CodeDialog*>();
    if (!dialog) {
        for (auto* top : QApplication::topLevelWidgets())
            dialog = dialog ? dialog : qobject_cast<ui::CodeDialog*>(top);
    }
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(dialog->windowTitle(), QStringLiteral("Lås upp legitimeringskoden"));
}

/** What the page of the card offers, but for certificates and reading it again. */
QStringList offeredOn(const ui::MainWindow& window)
{
    QStringList offered;
    for (const auto* one : window.findChild<QScrollArea*>()->widget()->findChildren<QPushButton*>())
        offered << one->text();
    for (const char* other : {"Läs in kortet på nytt", "Detaljer"})
        offered.removeAll(QString::fromUtf8(other));
    return offered;
}

TEST_F(MainWindowTest, HasNoButtonToTheLastTryOfAPukWhileNothingIsLocked)
{
    const auto change = QStringLiteral("Byt…");
    ui::MainWindow window(actions);
    unsigned insertion = 0;
    const auto show = [&](const ui::ShownCard& card) {
        window.setOverview(fake::overview({fake::rowWith(card, ++insertion)}));
    };
    for (const CodeState state : {CodeState::Ready, CodeState::LastTry}) {
        show(fake::withPukTries(fake::cardWith(state, CodeState::Ready), 1));
        EXPECT_EQ(
            offeredOn(window).filter(QRegularExpression(QStringLiteral("PUK|Glömt|Lås upp"))), QStringList());
        EXPECT_EQ(offeredOn(window).count(change), 2);
        EXPECT_TRUE(shows(window, "Ett försök kvar"));
    }
    show(fake::withPukTries(fake::cardWith(CodeState::Locked, CodeState::Ready), 1));
    EXPECT_NE(button(window, "Lås upp legitimeringskoden…"), nullptr);
    EXPECT_TRUE(shows(window, "Ett försök kvar med PUK-koden."));
    EXPECT_EQ(button(window, "Glömt koden?…"), nullptr);
    show(fake::card());
    EXPECT_EQ(offeredOn(window).count(QStringLiteral("Glömt koden?…")), 2);
}

TEST_F(MainWindowTest, AsksAboutALockedCodeOnACardThatDoesNotShowIt)
{
    ui::MainWindow window(actions);
    ui::ShownCard card = fake::teliaCard();
    window.setOverview(fake::overview({fake::rowWith(card)}));
    EXPECT_TRUE(shows(window, "Säger ett annat program att koden är låst (E14)?"));
    for (const char* text : {"Lås upp legitimeringskoden…", "Signeringskoden…"}) {
        const auto* one = dynamic_cast<QPushButton*>(button(window, text));
        ASSERT_NE(one, nullptr);
        EXPECT_FALSE(one->isDefault());
    }
    card.codes.front().unlockedJustNow = true;
    auto row = fake::rowWith(card);
    ++row.revision;
    window.setOverview(fake::overview({row}));
    EXPECT_TRUE(shows(window, "Nyss upplåst"));
    EXPECT_EQ(button(window, "Lås upp legitimeringskoden…"), nullptr);
    press(window, "Lås upp signeringskoden…");
    bool opened = false;
    for (const auto* top : QApplication::topLevelWidgets())
        opened = opened || top->windowTitle() == QStringLiteral("Lås upp signeringskoden");
    EXPECT_TRUE(opened);
}

TEST_F(MainWindowTest, SaysOnceWhyNothingCanBeDone)
{
    ui::ShownCard card = fake::card();
    for (auto& code : card.codes)
        code.cannotUnlock = code.cannotChange = ErrorId::NoIdentity;
    ui::MainWindow window(actions);
    window.setOverview(fake::overview({fake::rowWith(card)}));
    const QString why = ui::messageFor(ErrorId::NoIdentity).heading;
    EXPECT_EQ(texts(window).count(why), 1) << texts(window).toStdString();
    card.codes.front().cannotUnlock = card.codes.front().cannotChange = ErrorId::FormNotRead;
    auto row = fake::rowWith(card);
    ++row.revision;
    window.setOverview(fake::overview({row}));
    EXPECT_EQ(texts(window).count(why), 1);
    EXPECT_EQ(texts(window).count(ui::messageFor(ErrorId::FormNotRead).heading), 1);
    EXPECT_EQ(offeredOn(window), QStringList());
}

TEST_F(MainWindowTest, WarnsOfCodesThatAreStillAsTheCardWasMade)
{
    ui::ShownCard card = fake::card();
    card.codes.front().factoryValue = card.codes.front().puk->factoryValue = true;
    ui::MainWindow window(actions);
    window.setOverview(fake::overview({fake::rowWith(card)}));
    EXPECT_TRUE(shows(window, "Koden är fortfarande den som alla sådana kort har från början. Byt den."));
    EXPECT_TRUE(shows(window, "PUK-koden är fortfarande den som alla sådana kort har från början."));
}

TEST_F(MainWindowTest, ShowsNoMarkupFromACard)
{
    ui::ShownCard card = fake::card();
    card.name = "<b>Anna</b>\nAndersson\x01";
    ui::MainWindow window(actions);
    window.setOverview(fake::overview({fake::rowWith(card)}));
    EXPECT_TRUE(shows(window, "<b>Anna</b> Andersson"));
    for (const auto* label : window.findChildren<QLabel*>())
        EXPECT_TRUE(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'));
}

TEST_F(MainWindowTest, OpensDetailsOfACertificateByEnterAlone)
{
    ui::MainWindow window(actions);
    window.setOverview(fake::overview({fake::rowWith(fake::card())}));
    window.show();
    window.activateWindow();
    QApplication::processEvents();
    auto* fold = window.findChild<QAbstractButton*>(QStringLiteral("certificates"));
    ASSERT_NE(fold, nullptr);
    EXPECT_EQ(button(window, "Detaljer"), nullptr);
    fold->setFocus();
    QTest::keyClick(fold, Qt::Key_Return);
    ASSERT_NE(button(window, "Detaljer"), nullptr);
    QTest::keyClick(fold, Qt::Key_Tab);
    ASSERT_EQ(QApplication::focusWidget(), button(window, "Detaljer"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    auto* details = window.findChild<ui::CertificateDialog*>();
    ASSERT_NE(details, nullptr);
    EXPECT_TRUE(shows(*details, "Kortvakt kontrollerar inte om certifikatet är spärrat."));
}

TEST_F(MainWindowTest, PressesEachOfItsButtonsByEnter)
{
    ui::MainWindow window(actions);
    window.setOverview(fake::overview({fake::rowWith(fake::cardWith(CodeState::Locked, CodeState::Ready))}));
    window.show();
    for (auto* one : window.findChildren<QAbstractButton*>()) {
        if (!one->isVisible())
            continue;
        const QSignalSpy pressed(one, &QAbstractButton::clicked);
        QTest::keyClick(one, Qt::Key_Enter);
        EXPECT_EQ(pressed.count(), 1) << one->text().toStdString();
        for (auto* top : QApplication::topLevelWidgets()) {
            if (top != &window)
                top->close();
        }
    }
}

TEST_F(MainWindowTest, GivesEachButtonAndFieldAName)
{
    ui::MainWindow window(actions);
    window.setOverview(fake::overview({fake::rowWith(fake::card())}));
    for (const auto* one : window.findChildren<QAbstractButton*>()) {
        const QString name = one->accessibleName().isEmpty() ? one->text() : one->accessibleName();
        EXPECT_TRUE(name.startsWith(one->text())) << name.toStdString();
        EXPECT_FALSE(name.isEmpty() && one->isVisibleTo(&window));
    }
}

ui::CodeDialog* openDialog()
{
    for (auto* top : QApplication::topLevelWidgets()) {
        if (auto* dialog = qobject_cast<ui::CodeDialog*>(top); dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

void closeDialog()
{
    openDialog()->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void unlockWith(ui::CodeDialog& dialog, const char* puk)
{
    type(dialog, "PUK-kod från brevet", puk);
    for (const char* name : {"Ny legitimeringskod", "Upprepa ny legitimeringskod"}) {
        field(dialog, name)->wipeDigits();
        type(dialog, name, "271605");
    }
    if (auto* compared = button(dialog, "Jag har jämfört siffrorna med brevet"))
        compared->click();
    press(dialog, "Lås upp");
}

TEST_F(MainWindowTest, AsksBeforeALastTryThatOnlyAnAnswerTold)
{
    ui::ShownCard card =
        fake::withPukTries(fake::cardWith(CodeState::Locked, CodeState::Ready), std::nullopt);
    for (auto& code : card.codes)
        code.puk->heardTries = 1;
    const auto unlock = fake::offered(card, Action::Kind::Unlock, CodeRole::Identification);
    ui::MainWindow window(actions);
    const auto row = fake::rowWith(card);
    window.setOverview(fake::overview({row}));
    window.openTask(row.key, unlock);
    ASSERT_NE(openDialog(), nullptr);
    unlockWith(*openDialog(), "12345679");
    EXPECT_TRUE(shows(*openDialog(), "Sista försöket med PUK-koden"));
    EXPECT_TRUE(actions.wishes.empty());
    press(*openDialog(), "Gå tillbaka");
    closeDialog();

    for (auto& code : card.codes)
        code.puk->heardTries.reset();
    const auto again = fake::rowWith(card, 2);
    window.setOverview(fake::overview({again}));
    window.openTask(again.key, unlock);
    unlockWith(*openDialog(), "12345679");
    EXPECT_EQ(actions.wishes.size(), 1U);
}

TEST_F(MainWindowTest, TellsWhatCameAndWentWhileTheCardWorkedOnceItAnswered)
{
    const ui::ShownCard card = fake::cardWith(CodeState::Locked, CodeState::Ready);
    ui::MainWindow window(actions);
    const auto row = fake::rowWith(card);
    window.setOverview(fake::overview({row}));
    window.openTask(row.key, fake::offered(card, Action::Kind::Unlock, CodeRole::Identification));
    ui::CodeDialog* dialog = openDialog();
    ASSERT_NE(dialog, nullptr);
    unlockWith(*dialog, "12345678");
    window.setOverview(fake::overview({fake::rowWith(fake::card(), 2)}));
    Outcome unsure;
    unsure.error = CardError(ErrorId::CardRemovedUnsure, "test");
    unsure.error->codeSent = true;
    actions.wishes.back().listener.answered(std::move(unsure));
    QApplication::processEvents();
    EXPECT_TRUE(shows(*dialog, "Den nya koden sparades"));
}

TEST_F(MainWindowTest, LeavesNoDialogBehindWhoseQuestionLedToAnotherOne)
{
    ui::ShownCard card = fake::card();
    for (auto& code : card.codes)
        code.format.maxLength = 12;
    ui::MainWindow window(actions);
    const auto row = fake::rowWith(card);
    window.setOverview(fake::overview({row}));
    window.openTask(row.key, fake::offered(card, Action::Kind::Change, CodeRole::Identification));
    const QPointer<ui::CodeDialog> asked = openDialog();
    ASSERT_NE(asked, nullptr);
    type(*asked, "Nuvarande legitimeringskod", "12345678");
    type(*asked, "Ny legitimeringskod", "271605");
    type(*asked, "Upprepa ny legitimeringskod", "271605");
    press(*asked, "Byt koden");
    press(*asked, "Lås upp med PUK-koden…");
    QApplication::processEvents();
    EXPECT_TRUE(asked.isNull() || !asked->isVisible());
    ASSERT_NE(openDialog(), nullptr);
    EXPECT_EQ(openDialog()->windowTitle(), QStringLiteral("Lås upp legitimeringskoden"));
}

TEST_F(MainWindowTest, StillOffersItsCodesOnACardWithADamagedCertificate)
{
    ui::ShownCard card = fake::cardWith(CodeState::Locked, CodeState::Ready);
    card.problem = ErrorId::CardBroken;
    ui::MainWindow window(actions);
    window.setOverview(fake::overview({fake::rowWith(card)}));
    EXPECT_TRUE(shows(window, "Det gick inte att läsa hela kortet."));
    EXPECT_NE(button(window, "Lås upp legitimeringskoden…"), nullptr);
    ui::TrayMenu menu;
    menu.setOverview(fake::overview({fake::rowWith(card)}));
    const QStringList all = lines(menu);
    EXPECT_TRUE(all.contains(QStringLiteral("  Det gick inte att läsa hela kortet.")));
    EXPECT_TRUE(all.contains(QStringLiteral("  Lås upp säkerhetskod (legitimering)…")))
        << all.join(u'\n').toStdString();
    card.problem = ErrorId::UnexpectedCardData;
    menu.setOverview(fake::overview({fake::rowWith(card)}));
    EXPECT_FALSE(lines(menu).contains(QStringLiteral("  Lås upp säkerhetskod (legitimering)…")));
}

TEST_F(MainWindowTest, OffersToChangeAnActivationPinFromTheCodeLetter)
{
    const ui::ShownCard card = fake::withActivationPin();
    for (const char* language : {"sv", "en"}) {
        speak(language);
        const bool swedish = *language == 's';
        ui::MainWindow window(actions);
        window.setOverview(fake::overview({fake::rowWith(card)}));
        EXPECT_TRUE(shows(window,
            swedish ? "Byt aktiveringskoden i kodbrevet mot en egen kod."
                    : "Change the activation PIN in your code letter to a code of your own."));
        EXPECT_FALSE(texts(window).contains(QStringLiteral("Du har fått en PUK-kod")));
        const QString choose = swedish ? QStringLiteral("Välj en egen legitimeringskod…")
                                       : QStringLiteral("Choose your own identification PIN…");
        ui::TrayMenu menu;
        menu.setOverview(fake::overview({fake::rowWith(card)}));
        EXPECT_TRUE(lines(menu).contains(QStringLiteral("  ") + choose))
            << lines(menu).join(u'\n').toStdString();
        for (const QString& line : lines(menu) + texts(window).split(u'\n'))
            EXPECT_FALSE(line.contains(swedish ? QStringLiteral("Lås upp") : QStringLiteral("Unlock"))
                && line.contains(QStringLiteral("identif")))
                << line.toStdString();
        press(window, choose.toUtf8().constData());
        auto* dialog = openDialog();
        ASSERT_NE(dialog, nullptr);
        EXPECT_EQ(dialog->windowTitle(),
            swedish ? QStringLiteral("Välj en egen legitimeringskod")
                    : QStringLiteral("Choose your own identification PIN"));
        EXPECT_TRUE(shows(*dialog,
            swedish ? "I kodbrevet står en aktiveringskod med sju siffror, som gäller en gång."
                    : "Your code letter has an activation PIN of seven digits, which works once."));
        EXPECT_NE(
            field(*dialog, swedish ? "Aktiveringskod från kodbrevet" : "Activation PIN from the code letter"),
            nullptr);
        EXPECT_TRUE(shows(*dialog, swedish ? "5 försök kvar" : "5 attempts left"));
        closeDialog();
    }
}

TEST_F(MainWindowTest, DoesNotQuitWhileACodeIsOnItsWay)
{
    const ui::ShownCard card = fake::cardWith(CodeState::Locked, CodeState::Ready);
    ui::MainWindow window(actions);
    int quits = 0;
    QObject::connect(&window, &ui::MainWindow::quitChosen, &window, [&quits] { ++quits; });
    const auto row = fake::rowWith(card);
    window.setOverview(fake::overview({row}));
    window.openTask(row.key, fake::offered(card, Action::Kind::Unlock, CodeRole::Identification));
    ui::CodeDialog* dialog = openDialog();
    ASSERT_NE(dialog, nullptr);
    unlockWith(*dialog, "12345678");
    window.quit();
    EXPECT_EQ(quits, 0);
    EXPECT_TRUE(dialog->isVisible());
    Outcome done;
    done.results = {{CodeResult::Kind::Accepted, {}, {}, 0x9000, true}};
    actions.wishes.back().listener.answered(std::move(done));
    EXPECT_TRUE(shows(*dialog, "Upplåsning av säkerhetskoden lyckades"));
    window.quit();
    EXPECT_EQ(quits, 1);
}

} // namespace
