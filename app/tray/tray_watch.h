// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusServiceWatcher>

namespace kortvakt::app {

/** Tells when the desktop has a tray that takes StatusNotifierItems: at once, or when one comes. */
class TrayWatch : public QObject {
    Q_OBJECT
public:
    explicit TrayWatch(QObject* parent = nullptr);
    /** Whether there is one now. */
    [[nodiscard]] bool isThere() const;

Q_SIGNALS:
    void came();

private:
    QDBusServiceWatcher watcher_;
};

} // namespace kortvakt::app
