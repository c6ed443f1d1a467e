// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/result_page.h"

namespace kortvakt::ui {

ResultPage::ResultPage(QWidget* parent)
    : QWidget(parent)
    , panel_(new Panel)
    , more_(new QPushButton)
    , close_(new QPushButton(tr("Close")))
{
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(more_);
    buttons->addWidget(close_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(panel_);
    column->addStretch();
    column->addLayout(buttons);
    more_->setAutoDefault(false);
    connect(more_, &QPushButton::clicked, this, &ResultPage::moreChosen);
    connect(close_, &QPushButton::clicked, this, &ResultPage::closed);
}

void ResultPage::tell(const Message& message, Panel::Tone tone, const QString& more)
{
    panel_->say(message, tone);
    more_->setText(more);
    more_->setVisible(!more.isEmpty());
}

void ResultPage::takeFocus()
{
    (more_->isHidden() ? close_ : more_)->setDefault(true);
    panel_->heading().setFocus(Qt::OtherFocusReason);
}

} // namespace kortvakt::ui
