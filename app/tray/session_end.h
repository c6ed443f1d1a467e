// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/system/stop_request.h"

#include <QObject>

namespace kortvakt::app {

/**
 * Ends the program when the session does, by whatever way it is told: a signal, the session manager, the last
 * window that was closed. Windows are not asked: one whose code is on its way would refuse, and the session
 * would not wait. Nor is the program started again by the session manager, since autostart does that, without
 * a window.
 */
class SessionEnd : public QObject {
    Q_OBJECT
public:
    SessionEnd();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    StopRequest stop_;
};

} // namespace kortvakt::app
