// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/question_page.h"

#include "ui/parts/symbol.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace kortvakt::ui {

QuestionPage::QuestionPage(QWidget* parent)
    : QWidget(parent)
    , heading_(new Heading)
    , body_(new Text)
    , box_(new QCheckBox)
    , goOn_(new QPushButton)
    , instead_(new QPushButton)
    , back_(new QPushButton(tr("Go back")))
{
    auto* text = new QVBoxLayout;
    text->setSpacing(fontMetrics().height() * 3 / 4);
    text->addWidget(heading_);
    text->addWidget(body_);
    text->addWidget(box_);
    auto* top = new QHBoxLayout;
    top->setSpacing(fontMetrics().height());
    top->addWidget(new SymbolLabel(QStringLiteral("attention"), 2), 0, Qt::AlignTop);
    top->addLayout(text, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(instead_);
    buttons->addWidget(goOn_);
    buttons->addWidget(back_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(top);
    column->addStretch();
    column->addLayout(buttons);

    // Enter must never spend a try: only the button that goes back may be the default.
    goOn_->setAutoDefault(false);
    instead_->setAutoDefault(false);
    connect(back_, &QPushButton::clicked, this, &QuestionPage::wentBack);
    connect(goOn_, &QPushButton::clicked, this, [this] { std::exchange(question_.wentOn, [] {})(); });
    connect(
        instead_, &QPushButton::clicked, this, [this] { std::exchange(question_.choseInstead, [] {})(); });
    connect(box_, &QCheckBox::toggled, goOn_, &QPushButton::setEnabled);
}

void QuestionPage::ask(Question question)
{
    question_ = std::move(question);
    heading_->setText(question_.heading);
    heading_->setAccessibleDescription(question_.body);
    body_->setText(question_.body);
    box_->setText(question_.box);
    box_->setChecked(false);
    box_->setVisible(!question_.box.isEmpty());
    goOn_->setText(question_.goOn);
    goOn_->setEnabled(question_.box.isEmpty());
    instead_->setText(question_.instead);
    instead_->setVisible(!question_.instead.isEmpty());
    back_->setDefault(true);
    back_->setFocus(Qt::OtherFocusReason);
}

} // namespace kortvakt::ui
