// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <functional>
#include <mutex>

namespace kortvakt::app {

/**
 * Where other threads leave what they have to say to an object on the GUI thread. Outlives the object, since
 * a thread that is stuck in a silent card may: what comes after close() is thrown away.
 */
class Mailbox {
public:
    explicit Mailbox(QObject& receiver)
        : receiver_(&receiver)
    {
    }
    /** Runs @p letter on the receiver's thread, later. From any thread. */
    void post(std::function<void()> letter)
    {
        const std::lock_guard lock(mutex_);
        if (receiver_)
            QMetaObject::invokeMethod(receiver_, std::move(letter), Qt::QueuedConnection);
    }
    /** The receiver dies. */
    void close()
    {
        const std::lock_guard lock(mutex_);
        receiver_ = nullptr;
    }

private:
    std::mutex mutex_;
    QObject* receiver_;
};

} // namespace kortvakt::app
