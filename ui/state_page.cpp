// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/state_page.h"

#include "ui/heading.h"
#include "ui/symbol.h"

#include <QPushButton>

#include <utility>

namespace kortvakt::ui {

StatePage::StatePage(const Message& message, const QString& picture, QWidget* parent)
    : QWidget(parent)
    , column_(new QVBoxLayout(this))
{
    const int line = fontMetrics().height();
    column_->setContentsMargins(line * 2, line * 2, line * 2, line * 2);
    column_->setSpacing(line);
    column_->addStretch(2);
    column_->addWidget(new SymbolLabel(picture, 6), 0, Qt::AlignHCenter);
    auto* heading = new Heading(message.heading, 1.35);
    heading->setAlignment(Qt::AlignHCenter);
    heading->setAccessibleDescription(message.body);
    column_->addWidget(heading);
    if (!message.body.isEmpty()) {
        auto* body = new Text(message.body);
        body->setAlignment(Qt::AlignHCenter);
        column_->addWidget(body);
    }
    if (!message.number.isEmpty() && !message.heading.contains(message.number)) {
        auto* number = new Text(message.number);
        number->setAlignment(Qt::AlignHCenter);
        column_->addWidget(number);
    }
    column_->addStretch(3);
}

QPushButton* StatePage::addButton(const QString& text)
{
    auto* button = new QPushButton(text);
    button->setAutoDefault(true); // Enter presses it
    if (!std::exchange(hasButton_, true)) {
        QFont strong = button->font();
        strong.setBold(true);
        button->setFont(strong);
        button->setDefault(true);
    }
    column_->insertWidget(column_->count() - 1, button, 0, Qt::AlignHCenter);
    return button;
}

} // namespace kortvakt::ui
