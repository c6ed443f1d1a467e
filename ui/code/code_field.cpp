// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/code_field.h"

#include "ui/code/code_field_accessible.h"
#include "ui/code/edit_keys.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace kortvakt::ui {

namespace {

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/** Hyphen, the Unicode dashes and the no-break space come along when a number is pasted from a document. */
bool isSeparator(QChar character)
{
    return character.isSpace() || character == u'-' || (character >= u'\u2010' && character <= u'\u2014');
}

} // namespace

CodeField::CodeField(Separators separators, QWidget* parent)
    : DigitLine(parent)
    , separators_(separators)
{
    CodeFieldAccessible::install();
    setAttribute(Qt::WA_InputMethodEnabled);
    setAttribute(Qt::WA_Hover);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhNoPredictiveText
        | (separators == Separators::Accepted ? Qt::ImhPreferNumbers : Qt::ImhDigitsOnly));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    setSizePolicy({QSizePolicy::Expanding, QSizePolicy::Fixed, QSizePolicy::LineEdit});
}

Secret CodeField::take()
{
    Secret taken = digits();
    wipeDigits();
    return taken;
}

void CodeField::putBack(const Secret& digits)
{
    wipeDigits();
    for (const auto digit : digits.view())
        typed_.insert(static_cast<char>(digit));
    cursorMoved();
    Q_EMIT changed();
}

void CodeField::wipeDigits()
{
    if (count() == 0)
        return;
    selectAll();
    erase();
    typed_.clear();
}

void CodeField::setShown(bool shown)
{
    shown_ = shown;
    select(typed_.cursor(), typed_.cursor());
}

void CodeField::select(int start, int end)
{
    typed_.moveTo(start);
    typed_.moveTo(end, true);
    cursorMoved();
}

bool CodeField::enter(QStringView text)
{
    const bool refused = std::any_of(text.begin(), text.end(), [this](QChar character) {
        return !isDigit(character) && (separators_ == Separators::Refused || !isSeparator(character));
    });
    if (refused) {
        Q_EMIT refusedInput();
        return false;
    }
    erase();
    const int before = count(), start = typed_.cursor();
    for (const QChar character : text) {
        if (isDigit(character))
            typed_.insert(static_cast<char>(character.unicode()));
    }
    if (count() == before)
        return true;
    CodeFieldAccessible::tellInserted(*this, start, count() - before);
    cursorMoved();
    Q_EMIT changed();
    return true;
}

void CodeField::paste(QClipboard::Mode from)
{
    const QClipboard& clipboard = *QGuiApplication::clipboard();
    const QString text = clipboard.text(from);
    enter(text);
    // Ours was fetched from another program, which keeps its own.
    const bool fetched =
        from == QClipboard::Selection ? !clipboard.ownsSelection() : !clipboard.ownsClipboard();
    if (fetched && text.data_ptr().isMutable())
        wipe(const_cast<QChar*>(text.constData()), static_cast<std::size_t>(text.size()) * sizeof(QChar));
}

void CodeField::erase()
{
    if (!typed_.hasSelection())
        return;
    const int start = typed_.selectionStart(), gone = typed_.selectionEnd() - start;
    typed_.eraseSelection();
    CodeFieldAccessible::tellRemoved(*this, start, gone);
    cursorMoved();
    Q_EMIT changed();
}

void CodeField::cursorMoved()
{
    follow();
    CodeFieldAccessible::tellCursor(*this);
}

void CodeField::moveCursor(int position, bool selecting)
{
    typed_.moveTo(position, selecting);
    cursorMoved();
}

void CodeField::carryOut(QKeySequence::StandardKey edit)
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
    return DigitLine::event(event);
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

void CodeField::inputMethodEvent(QInputMethodEvent* event)
{
    if (event->replacementLength() > 0) {
        const int start = typed_.cursor() + event->replacementStart();
        select(start, start + event->replacementLength());
    }
    if (!event->commitString().isEmpty())
        enter(event->commitString());
    event->accept();
}

void CodeField::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Paste"), this, [this] { paste(); });
    menu->popup(event->globalPos());
}

void CodeField::focusInEvent(QFocusEvent* event)
{
    const auto reason = event->reason();
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason)
        selectAll();
    blink(true);
}

void CodeField::focusOutEvent(QFocusEvent* event)
{
    const auto reason = event->reason();
    const bool comesBack = reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason;
    if (!comesBack)
        moveCursor(typed_.cursor());
    blink(false);
    if (!comesBack)
        Q_EMIT left();
}

void CodeField::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        moveCursor(indexAt(event->position().toPoint()), event->modifiers().testFlag(Qt::ShiftModifier));
}

void CodeField::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveCursor(indexAt(event->position().toPoint()), true);
}

void CodeField::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::MiddleButton && QGuiApplication::clipboard()->supportsSelection()) {
        moveCursor(indexAt(event->position().toPoint()));
        paste(QClipboard::Selection);
    }
}

void CodeField::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        selectAll();
}

} // namespace kortvakt::ui
