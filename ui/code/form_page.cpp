// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/form_page.h"

#include <QVBoxLayout>

namespace kortvakt::ui {

FormPage::FormPage(const CodeTask& task, QWidget* parent)
    : QWidget(parent)
    , form_(new CodeForm(task))
    , scroll_(new ScrollArea)
    , caution_(new Text(tr("Nothing is sent to the card until you choose %1.").arg(task.verb())))
    , status_(new Heading({}, 1.0))
    , trouble_(new Panel)
    , cancel_(new QPushButton(tr("Cancel")))
    , submit_(new QPushButton(task.verb()))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 2);
    QString about = usedWhen(task.role());
    if (const QString intro = task.intro(); !intro.isEmpty())
        about += (about.isEmpty() ? QString() : QStringLiteral(" ")) + intro;
    auto* introduction = new Text(about);
    introduction->setVisible(!about.isEmpty());

    auto* fields = new QWidget;
    auto* inner = new QVBoxLayout(fields);
    inner->setContentsMargins(0, 0, fontMetrics().height() / 2, 0);
    inner->setSpacing(fontMetrics().height() * 3 / 4);
    inner->addWidget(introduction);
    inner->addWidget(form_, 1);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setWidgetResizable(true);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setWidget(fields);
    column->addWidget(scroll_, 1);

    status_->hide();
    trouble_->hide();
    column->addWidget(caution_);
    column->addWidget(new Text(neverTell()));
    column->addWidget(status_);
    column->addWidget(trouble_);
    cancel_->setAutoDefault(false);
    auto* help = new QPushButton(tr("Help"));
    help->setAutoDefault(false);
    connect(help, &QPushButton::clicked, this, &FormPage::helpChosen);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(help);
    buttons->addStretch();
    buttons->addWidget(cancel_);
    buttons->addWidget(submit_);
    column->addLayout(buttons);
}

void FormPage::setSending(bool sending)
{
    form_->setEnabled(!sending);
    submit_->setEnabled(!sending && form_->isAnswered());
    cancel_->setEnabled(!sending);
    cancel_->setText(tr("Cancel"));
    caution_->setVisible(!sending);
    status_->setVisible(sending);
    trouble_->hide();
}

void FormPage::tellStatus(const QString& status)
{
    status_->setText(status);
    status_->setFocus(Qt::OtherFocusReason);
}

void FormPage::tellTrouble(const Message& trouble)
{
    trouble_->say(trouble, Panel::Tone::Attention);
    trouble_->show();
    status_->hide();
    trouble_->heading().setFocus(Qt::OtherFocusReason);
}

void FormPage::endTrouble()
{
    const bool focused = trouble_->isAncestorOf(focusWidget());
    trouble_->hide();
    status_->show();
    if (focused)
        status_->setFocus(Qt::OtherFocusReason);
}

int FormPage::missingHeight() const
{
    const QSize place = scroll_->viewport()->size();
    return scroll_->widget()->heightForWidth(place.width()) - place.height();
}

} // namespace kortvakt::ui
