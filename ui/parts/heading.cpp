// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/parts/heading.h"

#include "ui/parts/contrast.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace kortvakt::ui {

Text::Text(const QString& text, QWidget* parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Text::setQuiet()
{
    setScale(0.94);
}

void Text::setScale(qreal scale)
{
    scale_ = scale;
    QFont scaled = font();
    if (const qreal usual = QApplication::font(this).pointSizeF(); usual > 0)
        scaled.setPointSizeF(usual * scale_);
    setFont(scaled);
}

void Text::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange && scale_ != 1)
        setScale(scale_);
}

QSize Text::minimumSizeHint() const
{
    const QSize shortest = QLabel::minimumSizeHint();
    return {qMin(shortest.width(), fontMetrics().averageCharWidth() * 16), fontMetrics().height()};
}

Heading::Heading(const QString& text, qreal scale, QWidget* parent)
    : Text(text, parent)
{
    QFont strong = font();
    strong.setBold(true);
    setFont(strong);
    setScale(scale);
    setFocusPolicy(Qt::TabFocus);
}

void Heading::paintEvent(QPaintEvent* event)
{
    Text::paintEvent(event);
    if (!hasFocus())
        return;
    // A line under it: a frame would look like a field to type in.
    const QRect words =
        fontMetrics().boundingRect(contentsRect(), int(alignment()) | Qt::TextWordWrap, text());
    const int thick = qMax(2, fontMetrics().lineWidth());
    const QColor colour =
        standingOut(palette().color(QPalette::Highlight), palette().color(QPalette::Base), edgeContrast);
    QPainter painter(this);
    painter.fillRect(words.left(), height() - thick, words.width(), thick,
        standingOut(colour, palette().color(QPalette::Window), edgeContrast));
}

void Heading::focusInEvent(QFocusEvent* event)
{
    Text::focusInEvent(event);
    update();
}

void Heading::focusOutEvent(QFocusEvent* event)
{
    Text::focusOutEvent(event);
    update();
}

} // namespace kortvakt::ui
