// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/policy_trust.h"

#include <cerrno>

namespace kortvakt::test {
namespace {

std::string asOnWindows(const std::string& text)
{
    std::string changed;
    for (const char character : text)
        changed += character == '\n' ? std::string("\r\n") : std::string(1, character);
    return changed;
}

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
    const std::string other = parent() + "/other.conf";
    ASSERT_EQ(link(file().c_str(), other.c_str()), 0);
    expectSound(load());
}

TEST_F(PolicyTrust, StaysOpenWithoutAPolicy)
{
    const auto expectOpen = [&] {
        const auto loaded = load();
        EXPECT_EQ(loaded.values, app::Settings());
        EXPECT_FALSE(app::Excluded(loaded).policyUnread());
        EXPECT_TRUE(loaded.complaints.empty());
    };
    folders.policy("");
    expectOpen();
    ASSERT_EQ(unlink(file().c_str()), 0);
    expectOpen();
    ASSERT_EQ(rmdir(folder().c_str()), 0);
    expectOpen();
    ASSERT_EQ(rmdir(etc().c_str()), 0);
    expectOpen();
    ASSERT_EQ(mkdir(etc().c_str(), 0755), 0);
    ASSERT_EQ(mkdir(folder().c_str(), 0755), 0);
}

TEST_F(PolicyTrust, ClosesByEncodingsThatItDoesNotRead)
{
    const auto utf16 = [](const std::string& text, bool big) {
        std::string wide = big ? std::string("\xFE\xFF") : std::string("\xFF\xFE");
        for (const char character : text)
            wide += big ? std::string(1, '\0') + character : std::string(1, character) + '\0';
        return wide;
    };
    for (const auto& key : app::settingsTable()) {
        if (!key.closed)
            continue;
        SCOPED_TRACE(key.name);
        const std::string group = std::string("[") + key.group + "]", text = group + '\n' + line(key);
        const std::string sound[] = {
            text, "\xEF\xBB\xBF" + text, asOnWindows(text), "# L\xC3\xA5st\n" + text, "# L\xE5st\n" + text};
        for (const std::string& bytes : sound) {
            folders.policy("");
            SettingsFolders::write(folders.path("policy.d/10-test.conf"), bytes);
            const auto loaded = load();
            EXPECT_TRUE(isClosed(loaded, key) && loaded.isLocked(key)) << bytes;
            EXPECT_FALSE(app::Excluded(loaded).policyUnread()) << bytes;
        }
        const std::string unsound[] = {utf16(text, false), utf16(text, true), text + '\0',
            std::string("[\0", 2) + text, text + std::string(1024 * 1024, '#'),
            group + "\xA0\n" + line(key), // a fixed space of Latin-1, at which the group's name ends
            group + '\n' + std::string(key.name) + (key.list ? "/1" : "") + "\xA0= " + key.closed + '\n',
            "[Support]\nname = L\xE4nssjukhuset\n" + text, text + "\xE5"};
        for (const std::string& bytes : unsound) {
            SettingsFolders::write(folders.path("policy.d/10-test.conf"), bytes);
            expectUnread(load(), file());
        }
    }
}

TEST_F(PolicyTrust, LeavesWhatOtherPoliciesSayAndOpensNothingOfIt)
{
    folders.policy(
        "[Actions]\nallowUnlock = true\n[Cards]\nallowAtr/1 = *\n[Support]\nname = Desk\n", "90.conf");
    ASSERT_EQ(chmod(file().c_str(), 0664), 0);
    const auto loaded = load();
    expectUnread(loaded, file());
    EXPECT_EQ(loaded.values.support.name, "Desk");
}

TEST_F(PolicyTrust, IsNotTheUsersToTurn)
{
    for (const bool closing : {false, true}) {
        folders.policy("");
        if (closing) {
            ASSERT_EQ(chmod(file().c_str(), 0666), 0);
        }
        for (const std::string& bytes : {std::string("[Actions]\nallowUnlock = true\n[Readers]\nx = \xE5\n"),
                 std::string("\xFF\xFE[\0", 4), std::string(1024 * 1024, '#')}) {
            const std::string path = folders.places.user;
            SettingsFolders::write(path, bytes);
            for (const mode_t mode : {0644U, 0666U, 0000U}) {
                ASSERT_EQ(chmod(path.c_str(), mode), 0);
                const auto loaded = load();
                EXPECT_EQ(app::Excluded(loaded).policyUnread(), closing);
                EXPECT_EQ(loaded.values.actions.allowUnlock, !closing);
            }
            ASSERT_EQ(unlink(path.c_str()), 0);
        }
    }
}

TEST_F(PolicyTrust, ClosesWhatOnlyAnAdministratorDecidesByDefaultsThatCannotBeTrustedOrRead)
{
    folders.policy("");
    const std::string path = folders.path("kortvakt.conf"), text = "[Actions]\nallowUnlock = false\n";
    const auto expectReadable = [&](const std::string& bytes) {
        SettingsFolders::write(path, bytes);
        const auto loaded = load();
        EXPECT_FALSE(app::Excluded(loaded).policyUnread()) << bytes;
        EXPECT_EQ(loaded.values.actions.allowUnlock, bytes.empty());
        EXPECT_TRUE(loaded.values.actions.allowChange);
    };
    for (const std::string& bytes :
        {text, std::string(), "\xEF\xBB\xBF" + text, asOnWindows(text), "# L\xE5st\n" + text})
        expectReadable(bytes);
    if (isRoot()) {
        ASSERT_EQ(chown(path.c_str(), 0, someGroup), 0);
    }
    for (const mode_t mode : {isRoot() ? 0600U : 0000U, isRoot() ? 0640U : 0200U, 0664U, 0646U}) {
        SCOPED_TRACE(mode);
        ASSERT_EQ(chmod(path.c_str(), mode), 0);
        expectDefaultsUnread(load(), path);
    }
    for (const std::string& bytes : {"[Support]\nname = L\xE4nssjukhuset\n" + text, text + '\0',
             text + "\xE5", std::string("\xFF\xFE[\0", 4), text + std::string(1024 * 1024, '#')}) {
        SettingsFolders::write(path, bytes);
        expectDefaultsUnread(load(), path);
    }
    if (isRoot()) {
        expectReadable(text);
        ASSERT_EQ(chown(path.c_str(), nobody, nobody), 0);
        expectDefaultsUnread(load(), path);
    }
    ASSERT_EQ(unlink(path.c_str()), 0);
    ASSERT_EQ(symlink("/nowhere", path.c_str()), 0);
    expectDefaultsUnread(load(), path);
    ASSERT_EQ(unlink(path.c_str()), 0);
    ASSERT_EQ(mkdir(path.c_str(), 0755), 0);
    expectDefaultsUnread(load(), path);
    ASSERT_EQ(rmdir(path.c_str()), 0);
    EXPECT_EQ(load().values, app::Settings()) << "there are none";
}

TEST_F(PolicyTrust, LeavesWhatAPolicySaysBeforeDefaultsThatCannotBeRead)
{
    folders.policy("[Diagnostics]\nallowSave = true\n");
    const std::string path = folders.path("kortvakt.conf");
    folders.defaults("[Diagnostics]\nallowSave = false\n");
    ASSERT_EQ(chmod(path.c_str(), 0666), 0);
    const auto loaded = load();
    expectTold(loaded, path);
    EXPECT_TRUE(loaded.values.diagnostics.allowSave);
    EXPECT_FALSE(loaded.values.diagnostics.allowCardReport);
}

TEST_F(PolicyTrust, CountsWhateverTheBytesOfAPolicysName)
{
    const std::string odd = folder() + "/50-l\xE5s.conf";
    folders.policy("[Actions]\nallowUnlock = false\n");
    ASSERT_EQ(rename(file().c_str(), odd.c_str()), 0);
    const auto loaded = load();
    EXPECT_FALSE(loaded.values.actions.allowUnlock);
    EXPECT_TRUE(loaded.values.actions.allowChange);
    EXPECT_TRUE(loaded.complaints.empty());
    const auto row = std::ranges::find_if(loaded.rows, &app::SettingRow::locked);
    ASSERT_NE(row, loaded.rows.end());
    EXPECT_EQ(row->file, folders.path("policy.d/50-l\uFFFDs.conf"));
    ASSERT_EQ(chmod(odd.c_str(), 0664), 0);
    expectUnread(load(), folder() + "/50-l\uFFFDs.conf");
    ASSERT_EQ(unlink(odd.c_str()), 0);
}

TEST_F(PolicyTrust, ClosesByAPolicyThatIsListedAndCannotBeFound)
{
    isGone = [](const char* name) { return std::string(name).ends_with("10-test.conf"); };
    expectUnread(load(), file());
    isGone = [&](const char* name) { // just now: its owner has taken it away
        if (std::string(name).ends_with("10-test.conf")) {
            const bool isReader = isRoot() && geteuid() != 0 && seteuid(0) == 0;
            EXPECT_EQ(unlink(file().c_str()), 0);
            EXPECT_TRUE(!isReader || seteuid(nobody) == 0);
        }
        return false;
    };
    EXPECT_EQ(load().values, app::Settings());
    isGone = nullptr;
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
