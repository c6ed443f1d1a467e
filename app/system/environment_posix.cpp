// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/system/environment.h"

#include <algorithm>
#include <cstdlib>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

namespace kortvakt::app {

namespace {

/** Beginnings of names: nothing that is called so is of use to these programs. */
constexpr std::string_view dropped[] = {
    // Qt: folders of plug-ins, plug-ins to load at start, a style or a library of one's own
    "QT_PLUGIN_PATH",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "QT_QPA_GENERIC_PLUGINS",
    "QT_STYLE_OVERRIDE",
    "QT_LOAD_TESTABILITY",
    "QT_VULKAN_",
    "QT_WIDGETS_RHI",
    "QML",
    // what Qt's themes and drawing load in turn
    "GTK_PATH",
    "GTK_EXE_PREFIX",
    "GTK_MODULES",
    "GTK3_MODULES",
    "GTK_IM_MODULE_FILE",
    "GIO_EXTRA_MODULES",
    "GIO_MODULE_DIR",
    "GDK_PIXBUF_MODULE",
    "LIBGL_DRIVERS_",
    "GBM_DRIVERS_PATH",
    "GBM_BACKEND",
    "MESA_LOADER_DRIVER_OVERRIDE", // a name, which may lead out of the folder of drivers
    "__EGL_",
    "__GLX_",
    "VK_",
    // the libraries of both programs
    "LIBPCSCLITE_DELEGATE",
    "OPENSSL_CONF",
    "OPENSSL_ENGINES",
    "OPENSSL_MODULES",
    "GCONV_PATH",
};

/** Platforms on which windows are the user's own: "wayland;xcb", tried one after the other. */
bool isOwnScreen(std::string_view platforms)
{
    constexpr std::string_view own[] = {"xcb", "wayland", "wayland-egl", "offscreen"};
    return std::ranges::all_of(std::views::split(platforms, ';'), [&](const auto& part) {
        return std::ranges::count(own, std::string_view(part.begin(), part.end())) > 0;
    });
}

bool isDropped(std::string_view name, std::string_view value)
{
    if (name == "QT_QPA_PLATFORM")
        return !isOwnScreen(value);
    if (name == "QT_QPA_PLATFORMTHEME") // a name of a theme, and no way to a file
        return value.find('/') != std::string_view::npos;
    return std::ranges::any_of(dropped, [&](std::string_view start) { return name.starts_with(start); });
}

} // namespace

void cleanEnvironment()
{
    std::vector<std::string> names; // taken out when the list has been walked through
    for (char** entry = environ; entry && *entry; ++entry) {
        const std::string_view line(*entry);
        const auto equals = std::min(line.find('='), line.size());
        const auto value = line.substr(std::min(equals + 1, line.size()));
        if (isDropped(line.substr(0, equals), value))
            names.emplace_back(line.substr(0, equals));
    }
    for (const std::string& name : names)
        unsetenv(name.c_str());
}

bool hasScreen()
{
    return std::getenv("DISPLAY") || std::getenv("WAYLAND_DISPLAY");
}

} // namespace kortvakt::app
