// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"

#include <QLineEdit>

namespace kortvakt::ui {

/**
 * Where a code is typed: hidden unless asked for, digits only, nothing to copy, drag or undo. Pasting is
 * allowed. The only place in the windows that makes a Secret.
 */
class CodeField : public QLineEdit {
    Q_OBJECT
public:
    /** PUKs are printed in groups: their fields take spaces and dashes, which do not count. */
    enum class Separators { Refused, Accepted };
    explicit CodeField(Separators separators, QWidget* parent = nullptr);
    ~CodeField() override;

    /** The digits typed so far. */
    [[nodiscard]] Secret digits() const;
    /** How many digits are typed. */
    [[nodiscard]] int count() const;
    /** Moves the digits out and leaves the field empty. */
    [[nodiscard]] Secret take();
    /** Puts a code back that was taken and not used. */
    void putBack(const Secret& digits);
    /** Empties the field and overwrites what it held. */
    void wipeDigits();
    /** Shows digits or dots. */
    void setShown(bool shown);

Q_SIGNALS:
    /** Something that is no digit was typed or pasted, and not taken. */
    void refusedInput();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
};

} // namespace kortvakt::ui
