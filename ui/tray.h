// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tray_menu.h"

#include <QSystemTrayIcon>

namespace kortvakt::ui {

/** What the icon tells at a glance. */
enum class TrayState { Empty, Reading, Ready, Attention };
[[nodiscard]] TrayState trayState(const Overview& overview);
/** A state's icon, for a light or a dark surrounding. */
[[nodiscard]] QIcon trayIcon(TrayState state, bool dark);
/** The tooltip: a line for each card. */
[[nodiscard]] QString trayToolTip(const Overview& overview);

/**
 * The icon by the clock. Made only once a tray is known to be there: Qt 6.4 decides how it talks to trays
 * when the first icon of a process is made, and never again.
 */
class Tray : public QObject {
    Q_OBJECT
public:
    explicit Tray(QObject* parent = nullptr);
    void setOverview(const Overview& overview);
    [[nodiscard]] TrayMenu& menu() { return menu_; }

private:
    TrayMenu menu_;
    QSystemTrayIcon icon_;
};

} // namespace kortvakt::ui
