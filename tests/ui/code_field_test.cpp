// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/code_field.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QInputMethodEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <gtest/gtest.h>

using kortvakt::Secret;
using kortvakt::ui::CodeField;
using kortvakt::ui::TypedDigits;

namespace {

std::string digitsIn(const CodeField& field)
{
    const Secret secret = field.digits();
    return {secret.view().begin(), secret.view().end()};
}

void copy(const QString& text)
{
    QApplication::clipboard()->setText(text);
}

class CodeFieldTest : public testing::Test {
protected:
    CodeFieldTest()
    {
        field.show();
        field.activateWindow();
        field.setFocus();
        QApplication::processEvents();
    }
    void type(const char* keys) { QTest::keyClicks(&field, QString::fromLatin1(keys)); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&field, key, modifiers); }
    CodeField field{CodeField::Separators::Refused};
};

TEST_F(CodeFieldTest, TakesDigitsAndTellsWhatItRefused)
{
    const QSignalSpy refused(&field, &CodeField::refusedInput);
    const QSignalSpy changed(&field, &CodeField::changed);
    type("12a3-4");
    EXPECT_EQ(digitsIn(field), "1234");
    EXPECT_EQ(refused.count(), 2);
    EXPECT_EQ(changed.count(), 4);
}

TEST_F(CodeFieldTest, IsEditedByKeyboardAsALineEditIs)
{
    type("271605");
    press(Qt::Key_Backspace);
    EXPECT_EQ(digitsIn(field), "27160");
    press(Qt::Key_Home);
    press(Qt::Key_Delete);
    EXPECT_EQ(digitsIn(field), "7160");
    press(Qt::Key_Right);
    type("9");
    EXPECT_EQ(digitsIn(field), "79160");
    press(Qt::Key_End);
    press(Qt::Key_Left);
    press(Qt::Key_Left, Qt::ShiftModifier);
    type("4");
    EXPECT_EQ(digitsIn(field), "79140");
    press(Qt::Key_Home, Qt::ShiftModifier);
    press(Qt::Key_Delete);
    EXPECT_EQ(digitsIn(field), "0");
    type("12");
    press(Qt::Key_Backspace, Qt::ControlModifier);
    EXPECT_EQ(digitsIn(field), "0");
    QTest::keySequence(&field, QKeySequence::SelectAll);
    type("5");
    EXPECT_EQ(digitsIn(field), "5");
    for (int i = 0; i < 3; ++i)
        press(Qt::Key_Backspace);
    EXPECT_EQ(field.count(), 0);
}

TEST_F(CodeFieldTest, KeepsTypingFromBeingTakenForAShortcut)
{
    QKeyEvent digit(QEvent::ShortcutOverride, Qt::Key_1, Qt::NoModifier, QStringLiteral("1"));
    digit.ignore();
    QApplication::sendEvent(&field, &digit);
    EXPECT_TRUE(digit.isAccepted());
    QKeyEvent mnemonic(QEvent::ShortcutOverride, Qt::Key_L, Qt::AltModifier, QStringLiteral("l"));
    mnemonic.ignore();
    QApplication::sendEvent(&field, &mnemonic);
    EXPECT_FALSE(mnemonic.isAccepted());
}

TEST_F(CodeFieldTest, TakesAllOfAPasteOrNothing)
{
    const QSignalSpy refused(&field, &CodeField::refusedInput);
    type("99");
    QTest::keySequence(&field, QKeySequence::SelectAll);
    copy(QStringLiteral("27l605"));
    QTest::keySequence(&field, QKeySequence::Paste);
    EXPECT_EQ(digitsIn(field), "99");
    EXPECT_EQ(refused.count(), 1);
    copy(QStringLiteral("271605"));
    QTest::keySequence(&field, QKeySequence::Paste);
    EXPECT_EQ(digitsIn(field), "271605");
    EXPECT_EQ(QApplication::clipboard()->text().toStdString(), "271605") << "the clipboard is its owner's";
}

TEST(CodeField, CountsNoSpacesAndDashesInAPuk)
{
    CodeField field(CodeField::Separators::Accepted);
    copy(QStringLiteral("1234 56\u00A078\u2011\n"));
    field.paste();
    QTest::keyClicks(&field, QStringLiteral("-9 0"));
    EXPECT_EQ(digitsIn(field), "1234567890");
    EXPECT_EQ(field.count(), 10);
}

TEST_F(CodeFieldTest, GivesNothingToClipboardOrUndo)
{
    copy(QStringLiteral("before"));
    field.setShown(true);
    type("271605");
    for (const auto key : {QKeySequence::SelectAll, QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Undo,
             QKeySequence::Redo})
        QTest::keySequence(&field, key);
    QTest::mouseDClick(&field, Qt::LeftButton);
    EXPECT_EQ(QApplication::clipboard()->text().toStdString(), "before");
    EXPECT_FALSE(QApplication::clipboard()->ownsSelection());
    EXPECT_EQ(digitsIn(field), "271605");
    EXPECT_FALSE(field.acceptDrops());

    EXPECT_EQ(field.take().size(), 6U);
    QTest::keySequence(&field, QKeySequence::Undo);
    EXPECT_EQ(field.count(), 0);
}

TEST_F(CodeFieldTest, IsSelectedInWithTheMouse)
{
    type("271605");
    const QPoint second = field.rectOf(2).topLeft() + QPoint(0, 5), fifth = field.rectOf(5).topLeft();
    QTest::mousePress(&field, Qt::LeftButton, {}, second);
    QTest::mouseMove(&field, fifth);
    QTest::mouseRelease(&field, Qt::LeftButton, {}, fifth);
    type("9");
    EXPECT_EQ(digitsIn(field), "2795");
}

TEST_F(CodeFieldTest, TakesWhatAnInputMethodCommitsAndTellsItNothing)
{
    type("27");
    QInputMethodEvent composing(QStringLiteral("16"), {});
    QApplication::sendEvent(&field, &composing);
    EXPECT_EQ(digitsIn(field), "27");
    QInputMethodEvent committed;
    committed.setCommitString(QStringLiteral("1605"));
    QApplication::sendEvent(&field, &committed);
    EXPECT_EQ(digitsIn(field), "271605");
    QInputMethodEvent corrected;
    corrected.setCommitString(QStringLiteral("9"), -2, 2);
    QApplication::sendEvent(&field, &corrected);
    EXPECT_EQ(digitsIn(field), "27169");

    QInputMethodQueryEvent asked(Qt::ImQueryAll);
    field.setShown(true);
    QTest::keySequence(&field, QKeySequence::SelectAll);
    QApplication::sendEvent(&field, &asked);
    EXPECT_EQ(asked.value(Qt::ImSurroundingText).toString(), QString());
    EXPECT_EQ(asked.value(Qt::ImCurrentSelection).toString(), QString());
    const auto hints = Qt::InputMethodHints(asked.value(Qt::ImHints).toInt());
    EXPECT_TRUE(hints.testFlags(Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhDigitsOnly));
    EXPECT_TRUE(asked.value(Qt::ImEnabled).toBool());
}

TEST(CodeField, LeavesEnterAndTabToItsDialogAndSelectsAllWhenTabbedInto)
{
    QDialog dialog;
    auto* column = new QVBoxLayout(&dialog);
    auto* first = new CodeField(CodeField::Separators::Refused);
    auto* second = new CodeField(CodeField::Separators::Refused);
    auto* button = new QPushButton;
    button->setDefault(true);
    for (QWidget* widget :
        {static_cast<QWidget*>(first), static_cast<QWidget*>(second), static_cast<QWidget*>(button)})
        column->addWidget(widget);
    const QSignalSpy clicked(button, &QPushButton::clicked), left(first, &CodeField::left);
    dialog.show();
    dialog.activateWindow();
    first->setFocus();
    QApplication::processEvents();
    second->putBack(Secret("271605"));
    QTest::keyClick(first, Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), second);
    EXPECT_EQ(left.count(), 1);
    QTest::keyClick(second, Qt::Key_8);
    EXPECT_EQ(digitsIn(*second), "8");
    QTest::keyClick(second, Qt::Key_Enter);
    QTest::keyClick(second, Qt::Key_Return);
    EXPECT_EQ(clicked.count(), 2);
}

TEST_F(CodeFieldTest, HoldsMoreThanAnyCodeAndKeepsTheCursorInSight)
{
    for (int i = 0; i < 7; ++i)
        type("1234567890");
    EXPECT_EQ(field.count(), TypedDigits::room);
    for (const bool shown : {true, false}) {
        field.setShown(shown);
        for (const Qt::Key key : {Qt::Key_End, Qt::Key_Left, Qt::Key_Home, Qt::Key_Right}) {
            press(key);
            EXPECT_TRUE(field.rect().contains(field.rectOf(field.typed().cursor()).topLeft()));
        }
    }
}

TEST_F(CodeFieldTest, OverwritesWhatItHeld)
{
    type("271605");
    const char* memory = field.typed().view().data();
    const auto left = [memory] { return std::string(memory, TypedDigits::room); };
    const auto zeros = [](std::size_t count) { return std::string(count, '\0'); };
    press(Qt::Key_Backspace);
    EXPECT_EQ(left(), "27160" + zeros(59));
    press(Qt::Key_Home);
    press(Qt::Key_Delete);
    EXPECT_EQ(left(), "7160" + zeros(60));
    EXPECT_EQ(field.take().size(), 4U);
    EXPECT_EQ(left(), zeros(64));
    field.putBack(Secret("271605"));
    EXPECT_EQ(left(), "271605" + zeros(58));
    field.wipeDigits();
    EXPECT_EQ(left(), zeros(64));
}

} // namespace
