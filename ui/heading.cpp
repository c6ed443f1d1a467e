// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/heading.h"

#include <QPainter>
#include <QStyleOptionFocusRect>

namespace kortvakt::ui {

QString plain(const QString& untrusted)
{
    constexpr int longest = 200;
    QString clean;
    for (const QChar character : untrusted.simplified().left(longest)) {
        const auto kind = character.category();
        if (kind != QChar::Other_Control && kind != QChar::Other_Format)
            clean.append(character);
    }
    return clean;
}

QString plain(const std::string& untrusted)
{
    return plain(QString::fromStdString(untrusted));
}

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
    QFont smaller = font();
    if (smaller.pointSizeF() > 0)
        smaller.setPointSizeF(smaller.pointSizeF() * 0.94);
    setFont(smaller);
}

QSize Text::minimumSizeHint() const
{
    const QSize shortest = QLabel::minimumSizeHint();
    return {qMin(shortest.width(), fontMetrics().averageCharWidth() * 16), fontMetrics().height()};
}

Heading::Heading(const QString& text, qreal scale, QWidget* parent)
    : Text(text, parent)
{
    QFont larger = font();
    if (larger.pointSizeF() > 0)
        larger.setPointSizeF(larger.pointSizeF() * scale);
    larger.setBold(true);
    setFont(larger);
    setFocusPolicy(Qt::TabFocus);
}

void Heading::paintEvent(QPaintEvent* event)
{
    Text::paintEvent(event);
    if (!hasFocus())
        return;
    QStyleOptionFocusRect focus;
    focus.initFrom(this);
    focus.backgroundColor = palette().color(backgroundRole());
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
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
