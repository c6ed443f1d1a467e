// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/parts/clear_style.h"

#include "ui/parts/contrast.h"

#include <QApplication>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

#include <algorithm>

namespace kortvakt::ui {

namespace {

/** The line around something that can be used: as faint as may be, and no fainter. */
QColor edge(const QPalette& palette)
{
    const QColor window = palette.color(QPalette::Window), base = palette.color(QPalette::Base);
    const QColor start = palette.color(QPalette::Mid);
    return standingOut(standingOut(start, window, edgeContrast), base, edgeContrast);
}

QColor focusColour(const QPalette& palette)
{
    QColor colour = palette.color(QPalette::Highlight);
    for (const auto behind : {QPalette::Window, QPalette::Base})
        colour = standingOut(colour, palette.color(behind), edgeContrast);
    // Qt lightens and shades buttons: their lighter end is what a light line has to stand out from.
    constexpr int shade = 155;
    return standingOut(colour, palette.color(QPalette::Button).lighter(shade), edgeContrast);
}

void outline(QPainter& painter, const QRect& rect, const QColor& colour, int width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width));
    painter.setBrush(Qt::NoBrush);
    const qreal inset = width / 2.0;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 2, 2);
    painter.restore();
}

/** Qt draws one no larger than it would be beside small text. */
void arrow(QPainter& painter, const QRect& rect, const QColor& colour, bool isDown)
{
    const qreal side = std::min(rect.width(), rect.height()) / 3.0;
    const QPolygonF right({{-side / 2, -side}, {side / 2, 0}, {-side / 2, side}});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(QRectF(rect).center());
    painter.rotate(isDown ? 90 : 0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(right);
    painter.restore();
}

} // namespace

void ClearStyle::install()
{
    if (QApplication::style()->name().compare(QLatin1String("fusion"), Qt::CaseInsensitive) == 0)
        QApplication::setStyle(new ClearStyle(QStyleFactory::create(QStringLiteral("Fusion"))));
}

void ClearStyle::polish(QPalette& palette)
{
    QProxyStyle::polish(palette);
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        const QColor text = palette.color(group, QPalette::HighlightedText);
        palette.setColor(group, QPalette::Highlight,
            standingOut(palette.color(group, QPalette::Highlight), text, textContrast));
        palette.setColor(group, QPalette::Link,
            standingOut(
                palette.color(group, QPalette::Link), palette.color(group, QPalette::Window), textContrast));
    }
}

int ClearStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    const int line = widget ? widget->fontMetrics().height() : QFontMetrics(QApplication::font()).height();
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return std::max(usual, line * 4 / 5);
    case PM_CheckBoxLabelSpacing:
    case PM_ButtonMargin:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return std::max(usual, line * 2 / 5);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return std::max(usual, line * 3 / 5);
    case PM_FocusFrameHMargin: // between an entry's text and the line around it
        return usual + line / 6;
    default:
        return usual;
    }
}

void ClearStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const bool usable = option->state.testFlag(State_Enabled);
    const bool focused = usable && option->state.testFlag(State_HasFocus);
    if (element == PE_FrameFocusRect) {
        const auto* where = qstyleoption_cast<const QStyleOptionFocusRect*>(option);
        const QColor colour = focusColour(option->palette);
        const bool told = where && where->backgroundColor.isValid();
        return outline(*painter, option->rect,
            told ? standingOut(colour, where->backgroundColor, edgeContrast) : colour, 2);
    }
    if ((element == PE_IndicatorArrowRight || element == PE_IndicatorArrowDown)
        && qobject_cast<const QToolButton*>(widget))
        return arrow(*painter, option->rect, option->palette.color(QPalette::ButtonText),
            element == PE_IndicatorArrowDown);
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (!usable)
        return;
    switch (element) {
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
    case PE_PanelButtonCommand:
    case PE_IndicatorCheckBox:
    case PE_Frame:
        break;
    default:
        return;
    }
    if (element == PE_PanelButtonCommand) {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (button && button->features.testFlag(QStyleOptionButton::Flat))
            return;
        const bool main = button && button->features.testFlag(QStyleOptionButton::DefaultButton);
        return outline(*painter, option->rect,
            focused || main ? focusColour(option->palette) : edge(option->palette), focused ? 2 : 1);
    }
    if (element == PE_Frame && option->rect.isEmpty())
        return;
    outline(*painter, option->rect, focused ? focusColour(option->palette) : edge(option->palette),
        focused ? 2 : 1);
}

void ClearStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    // Qt draws no panel for a flat button, and so no focus either.
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (element == CE_PushButton && button && button->features.testFlag(QStyleOptionButton::Flat)
        && button->state.testFlag(State_Enabled) && button->state.testFlag(State_HasFocus))
        outline(*painter, option->rect, focusColour(option->palette), 2);
}

} // namespace kortvakt::ui
