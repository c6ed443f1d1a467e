// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLockFile>
#include <QObject>

#include <memory>

namespace kortvakt::app {

/**
 * One running program for each user and session: a second one tells the first to show its window, and ends.
 * Made of a plain socket, since Qt's brings a library for networks, and eight others, into the program.
 */
class SingleInstance : public QObject {
    Q_OBJECT
public:
    /** @param name of the program; two programs with different names do not know of each other. */
    explicit SingleInstance(const QString& name, QObject* parent = nullptr);
    ~SingleInstance() override;
    /** Whether this is the first one. If not, the first has been told, unless this one was started to show
     * nothing. */
    [[nodiscard]] bool claim(bool showing);

Q_SIGNALS:
    /** A second one was started and wants the window to be shown. */
    void raised();

private:
    void listen();
    void tellFirst() const;

    struct Door;
    QString path_;
    QLockFile lock_;
    std::unique_ptr<Door> door_; ///< where later ones knock; none: they are not heard
};

} // namespace kortvakt::app
