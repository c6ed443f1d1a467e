// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/system/usb_readers.h"

#include <QFileSystemWatcher>
#include <QTimer>

#include <chrono>

namespace kortvakt::app {

/** Watches for readers that the service does not list. Sleeps while nothing is plugged in or out. */
class UnlistedReaders : public QObject {
    Q_OBJECT
public:
    /** @param grace how long a reader may take from being plugged in until the service lists it */
    UnlistedReaders(UsbBus bus, std::chrono::milliseconds grace);
    /** Looks at the bus: what is gone is forgotten at once, what is new is reported when its time is over.
     * @param othersAreListed whether the service lists any reader */
    void look(bool othersAreListed);
    [[nodiscard]] const std::vector<UnlistedReader>& readers() const { return readers_; }

Q_SIGNALS:
    /** readers() has changed. */
    void changed();

private:
    void watch();
    void take(bool alsoNew);

    UsbBus bus_;
    std::vector<UnlistedReader> readers_;
    bool othersAreListed_ = false;
    QFileSystemWatcher nodes_;
    QTimer grace_;
    QTimer again_; ///< runs while a program has a reader
};

} // namespace kortvakt::app
