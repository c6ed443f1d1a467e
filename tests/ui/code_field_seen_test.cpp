// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/code_field.h"

#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>

#include <gtest/gtest.h>

#include <cmath>

using kortvakt::Secret;
using kortvakt::ui::CodeField;

/** What eyes and ears get of a code field. Events need a real accessibility bus: tests/system/tray_test.py.
 */
namespace {

QImage look(CodeField& field, const char* digits)
{
    field.putBack(Secret(digits));
    return field.grab().toImage();
}

/** WCAG's contrast between two colours, 1 to 21. */
double contrast(QColor one, QColor other)
{
    const auto luminance = [](QColor color) {
        const auto part = [](double value) {
            return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
    };
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

/** The greatest contrast to the background inside the field's frame. */
double strongest(const QImage& image, const QRect& inside)
{
    const QColor background = image.pixelColor(inside.right(), inside.center().y());
    double best = 1;
    for (int x = inside.left(); x <= inside.right(); ++x) {
        for (int y = inside.top(); y <= inside.bottom(); ++y)
            best = std::max(best, contrast(image.pixelColor(x, y), background));
    }
    return best;
}

TEST(CodeFieldSeen, ShowsDigitsOnlyWhenAsked)
{
    CodeField field(CodeField::Separators::Refused);
    EXPECT_EQ(look(field, "1111"), look(field, "8888"));
    EXPECT_NE(look(field, "111"), look(field, "1111"));
    field.setShown(true);
    EXPECT_NE(look(field, "1111"), look(field, "8888"));
    field.setShown(false);
    EXPECT_EQ(look(field, "1111"), look(field, "8888"));
}

TEST(CodeFieldSeen, CanBeReadInEachPalette)
{
    QPalette dark(QColor(0x35, 0x35, 0x35), QColor(0x2b, 0x2b, 0x2b));
    dark.setColor(QPalette::Base, QColor(0x23, 0x23, 0x23));
    QPalette highContrast(Qt::yellow, Qt::black, Qt::white, Qt::black, Qt::gray, Qt::yellow, Qt::black);
    for (const QPalette& palette : {QApplication::palette(), dark, highContrast}) {
        for (const bool shown : {true, false}) {
            CodeField field(CodeField::Separators::Refused);
            field.setPalette(palette);
            field.setFixedSize(160, field.sizeHint().height());
            field.setShown(shown);
            const QRect inside = field.rect().adjusted(6, 6, -6, -6);
            EXPECT_LT(strongest(look(field, ""), inside), 1.1);
            EXPECT_GT(strongest(look(field, "271605"), inside), 7.0);
        }
    }
}

TEST(CodeFieldSeen, IsDrawnLikeALineEditOfTheSameStyle)
{
    CodeField field(CodeField::Separators::Refused);
    QLineEdit line;
    EXPECT_EQ(field.sizeHint(), line.sizeHint());
    EXPECT_EQ(field.sizePolicy(), line.sizePolicy());
    for (const bool enabled : {true, false}) {
        field.setEnabled(enabled);
        line.setEnabled(enabled);
        for (QWidget* widget : {static_cast<QWidget*>(&field), static_cast<QWidget*>(&line)})
            widget->setFixedSize(160, line.sizeHint().height());
        EXPECT_EQ(field.grab().toImage(), line.grab().toImage()) << enabled;
    }
}

class CodeFieldHeard : public testing::Test {
protected:
    CodeFieldHeard()
    {
        field.setAccessibleName(QStringLiteral("PUK"));
        face = QAccessible::queryAccessibleInterface(&field);
    }
    /** Everything that can be asked for. */
    [[nodiscard]] QString all() const
    {
        QAccessibleTextInterface* text = face->textInterface();
        int start = 0, end = 0;
        QString told =
            face->text(QAccessible::Value) + text->text(0, text->characterCount()) + text->text(0, 64);
        for (const auto boundary : {QAccessible::CharBoundary, QAccessible::WordBoundary,
                 QAccessible::LineBoundary, QAccessible::NoBoundary})
            told += text->textAtOffset(1, boundary, &start, &end)
                + text->textBeforeOffset(2, boundary, &start, &end)
                + text->textAfterOffset(1, boundary, &start, &end);
        return told + text->attributes(1, &start, &end);
    }
    CodeField field{CodeField::Separators::Accepted};
    QAccessibleInterface* face = nullptr;
    const QRegularExpression anyDigit{QStringLiteral("[0-9]")};
};

TEST_F(CodeFieldHeard, TellsNoDigitWhileHidden)
{
    QTest::keyClicks(&field, QStringLiteral("271605"));
    EXPECT_FALSE(all().contains(anyDigit)) << all().toStdString();
    EXPECT_EQ(face->text(QAccessible::Value).size(), 6) << "how many is told";
    field.setShown(true);
    EXPECT_EQ(face->textInterface()->text(1, 3), QStringLiteral("71"));
    EXPECT_EQ(face->text(QAccessible::Value), QStringLiteral("271605"));
    field.setShown(false);
    EXPECT_FALSE(all().contains(anyDigit)) << all().toStdString();
}

TEST_F(CodeFieldHeard, IsAPasswordFieldWithItsNameThatCanBeFilled)
{
    EXPECT_EQ(face->role(), QAccessible::EditableText);
    EXPECT_EQ(face->text(QAccessible::Name), QStringLiteral("PUK"));
    EXPECT_TRUE(face->state().passwordEdit);
    EXPECT_TRUE(face->state().editable);
    field.setShown(true);
    EXPECT_FALSE(face->state().passwordEdit);
    field.setShown(false);
    QAccessibleEditableTextInterface* editable = face->editableTextInterface();
    ASSERT_NE(editable, nullptr);
    editable->replaceText(0, 0, QStringLiteral("2716 05"));
    EXPECT_TRUE(field.digits().sameAs(Secret("271605")));
    editable->deleteText(0, 4);
    editable->insertText(2, QStringLiteral("9"));
    EXPECT_TRUE(field.digits().sameAs(Secret("059")));
    face->textInterface()->setSelection(0, 1, 3);
    EXPECT_EQ(face->textInterface()->selectionCount(), 1);
    EXPECT_EQ(face->textInterface()->cursorPosition(), 3);
    field.setEnabled(false);
    face->setText(QAccessible::Value, QStringLiteral("1"));
    EXPECT_TRUE(field.digits().sameAs(Secret("059"))) << "a code that is on its way is not changed";
}

} // namespace
