// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/tray/single_instance.h"

#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

namespace kortvakt::app {

namespace {

constexpr int patience = 2000; // ms, for a first one that is just starting

} // namespace

SingleInstance::SingleInstance(const QString& name, QObject* parent)
    : QObject(parent)
    , path_(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u'/' + name)
    , lock_(path_ + QStringLiteral(".lock"))
{
    lock_.setStaleLockTime(0); // stale only when its process is gone
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, &SingleInstance::answer);
}

bool SingleInstance::claim()
{
    const QString socketPath = path_ + QStringLiteral(".socket");
    if (lock_.tryLock(0) || lock_.error() != QLockFile::LockFailedError) {
        QLocalServer::removeServer(socketPath);
        server_.listen(
            socketPath); // without it the program still works; only a second start does not find it
        return true;
    }
    QLocalSocket socket;
    for (int waited = 0; waited < patience; waited += 100) {
        socket.connectToServer(socketPath);
        if (socket.waitForConnected(100)) {
            socket.waitForDisconnected(patience);
            break;
        }
        if (socket.error() != QLocalSocket::ServerNotFoundError
            && socket.error() != QLocalSocket::ConnectionRefusedError)
            break;
        QThread::msleep(100);
    }
    return false;
}

void SingleInstance::answer()
{
    while (QLocalSocket* socket = server_.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        socket->disconnectFromServer();
        Q_EMIT raised();
    }
}

} // namespace kortvakt::app
