// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/load_settings.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace kortvakt::test {

/** An administrator's folder and a user's file of a test's own; who runs the test stands for root. */
class SettingsFolders {
public:
    SettingsFolders()
    {
        std::string root = std::filesystem::temp_directory_path() / "kortvakt-settings-XXXXXX";
        EXPECT_NE(mkdtemp(root.data()), nullptr);
        root_ = root;
        places.system = root + "/etc";
        places.user = root + "/home/kortvakt/kortvakt.conf";
        places.owner = geteuid();
    }
    ~SettingsFolders()
    {
        std::error_code error;
        std::filesystem::remove_all(root_, error);
    }
    SettingsFolders(const SettingsFolders&) = delete;
    SettingsFolders& operator=(const SettingsFolders&) = delete;

    void policy(std::string_view text, const std::string& name = "10-test.conf")
    {
        write(places.system + "/policy.d/" + name, text);
    }
    void defaults(std::string_view text) { write(places.system + "/kortvakt.conf", text); }
    void user(std::string_view text) { write(places.user, text); }
    /** A path in the administrator's folder. */
    [[nodiscard]] std::string path(const std::string& name) const { return places.system + '/' + name; }
    [[nodiscard]] app::LoadedSettings load() const { return app::loadSettings(places); }

    static void write(const std::string& path, std::string_view bytes)
    {
        namespace fs = std::filesystem;
        const fs::path folder = fs::path(path).parent_path();
        fs::create_directories(folder);
        std::ofstream file(path, std::ios::binary);
        file << bytes;
        file.close();
        ASSERT_TRUE(file) << path;
        fs::permissions(path, fs::perms{0644});
        fs::permissions(folder, fs::perms{0755});
    }

    app::SettingPlaces places;

private:
    std::string root_;
};

} // namespace kortvakt::test
