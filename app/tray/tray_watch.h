// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

namespace kortvakt::app {

/**
 * Tells, once, when the desktop has a place for an icon: one for StatusNotifierItems, or an XEmbed system
 * tray on X11. Qt 6.4 chooses between the two when the first icon of a process is made, and asks whether
 * there is somebody who shows StatusNotifierItems; so no icon may be made before. A desktop that starts may
 * have the system tray first and the other, which it prefers, a moment later: that one is waited for.
 */
class TrayWatch : public QObject {
    Q_OBJECT
public:
    TrayWatch();

Q_SIGNALS:
    void came();
    /** There has been none for as long as a desktop may take to start. It may still come. */
    void missed();

private Q_SLOTS:
    void ask();

private:
    void tell();

    QTimer preferring_, missing_;
    bool told_ = false;
};

} // namespace kortvakt::app
