// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/messages.h"

#include <QVBoxLayout>
#include <QWidget>

class QPushButton;

namespace kortvakt::ui {

/** A reader without a readable card, or no reader at all: one sentence, what to do, and its buttons. */
class StatePage : public QWidget {
    Q_OBJECT
public:
    /** @param picture a name for SymbolLabel. */
    StatePage(const Message& message, const QString& picture, QWidget* parent = nullptr);
    /** A button under the text; the first one stands out. */
    QPushButton* addButton(const QString& text);

Q_SIGNALS:
    /** More about what the page says was asked for, by its number. */
    void helpChosen(const QString& number);

private:
    QVBoxLayout* column_;
    bool hasButton_ = false;
};

} // namespace kortvakt::ui
