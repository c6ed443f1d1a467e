// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

/** Stands in for libudev inside an unmodified pcscd (LD_PRELOAD): the USB bus is the directory
 * KORTVAKT_RIG_USB. Each file in it is a device, its name the sysname, its lines attributes ("idVendor=1d50",
 * "idProduct=8ca1", "interface=…", "serial=…"). Creating a file plugs a device in, removing it unplugs it.
 * Names with a dot in front are not seen, so that a file can be written in peace and then renamed. Only what
 * pcscd calls is here. */

#include <array>
#include <cerrno>
#include <climits>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <sys/inotify.h>
#include <unistd.h>

namespace {

std::filesystem::path bus()
{
    const char* directory = std::getenv("KORTVAKT_RIG_USB");
    return directory ? directory : "/nonexistent";
}

} // namespace

/** A device as it was when it was looked at. */
struct udev_device {
    std::string name, node, action;
    std::map<std::string, std::string> attributes;
};

/** A device in a list. */
struct udev_list_entry {
    std::string name;
    udev_list_entry* next = nullptr;
};

struct udev_enumerate {
    std::vector<std::unique_ptr<udev_list_entry>> entries;
};

/** The changes on the bus: inotify, read one change at a time. */
struct udev_monitor {
    int inotify = -1;
};

struct udev { };

namespace {

udev_device* look(const std::string& name, const char* action)
{
    auto device = std::make_unique<udev_device>();
    device->name = name;
    device->node = bus() / name;
    device->action = action;
    device->attributes["bInterfaceNumber"] = "00";
    std::ifstream file(device->node);
    for (std::string line; std::getline(file, line);)
        if (const auto equals = line.find('='); equals != std::string::npos)
            device->attributes[line.substr(0, equals)] = line.substr(equals + 1);
    return device.release();
}

udev theUdev;

} // namespace

extern "C" {

udev* udev_new()
{
    return &theUdev;
}

udev* udev_unref(udev*)
{
    return nullptr;
}

udev_monitor* udev_monitor_new_from_netlink(udev*, const char*)
{
    static udev_monitor monitor;
    monitor.inotify = inotify_init1(IN_CLOEXEC);
    inotify_add_watch(
        monitor.inotify, bus().c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_MOVED_FROM);
    return &monitor;
}

int udev_monitor_filter_add_match_subsystem_devtype(udev_monitor*, const char*, const char*)
{
    return 0;
}

int udev_monitor_enable_receiving(udev_monitor*)
{
    return 0;
}

int udev_monitor_get_fd(udev_monitor* monitor)
{
    return monitor->inotify;
}

udev_device* udev_monitor_receive_device(udev_monitor* monitor)
{
    // A buffer with room for one event but not for two: pcscd asks for one device each time poll() wakes it.
    alignas(inotify_event) std::array<char, sizeof(inotify_event) + NAME_MAX + 1> buffer{};
    for (std::size_t room = sizeof(inotify_event) + 16; room <= buffer.size(); room += 16) {
        const auto got = read(monitor->inotify, buffer.data(), room);
        if (got < 0 && errno == EINVAL)
            continue; // the name is longer
        if (got <= 0)
            return nullptr;
        const auto* event = reinterpret_cast<const inotify_event*>(buffer.data());
        if (event->len == 0 || event->name[0] == '.')
            return nullptr;
        return look(event->name, event->mask & (IN_DELETE | IN_MOVED_FROM) ? "remove" : "add");
    }
    return nullptr;
}

udev_enumerate* udev_enumerate_new(udev*)
{
    return std::make_unique<udev_enumerate>().release();
}

int udev_enumerate_add_match_subsystem(udev_enumerate*, const char*)
{
    return 0;
}

int udev_enumerate_scan_devices(udev_enumerate* enumerate)
{
    std::error_code ignored;
    for (const auto& file : std::filesystem::directory_iterator(bus(), ignored)) {
        const std::string name = file.path().filename();
        if (name.starts_with('.'))
            continue;
        auto entry = std::make_unique<udev_list_entry>();
        entry->name = name;
        if (!enumerate->entries.empty())
            enumerate->entries.back()->next = entry.get();
        enumerate->entries.push_back(std::move(entry));
    }
    return 0;
}

udev_list_entry* udev_enumerate_get_list_entry(udev_enumerate* enumerate)
{
    return enumerate->entries.empty() ? nullptr : enumerate->entries.front().get();
}

udev_enumerate* udev_enumerate_unref(udev_enumerate* enumerate)
{
    const std::unique_ptr<udev_enumerate> dies(enumerate);
    return nullptr;
}

udev_list_entry* udev_list_entry_get_next(udev_list_entry* entry)
{
    return entry->next;
}

const char* udev_list_entry_get_name(udev_list_entry* entry)
{
    return entry->name.c_str();
}

udev_device* udev_device_new_from_syspath(udev*, const char* name)
{
    return look(name, "");
}

udev_device* udev_device_get_parent_with_subsystem_devtype(udev_device* device, const char*, const char*)
{
    return device->attributes.contains("idVendor") ? device : nullptr;
}

const char* udev_device_get_devnode(udev_device* device)
{
    return device->node.c_str();
}

const char* udev_device_get_sysname(udev_device* device)
{
    return device->name.c_str();
}

const char* udev_device_get_action(udev_device* device)
{
    return device->action.empty() ? nullptr : device->action.c_str();
}

const char* udev_device_get_sysattr_value(udev_device* device, const char* name)
{
    const auto found = device->attributes.find(name);
    return found == device->attributes.end() ? nullptr : found->second.c_str();
}

udev_device* udev_device_unref(udev_device* device)
{
    const std::unique_ptr<udev_device> dies(device);
    return nullptr;
}

} // extern "C"
