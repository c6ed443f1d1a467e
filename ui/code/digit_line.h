// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/code/typed_digits.h"

#include <QBasicTimer>
#include <QStyleOptionFrame>
#include <QWidget>

namespace kortvakt::ui {

/** Typed digits as a line edit draws its text, in the frame that the style gives one: shown or as dots, with
 * what is selected, and a cursor while it has the focus. */
class DigitLine : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /** What is typed and selected, where it stands. */
    [[nodiscard]] const TypedDigits& typed() const { return typed_; }
    /** How many digits are typed. */
    [[nodiscard]] int count() const { return typed_.count(); }
    [[nodiscard]] bool isShown() const { return shown_; }
    /** Where a digit is drawn; behind the last one: where the next one would be. */
    [[nodiscard]] QRect rectOf(int index) const;
    /** The gap between digits that is nearest to a point. */
    [[nodiscard]] int indexAt(QPoint point) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    /** Input methods are told nothing of what stands here. */
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

protected:
    /** Brings the cursor into sight and lights it, if it is to blink. */
    void follow();
    void blink(bool on);
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

    TypedDigits typed_;
    bool shown_ = false;

private:
    void scroll();
    [[nodiscard]] QStyleOptionFrame frame() const;
    [[nodiscard]] QRect line() const;
    [[nodiscard]] QChar dot() const;
    [[nodiscard]] int cellWidth() const;

    bool cursorLit_ = false;
    int scrolled_ = 0; ///< pixels of the digits that are to the left of what is seen
    QBasicTimer blinking_;
};

} // namespace kortvakt::ui
