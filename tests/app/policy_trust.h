// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/app/settings_fixture.h"

#include "app/settings/apply_settings.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>
#include <functional>

namespace kortvakt::test {

inline constexpr unsigned nobody = 65534, someGroup = 4321;

/** Whether the test may be whom it likes: root of a user namespace may not. */
inline bool isRoot()
{
    static const bool is = getuid() == 0 && seteuid(nobody) == 0 && seteuid(0) == 0;
    return is;
}

inline std::string line(const app::SettingKey& key)
{
    return std::string(key.name) + (key.list ? "/1 = " : " = ") + key.closed + '\n';
}

/** Every setting that can be closed, closed. */
inline std::string everythingClosed()
{
    std::string text;
    for (const auto& key : app::settingsTable()) {
        if (key.closed)
            text += std::string("[") + key.group + "]\n" + line(key);
    }
    return text;
}

inline bool isClosed(const app::LoadedSettings& loaded, const app::SettingKey& key)
{
    return std::ranges::any_of(loaded.rows, [&](const app::SettingRow& row) {
        return row.key == &key && std::ranges::count(row.values, key.closed) > 0;
    });
}

inline std::string openIn(const app::LoadedSettings& loaded)
{
    std::string open;
    for (const auto& key : app::settingsTable()) {
        if (key.closed && !(isClosed(loaded, key) && loaded.isLocked(key)))
            open += app::SettingPart{&key}.name() + ' ';
    }
    return open;
}

/** A policy as root has written it, and whoever is not root reading it; where the test does not run as root,
 * its user stands for both. */
class PolicyTrust : public testing::Test {
protected:
    PolicyTrust()
    {
        folders.policy(everythingClosed().c_str());
        chmod(parent().c_str(), 0755);
        // Of a group that the reader is not in, so that what others may do is what counts.
        for (const std::string& one : {etc(), folder(), file()}) {
            if (isRoot()) {
                EXPECT_EQ(chown(one.c_str(), 0, someGroup), 0);
            }
        }
    }
    void TearDown() override
    {
        for (const std::string& one : {etc(), folder()})
            chmod(one.c_str(), 0755); // so that it can be removed
    }

    [[nodiscard]] std::string etc() const { return folders.places.system; }
    [[nodiscard]] std::string parent() const
    {
        return std::filesystem::path(folders.places.system).parent_path();
    }
    [[nodiscard]] std::string folder() const { return folders.path("policy.d"); }
    [[nodiscard]] std::string file() const { return folders.path("policy.d/10-test.conf"); }

    [[nodiscard]] app::LoadedSettings load() const
    {
        if (isRoot()) {
            EXPECT_EQ(seteuid(nobody), 0);
        }
        app::LoadedSettings loaded = folders.load();
        if (isRoot()) {
            EXPECT_EQ(seteuid(0), 0);
        }
        return loaded;
    }

    static void expectUnread(const app::LoadedSettings& loaded, const std::string& path)
    {
        EXPECT_EQ(openIn(loaded), std::string());
        expectTold(loaded, path);
    }
    /** What users may decide for themselves is as it is without the defaults, and all else is closed. */
    static void expectDefaultsUnread(const app::LoadedSettings& loaded, const std::string& path)
    {
        for (const auto& key : app::settingsTable()) {
            if (key.closed) {
                EXPECT_EQ(isClosed(loaded, key), key.adminOnly) << key.name;
            }
        }
        for (const auto& row : loaded.rows) {
            EXPECT_FALSE(row.locked) << row.name();
            EXPECT_EQ(row.replaced, row.key->adminOnly && row.key->closed) << row.name();
        }
        expectTold(loaded, path);
    }
    static void expectTold(const app::LoadedSettings& loaded, const std::string& path)
    {
        EXPECT_TRUE(app::Excluded(loaded).policyUnread());
        EXPECT_EQ(app::Excluded(loaded).why("Reader", fromHex("3B00")), ErrorId::PolicyUnread);
        const auto unread = loaded.unreadPolicies();
        ASSERT_FALSE(unread.empty());
        EXPECT_TRUE(unread.front().file.starts_with(path)) << unread.front().file;
        EXPECT_TRUE(loaded.hasFaults());
    }
    static void expectSound(const app::LoadedSettings& loaded)
    {
        EXPECT_EQ(openIn(loaded), std::string());
        EXPECT_FALSE(app::Excluded(loaded).policyUnread());
        EXPECT_FALSE(loaded.hasFaults()) << complaints(loaded);
    }

    /** Every mode there is. @param needed the bits without which its reader cannot use it. */
    void tryModes(const std::string& path, mode_t needed) const
    {
        const mode_t wanted = isRoot() ? needed : needed << 6;
        for (mode_t mode = 0; mode <= 07777 && !HasFailure(); ++mode) {
            SCOPED_TRACE(testing::Message() << std::oct << mode);
            ASSERT_EQ(chmod(path.c_str(), mode), 0);
            const auto loaded = load();
            if ((mode & 0022) == 0 && (mode & wanted) == wanted)
                expectSound(loaded);
            else
                expectUnread(loaded, path);
        }
        chmod(path.c_str(), 0755);
    }

    /** Everything that is not what is wanted there, in its place. */
    void tryKinds(const std::string& path, bool folderWanted) const
    {
        const std::string moved = parent() + "/moved";
        ASSERT_EQ(rename(path.c_str(), moved.c_str()), 0);
        const std::pair<const char*, std::function<int()>> kinds[] = {
            {"link", [&] { return symlink(moved.c_str(), path.c_str()); }},
            {"dangling", [&] { return symlink("/nowhere", path.c_str()); }},
            {"loop", [&] { return symlink(path.c_str(), path.c_str()); }},
            {"fifo", [&] { return mkfifo(path.c_str(), 0644); }},
            {"socket", [&] { return makeSocket(path); }},
            {"other", [&] { return folderWanted ? makeFile(path) : mkdir(path.c_str(), 0755); }},
        };
        for (const auto& [name, make] : kinds) {
            SCOPED_TRACE(name);
            ASSERT_EQ(make(), 0);
            expectUnread(load(), path);
            ASSERT_EQ(remove(path.c_str()), 0);
        }
        ASSERT_EQ(rename(moved.c_str(), path.c_str()), 0);
        expectSound(load());
    }

    void tryOwners(const std::string& path)
    {
        if (isRoot()) {
            ASSERT_EQ(chown(path.c_str(), nobody, nobody), 0);
            expectUnread(load(), path);
            ASSERT_EQ(chown(path.c_str(), 1, 0), 0);
            expectUnread(load(), path);
            ASSERT_EQ(chown(path.c_str(), 0, someGroup), 0);
            expectSound(load());
        }
        const unsigned owner = std::exchange(folders.places.owner, folders.places.owner + 1);
        expectUnread(load(), etc()); // all of it is somebody else's
        folders.places.owner = owner;
        expectSound(load());
    }

    SettingsFolders folders;

private:
    static int makeFile(const std::string& path)
    {
        SettingsFolders::write(path, "");
        return 0;
    }
    static int makeSocket(const std::string& path)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        EXPECT_LT(path.size(), sizeof address.sun_path);
        std::ranges::copy(path, address.sun_path);
        const int made = socket(AF_UNIX, SOCK_STREAM, 0);
        const int bound = bind(made, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        close(made);
        return bound;
    }
};

} // namespace kortvakt::test
