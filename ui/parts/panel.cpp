// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/parts/panel.h"

#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

namespace kortvakt::ui {

namespace {

QString symbolFor(Panel::Tone tone)
{
    switch (tone) {
    case Panel::Tone::Attention:
        return QStringLiteral("attention");
    case Panel::Tone::Failed:
        return QStringLiteral("failed");
    case Panel::Tone::Done:
        return QStringLiteral("done");
    case Panel::Tone::Waiting:
        return QStringLiteral("waiting");
    case Panel::Tone::Quiet:
        break;
    }
    return QStringLiteral("notice");
}

} // namespace

Panel::Panel(QWidget* parent)
    : QFrame(parent)
    , symbol_(new SymbolLabel(symbolFor(tone_), 1.5))
    , heading_(new Heading({}, 1.1))
    , number_(new QLabel)
    , body_(new Text)
    , buttons_(new QHBoxLayout)
{
    const int gap = fontMetrics().height() / 2;
    auto* title = new QHBoxLayout;
    title->addWidget(heading_, 1);
    title->addWidget(number_, 0, Qt::AlignTop);
    auto* text = new QVBoxLayout;
    text->setSpacing(gap);
    text->addLayout(title);
    text->addWidget(body_);
    text->addLayout(buttons_);
    buttons_->addStretch();
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(2 * gap + 2, gap + gap / 2, gap + gap / 2, gap + gap / 2);
    all->setSpacing(gap + gap / 2);
    all->addWidget(symbol_, 0, Qt::AlignTop);
    all->addLayout(text, 1);
}

void Panel::say(const Message& message, Tone tone)
{
    tone_ = tone;
    symbol_->setSymbol(symbolFor(tone));
    heading_->setText(message.heading);
    // E14 is part of its sentence already.
    const bool told = message.heading.contains(message.number);
    number_->setText(message.number);
    number_->setVisible(!told && !message.number.isEmpty());
    // Heard together when the focus comes here, so that a caller can read the number out.
    heading_->setAccessibleName(told ? message.heading : message.heading + u' ' + message.number);
    heading_->setAccessibleDescription(message.body);
    body_->setText(message.body);
    body_->setVisible(!message.body.isEmpty());
    update();
}

QPushButton* Panel::addButton(const QString& text)
{
    auto* button = new QPushButton(text, this);
    button->setAutoDefault(true); // Enter presses it, also outside dialogs
    buttons_->insertWidget(buttons_->count() - 1, button); // before the stretch
    return button;
}

QPushButton* Panel::addMainButton(const QString& text)
{
    QPushButton* button = addButton(text);
    QFont strong = button->font();
    strong.setBold(true);
    button->setFont(strong);
    button->setDefault(true);
    return button;
}

void Panel::clearButtons()
{
    while (buttons_->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(buttons_->takeAt(0));
        item->widget()->hide();
        item->widget()->deleteLater();
    }
}

void Panel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = fontMetrics().height() / 3.0;
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath outline;
    outline.addRoundedRect(frame, radius, radius);
    painter.fillPath(outline, palette().brush(QPalette::Base));
    if (tone_ != Tone::Quiet) {
        painter.save();
        painter.setClipPath(outline);
        painter.fillRect(QRectF(0, 0, radius, height()), palette().brush(QPalette::Highlight));
        painter.restore();
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawPath(outline);
}

} // namespace kortvakt::ui
