// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/system/single_instance.h"

#include <QFile>
#include <QSocketNotifier>
#include <QStandardPaths>
#include <QThread>

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace kortvakt::app {

namespace {

constexpr int patience = 2000; // ms, for a first one that is just starting
constexpr int atOnce = 8; // second ones

/** The socket's address; of family 0 when the path is too long for one. */
sockaddr_un addressOf(const QByteArray& path)
{
    sockaddr_un address{};
    if (static_cast<std::size_t>(path.size()) < sizeof address.sun_path) {
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()) + 1);
    }
    return address;
}

const sockaddr* asAny(const sockaddr_un& address)
{
    return reinterpret_cast<const sockaddr*>(&address);
}

} // namespace

struct SingleInstance::Door {
    Door(int socket, QByteArray madeAt)
        : server(socket)
        , path(std::move(madeAt))
    {
    }
    ~Door()
    {
        unlink(path.constData());
        close(server);
    }
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;

    /** Reads nothing: to have come is all there is to say. @return whether somebody came */
    [[nodiscard]] bool open() const
    {
        int knocked = 0;
        for (int client = 0; (client = accept4(server, nullptr, nullptr, SOCK_CLOEXEC)) >= 0; ++knocked)
            close(client);
        return knocked > 0;
    }

    int server;
    QByteArray path;
    QSocketNotifier knocks{server, QSocketNotifier::Read};
};

SingleInstance::SingleInstance(const QString& name, QObject* parent)
    : QObject(parent)
    , path_(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u'/' + name)
    , lock_(path_ + QStringLiteral(".lock"))
{
    lock_.setStaleLockTime(0); // stale only when its process is gone
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::claim(bool showing)
{
    if (lock_.tryLock(0) || lock_.error() != QLockFile::LockFailedError) {
        listen(); // without it the program still works; only a second start does not find it
        return true;
    }
    if (showing)
        tellFirst();
    return false;
}

void SingleInstance::listen()
{
    const QByteArray path = QFile::encodeName(path_ + QStringLiteral(".socket"));
    const sockaddr_un address = addressOf(path);
    const int server = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (server < 0)
        return;
    unlink(path.constData()); // whoever made it is gone, or we would not have the lock
    if (fchmod(server, S_IRUSR | S_IWUSR) != 0 || bind(server, asAny(address), sizeof address) != 0
        || ::listen(server, atOnce) != 0) {
        close(server);
        return;
    }
    door_ = std::make_unique<Door>(server, path);
    connect(&door_->knocks, &QSocketNotifier::activated, this, [this] {
        if (door_->open())
            Q_EMIT raised();
    });
}

void SingleInstance::tellFirst() const
{
    const sockaddr_un address = addressOf(QFile::encodeName(path_ + QStringLiteral(".socket")));
    for (int waited = 0; waited < patience; waited += 100) {
        const int client = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        if (client < 0)
            return;
        const int failed = ::connect(client, asAny(address), sizeof address) == 0 ? 0 : errno;
        pollfd hungUp{client, POLLIN, 0};
        if (failed == 0)
            poll(&hungUp, 1, patience);
        close(client);
        if (failed != ENOENT && failed != ECONNREFUSED && failed != EAGAIN)
            return;
        QThread::msleep(100);
    }
}

} // namespace kortvakt::app
