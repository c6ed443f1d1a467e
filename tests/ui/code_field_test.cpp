// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code_field.h"
#include "ui/unheard_digits.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using kortvakt::ui::CodeField;
using kortvakt::ui::unheard;

namespace {

std::string digitsIn(const CodeField& field)
{
    const kortvakt::Secret secret = field.digits();
    return {secret.view().begin(), secret.view().end()};
}

TEST(CodeField, TakesDigitsAndTellsWhatItRefused)
{
    CodeField field(CodeField::Separators::Refused);
    const QSignalSpy refused(&field, &CodeField::refusedInput);
    QTest::keyClicks(&field, QStringLiteral("12a3-4"));
    EXPECT_EQ(digitsIn(field), "1234");
    EXPECT_EQ(refused.count(), 2);
}

TEST(CodeField, CountsNoSpacesAndDashesInAPuk)
{
    CodeField field(CodeField::Separators::Accepted);
    QApplication::clipboard()->setText(QStringLiteral("1234 56\u00A078\u2011"));
    field.paste();
    EXPECT_EQ(digitsIn(field), "12345678");
    EXPECT_EQ(field.count(), 8);
}

TEST(CodeField, GivesNothingToClipboardOrUndo)
{
    QApplication::clipboard()->setText(QStringLiteral("before"));
    CodeField field(CodeField::Separators::Refused);
    field.show();
    field.setShown(true);
    QTest::keyClicks(&field, QStringLiteral("271605"));
    field.selectAll();
    QTest::keySequence(&field, QKeySequence::Copy);
    QTest::keySequence(&field, QKeySequence::Cut);
    EXPECT_EQ(QApplication::clipboard()->text().toStdString(), "before");
    EXPECT_EQ(digitsIn(field), "271605");
    EXPECT_FALSE(field.dragEnabled());

    EXPECT_EQ(field.take().size(), 6U);
    EXPECT_TRUE(field.text().isEmpty());
    QTest::keySequence(&field, QKeySequence::Undo);
    field.undo();
    EXPECT_TRUE(field.text().isEmpty());
}

TEST(CodeField, OverwritesWhatItHeld)
{
    CodeField field(CodeField::Separators::Refused);
    field.show();
    QTest::keyClicks(&field, QStringLiteral("271605"));
    const QString shared = field.text(); // the same characters, not a copy
    field.wipeDigits();
    EXPECT_EQ(shared.count(QChar(u'\0')), 6);
}

TEST(CodeField, TellsAssistantsNoDigitWhileHidden)
{
    CodeField field(CodeField::Separators::Refused);
    field.show();
    QTest::keyClicks(&field, QStringLiteral("271605"));
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&field);
    ASSERT_NE(face, nullptr);
    ASSERT_NE(face->textInterface(), nullptr);
    const QString read = face->text(QAccessible::Value) + face->textInterface()->text(0, 6);
    EXPECT_FALSE(read.contains(QRegularExpression(QStringLiteral("[0-9]")))) << read.toStdString();
    EXPECT_TRUE(face->state().passwordEdit);
}

TEST(CodeField, LetsNoDigitIntoTheEventsOfAssistiveTechnologyWhileHidden)
{
    CodeField field(CodeField::Separators::Refused);
    const QString digits = QStringLiteral("271605"), dots(6, QChar(0x25CF));
    QAccessibleTextInsertEvent inserted(&field, 0, digits);
    QAccessibleTextRemoveEvent removed(&field, 0, digits);
    QAccessibleTextUpdateEvent updated(&field, 0, digits, digits);
    QAccessibleValueChangeEvent value(&field, digits);
    const auto as = [](const std::unique_ptr<QAccessibleEvent>& event, auto* type) {
        return static_cast<decltype(type)>(event.get());
    };
    EXPECT_EQ(as(unheard(inserted), &inserted)->textInserted(), dots);
    EXPECT_EQ(as(unheard(removed), &removed)->textRemoved(), dots);
    EXPECT_EQ(as(unheard(updated), &updated)->textInserted(), dots);
    EXPECT_EQ(as(unheard(updated), &updated)->textRemoved(), dots);
    EXPECT_EQ(as(unheard(value), &value)->value().toString(), dots);
    EXPECT_EQ(unheard(inserted)->object(), &field);
    field.setShown(true);
    EXPECT_EQ(unheard(inserted), nullptr);
    QLineEdit other;
    QAccessibleTextInsertEvent elsewhere(&other, 0, digits);
    EXPECT_EQ(unheard(elsewhere), nullptr);
}

} // namespace
