// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/system/environment.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace kortvakt::test {
namespace {

TEST(Environment, DropsWhatNamesLibrariesOrFoldersOfThem)
{
    const char* const names[] = {"QT_PLUGIN_PATH", "QML2_IMPORT_PATH", "GTK_PATH", "GTK_EXE_PREFIX",
        "GTK_MODULES", "GIO_MODULE_DIR", "LIBGL_DRIVERS_PATH", "LIBGL_DRIVERS_DIR", "GBM_BACKEND",
        "GBM_BACKENDS_PATH", "GBM_DRIVERS_PATH", "MESA_LOADER_DRIVER_OVERRIDE", "__EGL_VENDOR_LIBRARY_DIRS",
        "__GLX_VENDOR_LIBRARY_NAME", "VK_ICD_FILENAMES", "OPENSSL_CONF", "GCONV_PATH",
        "LIBPCSCLITE_DELEGATE"};
    for (const char* name : names)
        setenv(name, "../decoy", 1);
    app::cleanEnvironment();
    for (const char* name : names)
        EXPECT_EQ(getenv(name), nullptr) << name;
}

TEST(Environment, LeavesWhatTheUsersDesktopSays)
{
    const char* const names[] = {"GTK_THEME", "GTK_IM_MODULE", "LIBGL_ALWAYS_SOFTWARE", "GBM_ALWAYS_SOFTWARE",
        "PCSCLITE_CSOCK_NAME", "XDG_DATA_DIRS"};
    for (const char* name : names)
        setenv(name, "its own", 1);
    app::cleanEnvironment();
    for (const char* name : names)
        EXPECT_STREQ(getenv(name), "its own") << name;
}

} // namespace
} // namespace kortvakt::test
