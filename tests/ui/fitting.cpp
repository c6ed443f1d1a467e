// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "fitting.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QTest>

#include <algorithm>

namespace kortvakt::fitting {

namespace {

QString textOf(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return QString(button->text()).remove(u'&');
    return {};
}

QString named(const QWidget& widget)
{
    const QRect place = widget.geometry();
    return QStringLiteral("%1 \"%2\" %3×%4")
        .arg(QLatin1String(widget.metaObject()->className()), textOf(widget))
        .arg(place.width())
        .arg(place.height());
}

template <typename Widget>
std::vector<Widget*> seen(const QWidget& window)
{
    std::vector<Widget*> found;
    for (auto* one : window.findChildren<Widget*>()) {
        if (one->isVisibleTo(&window))
            found.push_back(one);
    }
    return found;
}

QSize needed(const QWidget& widget)
{
    const auto* label = qobject_cast<const QLabel*>(&widget);
    if (!label || !label->wordWrap())
        return widget.sizeHint();
    int widest = 0;
    const QStringList words = label->text().split(QRegularExpression(QStringLiteral("[\\s-]")));
    for (const QString& word : words)
        widest = std::max(widest, label->fontMetrics().horizontalAdvance(word));
    return {widest, label->heightForWidth(label->width())};
}

/** Whether scrolling brings into view whatever reaches out of this. */
bool scrolls(const QWidget& holder)
{
    const auto* area =
        holder.parentWidget() ? qobject_cast<const QAbstractScrollArea*>(holder.parentWidget()) : nullptr;
    return area && area->viewport() == &holder;
}

bool reachesOut(const QWidget& widget, const QWidget& window)
{
    for (const QWidget* holder = widget.parentWidget(); holder && holder != window.parentWidget();
         holder = holder->parentWidget()) {
        if (scrolls(*holder))
            return false;
        const QRect place(widget.mapTo(holder, QPoint()), widget.size());
        if (!holder->rect().contains(place))
            return true;
    }
    return false;
}

/** Entries of a list that are too low for their text in the width that their style leaves it. */
QStringList cutEntries(const QListWidget& list)
{
    QStringList found;
    const int margin = list.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &list) + 1;
    for (int row = 0; row < list.count(); ++row) {
        QStyleOptionViewItem option;
        option.initFrom(&list);
        option.rect = list.visualItemRect(list.item(row));
        option.rect.setWidth(
            std::min(option.rect.width(), list.viewport()->width() - 2 * list.spacing())); // as it is drawn
        option.font = list.font();
        option.features = QStyleOptionViewItem::HasDisplay | QStyleOptionViewItem::HasDecoration
            | QStyleOptionViewItem::WrapText;
        option.decorationSize = list.iconSize();
        option.icon = list.item(row)->icon();
        const QString text = list.item(row)->text();
        option.text = QString(text).replace(u'\n', QChar::LineSeparator); // as delegates hand it on
        const QRect room = list.style()->subElementRect(QStyle::SE_ItemViewItemText, &option, &list);
        const QRect needed = option.fontMetrics.boundingRect(
            QRect(0, 0, room.width() - 2 * margin, QWIDGETSIZE_MAX), Qt::TextWordWrap, text);
        if (room.height() < needed.height())
            found << QStringLiteral("\"%1\" in a list needs a height of %2, and has %3")
                         .arg(text)
                         .arg(needed.height())
                         .arg(room.height());
    }
    return found;
}

bool usable(const QWidget& widget)
{
    return widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy();
}

} // namespace

QStringList clipped(const QWidget& window)
{
    QStringList found;
    for (const QWidget* one : seen<QWidget>(window)) {
        if (textOf(*one).isEmpty())
            continue;
        const QSize wanted = needed(*one);
        if (one->width() < wanted.width() || one->height() < wanted.height())
            found << named(*one) + QStringLiteral(" needs %1×%2").arg(wanted.width()).arg(wanted.height());
        else if (reachesOut(*one, window))
            found << named(*one) + QStringLiteral(" reaches out");
    }
    for (const QListWidget* list : seen<QListWidget>(window))
        found << cutEntries(*list);
    // A page that scrolls sideways is read with difficulty: lines must wrap instead (EN 301 549, 11.1.4.10).
    for (const QScrollArea* area : seen<QScrollArea>(window)) {
        if (area->widget() && area->widget()->minimumSizeHint().width() > area->viewport()->width())
            found << QStringLiteral("a page of width %1 in %2")
                         .arg(area->widget()->minimumSizeHint().width())
                         .arg(area->viewport()->width());
    }
    return found;
}

QStringList nameless(const QWidget& window)
{
    QStringList found;
    for (QWidget* one : seen<QWidget>(window)) {
        if (!usable(*one))
            continue;
        const auto* face = QAccessible::queryAccessibleInterface(one);
        const QString name = face ? face->text(QAccessible::Name) : QString();
        if (!face || name.isEmpty() || !name.startsWith(textOf(*one)) || face->role() == QAccessible::NoRole
            || face->role() == QAccessible::Client)
            found << named(*one) + QStringLiteral(" is called \"%1\"").arg(name);
    }
    return found;
}

QStringList beyondTab(QWidget& window)
{
    window.activateWindow();
    QApplication::processEvents();
    QWidget* start = QApplication::focusWidget();
    if (!start)
        QTest::keyClick(&window, Qt::Key_Tab);
    std::vector<const QWidget*> met;
    constexpr int enough = 200;
    for (int step = 0; step < enough && QApplication::focusWidget(); ++step) {
        if (!met.empty() && QApplication::focusWidget() == met.front())
            break; // all the way round
        met.push_back(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QStringList found;
    for (QWidget* one : seen<QWidget>(window)) {
        if (usable(*one) && std::find(met.begin(), met.end(), one) == met.end())
            found << named(*one);
    }
    return found;
}

QStringList texts(const QWidget& window)
{
    QStringList all{window.windowTitle()};
    for (const QWidget* one : seen<QWidget>(window)) {
        all << textOf(*one) << one->accessibleName() << one->accessibleDescription() << one->toolTip();
    }
    all.removeAll(QString());
    return all;
}

} // namespace kortvakt::fitting
