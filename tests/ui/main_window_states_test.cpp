// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "main_window_fixture.h"

#include "ui/tray/tray.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>

using namespace kortvakt;
using namespace kortvakt::looking;

namespace {

TEST_F(MainWindowTest, TellsTheStatesApartInBothLanguages)
{
    const std::pair<ErrorId, std::pair<const char*, const char*>> states[] = {
        {ErrorId::NoCard, {"Sätt in kortet i kortläsaren.", "Insert your card in the card reader."}},
        {ErrorId::CardMute, {"Kortet svarar inte.", "The card is not responding."}},
        {ErrorId::CardBusy, {"Kortet används av ett annat program.", "Another program is using the card."}},
        {ErrorId::CardUnknown,
            {"Kortvakt känner inte igen kortet.", "Kortvakt does not recognise this card."}},
        {ErrorId::CardContactless, {"Kortet läses trådlöst.", "The card is being read contactlessly."}},
    };
    for (const char* language : {"sv", "en"}) {
        speak(language);
        ui::MainWindow window(actions);
        for (const auto& [problem, said] : states) {
            window.setOverview(fake::overview({fake::rowWith(problem)}));
            EXPECT_TRUE(shows(window, *language == 's' ? said.first : said.second));
        }
        window.setOverview(fake::overview({}));
        EXPECT_TRUE(shows(
            window, *language == 's' ? "Ingen kortläsare är ansluten." : "No card reader is connected."));
        auto down = fake::overview({});
        down.service = ErrorId::ServiceDown;
        window.setOverview(down);
        EXPECT_TRUE(shows(window,
            *language == 's' ? "Datorns tjänst för smarta kort svarar inte."
                             : "The computer’s smart card service is not responding."));
        window.setOverview(fake::overview({fake::readingRow()}));
        EXPECT_TRUE(shows(window, *language == 's' ? "Läser kortet…" : "Reading the card…"));
        window.setOverview(
            fake::overview({fake::rowWith(fake::cardWith(CodeState::Locked, CodeState::Ready))}));
        EXPECT_TRUE(
            shows(window, *language == 's' ? "Säkerhetskoden är låst. (E14)" : "The PIN is locked. (E14)"));
        EXPECT_TRUE(shows(window, *language == 's' ? "3 försök kvar" : "3 attempts left"));
    }
}

TEST_F(MainWindowTest, HintsAtHalfInsertedCardsAfterAWhileOnly)
{
    ui::MainWindow window(actions);
    auto row = fake::rowWith(ErrorId::NoCard);
    window.setOverview(fake::overview({row}));
    EXPECT_FALSE(texts(window).contains(QStringLiteral("Sitter kortet redan i?")));
    row.emptyForLong = true;
    ++row.revision;
    window.setOverview(fake::overview({row}));
    EXPECT_TRUE(shows(window, "Sitter kortet redan i?"));
}

TEST_F(MainWindowTest, OffersNothingWhileACardIsRead)
{
    auto row = fake::rowWith(fake::cardWith(CodeState::Locked, CodeState::Ready));
    row.reading = true;
    row.card->complete = false;
    ui::MainWindow window(actions);
    window.setOverview(fake::overview({row}));
    EXPECT_TRUE(shows(window, "Läser kortet…"));
    EXPECT_TRUE(shows(window, "Låst"));
    EXPECT_EQ(button(window, "Lås upp…"), nullptr);
    EXPECT_FALSE(button(window, "Läs in kortet på nytt")->isEnabled());
}

TEST_F(MainWindowTest, AsksToLookAgainWhenTheServiceIsDown)
{
    ui::MainWindow window(actions);
    auto down = fake::overview({});
    down.service = ErrorId::AccessDenied;
    window.setOverview(down);
    press(window, "Försök igen");
    EXPECT_EQ(actions.looks, 1);
}

TEST_F(MainWindowTest, TellsAServiceThatHangsFromOneThatIsDown)
{
    ui::MainWindow window(actions);
    auto down = fake::overview({});
    down.service = ErrorId::ServiceDown;
    window.setOverview(down);
    EXPECT_FALSE(shows(window, "Den har troligen hängt sig."));
    down.serviceHangs = true;
    window.setOverview(down);
    EXPECT_TRUE(shows(window, "Den har troligen hängt sig."));
}

TEST_F(MainWindowTest, TellsWhoHasAReader)
{
    ui::MainWindow window(actions);
    auto row = fake::rowWith(ErrorId::ReaderHeld);
    window.setOverview(fake::overview({row}));
    EXPECT_TRUE(shows(window, "Stäng andra program"));
    row.holder = "scdaemon";
    ++row.revision;
    window.setOverview(fake::overview({row}));
    EXPECT_TRUE(shows(window, "Programmet scdaemon har tagit den."));
    row.holder = "pn533_usb";
    row.heldByKernel = true;
    ++row.revision;
    window.setOverview(fake::overview({row}));
    EXPECT_TRUE(shows(window, "En drivrutin i systemet har tagit den: pn533_usb."));
}

TEST_F(MainWindowTest, ShowsACardThatAnswersBeforeASlotThatNeverDoes)
{
    auto slot = fake::rowWith(ErrorId::CardMute);
    slot.key.reader = "Inner slot 00 01";
    const auto card = fake::rowWith(fake::card());
    for (const auto& rows : {std::vector{slot, card}, std::vector{card, slot}}) {
        ui::MainWindow window(actions);
        window.setOverview(fake::overview(rows));
        EXPECT_FALSE(shows(window, "Ta ut kortet och torka av chippet."));
        EXPECT_TRUE(shows(window, fake::card().name.c_str()));
    }
}

TEST_F(MainWindowTest, OffersTheRemedyOfEachStateAndNoOther)
{
    const std::pair<ErrorId, QStringList> remedies[] = {{ErrorId::NoCard, {}},
        {ErrorId::ReaderIgnored, {QStringLiteral("Inställningar")}}, {ErrorId::CardIgnored, {}},
        {ErrorId::PolicyUnread, {}}, {ErrorId::CardContactless, {}},
        {ErrorId::ReaderNoDriver, {QStringLiteral("Kopiera")}},
        {ErrorId::ReaderHeld, {QStringLiteral("Kopiera")}},
        {ErrorId::ReaderFailing, {QStringLiteral("Försök igen")}},
        {ErrorId::CardMute, {QStringLiteral("Läs in kortet på nytt")}},
        {ErrorId::CardBusy, {QStringLiteral("Försök igen")}},
        {ErrorId::CardBroken, {QStringLiteral("Läs in kortet på nytt")}},
        {ErrorId::CardUnknown,
            {QStringLiteral("Spara kortrapport…"), QStringLiteral("Läs in kortet på nytt")}}};
    ui::MainWindow window(actions);
    for (const auto& [problem, wanted] : remedies) {
        window.setOverview(fake::overview({fake::rowWith(problem)}));
        QStringList offered;
        for (const auto* one : window.findChild<QScrollArea*>()->widget()->findChildren<QAbstractButton*>())
            offered << one->text();
        // The number is a button as well: it leads to what the help says of it.
        EXPECT_EQ(offered.removeAll(ui::numberOf(problem) + QStringLiteral(" · Hjälp")), 1);
        EXPECT_EQ(offered, wanted) << texts(window).toStdString();
    }
}

TEST_F(MainWindowTest, SaysThatAPolicyCannotBeReadWithAReaderAndWithout)
{
    const auto says = [](const QString& text) {
        return text.contains(QStringLiteral("Organisationens inställningar går inte att läsa eller lita på. "
                                            "Därför använder Kortvakt inga kort."));
    };
    for (ui::Overview shown : {fake::overview({}), fake::overview({fake::rowWith(ErrorId::PolicyUnread)})}) {
        shown.policyUnread = true;
        ui::MainWindow window(actions);
        window.setOverview(shown);
        EXPECT_TRUE(says(texts(window))) << texts(window).toStdString();
        EXPECT_TRUE(texts(window).contains(QStringLiteral("Kontakta it-avdelningen och uppge KV52.")));
        EXPECT_TRUE(says(ui::trayToolTip(shown)));
        EXPECT_EQ(ui::trayState(shown), ui::TrayState::Attention);
        ui::TrayMenu menu;
        menu.setOverview(shown);
        EXPECT_TRUE(says(menu.actions().front()->text())) << menu.actions().front()->text().toStdString();
    }
}

TEST_F(MainWindowTest, TellsTheReaderThatHasNoDriverByNameAndCopiesIt)
{
    ui::MainWindow window(actions);
    const auto row = fake::rowWith(ErrorId::ReaderNoDriver);
    window.setOverview(fake::overview({row}));
    const QString name = QString::fromStdString(row.key.reader);
    EXPECT_TRUE(shows(window, name.toUtf8().constData()));
    press(window, "Kopiera");
    EXPECT_EQ(QApplication::clipboard()->text(), name);
}

} // namespace
