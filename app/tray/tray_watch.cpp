// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/tray_watch.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>

namespace kortvakt::app {

namespace {

const auto service = QStringLiteral("org.kde.StatusNotifierWatcher");

} // namespace

TrayWatch::TrayWatch(QObject* parent)
    : QObject(parent)
    , watcher_(service, QDBusConnection::sessionBus(), QDBusServiceWatcher::WatchForRegistration)
{
    connect(&watcher_, &QDBusServiceWatcher::serviceRegistered, this, &TrayWatch::came);
}

bool TrayWatch::isThere() const
{
    const auto bus = QDBusConnection::sessionBus();
    return bus.isConnected() && bus.interface()->isServiceRegistered(service).value();
}

} // namespace kortvakt::app
