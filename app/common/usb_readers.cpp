// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/common/usb_readers.h"

#include "core/text.h"

#include <algorithm>
#include <fstream>

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

/** What a device says of itself, fit to be shown. */
std::string wordsOf(const fs::path& file)
{
    const std::string line = lineOf(file);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(line.data());
    std::string words = toDisplayText(View(bytes, line.size()));
    while (words.ends_with(' '))
        words.pop_back();
    return words;
}

std::string nameOf(const fs::path& device)
{
    const std::string maker = wordsOf(device / "manufacturer"), model = wordsOf(device / "product");
    std::string name = model.starts_with(maker) ? model : model.empty() ? maker : maker + ' ' + model;
    name += name.empty() ? "USB (" : " (";
    return name + wordsOf(device / "idVendor") + ':' + wordsOf(device / "idProduct") + ')';
}

} // namespace

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
        std::error_code unclaimed;
        const bool claimed = fs::exists(fs::symlink_status(entry->path() / "driver", unclaimed));
        readers.push_back({nameOf(bus.devices / interface.substr(0, colon)), claimed});
    }
    std::ranges::sort(readers, {}, &UsbReader::name);
    return readers;
}

std::vector<std::string> readersWithoutDriver(const UsbBus& bus, bool othersAreListed)
{
    std::vector<std::string> names;
    for (UsbReader& reader : usbReaders(bus)) {
        const bool counts = !othersAreListed || !reader.claimed;
        if (counts && (names.empty() || names.back() != reader.name))
            names.push_back(std::move(reader.name));
    }
    return names;
}

} // namespace kortvakt::app
