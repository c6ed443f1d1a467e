// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/system/usb_readers.h"

#include "core/text.h"

#include <algorithm>
#include <fstream>
#include <optional>

namespace kortvakt::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* smartCard = "0b";

/** The one line of a file in sysfs; empty when there is none. */
std::string lineOf(const fs::path& file)
{
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

/** Somebody else's words, fit to be shown. */
std::string toPrintable(const std::string& line)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(line.data());
    std::string words = toDisplayText(View(bytes, line.size()));
    while (words.ends_with(' '))
        words.pop_back();
    return words;
}

/** What a device or a process says of itself. */
std::string wordsOf(const fs::path& file)
{
    return toPrintable(lineOf(file));
}

std::string nameOf(const fs::path& device)
{
    const std::string maker = wordsOf(device / "manufacturer"), model = wordsOf(device / "product");
    std::string name = model.starts_with(maker) ? model : model.empty() ? maker : maker + ' ' + model;
    name += name.empty() ? "USB (" : " (";
    return name + wordsOf(device / "idVendor") + ':' + wordsOf(device / "idProduct") + ')';
}

/** The driver of an interface; its directory is a link to it. */
std::string driverOf(const fs::path& interface)
{
    std::error_code none;
    return toPrintable(fs::read_symlink(interface / "driver", none).filename().string());
}

/** Where devtmpfs has a device: "001/007". */
fs::path nodeOf(const fs::path& device)
{
    const auto number = [&](const char* file) {
        const std::string line = lineOf(device / file);
        const bool sound = !line.empty() && line.size() <= 3
            && std::ranges::all_of(line, [](char c) { return c >= '0' && c <= '9'; });
        return sound ? std::string(3 - line.size(), '0') + line : std::string();
    };
    const std::string bus = number("busnum"), place = number("devnum");
    return bus.empty() || place.empty() ? fs::path() : fs::path(bus) / place;
}

/** Whether a process has a file open; the processes of others do not show it. */
bool hasOpen(const fs::path& process, const fs::path& file)
{
    std::error_code hidden;
    for (fs::directory_iterator entry(process / "fd", hidden), end; !hidden && entry != end;
         entry.increment(hidden)) {
        std::error_code closed;
        if (fs::read_symlink(entry->path(), closed) == file)
            return true;
    }
    return false;
}

/** The program of this user that has a device open; empty: none has. */
std::string programAt(const UsbBus& bus, const fs::path& node)
{
    std::error_code hidden;
    for (fs::directory_iterator entry(bus.processes, hidden), end; !node.empty() && !hidden && entry != end;
         entry.increment(hidden)) {
        const std::string number = entry->path().filename().string();
        const bool process = number.find_first_not_of("0123456789") == std::string::npos;
        const std::string name = process ? wordsOf(entry->path() / "comm") : std::string();
        if (process && name != "pcscd" && hasOpen(entry->path(), bus.nodes / node))
            return name;
    }
    return {};
}

/** Why a reader is not listed; nothing when it may be. */
std::optional<UnlistedReader> whyUnlisted(const UsbBus& bus, const UsbReader& reader, bool othersAreListed)
{
    if (reader.driver.empty())
        return UnlistedReader{reader.name, ErrorId::ReaderNoDriver, {}, false};
    if (reader.driver != "usbfs")
        return UnlistedReader{reader.name, ErrorId::ReaderHeld, reader.driver, true};
    const std::string program = programAt(bus, reader.node);
    if (program.empty() && othersAreListed)
        return {};
    return UnlistedReader{reader.name, ErrorId::ReaderHeld, program, false};
}

} // namespace

UsbBus UsbBus::ofThisSystem()
{
    return {"/sys/bus/usb/devices", "/dev/bus/usb", "/proc"};
}

std::vector<UsbReader> usbReaders(const UsbBus& bus)
{
    std::vector<UsbReader> readers;
    std::error_code nothing; // no bus, or a device that leaves meanwhile
    for (fs::directory_iterator entry(bus.devices, nothing), end; !nothing && entry != end;
         entry.increment(nothing)) {
        // An interface is called by its device's name: "1-2:1.0" belongs to "1-2".
        const std::string interface = entry->path().filename().string();
        const auto colon = interface.find(':');
        if (colon == std::string::npos || lineOf(entry->path() / "bInterfaceClass") != smartCard)
            continue;
        const fs::path device = bus.devices / interface.substr(0, colon);
        readers.push_back({nameOf(device), driverOf(entry->path()), nodeOf(device)});
    }
    std::ranges::sort(readers, {}, &UsbReader::name);
    return readers;
}

std::vector<UnlistedReader> unlistedReaders(const UsbBus& bus, bool othersAreListed)
{
    std::vector<UnlistedReader> unlisted;
    for (const UsbReader& reader : usbReaders(bus)) {
        auto one = whyUnlisted(bus, reader, othersAreListed);
        if (one && (unlisted.empty() || unlisted.back().name != one->name))
            unlisted.push_back(std::move(*one));
    }
    return unlisted;
}

} // namespace kortvakt::app
