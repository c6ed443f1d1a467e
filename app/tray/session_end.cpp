// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/session_end.h"

#include <QEvent>
#include <QGuiApplication>
#include <QSessionManager>

namespace kortvakt::app {

SessionEnd::SessionEnd()
    : stop_({.hangUp = true}, [] { QCoreApplication::exit(0); })
{
    const auto never = [](QSessionManager& manager) {
        manager.setRestartHint(QSessionManager::RestartNever);
    };
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, never, Qt::DirectConnection);
    connect(qGuiApp, &QGuiApplication::saveStateRequest, this, never, Qt::DirectConnection);
    qGuiApp->installEventFilter(this);
}

bool SessionEnd::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != qGuiApp || event->type() != QEvent::Quit)
        return QObject::eventFilter(watched, event);
    QCoreApplication::exit(0);
    return true;
}

} // namespace kortvakt::app
