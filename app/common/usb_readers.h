// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kortvakt::app {

/** Where Linux tells of the USB bus; other directories in tests. */
struct UsbBus {
    std::filesystem::path devices = "/sys/bus/usb/devices"; ///< what is on it
    std::filesystem::path nodes = "/dev/bus/usb"; ///< changes when something is plugged in or out
};

/** A card reader on the USB bus. */
struct UsbReader {
    std::string name; ///< "Maker Model (08e6:3437)", fit to be shown
    bool claimed = false; ///< a driver has it, the service's or another program's
    friend bool operator==(const UsbReader&, const UsbReader&) = default;
};

/**
 * The card readers on the USB bus: devices with an interface of the class for smart cards, 0Bh (CCID 1.1
 * §4.1). Readers of a maker's own class cannot be told from other devices. Empty where there is no bus to
 * look at.
 */
[[nodiscard]] std::vector<UsbReader> usbReaders(const UsbBus& bus);

/**
 * Names of the readers that PC/SC does not list, each once (reader-no-driver). When it lists none, that is
 * all of them; else those that no driver has claimed, since the names that PC/SC and the bus give a reader
 * differ. A reader that was just plugged in is among them for a moment.
 */
[[nodiscard]] std::vector<std::string> readersWithoutDriver(const UsbBus& bus, bool othersAreListed);

} // namespace kortvakt::app
