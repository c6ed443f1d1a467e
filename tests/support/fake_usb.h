// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/system/usb_readers.h"

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

    [[nodiscard]] app::UsbBus bus() const
    {
        return {root_ / "devices", root_ / "nodes", root_ / "processes"};
    }

    /** What a device says of itself, and the class of its one interface; 0b is a smart card reader. */
    struct Device {
        std::string maker = "Gemalto", model = "USB SmartCard Reader", interfaceClass = "0b";
        std::string driver; ///< "usbfs": a program has it; empty: nobody
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
        write(directory / "busnum", "1");
        write(directory / "devnum", place.substr(place.find('-') + 1));
        if (!device.driver.empty())
            std::filesystem::create_symlink("../../drivers/" + device.driver, interface / "driver");
        write(nodeOf(place), "");
    }
    void unplug(const std::string& place)
    {
        std::filesystem::remove_all(bus().devices / place);
        std::filesystem::remove_all(bus().devices / (place + ":1.0"));
        std::filesystem::remove(nodeOf(place));
    }
    /** Has a program with the reader at a place open. */
    void open(const std::string& place, const std::string& program)
    {
        const auto process = bus().processes / std::to_string(++processes_);
        std::filesystem::create_directories(process / "fd");
        write(process / "comm", program);
        std::filesystem::create_symlink("/dev/null", process / "fd" / "0");
        std::filesystem::create_symlink(nodeOf(place), process / "fd" / "7");
    }

private:
    [[nodiscard]] std::filesystem::path nodeOf(const std::string& place) const
    {
        std::string number = place.substr(place.find('-') + 1);
        number.insert(0, 3 - number.size(), '0');
        return bus().nodes / "001" / number;
    }
    static void write(const std::filesystem::path& file, const std::string& line)
    {
        std::ofstream(file) << line << '\n';
    }
    std::filesystem::path root_;
    int processes_ = 0;
};

} // namespace kortvakt::test
