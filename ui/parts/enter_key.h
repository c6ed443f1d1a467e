// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDeadlineTimer>
#include <QWidget>

#include <chrono>

namespace kortvakt::ui {

/**
 * Enter in a dialog where it may send a code: it presses a button once, however long it is held, and never
 * ticks a box, which some desktops have it do. A promise is made with the space bar or the pointer.
 */
class EnterKey : public QObject {
    Q_OBJECT
public:
    explicit EnterKey(QWidget& dialog);
    /** Enter does nothing for so long: it was meant for what stood there before. */
    void ignoreFor(std::chrono::milliseconds time);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QWidget& dialog_;
    QDeadlineTimer ignored_;
};

} // namespace kortvakt::ui
