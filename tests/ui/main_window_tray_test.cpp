// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "main_window_fixture.h"

#include "ui/tray/tray.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace kortvakt;
using namespace kortvakt::looking;

namespace {

TEST_F(MainWindowTest, KeepsASubmenuForOneCardAndItsWordsInTheTray)
{
    ui::TrayMenu menu;
    menu.setOverview(
        fake::overview({fake::rowWith(fake::cardWith(CodeState::Locked, CodeState::LockedOrNeverSet))}));
    EXPECT_EQ(lines(menu).join(u'\n').toStdString(), R"(Anna Andersson (id-kort)
  Välj en egen signeringskod…
  Lås upp säkerhetskod (legitimering)…
  Lås upp säkerhetskod (signering)…
  Kortets innehåll
  Läs in kortet på nytt
Öppna Kortvakt
Inställningar
Hjälp
Om Kortvakt
Avsluta)");
    menu.setOverview(fake::overview({fake::readingRow()}));
    EXPECT_EQ(lines(menu).constFirst(), QStringLiteral("Läser kortet… [–]"));
    menu.setOverview(fake::overview({fake::rowWith(ErrorId::NoCard)}));
    EXPECT_EQ(lines(menu).constFirst(), QStringLiteral("Inget kort i läsaren [–]"));
    menu.setOverview(fake::overview({fake::rowWith(ErrorId::CardMute)}));
    EXPECT_EQ(lines(menu).constFirst(), QStringLiteral("Kortet svarar inte."));
}

TEST_F(MainWindowTest, TellsAReaderWithoutDriverAndCopiesItsName)
{
    ui::ReaderRow row = fake::rowWith(ErrorId::ReaderNoDriver);
    row.key = {"Gemalto Reader (08e6:3437)", 0};
    ui::MainWindow window(actions);
    window.setOverview(fake::overview({row}));
    EXPECT_TRUE(shows(window, "Kortläsaren saknar drivrutin."));
    EXPECT_TRUE(
        shows(window, "Kontakta din it-avdelning och uppge läsarens namn: Gemalto Reader (08e6:3437)."));
    EXPECT_NE(button(window, "KV13 · Hjälp"), nullptr);
    for (auto* button : window.findChildren<QPushButton*>()) {
        EXPECT_NE(button->text(), QStringLiteral("Läs in kortet på nytt"));
        if (button->text() == QStringLiteral("Kopiera"))
            button->click();
    }
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("Gemalto Reader (08e6:3437)"));
    ui::TrayMenu menu;
    menu.setOverview(fake::overview({row}));
    EXPECT_EQ(lines(menu).constFirst(), QStringLiteral("Kortläsaren saknar drivrutin."));
    menu.setOverview(fake::overview({fake::rowWith(ErrorId::NoCard), row}));
    EXPECT_EQ(lines(menu).mid(0, 2).join(u'/'),
        QStringLiteral("Inget kort i läsaren [–]/Kortläsaren saknar drivrutin."));
    EXPECT_EQ(ui::trayState(fake::overview({row})), ui::TrayState::Empty);
    EXPECT_EQ(ui::trayToolTip(fake::overview({row})),
        QStringLiteral("Gemalto Reader: Kortläsaren saknar drivrutin."));
}

TEST_F(MainWindowTest, CallsForAttentionInTheTrayWhereACodeNeedsIt)
{
    constexpr std::chrono::sys_seconds now = std::chrono::sys_days(std::chrono::year(2026) / 3 / 4);
    const auto stateOf = [now](ui::ReaderRow row) {
        return ui::trayState(fake::overview({std::move(row)}), {now});
    };
    EXPECT_EQ(stateOf(fake::rowWith(fake::card())), ui::TrayState::Ready);
    EXPECT_EQ(stateOf(fake::readingRow()), ui::TrayState::Reading);
    EXPECT_EQ(stateOf(fake::rowWith(ErrorId::NoCard)), ui::TrayState::Empty);
    EXPECT_EQ(ui::trayState(fake::overview({}), {now}), ui::TrayState::Empty);
    EXPECT_EQ(stateOf(fake::rowWith(fake::cardWith(CodeState::Locked, CodeState::Ready))),
        ui::TrayState::Attention);
    EXPECT_EQ(ui::trayState(fake::overview({}), {now, 60, true}), ui::TrayState::Attention);
    EXPECT_EQ(stateOf(fake::rowWith(fake::withPukTries(fake::card(), 1))), ui::TrayState::Attention);
    EXPECT_EQ(stateOf(fake::rowWith(fake::cardWith(CodeState::LastTry, CodeState::Ready))),
        ui::TrayState::Attention);
    const auto expiring = fake::overview({fake::rowWith(fake::card())});
    const std::chrono::sys_seconds later = std::chrono::sys_days(std::chrono::year(2031) / 4 / 22);
    EXPECT_EQ(ui::trayState(expiring, {later}), ui::TrayState::Attention);
    EXPECT_EQ(ui::trayState(expiring, {later, 7}), ui::TrayState::Ready);
    EXPECT_EQ(ui::trayToolTip(expiring, {later}),
        QStringLiteral("Anna Andersson: Ett certifikat på kortet går ut om 12\u00a0dagar. Datorns datum är "
                       "22 april 2031."));
}

TEST_F(MainWindowTest, PromisesNothingInTheTrayOfWhatIsNotKnown)
{
    const auto stateOf = [](ui::ReaderRow row) { return ui::trayState(fake::overview({std::move(row)})); };
    EXPECT_EQ(stateOf(fake::rowWith(fake::teliaCard())), ui::TrayState::Unsure);
    ui::ShownCard broken = fake::card();
    broken.problem = ErrorId::CardBroken;
    EXPECT_EQ(stateOf(fake::rowWith(broken)), ui::TrayState::Unsure);
    for (const ErrorId problem : {ErrorId::CardMute, ErrorId::CardBusy, ErrorId::CardUnknown})
        EXPECT_EQ(stateOf(fake::rowWith(problem)), ui::TrayState::Unsure) << idOf(problem);
    auto other = fake::rowWith(fake::card());
    other.key.reader = "Other Reader 01 00";
    EXPECT_EQ(
        ui::trayState(fake::overview({other, fake::rowWith(fake::teliaCard())})), ui::TrayState::Unsure);
    EXPECT_EQ(ui::trayToolTip(fake::overview({fake::rowWith(fake::teliaCard())})),
        QStringLiteral("Bo Bengtsson: Det syns inte på kortet om koden är låst."));
    EXPECT_EQ(ui::trayToolTip(fake::overview({fake::rowWith(
                  fake::withPukTries(fake::cardWith(CodeState::Locked, CodeState::Ready), 1))})),
        QStringLiteral("Anna Andersson: Legitimeringskoden är låst. Ett försök kvar med PUK-koden"));
}

} // namespace
