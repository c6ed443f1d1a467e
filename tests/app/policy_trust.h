// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/app/settings_folders.h"

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

inline QByteArray line(const ui::SettingKey& key)
{
    return QByteArray(key.name) + (key.list ? "/1 = " : " = ") + key.closed + '\n';
}

/** Every setting that can be closed, closed. */
inline QByteArray everythingClosed()
{
    QByteArray text;
    for (const auto& key : ui::settingsTable()) {
        if (key.closed)
            text += QByteArray("[") + key.group + "]\n" + line(key);
    }
    return text;
}

inline bool isClosed(const app::LoadedSettings& loaded, const ui::SettingKey& key)
{
    return std::ranges::any_of(loaded.rows, [&](const app::SettingRow& row) {
        return row.key == &key && row.values.contains(QString::fromUtf8(key.closed));
    });
}

inline QString openIn(const app::LoadedSettings& loaded)
{
    QStringList open;
    for (const auto& key : ui::settingsTable()) {
        if (key.closed && !(isClosed(loaded, key) && loaded.isLocked(key)))
            open << QString::fromUtf8(key.group) + u'/' + QString::fromUtf8(key.name);
    }
    return open.join(u' ');
}

/** A policy as root has written it, and whoever is not root reading it; where the test does not run as root,
 * its user stands for both. */
class PolicyTrust : public testing::Test {
protected:
    PolicyTrust()
    {
        folders.policy(everythingClosed().constData());
        chmod(parent().constData(), 0755);
        // Of a group that the reader is not in, so that what others may do is what counts.
        for (const QByteArray& one : {etc(), folder(), file()}) {
            if (isRoot()) {
                EXPECT_EQ(chown(one.constData(), 0, someGroup), 0);
            }
        }
    }
    void TearDown() override
    {
        for (const QByteArray& one : {etc(), folder()})
            chmod(one.constData(), 0755); // so that it can be removed
    }

    [[nodiscard]] QByteArray etc() const { return folders.places.system.toLocal8Bit(); }
    [[nodiscard]] QByteArray parent() const { return QFileInfo(folders.places.system).path().toLocal8Bit(); }
    [[nodiscard]] QByteArray folder() const { return folders.path("policy.d").toLocal8Bit(); }
    [[nodiscard]] QByteArray file() const { return folders.path("policy.d/10-test.conf").toLocal8Bit(); }

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

    static void expectUnread(const app::LoadedSettings& loaded, const QByteArray& path)
    {
        EXPECT_EQ(openIn(loaded), QString());
        expectTold(loaded, path);
    }
    /** What users may decide for themselves is as it is without the defaults, and all else is closed. */
    static void expectDefaultsUnread(const app::LoadedSettings& loaded, const QByteArray& path)
    {
        for (const auto& key : ui::settingsTable()) {
            if (key.closed) {
                EXPECT_EQ(isClosed(loaded, key), key.adminOnly) << key.name;
            }
        }
        for (const auto& row : loaded.rows) {
            EXPECT_FALSE(row.locked) << row.name().toStdString();
            EXPECT_EQ(row.replaced, row.key->adminOnly && row.key->closed) << row.name().toStdString();
        }
        expectTold(loaded, path);
    }
    static void expectTold(const app::LoadedSettings& loaded, const QByteArray& path)
    {
        EXPECT_TRUE(app::LeftAlone(loaded).policyUnread());
        EXPECT_EQ(app::LeftAlone(loaded).why("Reader", fromHex("3B00")), ErrorId::PolicyUnread);
        const auto unread = loaded.unreadPolicies();
        ASSERT_FALSE(unread.empty());
        EXPECT_TRUE(unread.front().file.startsWith(QString::fromLocal8Bit(path)))
            << unread.front().file.toStdString();
        EXPECT_TRUE(loaded.hasFaults());
    }
    static void expectSound(const app::LoadedSettings& loaded)
    {
        EXPECT_EQ(openIn(loaded), QString());
        EXPECT_FALSE(app::LeftAlone(loaded).policyUnread());
        EXPECT_FALSE(loaded.hasFaults()) << ui::complaintText(loaded.complaints.front()).toStdString();
    }

    /** Every mode there is. @param needed the bits without which its reader cannot use it. */
    void tryModes(const QByteArray& path, mode_t needed) const
    {
        const mode_t wanted = isRoot() ? needed : needed << 6;
        for (mode_t mode = 0; mode <= 07777 && !HasFailure(); ++mode) {
            SCOPED_TRACE(QByteArray::number(mode, 8).toStdString());
            ASSERT_EQ(chmod(path.constData(), mode), 0);
            const auto loaded = load();
            if ((mode & 0022) == 0 && (mode & wanted) == wanted)
                expectSound(loaded);
            else
                expectUnread(loaded, path);
        }
        chmod(path.constData(), 0755);
    }

    /** Everything that is not what is wanted there, in its place. */
    void tryKinds(const QByteArray& path, bool folderWanted) const
    {
        const QByteArray moved = parent() + "/moved";
        ASSERT_EQ(rename(path.constData(), moved.constData()), 0);
        const std::pair<const char*, std::function<int()>> kinds[] = {
            {"link", [&] { return symlink(moved.constData(), path.constData()); }},
            {"dangling", [&] { return symlink("/nowhere", path.constData()); }},
            {"loop", [&] { return symlink(path.constData(), path.constData()); }},
            {"fifo", [&] { return mkfifo(path.constData(), 0644); }},
            {"socket", [&] { return makeSocket(path); }},
            {"other", [&] { return folderWanted ? makeFile(path) : mkdir(path.constData(), 0755); }},
        };
        for (const auto& [name, make] : kinds) {
            SCOPED_TRACE(name);
            ASSERT_EQ(make(), 0);
            expectUnread(load(), path);
            ASSERT_EQ(remove(path.constData()), 0);
        }
        ASSERT_EQ(rename(moved.constData(), path.constData()), 0);
        expectSound(load());
    }

    void tryOwners(const QByteArray& path)
    {
        if (isRoot()) {
            ASSERT_EQ(chown(path.constData(), nobody, nobody), 0);
            expectUnread(load(), path);
            ASSERT_EQ(chown(path.constData(), 1, 0), 0);
            expectUnread(load(), path);
            ASSERT_EQ(chown(path.constData(), 0, someGroup), 0);
            expectSound(load());
        }
        const unsigned owner = std::exchange(folders.places.owner, folders.places.owner + 1);
        expectUnread(load(), etc()); // all of it is somebody else's
        folders.places.owner = owner;
        expectSound(load());
    }

    SettingsFolders folders;

private:
    static int makeFile(const QByteArray& path)
    {
        SettingsFolders::write(QString::fromLocal8Bit(path), "");
        return 0;
    }
    static int makeSocket(const QByteArray& path)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        EXPECT_LT(path.size(), static_cast<qsizetype>(sizeof address.sun_path));
        std::ranges::copy(path, address.sun_path);
        const int made = socket(AF_UNIX, SOCK_STREAM, 0);
        const int bound = bind(made, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        close(made);
        return bound;
    }
};

} // namespace kortvakt::test
