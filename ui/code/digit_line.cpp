// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/digit_line.h"

#include <QGuiApplication>
#include <QPainter>
#include <QStyle>
#include <QStyleHints>

#include <algorithm>

namespace kortvakt::ui {

namespace {

constexpr int sideMargin = 2, topMargin = 1; // a line edit's own, inside the style's frame

} // namespace

QStyleOptionFrame DigitLine::frame() const
{
    QStyleOptionFrame option;
    option.initFrom(this);
    option.lineWidth = style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, this);
    option.state |= QStyle::State_Sunken;
    return option;
}

QRect DigitLine::line() const
{
    const QStyleOptionFrame option = frame();
    const QRect inner = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    const int height = fontMetrics().height();
    return {inner.x() + sideMargin, inner.y() + (inner.height() - height + 1) / 2,
        inner.width() - 2 * sideMargin, height};
}

QChar DigitLine::dot() const
{
    const QStyleOptionFrame option = frame();
    return char16_t(style()->styleHint(QStyle::SH_LineEdit_PasswordCharacter, &option, this));
}

int DigitLine::cellWidth() const
{
    const QFontMetrics metrics = fontMetrics();
    if (!shown_)
        return metrics.horizontalAdvance(dot());
    int widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

QRect DigitLine::rectOf(int index) const
{
    const QRect place = line();
    const int width = cellWidth();
    return {place.x() - scrolled_ + index * width, place.y(), width, place.height()};
}

int DigitLine::indexAt(QPoint point) const
{
    const int width = cellWidth(), from = point.x() - rectOf(0).x();
    return std::clamp((from + width / 2) / width, 0, count());
}

QSize DigitLine::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const QStyleOptionFrame option = frame();
    const QSize inner(metrics.horizontalAdvance(QLatin1Char('x')) * 17 + 2 * sideMargin,
        std::max(metrics.height(), 14) + 2 * topMargin);
    return style()->sizeFromContents(QStyle::CT_LineEdit, &option, inner, this);
}

void DigitLine::scroll()
{
    const int room = line().width(), at = typed_.cursor() * cellWidth();
    scrolled_ = std::clamp(scrolled_, std::max(0, at - room), at);
    if (count() * cellWidth() <= room)
        scrolled_ = 0;
    update();
}

void DigitLine::follow()
{
    scroll();
    blink(hasFocus());
    updateMicroFocus();
}

void DigitLine::blink(bool on)
{
    cursorLit_ = on;
    const int period = QGuiApplication::styleHints()->cursorFlashTime();
    if (on && period > 1)
        blinking_.start(period / 2, this);
    else
        blinking_.stop();
    update();
}

void DigitLine::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != blinking_.timerId())
        return QWidget::timerEvent(event);
    cursorLit_ = !cursorLit_;
    update();
}

void DigitLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QStyleOptionFrame option = frame();
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
    const QRect place = line();
    painter.setClipRect(place.adjusted(-sideMargin, 0, sideMargin, 0));
    for (int index = 0; index < count(); ++index) {
        const QRect cell = rectOf(index);
        const bool selected = index >= typed_.selectionStart() && index < typed_.selectionEnd();
        if (selected)
            painter.fillRect(cell, option.palette.highlight());
        painter.setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        painter.drawText(cell, Qt::AlignCenter, shown_ ? QChar(QLatin1Char(typed_.at(index))) : dot());
    }
    if (cursorLit_ && isEnabled()) {
        const int width = style()->pixelMetric(QStyle::PM_TextCursorWidth, &option, this);
        painter.fillRect(
            QRect(rectOf(typed_.cursor()).topLeft(), QSize(width, place.height())), option.palette.text());
    }
}

void DigitLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    scroll();
}

void DigitLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    update();
    QWidget::changeEvent(event);
}

QVariant DigitLine::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImCursorRectangle:
        return QRect(rectOf(typed_.cursor()).topLeft(), QSize(1, line().height()));
    case Qt::ImCursorPosition:
        return typed_.cursor();
    case Qt::ImAnchorPosition:
        return typed_.cursor() == typed_.selectionStart() ? typed_.selectionEnd() : typed_.selectionStart();
    case Qt::ImMaximumTextLength:
        return TypedDigits::room;
    case Qt::ImSurroundingText:
    case Qt::ImCurrentSelection:
        return QString(); // input methods are told nothing of what stands here
    default:
        return QWidget::inputMethodQuery(query);
    }
}

} // namespace kortvakt::ui
