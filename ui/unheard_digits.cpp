// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/unheard_digits.h"

#include "ui/code_field.h"

namespace kortvakt::ui {

namespace {

QAccessible::UpdateHandler next = nullptr; ///< whom events were handed to before

QString dots(const QString& text)
{
    return {text.size(), QChar(0x25CF)};
}

void hear(QAccessibleEvent* event)
{
    const auto instead = unheard(*event);
    // Handing an event on as if nobody had been asked is all that Qt offers.
    QAccessible::installUpdateHandler(next);
    QAccessible::updateAccessibility(instead ? instead.get() : event);
    QAccessible::installUpdateHandler(hear);
}

} // namespace

std::unique_ptr<QAccessibleEvent> unheard(QAccessibleEvent& event)
{
    auto* field = qobject_cast<CodeField*>(event.object());
    if (!field || field->echoMode() == QLineEdit::Normal)
        return nullptr;
    switch (event.type()) {
    case QAccessible::TextInserted: {
        const auto& told = static_cast<QAccessibleTextInsertEvent&>(event);
        return std::make_unique<QAccessibleTextInsertEvent>(
            field, told.changePosition(), dots(told.textInserted()));
    }
    case QAccessible::TextRemoved: {
        const auto& told = static_cast<QAccessibleTextRemoveEvent&>(event);
        return std::make_unique<QAccessibleTextRemoveEvent>(
            field, told.changePosition(), dots(told.textRemoved()));
    }
    case QAccessible::TextUpdated: {
        const auto& told = static_cast<QAccessibleTextUpdateEvent&>(event);
        return std::make_unique<QAccessibleTextUpdateEvent>(
            field, told.changePosition(), dots(told.textRemoved()), dots(told.textInserted()));
    }
    case QAccessible::ValueChanged: {
        const auto& told = static_cast<QAccessibleValueChangeEvent&>(event);
        return std::make_unique<QAccessibleValueChangeEvent>(field, dots(told.value().toString()));
    }
    default:
        return nullptr;
    }
}

void keepDigitsUnheard()
{
    const auto before = QAccessible::installUpdateHandler(hear);
    if (before != hear)
        next = before;
}

} // namespace kortvakt::ui
