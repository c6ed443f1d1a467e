// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

namespace kortvakt::ui {

/**
 * Remembers a window's size and place in a small file of its own, which holds nothing else. What the file
 * says is fitted to the screens that are there: a window is never larger than its screen, nor out of reach.
 */
class WindowPlace : public QObject {
    Q_OBJECT
public:
    /** Gives the window, which is not shown yet, the size and place in @p file, and keeps it there
     * from now on. A file that is missing, damaged or not to be written changes nothing. */
    WindowPlace(QWidget& window, QString file);
    ~WindowPlace() override;

    /** Where a program's file belongs: $XDG_STATE_HOME/PROGRAM/window.conf, or what stands in for it. */
    [[nodiscard]] static QString fileFor(const QString& program);
    /** @p wanted, made no larger than @p screen and moved into it. */
    [[nodiscard]] static QRect fitted(QRect wanted, const QRect& screen);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void restore();
    void keep();

    QWidget& window_;
    QString file_;
    QTimer soon_;
};

/** The size that a window opens with: the one that is wanted, where its screen has room for it. */
[[nodiscard]] QSize openingSize(const QWidget& window, QSize wanted);

} // namespace kortvakt::ui
