// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "fake_cards.h"
#include "ui/tray/tray_menu.h"
#include "ui/words/messages.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace kortvakt;

namespace {

const auto anna = QStringLiteral("Anna Andersson (id-kort)");
const auto unlockLogin = QStringLiteral("Lås upp säkerhetskod (legitimering)…");
const auto chooseSignature = QStringLiteral("Välj en egen signeringskod…");
const auto noCard = QStringLiteral("Inget kort i läsaren");
const auto reading = QStringLiteral("Läser kortet…");

/** A reader's name that is another for each number. */
ui::ReaderRow in(int reader, ui::ReaderRow row)
{
    row.key.reader = "Reader " + std::to_string(reader);
    return row;
}

ui::ShownCard named(const char* name, ui::ShownCard card = fake::card())
{
    card.name = name;
    return card;
}

QStringList lines(const QMenu& menu)
{
    QStringList all;
    for (const QAction* action : menu.actions()) {
        if (!action->isSeparator())
            all << action->text() + (action->isEnabled() ? QString() : QStringLiteral(" [–]"));
    }
    return all;
}

QAction* entry(const QMenu& menu, const QString& text)
{
    for (QAction* action : menu.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

class TrayMenuTest : public testing::Test {
protected:
    TrayMenuTest()
    {
        QObject::connect(&menu, &ui::TrayMenu::taskChosen,
            [this](const ui::CardKey& key, const Action&) { tasks.push_back(key); });
    }
    /** Opens the menu on the screen, and a card's submenu. */
    QMenu* open(const QString& card = {})
    {
        menu.popup({100, 100});
        EXPECT_TRUE(menu.isVisible());
        QAction* const action = card.isEmpty() ? nullptr : entry(menu, card);
        if (!action)
            return nullptr;
        menu.setActiveAction(action);
        if (!action->menu()->isVisible())
            action->menu()->popup({400, 100});
        return action->menu();
    }
    void show(std::vector<ui::ReaderRow> rows) { menu.setOverview(fake::overview(std::move(rows))); }
    ui::TrayMenu menu;
    std::vector<ui::CardKey> tasks;
};

TEST_F(TrayMenuTest, KeepsTheEntriesWhoseMeaningStays)
{
    show({fake::rowWith(fake::card())});
    const QAction* const card = entry(menu, anna);
    ASSERT_NE(card, nullptr);
    const QAction* const login = entry(*card->menu(), unlockLogin);
    ASSERT_NE(login, nullptr);
    const auto foot = menu.actions().last(4);
    show({fake::rowWith(fake::cardWith(CodeState::Locked, CodeState::NeverSet)),
        in(2, fake::rowWith(named("Bo Bengtsson")))});
    EXPECT_EQ(entry(menu, anna), card);
    EXPECT_EQ(entry(*card->menu(), unlockLogin), login);
    EXPECT_EQ(menu.actions().last(4), foot);
}

TEST_F(TrayMenuTest, SaysWhyNothingCanBeDoneWithACard)
{
    ui::ShownCard card = fake::card();
    for (auto& code : card.codes)
        code.cannotUnlock = code.cannotChange = ErrorId::NoIdentity;
    show({fake::rowWith(card)});
    ASSERT_NE(entry(menu, anna), nullptr);
    EXPECT_EQ(lines(*entry(menu, anna)->menu()).constFirst(), ui::messageFor(ErrorId::NoIdentity).heading);
}

TEST_F(TrayMenuTest, StillOffersTheCodesOfACardOfWhichAPartIsNotRead)
{
    ui::ShownCard card = fake::card();
    card.problem = ErrorId::PartNotRead;
    show({fake::rowWith(card)});
    ASSERT_NE(entry(menu, anna), nullptr);
    EXPECT_NE(entry(*entry(menu, anna)->menu(), unlockLogin), nullptr);
}

TEST_F(TrayMenuTest, LeadsToNoLastTryOfAPukWhileNothingIsLocked)
{
    show({fake::rowWith(fake::withPukTries(fake::card(), 1))});
    ASSERT_NE(entry(menu, anna), nullptr);
    EXPECT_EQ(entry(*entry(menu, anna)->menu(), unlockLogin), nullptr);
    show({fake::rowWith(fake::withPukTries(fake::cardWith(CodeState::Locked, CodeState::Ready), 1))});
    EXPECT_NE(entry(*entry(menu, anna)->menu(), unlockLogin), nullptr);
}

TEST_F(TrayMenuTest, HasAnotherEntryForTheSameCardPutInAgain)
{
    show({fake::rowWith(fake::card(), 1)});
    const QPointer<QAction> before = entry(*entry(menu, anna)->menu(), unlockLogin);
    show({fake::rowWith(fake::card(), 2)});
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_TRUE(before.isNull());
    entry(*entry(menu, anna)->menu(), unlockLogin)->trigger();
    ASSERT_EQ(tasks.size(), 1U);
    EXPECT_EQ(tasks.front().insertion, 2U);
}

TEST_F(TrayMenuTest, ShowsACardWhereItSaidThatItIsReadAlsoWhileOpen)
{
    show({fake::rowWith(ErrorId::NoCard)});
    open();
    const auto foot = menu.actions().last(6);
    EXPECT_EQ(lines(menu).constFirst(), noCard + QStringLiteral(" [–]"));
    show({fake::readingRow()});
    EXPECT_EQ(lines(menu).constFirst(), reading + QStringLiteral(" [–]"));
    show({fake::rowWith(fake::card())});
    EXPECT_EQ(lines(menu).constFirst(), anna);
    EXPECT_EQ(menu.actions().last(6), foot);
    EXPECT_EQ(menu.actions().size(), 7);
    show({fake::rowWith(ErrorId::NoCard)});
    EXPECT_EQ(lines(menu).constFirst(), noCard + QStringLiteral(" [–]"));
    EXPECT_TRUE(menu.isVisible());
}

TEST_F(TrayMenuTest, LetsNoClickHitAnotherCardWhileItsSubmenuIsOpen)
{
    show({fake::rowWith(fake::card(), 1)});
    const QPointer<QMenu> below = open(anna);
    ASSERT_NE(below, nullptr);
    const QPointer<QAction> login = entry(*below, unlockLogin);
    show({fake::rowWith(named("Bo Bengtsson"), 2)});
    EXPECT_FALSE(below->isVisible());
    EXPECT_TRUE(menu.isVisible());
    EXPECT_EQ(lines(menu).constFirst(), QStringLiteral("Bo Bengtsson (id-kort)"));
    if (login)
        login->trigger();
    EXPECT_TRUE(std::ranges::all_of(tasks, [](const ui::CardKey& key) { return key.insertion == 1; }))
        << "what was clicked was the card that has gone, and the window tells so";
}

TEST_F(TrayMenuTest, MovesNothingInAnOpenSubmenuAndDisablesWhatHasGone)
{
    show({fake::rowWith(fake::cardWith(CodeState::Ready, CodeState::NeverSet))});
    QMenu* const below = open(anna);
    ASSERT_NE(below, nullptr);
    const auto before = below->actions();
    QAction* const choose = entry(*below, chooseSignature);
    ASSERT_NE(choose, nullptr);
    show({fake::rowWith(fake::cardWith(CodeState::Ready, CodeState::Ready))});
    EXPECT_EQ(below->actions(), before);
    EXPECT_FALSE(choose->isEnabled());
    EXPECT_TRUE(entry(*below, unlockLogin)->isEnabled());

    below->hide();
    menu.hide();
    QCoreApplication::processEvents();
    EXPECT_EQ(entry(*entry(menu, anna)->menu(), chooseSignature), nullptr);
    EXPECT_NE(entry(*entry(menu, anna)->menu(), QStringLiteral("Byt säkerhetskod (signering)…")), nullptr);
}

TEST_F(TrayMenuTest, WaitsWithASubmenusEntriesWhileTheCardIsReadAgain)
{
    ui::ReaderRow row = fake::rowWith(fake::card());
    show({row});
    QMenu* const below = open(anna);
    ASSERT_NE(below, nullptr);
    const auto before = below->actions();
    row.reading = true;
    show({row});
    EXPECT_EQ(below->actions(), before);
    EXPECT_FALSE(entry(*below, unlockLogin)->isEnabled());
    row.reading = false;
    show({row});
    EXPECT_TRUE(entry(*below, unlockLogin)->isEnabled());
    EXPECT_TRUE(below->isVisible());
}

TEST_F(TrayMenuTest, AddsAFurtherCardBelowTheOthersWhileOpen)
{
    show({in(1, fake::rowWith(fake::card())), in(2, fake::rowWith(ErrorId::NoCard))});
    open();
    show({in(1, fake::rowWith(fake::card())), in(2, fake::rowWith(named("Bo Bengtsson"), 8))});
    EXPECT_EQ(lines(menu).mid(0, 3),
        QStringList({anna, QStringLiteral("Bo Bengtsson (id-kort)"), QStringLiteral("Öppna Kortvakt")}));
    show({in(1, fake::rowWith(fake::card())), in(2, fake::rowWith(ErrorId::NoCard))});
    EXPECT_EQ(lines(menu).mid(0, 3),
        QStringList({anna, noCard + QStringLiteral(" [–]"), QStringLiteral("Öppna Kortvakt")}));
    menu.hide();
    QCoreApplication::processEvents();
    EXPECT_EQ(lines(menu).mid(0, 2), QStringList({anna, QStringLiteral("Öppna Kortvakt")}));
}

TEST_F(TrayMenuTest, StaysOnTheScreenWhenItGrowsWhileOpen)
{
    show({in(1, fake::rowWith(fake::card()))});
    const QRect screen = menu.screen()->geometry();
    menu.popup({10, screen.bottom() - menu.sizeHint().height()});
    show({in(1, fake::rowWith(fake::card())), in(2, fake::rowWith(named("Bo Bengtsson"), 8))});
    EXPECT_EQ(menu.height(), menu.sizeHint().height());
    EXPECT_LE(menu.geometry().bottom(), screen.bottom());
}

TEST_F(TrayMenuTest, TellsAfterClosingWhatWasChosen)
{
    show({fake::rowWith(fake::card())});
    QMenu* const below = open(anna);
    ASSERT_NE(below, nullptr);
    below->setActiveAction(entry(*below, unlockLogin));
    QTest::keyClick(below, Qt::Key_Return);
    EXPECT_EQ(tasks.size(), 1U);
}

} // namespace
