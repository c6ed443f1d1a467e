// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/common/usb_readers.h"

#include <QFileSystemWatcher>
#include <QTimer>

#include <chrono>

namespace kortvakt::app {

/** Watches for readers that the service has no driver for. Sleeps while nothing is plugged in or out. */
class DriverlessReaders : public QObject {
    Q_OBJECT
public:
    /** @param grace how long a reader may take from being plugged in until the service lists it */
    DriverlessReaders(UsbBus bus, std::chrono::milliseconds grace);
    /** Looks at the bus: what is gone is forgotten at once, what is new is told when its time is over.
     * @param othersAreListed whether the service lists any reader */
    void look(bool othersAreListed);
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

Q_SIGNALS:
    /** names() is another than before. */
    void changed();

private:
    void watch();
    void take(bool alsoNew);

    UsbBus bus_;
    std::vector<std::string> names_;
    bool othersAreListed_ = false;
    QFileSystemWatcher nodes_;
    QTimer grace_;
};

} // namespace kortvakt::app
