// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/parts/enter_key.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QKeyEvent>

namespace kortvakt::ui {

EnterKey::EnterKey(QWidget& dialog)
    : dialog_(dialog)
{
    QCoreApplication::instance()->installEventFilter(this);
}

void EnterKey::ignoreFor(std::chrono::milliseconds time)
{
    ignored_.setRemainingTime(time);
}

bool EnterKey::eventFilter(QObject* object, QEvent* event)
{
    const auto* const widget = qobject_cast<QWidget*>(object);
    if (event->type() != QEvent::KeyPress || !widget || widget->window() != &dialog_)
        return false;
    const auto* const key = static_cast<const QKeyEvent*>(event);
    if (key->key() != Qt::Key_Enter && key->key() != Qt::Key_Return)
        return false;
    if (key->isAutoRepeat() || !ignored_.hasExpired())
        return true;
    if (!qobject_cast<const QCheckBox*>(widget))
        return false;
    event->ignore(); // so that it goes on to the dialog
    return true;
}

} // namespace kortvakt::ui
