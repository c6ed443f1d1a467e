// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLocalServer>
#include <QLockFile>

namespace kortvakt::app {

/** One running program for each user and session: a second one tells the first to show its window, and ends.
 */
class SingleInstance : public QObject {
    Q_OBJECT
public:
    /** @param name of the program; two programs with different names do not know of each other. */
    explicit SingleInstance(const QString& name, QObject* parent = nullptr);
    /** Whether this is the first one. If not, the first has been told. */
    [[nodiscard]] bool claim();

Q_SIGNALS:
    /** A second one was started and wants the window to be shown. */
    void raised();

private:
    void answer();
    QString path_;
    QLockFile lock_;
    QLocalServer server_;
};

} // namespace kortvakt::app
