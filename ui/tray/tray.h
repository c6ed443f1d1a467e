// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tray/tray_menu.h"

#include <QSystemTrayIcon>

#include <chrono>

namespace kortvakt::ui {

/** What the icon shows at a glance. */
enum class TrayState { Empty, Reading, Ready, Unsure, Attention };
/** What the icon needs to know beside the readers. */
struct TrayFacts {
    std::chrono::sys_seconds time{}; ///< now; without it no certificate expires soon
    int warnDays = app::Settings::Certificates().expiryWarningDays; ///< before a certificate's end
    bool lostInUse = false; ///< a reader or the service went while a card was in use
    std::chrono::sys_seconds built{}; ///< the program: a clock that is before it is wrong
};
/** Attention is for a code that is locked or not chosen, a certificate that expires soon, and a loss; never
 * for a reader that is missing or empty. Ready only where every card that is in was read and says
 * that it is well; else unsure. */
[[nodiscard]] TrayState trayState(const Overview& overview, const TrayFacts& facts = {});
/** A state's icon: white in a dark outline, so that it is seen on every panel, whose colour is told to
 * nobody. */
[[nodiscard]] QIcon trayIcon(TrayState state);
/** The tooltip: a line for each card. */
[[nodiscard]] QString trayToolTip(const Overview& overview, const TrayFacts& facts = {});

/**
 * The icon by the clock. Made only once a tray is known to be there: Qt 6.4 decides how it talks to trays
 * when the first icon of a process is made, and never again.
 */
class Tray : public QObject {
    Q_OBJECT
public:
    explicit Tray(QObject* parent = nullptr);
    void setOverview(const Overview& overview, const TrayFacts& facts);
    [[nodiscard]] TrayMenu& menu() { return menu_; }

private:
    std::optional<TrayState> shown_; ///< by its icon
    TrayMenu menu_;
    QSystemTrayIcon icon_;
};

} // namespace kortvakt::ui
