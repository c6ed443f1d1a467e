// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/settings_fixture.h"

#include <sys/stat.h>

namespace kortvakt::test {
namespace {

TEST_F(SettingsTest, CloseWhatAPolicyMisspells)
{
    for (const auto& key : app::settingsTable()) {
        if (!key.closed || key.list)
            continue;
        for (const char* bad : {"= perhaps", "= yes", "=", "= true false", "= \"true\"", ": true", "",
                 "/1 = true", "= tru\xE9"}) {
            SettingsFolders here;
            const std::string text = std::string("[") + key.group + "]\n" + key.name + bad + "\n";
            here.policy(text);
            here.user((std::string("[") + key.group + "]\n" + key.name + " = true\n").c_str());
            const auto loaded = here.load();
            const auto found = row(loaded, (std::string(key.group) + '/' + key.name).c_str());
            EXPECT_EQ(found.values, std::vector<std::string>{"false"}) << text;
            EXPECT_TRUE(found.locked) << text;
            EXPECT_TRUE(told(loaded, Kind::BadValue, 2)) << text;
            EXPECT_TRUE(loaded.hasFaults());
        }
    }
}

TEST_F(SettingsTest, CloseCardsThatAPolicyMisspells)
{
    folders.policy("[Cards]\nallowAtr/1 = 3B7\nignoreAtr/1 = 3B00\n");
    auto loaded = folders.load();
    EXPECT_EQ(loaded.values.cards.allowAtr, std::vector<std::string>{"none"});
    EXPECT_EQ(loaded.values.cards.ignoreAtr, std::vector<std::string>{"3B00"});
    folders.policy("[Cards]\nignoreAtr/1 = 3B00\nignoreAtr/2 = 3G00\nignoreAtr/x = 3B01\n");
    loaded = folders.load();
    EXPECT_TRUE(std::ranges::count(loaded.values.cards.ignoreAtr, "*") > 0);
    EXPECT_TRUE(told(loaded, Kind::BadValue, 3));
    EXPECT_TRUE(told(loaded, Kind::BadValue, 4));
}

TEST_F(SettingsTest, CloseWhatOnlyAdministratorsDecideAlsoWhenTheirDefaultIsBad)
{
    folders.defaults("[Actions]\nallowUnlock = nope\n[Certificates]\nallowExport = nope\n");
    const auto loaded = folders.load();
    EXPECT_FALSE(loaded.values.actions.allowUnlock);
    EXPECT_TRUE(loaded.values.certificates.allowExport); // the user may decide it: no policy closed it
}

TEST_F(SettingsTest, RefuseFilesThatOthersThanRootMayHaveWritten)
{
    const char* const text = "[General]\ntrayIcon = false\n[Actions]\nallowChange = false\n";
    const auto refused = [&](Refusal why) {
        const auto loaded = folders.load();
        EXPECT_TRUE(loaded.values.general.trayIcon) << complaints(loaded);
        EXPECT_FALSE(loaded.values.actions.allowUnlock) << "what is not used closes all the same";
        EXPECT_TRUE(told(loaded, why)) << complaints(loaded);
        EXPECT_TRUE(loaded.hasFaults());
    };
    folders.policy(text);
    const std::string file = folders.path("policy.d/10-test.conf");
    EXPECT_FALSE(folders.load().values.general.trayIcon);

    ASSERT_EQ(chmod(file.c_str(), 0664), 0);
    refused(Refusal::WritableByOthers);
    ASSERT_EQ(chmod(file.c_str(), 0646), 0);
    refused(Refusal::WritableByOthers);
    ASSERT_EQ(chmod(file.c_str(), 0644), 0);

    folders.places.owner = geteuid() + 1;
    refused(Refusal::NotOwned);
    folders.places.owner = geteuid();

    const std::string folder = folders.path("policy.d");
    ASSERT_EQ(chmod(folder.c_str(), 0777), 0);
    refused(Refusal::WritableByOthers);
    ASSERT_EQ(chmod(folder.c_str(), 0755), 0);

    const std::string elsewhere = folders.path("real.conf");
    ASSERT_EQ(rename(file.c_str(), elsewhere.c_str()), 0);
    ASSERT_EQ(symlink(elsewhere.c_str(), file.c_str()), 0);
    refused(Refusal::Link);
    ASSERT_EQ(unlink(file.c_str()), 0);

    ASSERT_EQ(mkdir(file.c_str(), 0755), 0);
    refused(Refusal::NotAFile);
    ASSERT_EQ(rmdir(file.c_str()), 0);
    ASSERT_EQ(mkfifo(file.c_str(), 0644), 0);
    refused(Refusal::NotAFile);
    ASSERT_EQ(unlink(file.c_str()), 0);

    ASSERT_EQ(rmdir(folder.c_str()), 0);
    const std::string moved = folders.path("moved");
    ASSERT_EQ(mkdir(moved.c_str(), 0755), 0);
    ASSERT_EQ(symlink(moved.c_str(), folder.c_str()), 0);
    refused(Refusal::Link);
}

TEST_F(SettingsTest, RefuseAFolderThatIsALinkOrSomebodyElses)
{
    folders.policy("[General]\ntrayIcon = false\n");
    const std::string etc = folders.places.system, moved = etc + "-moved";
    ASSERT_EQ(rename(etc.c_str(), moved.c_str()), 0);
    ASSERT_EQ(symlink(moved.c_str(), etc.c_str()), 0);
    const auto loaded = folders.load();
    EXPECT_TRUE(loaded.values.general.trayIcon);
    EXPECT_FALSE(loaded.values.actions.allowUnlock);
    EXPECT_TRUE(told(loaded, Refusal::Link)) << complaints(loaded);
}

TEST_F(SettingsTest, CloseWhatCanBeClosedWhenAPolicyOfRootsCannotBeRead)
{
    folders.policy("");
    SettingsFolders::write(folders.path("policy.d/10-test.conf"), std::string(300 * 1024, '#'));
    for (const Refusal why : {Refusal::TooLarge, Refusal::NotText}) {
        const auto loaded = folders.load();
        EXPECT_TRUE(told(loaded, why)) << complaints(loaded);
        for (const auto& key : app::settingsTable()) {
            if (!key.closed)
                continue;
            const auto found = std::ranges::find(loaded.rows, &key, &app::SettingRow::key);
            ASSERT_NE(found, loaded.rows.end());
            EXPECT_EQ(found->values, std::vector<std::string>{key.closed}) << key.name;
            EXPECT_TRUE(found->locked);
        }
        EXPECT_TRUE(loaded.values.general.trayIcon);
        SettingsFolders::write(folders.path("policy.d/10-test.conf"), std::string("\xFF\xFE[\0A\0", 6));
    }
}

} // namespace
} // namespace kortvakt::test
