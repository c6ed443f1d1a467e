// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"

#include <filesystem>
#include <string>
#include <vector>

namespace kortvakt::app {

/** Where the system tells of the USB bus; other directories in tests. */
struct UsbBus {
    std::filesystem::path devices{}; ///< what is on it
    std::filesystem::path nodes{}; ///< changes when something is plugged in or out
    std::filesystem::path processes{}; ///< who has a node open, as far as it is shown to us
    [[nodiscard]] static UsbBus ofThisSystem();
};

/** A card reader on the USB bus. */
struct UsbReader {
    std::string name; ///< "Maker Model (08e6:3437)", fit to be shown
    std::string driver; ///< the kernel's that has it; "usbfs": a program's, the service's mostly; empty: none
    std::filesystem::path node; ///< "001/007" in UsbBus::nodes; empty: not known
    friend bool operator==(const UsbReader&, const UsbReader&) = default;
};

/**
 * The card readers on the USB bus: devices with an interface of the class for smart cards, 0Bh (CCID 1.1
 * §4.1). Readers of a maker's own class cannot be told from other devices. Empty where there is no bus to
 * look at.
 */
[[nodiscard]] std::vector<UsbReader> usbReaders(const UsbBus& bus);

/** A reader on the USB bus that PC/SC does not list, and why. */
struct UnlistedReader {
    std::string name; ///< as UsbReader has it
    ErrorId why = ErrorId::ReaderNoDriver; ///< or reader-held
    std::string holder; ///< of one that is held: the kernel's driver or the program; empty: not known
    bool byKernel = false; ///< what holds it is a driver of the kernel's
    friend bool operator==(const UnlistedReader&, const UnlistedReader&) = default;
};

/**
 * The readers that PC/SC does not list, each name once. When it lists none, that is all of them. Else, since
 * the names that PC/SC and the bus give a reader differ, those that no driver has claimed, those that a
 * driver of the kernel's has, and those that another program of this user has open. A reader that was just
 * plugged in is among them for a moment.
 */
[[nodiscard]] std::vector<UnlistedReader> unlistedReaders(const UsbBus& bus, bool othersAreListed);

} // namespace kortvakt::app
