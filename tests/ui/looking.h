// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/code/code_field.h"
#include "ui/words/language.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTest>

#include <gtest/gtest.h>

/** Finding in windows what their users see, in either language. */
namespace kortvakt::looking {

/** From here on the windows speak this language. */
inline void speak(const char* language)
{
    ui::installLanguage(QString::fromLatin1(language), {QStringLiteral("kortvakt")});
}

/** All texts that are to be seen in a window, one a line. */
inline QString texts(const QWidget& window)
{
    QStringList seen;
    for (const auto* label : window.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&window))
            seen << label->text();
    }
    return seen.join(u'\n').replace(QChar::Nbsp, u' ');
}

inline testing::AssertionResult shows(const QWidget& window, const char* text)
{
    const QString seen = texts(window);
    if (seen.contains(QString::fromUtf8(text)))
        return testing::AssertionSuccess();
    return testing::AssertionFailure() << "“" << text << "” is not among\n" << seen.toStdString();
}

/** The visible button with this text; nothing when there is none. */
inline QAbstractButton* button(const QWidget& window, const char* text)
{
    for (auto* one : window.findChildren<QAbstractButton*>()) {
        if (one->isVisibleTo(&window) && one->text() == QString::fromUtf8(text))
            return one;
    }
    return nullptr;
}

/** Presses the button with this text; fails when there is none. */
inline void press(const QWidget& window, const char* text)
{
    auto* one = button(window, text);
    ASSERT_NE(one, nullptr) << text << " among\n" << texts(window).toStdString();
    one->click();
}

/** The visible field with this accessible name; nothing when there is none. */
inline ui::CodeField* field(const QWidget& window, const char* name)
{
    for (auto* one : window.findChildren<ui::CodeField*>()) {
        if (one->isVisibleTo(&window) && one->accessibleName() == QString::fromUtf8(name))
            return one;
    }
    return nullptr;
}

/** Types into a field, a key at a time. */
inline void type(const QWidget& window, const char* name, const char* keys)
{
    auto* one = field(window, name);
    ASSERT_NE(one, nullptr) << name;
    one->setFocus();
    QTest::keyClicks(one, QString::fromUtf8(keys));
}

} // namespace kortvakt::looking
