// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/parts/symbol.h"

#include <QEvent>
#include <QPainter>
#include <QSvgRenderer>

namespace kortvakt::ui {

QPixmap symbol(const QString& name, const QColor& colour, QSize size, qreal pixelRatio)
{
    QPixmap drawing(size * pixelRatio);
    drawing.fill(Qt::transparent);
    QPainter painter(&drawing);
    QSvgRenderer(QStringLiteral(":/icons/%1.svg").arg(name)).render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(drawing.rect(), colour);
    painter.end();
    drawing.setDevicePixelRatio(pixelRatio);
    return drawing;
}

SymbolLabel::SymbolLabel(const QString& name, qreal lines, QWidget* parent)
    : QLabel(parent)
    , name_(name)
    , lines_(lines)
{
    setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    draw();
}

void SymbolLabel::setSymbol(const QString& name)
{
    name_ = name;
    draw();
}

void SymbolLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange)
        draw();
}

void SymbolLabel::draw()
{
    const int side = qRound(fontMetrics().height() * lines_);
    setPixmap(symbol(name_, palette().color(foregroundRole()), {side, side}, devicePixelRatioF()));
    setFixedWidth(side);
}

} // namespace kortvakt::ui
