// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/edit_keys.h"

namespace kortvakt::ui {

std::optional<QKeySequence::StandardKey> editOf(const QKeyEvent& event)
{
    if (event.key() == Qt::Key_Backspace && !(event.modifiers() & ~Qt::ShiftModifier))
        return QKeySequence::Backspace; // a standard key on some systems only
    for (const QKeySequence::StandardKey key :
        {QKeySequence::MoveToPreviousChar, QKeySequence::MoveToNextChar, QKeySequence::SelectPreviousChar,
            QKeySequence::SelectNextChar, QKeySequence::MoveToPreviousWord, QKeySequence::MoveToNextWord,
            QKeySequence::SelectPreviousWord, QKeySequence::SelectNextWord, QKeySequence::MoveToStartOfLine,
            QKeySequence::MoveToEndOfLine, QKeySequence::SelectStartOfLine, QKeySequence::SelectEndOfLine,
            QKeySequence::SelectAll, QKeySequence::Backspace, QKeySequence::Delete,
            QKeySequence::DeleteStartOfWord, QKeySequence::DeleteEndOfWord, QKeySequence::DeleteEndOfLine,
            QKeySequence::DeleteCompleteLine, QKeySequence::Paste, QKeySequence::Copy, QKeySequence::Cut,
            QKeySequence::Undo, QKeySequence::Redo}) {
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

} // namespace kortvakt::ui
