// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/code/typed_digits.h"

#include <QBasicTimer>
#include <QClipboard>
#include <QStyleOptionFrame>
#include <QWidget>

namespace kortvakt::ui {

/**
 * Where a code is typed: looks and works as a line edit, hidden unless asked for, digits only, nothing to
 * copy, drag or undo. Pasting is allowed. A line edit of Qt's keeps what is typed in a dozen strings; here
 * the digits stand in one place (TypedDigits), are drawn one at a time, and no string of them is ever made.
 * The only place in the windows that makes a Secret.
 */
class CodeField : public QWidget {
    Q_OBJECT
public:
    /** PUKs are printed in groups: their fields take spaces and dashes, and leave them out. */
    enum class Separators { Refused, Accepted };
    explicit CodeField(Separators separators, QWidget* parent = nullptr);

    /** The digits typed so far. */
    [[nodiscard]] Secret digits() const { return Secret(typed_.view()); }
    /** How many digits are typed. */
    [[nodiscard]] int count() const { return typed_.count(); }
    /** Moves the digits out and leaves the field empty. */
    [[nodiscard]] Secret take();
    /** Puts a code back that was taken and not used. */
    void putBack(const Secret& digits);
    /** Empties the field and overwrites what it held. */
    void wipeDigits();
    /** Shows digits or dots. */
    void setShown(bool shown);
    [[nodiscard]] bool isShown() const { return shown_; }

    /** What is typed and selected, where it stands. */
    [[nodiscard]] const TypedDigits& typed() const { return typed_; }
    /** Selects from @p start on and puts the cursor at @p end; when they are equal nothing is selected. */
    void select(int start, int end);
    /** Puts text in the place of what is selected, all of it or nothing; false when it is refused. */
    bool enter(QStringView text);
    void paste(QClipboard::Mode from = QClipboard::Clipboard);
    /** Where a digit is drawn; behind the last one: where the next one would be. */
    [[nodiscard]] QRect rectOf(int index) const;
    /** The gap between digits that is nearest to a point. */
    [[nodiscard]] int indexAt(QPoint point) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

Q_SIGNALS:
    /** Other digits than before. */
    void changed();
    /** The focus went to another field. */
    void left();
    /** Something that is no digit was typed or pasted, and not taken. */
    void refusedInput();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void carryOut(QKeySequence::StandardKey edit);
    void moveCursor(int position, bool selecting = false);
    void selectAll() { select(0, count()); }
    void erase();
    void cursorMoved();
    void scroll();
    void blink(bool on);
    [[nodiscard]] QStyleOptionFrame frame() const;
    [[nodiscard]] QRect line() const;
    [[nodiscard]] QChar dot() const;
    [[nodiscard]] int cellWidth() const;

    TypedDigits typed_;
    Separators separators_;
    bool shown_ = false, cursorLit_ = false;
    int scrolled_ = 0; ///< pixels of the digits that are to the left of what is seen
    QBasicTimer blinking_;
};

} // namespace kortvakt::ui
