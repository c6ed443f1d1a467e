// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/field_block.h"

#include <QEvent>

namespace kortvakt::ui {

FieldBlock::FieldBlock(const QString& label, CodeField::Separators separators, QWidget* parent)
    : QWidget(parent)
    , field_(new CodeField(separators))
    , hint_(new QLabel)
    , count_(new QLabel)
    , note_(new Text)
    , row_(new QHBoxLayout)
    , column_(new QVBoxLayout(this))
{
    auto* name = new QLabel(label);
    name->setTextFormat(Qt::PlainText);
    name->setBuddy(field_);
    QFont strong = name->font();
    strong.setBold(true);
    name->setFont(strong);
    field_->setAccessibleName(label);
    fitField();

    auto* top = new QHBoxLayout;
    top->addWidget(name);
    top->addStretch();
    top->addWidget(hint_);
    const int gap = fontMetrics().height() / 4;
    row_->setSpacing(3 * gap);
    row_->addWidget(field_, 0, Qt::AlignTop);
    row_->addWidget(count_);
    row_->addWidget(note_, 1, Qt::AlignVCenter);
    count_->hide();
    column_->setContentsMargins({});
    column_->setSpacing(gap);
    column_->addLayout(top);
    column_->addLayout(row_);
}

void FieldBlock::fitField()
{
    field_->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("0")) * 22);
}

void FieldBlock::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitField();
}

void FieldBlock::setHint(const QString& hint)
{
    hint_->setText(hint);
    tellAssistants();
}

void FieldBlock::setCount(const QString& count)
{
    count_->setText(count);
    count_->setVisible(!count.isEmpty());
}

void FieldBlock::setNote(const QString& note, Tone tone)
{
    text_ = note;
    const QString sign = tone == Tone::Good ? QStringLiteral("✓ ")
        : tone == Tone::Broken              ? QStringLiteral("✗ ")
                                            : QString();
    note_->setText(note.isEmpty() ? QString() : sign + note);
    note_->setVisible(!below_ || !note.isEmpty());
    tellAssistants();
}

void FieldBlock::putNoteBelow()
{
    below_ = true;
    row_->removeWidget(note_);
    row_->addStretch(1);
    column_->addWidget(note_);
    note_->setVisible(!text_.isEmpty());
}

void FieldBlock::addBeside(QWidget* widget)
{
    row_->addWidget(widget);
}

void FieldBlock::addBelow(QWidget* widget)
{
    column_->addWidget(widget);
}

void FieldBlock::tellAssistants()
{
    QStringList parts{text_, hint_->text()};
    parts.removeAll(QString());
    const QString description = parts.join(QStringLiteral(" · "));
    if (field_->accessibleDescription() != description)
        field_->setAccessibleDescription(description); // raises the event that screen readers wait for
}

} // namespace kortvakt::ui
