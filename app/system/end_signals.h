// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSocketNotifier>

#include <memory>

namespace kortvakt::app {

/** The system's wish that the program ends (SIGTERM, SIGHUP, SIGINT), told on the event loop. One a process.
 */
class EndSignals : public QObject {
    Q_OBJECT
public:
    EndSignals();
    /** From now on the signals end the process at once. */
    ~EndSignals() override;

Q_SIGNALS:
    void came();

private:
    std::unique_ptr<QSocketNotifier> notifier_;
};

} // namespace kortvakt::app
