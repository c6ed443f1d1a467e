// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/parts/help_key.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QVariant>

namespace kortvakt::ui {

namespace {

const char property[] = "kortvaktHelpTopic";

} // namespace

void setHelpTopic(QWidget& widget, const QString& topic)
{
    widget.setProperty(property, topic);
}

QString helpTopicOf(const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (const QString topic = widget->property(property).toString(); !topic.isEmpty())
            return topic;
    }
    return {};
}

HelpKey::HelpKey(std::function<void(const QString& topic)> wanted)
    : wanted_(std::move(wanted))
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool HelpKey::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || !object->isWidgetType())
        return false;
    const auto* const key = static_cast<const QKeyEvent*>(event);
    if (key->key() != Qt::Key_F1 || key->modifiers() != Qt::NoModifier || key->isAutoRepeat())
        return false;
    wanted_(helpTopicOf(qobject_cast<QWidget*>(object)));
    return true;
}

} // namespace kortvakt::ui
