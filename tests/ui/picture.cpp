// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "picture.h"

#include "ui/code/code_field.h"
#include "ui/parts/contrast.h"
#include "ui/parts/symbol.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

#include <algorithm>
#include <map>

namespace kortvakt::picture {

namespace {

constexpr int fine =
    3; ///< pixels of the picture for one of the window: thin strokes come out in their own colour

QImage take(QWidget& window)
{
    QImage image(window.size() * fine, QImage::Format_RGB32);
    image.setDevicePixelRatio(fine);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    window.render(&painter);
    return image;
}

QRect placeOf(const QWidget& widget, const QWidget& window)
{
    QRect place(widget.mapTo(&window, QPoint()), widget.size());
    for (const QWidget* holder = widget.parentWidget(); holder && holder != &window;
         holder = holder->parentWidget())
        place &= QRect(holder->mapTo(&window, QPoint()), holder->size()); // what is scrolled out is not seen
    place &= window.rect();
    return {place.topLeft() * fine, place.size() * fine};
}

/** The colours of a part of a picture, and how many pixels have each. */
std::map<QRgb, int> coloursIn(const QImage& image, const QRect& place)
{
    std::map<QRgb, int> counts;
    for (int y = place.top(); y <= place.bottom(); ++y)
        for (int x = place.left(); x <= place.right(); ++x)
            ++counts[image.pixel(x, y)];
    return counts;
}

/** The best contrast that something in this place has with what fills most of it. */
double strongest(const QImage& image, const QRect& place)
{
    const auto counts = coloursIn(image, place);
    const auto ground = std::max_element(counts.begin(), counts.end(),
        [](const auto& one, const auto& other) { return one.second < other.second; });
    double best = 1;
    constexpr int notByChance = 4 * fine;
    for (const auto& [colour, count] : counts) {
        if (count >= notByChance)
            best = std::max(best, ui::contrast(QColor(colour), QColor(ground->first)));
    }
    return best;
}

/** The strongest line that is crossed on the way from left of a place into its middle. */
double edgeContrast(const QImage& image, const QRect& place)
{
    const int y = place.center().y();
    const QColor outside(image.pixel(std::max(place.left() - 3, 0), y));
    const QColor inside(image.pixel(std::min(place.left() + 5 * fine, image.width() - 1), y));
    double best = 1;
    for (int x = place.left(); x < place.left() + 4 * fine; ++x) {
        const QColor line(image.pixel(x, y));
        best = std::max(best, std::min(ui::contrast(line, outside), ui::contrast(line, inside)));
    }
    return best;
}

QString told(const QWidget& widget, const QString& text, double measured)
{
    return QStringLiteral("%1 \"%2\" %3:1")
        .arg(QLatin1String(widget.metaObject()->className()), text, QString::number(measured, 'f', 1));
}

} // namespace

QStringList faint(QWidget& window)
{
    const QImage image = take(window);
    QStringList found;
    for (auto* one : window.findChildren<QWidget*>()) {
        const auto* label = qobject_cast<QLabel*>(one);
        const auto* button = qobject_cast<QAbstractButton*>(one);
        const bool symbol = qobject_cast<ui::SymbolLabel*>(one) != nullptr;
        const QString text = label ? label->text() : button ? button->text() : QString();
        const QRect place = placeOf(*one, window);
        if (!one->isVisibleTo(&window) || !one->isEnabled() || (text.isEmpty() && !symbol)
            || place.height() < 8 * fine)
            continue;
        const double measured = strongest(image, button ? place.adjusted(9, 9, -9, -9) : place);
        if (measured < (symbol ? ui::edgeContrast : ui::textContrast))
            found << told(*one, text, measured);
    }
    return found;
}

QStringList edgeless(QWidget& window)
{
    const QImage image = take(window);
    QStringList found;
    const auto judge = [&](const QWidget& one, const QRect& place) {
        if (!one.isVisibleTo(&window) || !one.isEnabled() || place.height() < 8 * fine)
            return;
        if (const double measured = edgeContrast(image, place); measured < ui::edgeContrast)
            found << told(one, one.accessibleName(), measured);
    };
    for (const auto* field : window.findChildren<ui::CodeField*>())
        judge(*field, placeOf(*field, window));
    for (const auto* box : window.findChildren<QCheckBox*>()) {
        QStyleOptionButton option;
        option.initFrom(box);
        const QRect mark = box->style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, box);
        const QRect whole = placeOf(*box, window);
        judge(*box, QRect(whole.topLeft() + mark.topLeft() * fine, mark.size() * fine) & whole);
    }
    return found;
}

QStringList focusUnseen(QWidget& window)
{
    QStringList found;
    window.activateWindow();
    QApplication::processEvents();
    for (auto* one : window.findChildren<QWidget*>()) {
        if (!one->isVisibleTo(&window) || !one->isEnabled() || !(one->focusPolicy() & Qt::TabFocus)
            || one->focusProxy())
            continue;
        one->setFocus(Qt::TabFocusReason);
        QApplication::processEvents();
        const QImage with = take(window);
        const QRect place = placeOf(*one, window);
        one->clearFocus();
        QApplication::processEvents();
        const QImage without = take(window);
        if (place.height() < 8 * fine || with.size() != without.size())
            continue;
        int changed = 0;
        for (int y = place.top(); y <= place.bottom(); ++y)
            for (int x = place.left(); x <= place.right(); ++x)
                changed +=
                    ui::contrast(QColor(with.pixel(x, y)), QColor(without.pixel(x, y))) >= ui::edgeContrast;
        // A line around it one pixel of the screen wide is the least that is seen (WCAG 2.2, 2.4.13).
        if (const int least = (place.width() + place.height()) / 2; changed < least)
            found << told(*one,
                qobject_cast<QAbstractButton*>(one) ? qobject_cast<QAbstractButton*>(one)->text()
                                                    : one->accessibleName(),
                static_cast<double>(changed) / least);
    }
    return found;
}

} // namespace kortvakt::picture
