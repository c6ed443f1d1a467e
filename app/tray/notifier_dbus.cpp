// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <algorithm>

namespace kortvakt::app {

namespace {

const auto service = QStringLiteral("org.freedesktop.Notifications");
const auto path = QStringLiteral("/org/freedesktop/Notifications");
const auto openAction = QStringLiteral("open");
const auto defaultAction = QStringLiteral("default"); // a click on the notification itself

QDBusMessage callTo(const char* method)
{
    return QDBusMessage::createMethodCall(service, path, service, QString::fromLatin1(method));
}

/** The body may be read as markup. */
QString escaped(const QString& text)
{
    return text.toHtmlEscaped();
}

} // namespace

Notifier::Notifier(QObject* parent)
    : QObject(parent)
{
}

void Notifier::show(const ui::CardKey& key, const QString& summary, const QString& body)
{
    const auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    listen();
    const auto before = std::ranges::find(shown_, key, [](const auto& one) { return one.second; });
    const uint replaced = before == shown_.end() ? 0 : before->first;
    const QVariantMap hints = {{QStringLiteral("transient"), true},
        {QStringLiteral("category"), QStringLiteral("device")},
        {QStringLiteral("desktop-entry"), QStringLiteral("org.kortvakt.Kortvakt")}};
    const QString open = tr("Open Kortvakt");
    QDBusMessage call = callTo("Notify");
    call << QStringLiteral("Kortvakt") << replaced << QStringLiteral("org.kortvakt.Kortvakt") << summary
         << escaped(body) << QStringList{defaultAction, open, openAction, open} << hints << -1;
    auto* const answer = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, key] {
        const QDBusPendingReply<uint> id = *answer;
        if (id.isValid())
            shown_[id.value()] = key;
        answer->deleteLater();
    });
}

void Notifier::withdraw(const ui::CardKey& key)
{
    for (const auto& [id, card] : shown_) {
        if (card == key)
            QDBusConnection::sessionBus().asyncCall(callTo("CloseNotification") << id);
    }
}

void Notifier::invoked(uint id, const QString& action)
{
    const auto found = shown_.find(id);
    if (found != shown_.end() && (action == defaultAction || action == openAction))
        Q_EMIT clicked(ui::CardKey(found->second));
}

void Notifier::closed(uint id, uint)
{
    shown_.erase(id);
}

void Notifier::listen()
{
    if (std::exchange(listening_, true))
        return;
    auto bus = QDBusConnection::sessionBus();
    bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this, SLOT(invoked(uint, QString)));
    bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this, SLOT(closed(uint, uint)));
}

} // namespace kortvakt::app
