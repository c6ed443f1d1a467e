// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/code_field.h"

#include <QKeyEvent>

#include <optional>

/** What a code field does by keyboard. */
namespace kortvakt::ui {

namespace {

using Key = QKeySequence::StandardKey;

/** What a line edit does by keyboard; copying and undoing are there so that they do nothing here. */
std::optional<Key> editOf(const QKeyEvent& event)
{
    if (event.key() == Qt::Key_Backspace && !(event.modifiers() & ~Qt::ShiftModifier))
        return QKeySequence::Backspace; // a standard key on some systems only
    for (const Key key : {QKeySequence::MoveToPreviousChar, QKeySequence::MoveToNextChar,
             QKeySequence::SelectPreviousChar, QKeySequence::SelectNextChar, QKeySequence::MoveToPreviousWord,
             QKeySequence::MoveToNextWord, QKeySequence::SelectPreviousWord, QKeySequence::SelectNextWord,
             QKeySequence::MoveToStartOfLine, QKeySequence::MoveToEndOfLine, QKeySequence::SelectStartOfLine,
             QKeySequence::SelectEndOfLine, QKeySequence::SelectAll, QKeySequence::Backspace,
             QKeySequence::Delete, QKeySequence::DeleteStartOfWord, QKeySequence::DeleteEndOfWord,
             QKeySequence::DeleteEndOfLine, QKeySequence::DeleteCompleteLine, QKeySequence::Paste,
             QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Undo, QKeySequence::Redo}) {
        if (event.matches(key))
            return key;
    }
    return {};
}

bool isTyping(const QKeyEvent& event)
{
    const auto commands = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !commands && !event.text().isEmpty() && event.text().front().isPrint();
}

} // namespace

void CodeField::carryOut(Key edit)
{
    const int cursor = typed_.cursor();
    const auto eraseTo = [&](int position) {
        if (!typed_.hasSelection())
            moveCursor(position, true);
        erase();
    };
    switch (edit) {
    case QKeySequence::MoveToPreviousChar:
        return moveCursor(typed_.hasSelection() ? typed_.selectionStart() : cursor - 1);
    case QKeySequence::MoveToNextChar:
        return moveCursor(typed_.hasSelection() ? typed_.selectionEnd() : cursor + 1);
    case QKeySequence::SelectPreviousChar:
        return moveCursor(cursor - 1, true);
    case QKeySequence::SelectNextChar:
        return moveCursor(cursor + 1, true);
    case QKeySequence::MoveToPreviousWord:
    case QKeySequence::MoveToStartOfLine:
        return moveCursor(0);
    case QKeySequence::MoveToNextWord:
    case QKeySequence::MoveToEndOfLine:
        return moveCursor(count());
    case QKeySequence::SelectPreviousWord:
    case QKeySequence::SelectStartOfLine:
        return moveCursor(0, true);
    case QKeySequence::SelectNextWord:
    case QKeySequence::SelectEndOfLine:
        return moveCursor(count(), true);
    case QKeySequence::SelectAll:
        return selectAll();
    case QKeySequence::Backspace:
        return eraseTo(cursor - 1);
    case QKeySequence::Delete:
        return eraseTo(cursor + 1);
    case QKeySequence::DeleteStartOfWord:
        return eraseTo(0);
    case QKeySequence::DeleteEndOfWord:
    case QKeySequence::DeleteEndOfLine:
        return eraseTo(count());
    case QKeySequence::DeleteCompleteLine:
        return wipeDigits();
    case QKeySequence::Paste:
        return paste();
    default: // copying and undoing
        return;
    }
}

bool CodeField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<QKeyEvent&>(*event);
        if (isTyping(key) || editOf(key))
            event->accept();
    }
    return QWidget::event(event);
}

void CodeField::keyPressEvent(QKeyEvent* event)
{
    if (const auto edit = editOf(*event))
        carryOut(*edit);
    else if (isTyping(*event))
        enter(event->text());
    else
        event->ignore(); // Enter is the dialog's, Tab the window's
}

} // namespace kortvakt::ui
