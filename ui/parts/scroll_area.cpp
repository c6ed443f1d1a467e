// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/parts/scroll_area.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace kortvakt::ui {

namespace {

QAccessibleInterface* describe(const QString& className, QObject* object)
{
    if (className != QLatin1String(ScrollArea::staticMetaObject.className()))
        return nullptr;
    return new QAccessibleWidget(qobject_cast<QWidget*>(object), QAccessible::LayeredPane);
}

} // namespace

ScrollArea::ScrollArea(QWidget* parent)
    : QScrollArea(parent)
{
    QAccessible::installFactory(describe); // a factory that is installed already is not installed again
}

} // namespace kortvakt::ui
