// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "code_dialog_fixture.h"

#include <QCheckBox>
#include <QScrollArea>

using namespace kortvakt;
using namespace kortvakt::looking;
using namespace std::chrono_literals;
using enum Action::Kind;

namespace {

/** Has Enter press a button, as several desktops do. */
class EnterPresses : public QObject {
    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Return)
            return false;
        dynamic_cast<QAbstractButton&>(*object).click();
        return true;
    }
};

TEST_F(CodeDialogTest, LeavesItToTheHolderToTickABox)
{
    EnterPresses theme;
    const auto* const promise = "Jag har jämfört siffrorna med brevet";
    open(fake::withPukTries(locked, {}), Unlock);
    fill();
    QAbstractButton* box = button(*dialog, promise);
    box->installEventFilter(&theme);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Return);
    EXPECT_FALSE(box->isChecked());
    EXPECT_TRUE(shows(*dialog, "Markera att du har jämfört siffrorna med brevet."));
    QTest::keyClick(box, Qt::Key_Space);
    EXPECT_TRUE(box->isChecked());
    QTest::keyClick(box, Qt::Key_Return);
    EXPECT_TRUE(box->isChecked());
    EXPECT_EQ(actions.wishes.size(), 1U) << "Enter sends, from wherever it is pressed";

    open(fake::withPukTries(locked, 1), Unlock);
    fill();
    press(*dialog, "Lås upp");
    box = button(*dialog, promise);
    box->installEventFilter(&theme);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Return);
    EXPECT_FALSE(box->isChecked());
    EXPECT_NE(button(*dialog, "Lås upp"), nullptr) << "Enter goes back";
}

TEST_F(CodeDialogTest, TakesAHeldEnterForOne)
{
    open(locked, Unlock);
    const auto hold = [&] {
        QKeyEvent again(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
        QApplication::sendEvent(QApplication::focusWidget(), &again);
    };
    fill();
    hold();
    ASSERT_TRUE(actions.wishes.empty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    ASSERT_EQ(actions.wishes.size(), 1U);
    answer(result(CodeResult::Kind::Accepted, {}, {}));
    hold();
    ASSERT_TRUE(dialog->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EXPECT_FALSE(dialog->isVisible());
}

TEST_F(CodeDialogTest, ClosesNoResultThatNobodyCanHaveRead)
{
    open(locked, Unlock, CodeRole::Identification, {5s, 10s, 1h});
    fill();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    ASSERT_EQ(actions.wishes.size(), 1U);
    answer(result(CodeResult::Kind::Accepted, {}, {}));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    ASSERT_TRUE(dialog->isVisible());
    press(*dialog, "Stäng");
    EXPECT_FALSE(dialog->isVisible());
}

TEST_F(CodeDialogTest, OnlyAsksForThePukAgainWhereAWrongOneIsStillTold)
{
    open(locked, Unlock);
    fill();
    press(*dialog, "Lås upp");
    auto wrong = result(CodeResult::Kind::Wrong, ErrorId::WrongPuk, 4);
    wrong.card = fake::withPukTries(locked, 4);
    answer(std::move(wrong));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EXPECT_TRUE(field(*dialog, puk)->hasFocus());
    EXPECT_TRUE(shows(*dialog, "Skriv siffrorna på nytt."));
    EXPECT_FALSE(texts(*dialog).contains(QStringLiteral("Inget har skickats")));
    EXPECT_FALSE(texts(*dialog).contains(QStringLiteral("PUK-koden ska ha")));
    fill();
    EXPECT_FALSE(texts(*dialog).contains(QStringLiteral("Skriv siffrorna på nytt.")));
    press(*dialog, "Lås upp");
    ASSERT_EQ(actions.wishes.size(), 2U);
    EXPECT_FALSE(texts(*dialog).contains(QStringLiteral("Fel PUK-kod"))) << "it is no longer so";
}

TEST_F(CodeDialogTest, MakesRoomForARefusal)
{
    open(fake::withPukTries(fake::cardWith(CodeState::LockedOrNeverSet, CodeState::LockedOrNeverSet), {}),
        Activate);
    type(*dialog, puk, "12345678");
    for (const char* name : {"Din legitimeringskod", repeat})
        type(*dialog, name, "271605");
    for (const char* name : {"Din signeringskod", "Upprepa ny signeringskod"})
        type(*dialog, name, "739164");
    auto* const box = button(*dialog, "Jag har jämfört siffrorna med brevet");
    box->setFocus();
    const auto* const area = dialog->findChild<QScrollArea*>();
    const int before = dialog->height();
    QTest::keyClick(box, Qt::Key_Return);
    ASSERT_TRUE(shows(*dialog, "Markera att du har jämfört siffrorna med brevet."));
    QApplication::processEvents();
    EXPECT_GT(dialog->height(), before);
    EXPECT_LE(area->widget()->heightForWidth(area->viewport()->width()), area->viewport()->height());
}

} // namespace
