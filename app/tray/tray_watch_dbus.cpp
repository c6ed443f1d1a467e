// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/tray_watch.h"

#include "app/tray/x_tray_watch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>

#include <chrono>

namespace kortvakt::app {

namespace {

using namespace std::chrono_literals;

const auto service = QStringLiteral("org.kde.StatusNotifierWatcher");
const auto path = QStringLiteral("/StatusNotifierWatcher");
constexpr auto untilPreferred = 1s; // a StatusNotifierItem host that starts together with a system tray
constexpr auto untilMissed = 10s;

} // namespace

TrayWatch::TrayWatch()
{
    auto* const watcher = new QDBusServiceWatcher(
        service, QDBusConnection::sessionBus(), QDBusServiceWatcher::WatchForRegistration, this);
    auto* const x11 = new XTrayWatch(this);
    for (QTimer* timer : {&preferring_, &missing_})
        timer->setSingleShot(true);
    connect(&preferring_, &QTimer::timeout, this, &TrayWatch::tell);
    connect(&missing_, &QTimer::timeout, this, &TrayWatch::missed);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, &TrayWatch::ask);
    connect(x11, &XTrayWatch::came, this, [this] { preferring_.start(untilPreferred); });
    // A watcher may be there before there is a host that shows what it watches.
    QDBusConnection::sessionBus().connect(
        service, path, service, QStringLiteral("StatusNotifierHostRegistered"), this, SLOT(ask()));
    ask();
    if (x11->isThere())
        preferring_.start(untilPreferred);
    missing_.start(untilMissed);
}

void TrayWatch::ask()
{
    auto call = QDBusMessage::createMethodCall(
        service, path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    call << service << QStringLiteral("IsStatusNotifierHostRegistered");
    call.setAutoStartService(false);
    auto* const answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusVariant> there = *answer;
        if (there.isValid() && there.value().variant().toBool())
            tell();
        answer->deleteLater();
    });
}

void TrayWatch::tell()
{
    preferring_.stop();
    missing_.stop();
    if (!std::exchange(told_, true))
        Q_EMIT came();
}

} // namespace kortvakt::app
