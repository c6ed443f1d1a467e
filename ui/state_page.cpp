// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/state_page.h"

#include "ui/parts/heading.h"
#include "ui/parts/help_key.h"
#include "ui/parts/symbol.h"

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
        auto* help = new QPushButton(message.number + QStringLiteral(" · ") + tr("Help"));
        help->setFlat(true);
        connect(help, &QPushButton::clicked, this,
            [this, number = message.number] { Q_EMIT helpChosen(number); });
        column_->addWidget(help, 0, Qt::AlignHCenter);
        setHelpTopic(*this, message.number);
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
