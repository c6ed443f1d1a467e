// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/policy_trust.h"

#include <cerrno>

namespace kortvakt::test {
namespace {

/** Whether what is to be opened is not there, for names of which a folder tells. */
std::function<bool(const char* name)> isGone;

TEST_F(PolicyTrust, ClosesByEveryModeOfAFileThatCannotBeTrustedOrRead)
{
    tryModes(file(), 04);
}

TEST_F(PolicyTrust, ClosesByEveryModeOfTheFolderOfPolicies)
{
    tryModes(folder(), 05);
}

TEST_F(PolicyTrust, ClosesByEveryModeOfTheAdministratorsFolder)
{
    tryModes(etc(), 05);
}

TEST_F(PolicyTrust, ClosesByWhateverStandsInAPlaceAndIsNotWhatIsWantedThere)
{
    tryKinds(file(), false);
    tryKinds(folder(), true);
    tryKinds(etc(), true);
}

TEST_F(PolicyTrust, ClosesByEveryOwnerButRoot)
{
    tryOwners(file());
    tryOwners(folder());
    tryOwners(etc());
}

TEST_F(PolicyTrust, TakesAHardLinkForTheFileThatItIs)
{
    const QByteArray other = parent() + "/other.conf";
    ASSERT_EQ(link(file().constData(), other.constData()), 0);
    expectSound(load());
}

TEST_F(PolicyTrust, StaysOpenWithoutAPolicy)
{
    const auto expectOpen = [&] {
        const auto loaded = load();
        EXPECT_EQ(loaded.values, ui::Settings());
        EXPECT_FALSE(app::LeftAlone(loaded).policyUnread());
        EXPECT_TRUE(loaded.complaints.empty());
    };
    folders.policy("");
    expectOpen();
    ASSERT_EQ(unlink(file().constData()), 0);
    expectOpen();
    ASSERT_EQ(rmdir(folder().constData()), 0);
    expectOpen();
    ASSERT_EQ(rmdir(etc().constData()), 0);
    expectOpen();
    ASSERT_EQ(mkdir(etc().constData(), 0755), 0);
    ASSERT_EQ(mkdir(folder().constData(), 0755), 0);
}

TEST_F(PolicyTrust, ClosesByEncodingsThatItDoesNotRead)
{
    const auto utf16 = [](const QByteArray& text, bool big) {
        QByteArray wide = big ? QByteArray("\xFE\xFF") : QByteArray("\xFF\xFE");
        for (const char character : text)
            wide += big ? QByteArray(1, '\0') + character : QByteArray(1, character) + '\0';
        return wide;
    };
    for (const auto& key : ui::settingsTable()) {
        if (!key.closed)
            continue;
        SCOPED_TRACE(key.name);
        const QByteArray group = QByteArray("[") + key.group + "]", text = group + '\n' + line(key);
        const QByteArray sound[] = {text, "\xEF\xBB\xBF" + text, QByteArray(text).replace("\n", "\r\n"),
            "# L\xC3\xA5st\n" + text, "# L\xE5st\n" + text};
        for (const QByteArray& bytes : sound) {
            folders.policy("");
            SettingsFolders::write(folders.path("policy.d/10-test.conf"), bytes);
            const auto loaded = load();
            EXPECT_TRUE(isClosed(loaded, key) && loaded.isLocked(key)) << bytes.toStdString();
            EXPECT_FALSE(app::LeftAlone(loaded).policyUnread()) << bytes.toStdString();
        }
        const QByteArray unsound[] = {utf16(text, false), utf16(text, true), text + '\0',
            QByteArray("[\0", 2) + text, text + QByteArray(1024 * 1024, '#'),
            group + "\xA0\n" + line(key), // a fixed space of Latin-1, at which the group's name ends
            group + '\n' + QByteArray(key.name) + (key.list ? "/1" : "") + "\xA0= " + key.closed + '\n',
            "[Support]\nname = L\xE4nssjukhuset\n" + text, text + "\xE5"};
        for (const QByteArray& bytes : unsound) {
            SettingsFolders::write(folders.path("policy.d/10-test.conf"), bytes);
            expectUnread(load(), file());
        }
    }
}

TEST_F(PolicyTrust, LeavesWhatOtherPoliciesSayAndOpensNothingOfIt)
{
    folders.policy(
        "[Actions]\nallowUnlock = true\n[Cards]\nallowAtr/1 = *\n[Support]\nname = Desk\n", "90.conf");
    ASSERT_EQ(chmod(file().constData(), 0664), 0);
    const auto loaded = load();
    expectUnread(loaded, file());
    EXPECT_EQ(loaded.values.support.name, QStringLiteral("Desk"));
}

TEST_F(PolicyTrust, IsNotTheUsersToTurn)
{
    for (const bool closing : {false, true}) {
        folders.policy("");
        if (closing) {
            ASSERT_EQ(chmod(file().constData(), 0666), 0);
        }
        for (const QByteArray& bytes : {QByteArray("[Actions]\nallowUnlock = true\n[Readers]\nx = \xE5\n"),
                 QByteArray("\xFF\xFE[\0", 4), QByteArray(1024 * 1024, '#')}) {
            const QString path = folders.places.user;
            SettingsFolders::write(path, bytes);
            for (const mode_t mode : {0644U, 0666U, 0000U}) {
                ASSERT_EQ(chmod(path.toLocal8Bit().constData(), mode), 0);
                const auto loaded = load();
                EXPECT_EQ(app::LeftAlone(loaded).policyUnread(), closing);
                EXPECT_EQ(loaded.values.actions.allowUnlock, !closing);
            }
            ASSERT_EQ(unlink(path.toLocal8Bit().constData()), 0);
        }
    }
}

TEST_F(PolicyTrust, ClosesWhatOnlyAnAdministratorDecidesByDefaultsThatCannotBeTrustedOrRead)
{
    folders.policy("");
    const QByteArray path = folders.path("kortvakt.conf").toLocal8Bit(),
                     text = "[Actions]\nallowUnlock = false\n";
    const auto expectReadable = [&](const QByteArray& bytes) {
        SettingsFolders::write(QString::fromLocal8Bit(path), bytes);
        const auto loaded = load();
        EXPECT_FALSE(app::LeftAlone(loaded).policyUnread()) << bytes.toStdString();
        EXPECT_EQ(loaded.values.actions.allowUnlock, bytes.isEmpty());
        EXPECT_TRUE(loaded.values.actions.allowChange);
    };
    for (const QByteArray& bytes : {text, QByteArray(), "\xEF\xBB\xBF" + text,
             QByteArray(text).replace("\n", "\r\n"), "# L\xE5st\n" + text})
        expectReadable(bytes);
    if (isRoot()) {
        ASSERT_EQ(chown(path.constData(), 0, someGroup), 0);
    }
    for (const mode_t mode : {isRoot() ? 0600U : 0000U, isRoot() ? 0640U : 0200U, 0664U, 0646U}) {
        SCOPED_TRACE(mode);
        ASSERT_EQ(chmod(path.constData(), mode), 0);
        expectDefaultsUnread(load(), path);
    }
    for (const QByteArray& bytes : {"[Support]\nname = L\xE4nssjukhuset\n" + text, text + '\0', text + "\xE5",
             QByteArray("\xFF\xFE[\0", 4), text + QByteArray(1024 * 1024, '#')}) {
        SettingsFolders::write(QString::fromLocal8Bit(path), bytes);
        expectDefaultsUnread(load(), path);
    }
    if (isRoot()) {
        expectReadable(text);
        ASSERT_EQ(chown(path.constData(), nobody, nobody), 0);
        expectDefaultsUnread(load(), path);
    }
    ASSERT_EQ(unlink(path.constData()), 0);
    ASSERT_EQ(symlink("/nowhere", path.constData()), 0);
    expectDefaultsUnread(load(), path);
    ASSERT_EQ(unlink(path.constData()), 0);
    ASSERT_EQ(mkdir(path.constData(), 0755), 0);
    expectDefaultsUnread(load(), path);
    ASSERT_EQ(rmdir(path.constData()), 0);
    EXPECT_EQ(load().values, ui::Settings()) << "there are none";
}

TEST_F(PolicyTrust, LeavesWhatAPolicySaysBeforeDefaultsThatCannotBeRead)
{
    folders.policy("[Diagnostics]\nallowSave = true\n");
    const QByteArray path = folders.path("kortvakt.conf").toLocal8Bit();
    folders.defaults("[Diagnostics]\nallowSave = false\n");
    ASSERT_EQ(chmod(path.constData(), 0666), 0);
    const auto loaded = load();
    expectTold(loaded, path);
    EXPECT_TRUE(loaded.values.diagnostics.allowSave);
    EXPECT_FALSE(loaded.values.diagnostics.allowCardReport);
}

TEST_F(PolicyTrust, CountsWhateverTheBytesOfAPolicysName)
{
    const QByteArray odd = folder() + "/50-l\xE5s.conf";
    folders.policy("[Actions]\nallowUnlock = false\n");
    ASSERT_EQ(rename(file().constData(), odd.constData()), 0);
    const auto loaded = load();
    EXPECT_FALSE(loaded.values.actions.allowUnlock);
    EXPECT_TRUE(loaded.values.actions.allowChange);
    EXPECT_TRUE(loaded.complaints.empty());
    const auto row = std::ranges::find_if(loaded.rows, &app::SettingRow::locked);
    ASSERT_NE(row, loaded.rows.end());
    EXPECT_EQ(row->file, folders.path("policy.d/50-l\uFFFDs.conf"));
    ASSERT_EQ(chmod(odd.constData(), 0664), 0);
    expectUnread(load(), folder() + "/50-l\uFFFDs.conf");
    ASSERT_EQ(unlink(odd.constData()), 0);
}

TEST_F(PolicyTrust, ClosesByAPolicyThatIsListedAndCannotBeFound)
{
    isGone = [](const char* name) { return QByteArray(name).endsWith("10-test.conf"); };
    expectUnread(load(), file());
    isGone = [&](const char* name) { // just now: its owner has taken it away
        if (QByteArray(name).endsWith("10-test.conf")) {
            const bool isReader = isRoot() && geteuid() != 0 && seteuid(0) == 0;
            EXPECT_EQ(unlink(file().constData()), 0);
            EXPECT_TRUE(!isReader || seteuid(nobody) == 0);
        }
        return false;
    };
    EXPECT_EQ(load().values, ui::Settings());
    isGone = nullptr;
}

TEST_F(PolicyTrust, SaysWhatToSet)
{
    const auto told = [&] {
        const auto loaded = load();
        return loaded.complaints.empty() ? std::string()
                                         : ui::complaintText(loaded.complaints.front()).toStdString();
    };
    ASSERT_EQ(chmod(file().constData(), 0664), 0);
    EXPECT_EQ(told(),
        file().toStdString()
            + ": Others than its owner may write to it, and it is not used. Give it owner root and mode "
              "0644. "
              "Until it is mended, no cards are used (KV52).");
    ASSERT_EQ(chmod(folder().constData(), 0775), 0);
    EXPECT_NE(told().find("policy.d: Others"), std::string::npos) << told();
    EXPECT_NE(told().find("mode 0755. Until"), std::string::npos) << told();
}

} // namespace
} // namespace kortvakt::test

extern "C" {
int __real_openat(int folder, const char* name, int flags, ...);
/** The linker's --wrap puts it in openat()'s place. Nothing that is opened here is made, so that no mode is
 * given. */
int __wrap_openat(int folder, const char* name, int flags, ...)
{
    if (kortvakt::test::isGone && kortvakt::test::isGone(name)) {
        errno = ENOENT;
        return -1;
    }
    return __real_openat(folder, name, flags);
}
}
