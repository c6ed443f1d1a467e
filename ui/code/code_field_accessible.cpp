// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/code_field_accessible.h"

#include <algorithm>

namespace kortvakt::ui {

namespace {

QString dots(int count)
{
    return {count, QChar(0x25CF)};
}

QAccessibleInterface* faceOf(const QString&, QObject* object)
{
    auto* field = qobject_cast<CodeField*>(object);
    return field ? new CodeFieldAccessible(*field) : nullptr;
}

void tell(QAccessibleEvent&& event)
{
    QAccessible::updateAccessibility(&event);
}

} // namespace

CodeFieldAccessible::CodeFieldAccessible(CodeField& field)
    : QAccessibleWidget(&field, QAccessible::EditableText)
{
}

CodeField& CodeFieldAccessible::field() const
{
    return static_cast<CodeField&>(*widget());
}

void CodeFieldAccessible::install()
{
    QAccessible::installFactory(faceOf);
}

void CodeFieldAccessible::tellInserted(CodeField& field, int start, int count)
{
    // Shown digits are told as they are typed, and never as a whole.
    const bool one = field.isShown() && count == 1;
    tell(QAccessibleTextInsertEvent(
        &field, start, one ? QString(QLatin1Char(field.typed().at(start))) : dots(count)));
}

void CodeFieldAccessible::tellRemoved(CodeField& field, int start, int count)
{
    tell(QAccessibleTextRemoveEvent(&field, start, dots(count)));
}

void CodeFieldAccessible::tellCursor(CodeField& field)
{
    if (field.typed().hasSelection())
        tell(QAccessibleTextSelectionEvent(
            &field, field.typed().selectionStart(), field.typed().selectionEnd()));
    else
        tell(QAccessibleTextCursorEvent(&field, field.typed().cursor()));
}

void* CodeFieldAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface*>(this);
    if (type == QAccessible::EditableTextInterface)
        return static_cast<QAccessibleEditableTextInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State CodeFieldAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.editable = true;
    state.selectableText = true;
    state.passwordEdit = !field().isShown();
    return state;
}

QString CodeFieldAccessible::text(QAccessible::Text type) const
{
    if (type != QAccessible::Value)
        return QAccessibleWidget::text(type);
    return field().isShown() ? text(0, characterCount()) : dots(field().count());
}

void CodeFieldAccessible::setText(QAccessible::Text type, const QString& text)
{
    if (type == QAccessible::Value)
        replaceText(0, field().count(), text);
    else
        QAccessibleWidget::setText(type, text);
}

void CodeFieldAccessible::selection(int index, int* start, int* end) const
{
    const bool any = index == 0 && field().typed().hasSelection();
    *start = any ? field().typed().selectionStart() : 0;
    *end = any ? field().typed().selectionEnd() : 0;
}

int CodeFieldAccessible::selectionCount() const
{
    return field().typed().hasSelection() ? 1 : 0;
}

void CodeFieldAccessible::addSelection(int start, int end)
{
    setSelection(0, start, end);
}

void CodeFieldAccessible::removeSelection(int index)
{
    if (index == 0)
        setCursorPosition(cursorPosition());
}

void CodeFieldAccessible::setSelection(int index, int start, int end)
{
    if (index == 0)
        field().select(start, end);
}

int CodeFieldAccessible::cursorPosition() const
{
    return field().typed().cursor();
}

void CodeFieldAccessible::setCursorPosition(int position)
{
    field().select(position, position);
}

QString CodeFieldAccessible::text(int start, int end) const
{
    QString told;
    if (!field().isShown())
        return told;
    for (int index = std::max(start, 0); index < std::min(end, field().count()); ++index)
        told.append(QLatin1Char(field().typed().at(index)));
    return told;
}

int CodeFieldAccessible::characterCount() const
{
    return field().count();
}

QRect CodeFieldAccessible::characterRect(int offset) const
{
    const QRect here = field().rectOf(offset);
    return {field().mapToGlobal(here.topLeft()), here.size()};
}

int CodeFieldAccessible::offsetAtPoint(const QPoint& point) const
{
    return field().indexAt(field().mapFromGlobal(point));
}

void CodeFieldAccessible::scrollToSubstring(int start, int end)
{
    field().select(end, end);
    field().select(start, start);
}

QString CodeFieldAccessible::attributes(int offset, int* start, int* end) const
{
    *start = *end = offset;
    return {};
}

void CodeFieldAccessible::deleteText(int start, int end)
{
    replaceText(start, end, {});
}

void CodeFieldAccessible::insertText(int offset, const QString& text)
{
    replaceText(offset, offset, text);
}

void CodeFieldAccessible::replaceText(int start, int end, const QString& text)
{
    if (!field().isEnabled())
        return;
    field().select(start, end);
    field().enter(text);
}

} // namespace kortvakt::ui
