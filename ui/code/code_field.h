// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/code/digit_line.h"

#include <QClipboard>

namespace kortvakt::ui {

/**
 * Where a code is typed: looks and works as a line edit, hidden unless asked for, digits only, nothing to
 * copy, drag or undo. Pasting is allowed. A line edit of Qt's keeps what is typed in a dozen strings; here
 * the digits stand in one place (TypedDigits), are drawn one at a time (DigitLine), and no string of them is
 * ever made. The only place in the windows that makes a Secret.
 */
class CodeField : public DigitLine {
    Q_OBJECT
public:
    /** PUKs are printed in groups: their fields take spaces and dashes, and leave them out. */
    enum class Separators { Refused, Accepted };
    explicit CodeField(Separators separators, QWidget* parent = nullptr);

    /** The digits typed so far. */
    [[nodiscard]] Secret digits() const { return Secret(typed_.view()); }
    /** Moves the digits out and leaves the field empty. */
    [[nodiscard]] Secret take();
    /** Puts a code back that was taken and not used. */
    void putBack(const Secret& digits);
    /** Empties the field and overwrites what it held. */
    void wipeDigits();
    /** Shows digits or dots. */
    void setShown(bool shown);

    /** Selects from @p start on and puts the cursor at @p end; when they are equal nothing is selected. */
    void select(int start, int end);
    /** Puts text in the place of what is selected, all of it or nothing; false when it is refused. */
    bool enter(QStringView text);
    void paste(QClipboard::Mode from = QClipboard::Clipboard);

Q_SIGNALS:
    /** Other digits than before. */
    void changed();
    /** The focus went to another field. */
    void left();
    /** Something that is no digit was typed or pasted, and not taken. */
    void refusedInput();

protected:
    bool event(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void carryOut(QKeySequence::StandardKey edit);
    void moveCursor(int position, bool selecting = false);
    void selectAll() { select(0, count()); }
    void erase();
    void cursorMoved();

    Separators separators_;
};

} // namespace kortvakt::ui
