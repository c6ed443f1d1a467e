// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/settings_folders.h"

#include "app/settings/apply_settings.h"
#include "app/settings/user_file.h"

#include <algorithm>

namespace kortvakt::test {
namespace {

const app::SettingKey& key(const char* group, const char* name)
{
    const auto all = app::settingsTable();
    return *std::ranges::find_if(all, [&](const auto& one) {
        return one.group == std::string_view(group) && one.name == std::string_view(name);
    });
}

TEST(UserFile, KeepsEverythingElseAsItIs)
{
    struct Case {
        const char *before, *after;
    };
    const Case cases[] = {
        {"", "[General]\ntrayIcon = false\n"},
        {"# mine\n[General]\n; why\ntrayicon=true\nunknown = x\n\n[Other]\na=b\n",
            "# mine\n[General]\n; why\ntrayIcon = false\nunknown = x\n\n[Other]\na=b\n"},
        {"[General]\nlanguage = sv\n\n[Readers]\nignore/1 = x\n",
            "[General]\nlanguage = sv\ntrayIcon = false\n\n[Readers]\nignore/1 = x\n"},
        {"[Readers]\nignore/1 = x", "[Readers]\nignore/1 = x\n\n[General]\ntrayIcon = false\n"},
        {"[General]\ntrayIcon = 1\ntrayIcon = 1\n", "[General]\ntrayIcon = false\n"},
        {"General/trayIcon = true\n[General]\n", "[General]\ntrayIcon = false\n"},
        {"[Readers]\nGeneral/trayIcon = true\n", "[Readers]\n\n[General]\ntrayIcon = false\n"},
        {"garbage\n[General]\n", "garbage\n[General]\ntrayIcon = false\n"},
    };
    for (const Case& one : cases)
        EXPECT_EQ(app::withSetting(one.before, key("General", "trayIcon"), {"false"}), one.after)
            << one.before;
}

TEST(UserFile, WritesListsAnewAndTakesSettingsOut)
{
    const std::string before = "[Readers]\nignore/3 = a\n# note\nignore/1 = b\n";
    EXPECT_EQ(app::withSetting(before, key("Readers", "ignore"), {"x", "y"}),
        "[Readers]\nignore/1 = x\nignore/2 = y\n# note\n");
    EXPECT_EQ(app::withSetting(before, key("Readers", "ignore"), {}), "[Readers]\n# note\n");
    EXPECT_EQ(app::withSetting({}, key("Readers", "ignore"), {}), std::string());
}

TEST(UserFile, IsReadAsItWasWritten)
{
    SettingsFolders folders;
    for (const auto& one : app::settingsTable()) {
        if (one.adminOnly || one.list || one.fields.front().type != app::SettingKey::Type::Flag)
            continue;
        const bool was = one.fallback == std::string_view("true");
        EXPECT_FALSE(app::writeSetting(folders.places.user, one, {was ? "false" : "true"}));
        const auto loaded = folders.load();
        const auto found = std::ranges::find(loaded.rows, &one, &app::SettingRow::key);
        EXPECT_EQ(found->source, app::SettingSource::User) << one.name;
        EXPECT_TRUE(loaded.complaints.empty());
    }
}

TEST(UserFile, TellsWhyItCouldNotBeWrittenAndKeepsWhatItCannotRead)
{
    const SettingsFolders folders;
    SettingsFolders::write(folders.places.user, std::string(300 * 1024, '#'));
    const auto refused = app::writeSetting(folders.places.user, key("General", "trayIcon"), {"false"});
    ASSERT_TRUE(refused && refused->refused);
    EXPECT_EQ(refused->refused->refused, app::Refusal::TooLarge);
    EXPECT_EQ(std::filesystem::file_size(folders.places.user), 300 * 1024);
    const auto failed =
        app::writeSetting(folders.places.user + "/below", key("General", "trayIcon"), {"false"});
    ASSERT_TRUE(failed);
    EXPECT_FALSE(failed->error.message().empty());
    EXPECT_TRUE(failed->error);
}

TEST(UserFile, StaysALinkAndKeepsItsPermissionsAndLeavesNothingBesideIt)
{
    namespace fs = std::filesystem;
    const SettingsFolders folders;
    const std::string real = folders.path("real.conf");
    SettingsFolders::write(real, "");
    fs::permissions(real, fs::perms{0600});
    fs::create_directories(fs::path(folders.places.user).parent_path());
    fs::create_symlink(real, folders.places.user);
    EXPECT_FALSE(app::writeSetting(folders.places.user, key("General", "trayIcon"), {"false"}));
    EXPECT_TRUE(fs::is_symlink(folders.places.user));
    EXPECT_FALSE(folders.load().values.general.trayIcon);
    EXPECT_EQ(fs::status(real).permissions(), fs::perms{0600});
    EXPECT_EQ(std::distance(fs::directory_iterator(folders.places.system), {}), 1);

    fs::remove(real);
    EXPECT_FALSE(app::writeSetting(folders.places.user, key("General", "trayIcon"), {"false"}));
    EXPECT_TRUE(fs::is_symlink(folders.places.user)) << "what it leads to was not there yet";
    EXPECT_TRUE(fs::exists(real));
}

TEST(HouseRulesFromSettings, CarryEveryDecisionAboutCards)
{
    EXPECT_EQ(app::codeRules(app::Settings()).unlock, true);
    EXPECT_EQ(app::shownRules(app::Settings()), app::ShownRules());
    app::Settings settings;
    settings.actions = {false, false, false, false};
    settings.activation.offer = false;
    settings.codes.minLength = 6;
    settings.codes.maxLength = 8;
    settings.dialog.allowShowDigits = false;
    settings.certificates.allowExport = false;
    settings.certificates.expiryWarningDays = 30;
    settings.support.name = "Servicedesk";
    settings.support.phone = "08-123 45 67";
    settings.support.pukHelp = "Alla";
    settings.support.issuerHelp = std::vector<std::string>{"SITHS : Egna"};
    const CodeRules rules = app::codeRules(settings);
    const app::ShownRules shown = app::shownRules(settings);
    EXPECT_FALSE(rules.unlock || rules.choose || rules.change || rules.activate || shown.offerActivation
        || shown.showDigits || shown.exportCertificates);
    EXPECT_EQ(rules.minLength, 6);
    EXPECT_EQ(rules.maxLength, 8);
    EXPECT_EQ(shown.expiryWarningDays, 30);
    EXPECT_EQ(shown.contact, "Servicedesk, 08-123 45 67");
    ASSERT_EQ(shown.pukHelp.size(), 2u);
    EXPECT_EQ(shown.pukHelp[0].issuer, Issuer::Siths);
    EXPECT_EQ(shown.pukHelp[0].text, "Egna");
    EXPECT_EQ(shown.pukHelp[1].text, "Alla");
}

TEST(Excluded, NamesReadersBeforeCardsAndWhoDecided)
{
    SettingsFolders folders;
    folders.user("[Readers]\nignore/1 = yubikey*\n");
    folders.policy("[Cards]\nallowAtr/1 = 3B00\nallowAtr/2 = 3B01\nignoreAtr/1 = 3B01\n");
    const app::Excluded alone(folders.load());
    EXPECT_EQ(alone.why("Yubico YubiKey 00 00", fromHex("3B00")), std::nullopt);
    EXPECT_EQ(alone.why("YubiKey 00 00", fromHex("3B00")), ErrorId::ReaderIgnored);
    EXPECT_EQ(alone.why("YubiKey 00 00", {}), ErrorId::ReaderIgnored);
    EXPECT_EQ(alone.why("Other", fromHex("3B00")), std::nullopt);
    EXPECT_EQ(alone.why("Other", fromHex("3B01")), ErrorId::CardIgnored);
    EXPECT_EQ(alone.why("Other", fromHex("3B02")), ErrorId::CardIgnored);
    EXPECT_EQ(alone.why("Other", {}), std::nullopt);
    EXPECT_FALSE(alone.readersByPolicy());
    folders.policy("[Readers]\nignore/1 = x\n", "20.conf");
    EXPECT_TRUE(app::Excluded(folders.load()).readersByPolicy());
}

} // namespace
} // namespace kortvakt::test
