// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/common/usb_readers.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace kortvakt::test {

/** A USB bus that is two directories, as sysfs and devtmpfs have it. */
class FakeUsb {
public:
    FakeUsb()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "kortvakt-usb-XXXXXX").string();
        root_ = mkdtemp(pattern.data());
        std::filesystem::create_directories(bus().devices);
        std::filesystem::create_directories(bus().nodes / "001");
    }
    ~FakeUsb() { std::filesystem::remove_all(root_); }
    FakeUsb(const FakeUsb&) = delete;
    FakeUsb& operator=(const FakeUsb&) = delete;

    [[nodiscard]] app::UsbBus bus() const { return {root_ / "devices", root_ / "nodes"}; }

    /** What a device says of itself, and the class of its one interface; 0b is a smart card reader. */
    struct Device {
        std::string maker = "Gemalto", model = "USB SmartCard Reader", interfaceClass = "0b";
        bool claimed = false;
    };
    void plug(const std::string& place, const Device& device)
    {
        const auto directory = bus().devices / place, interface = bus().devices / (place + ":1.0");
        std::filesystem::create_directories(directory);
        std::filesystem::create_directories(interface);
        write(directory / "manufacturer", device.maker);
        write(directory / "product", device.model);
        write(directory / "idVendor", "08e6");
        write(directory / "idProduct", "3437");
        write(interface / "bInterfaceClass", device.interfaceClass);
        if (device.claimed)
            std::filesystem::create_symlink("usbfs", interface / "driver");
        write(bus().nodes / "001" / place, "");
    }
    void unplug(const std::string& place)
    {
        std::filesystem::remove_all(bus().devices / place);
        std::filesystem::remove_all(bus().devices / (place + ":1.0"));
        std::filesystem::remove(bus().nodes / "001" / place);
    }

private:
    static void write(const std::filesystem::path& file, const std::string& line)
    {
        std::ofstream(file) << line << '\n';
    }
    std::filesystem::path root_;
};

} // namespace kortvakt::test
