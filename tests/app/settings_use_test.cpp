// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/settings_folders.h"

#include "app/settings/apply_settings.h"
#include "app/settings/user_file.h"

#include <algorithm>

namespace kortvakt::test {
namespace {

const ui::SettingKey& key(const char* group, const char* name)
{
    const auto all = ui::settingsTable();
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
        EXPECT_EQ(app::withSetting(
                      QString::fromUtf8(one.before), key("General", "trayIcon"), {QStringLiteral("false")})
                      .toStdString(),
            one.after)
            << one.before;
}

TEST(UserFile, WritesListsAnewAndTakesSettingsOut)
{
    const QString before = QStringLiteral("[Readers]\nignore/3 = a\n# note\nignore/1 = b\n");
    EXPECT_EQ(app::withSetting(before, key("Readers", "ignore"), {QStringLiteral("x"), QStringLiteral("y")}),
        QStringLiteral("[Readers]\nignore/1 = x\nignore/2 = y\n# note\n"));
    EXPECT_EQ(app::withSetting(before, key("Readers", "ignore"), {}), QStringLiteral("[Readers]\n# note\n"));
    EXPECT_EQ(app::withSetting({}, key("Readers", "ignore"), {}), QString());
}

TEST(UserFile, IsReadAsItWasWritten)
{
    SettingsFolders folders;
    for (const auto& one : ui::settingsTable()) {
        if (one.adminOnly || one.list || one.fields.front().type != ui::SettingKey::Type::Flag)
            continue;
        const bool was = one.fallback == std::string_view("true");
        EXPECT_EQ(app::writeSetting(
                      folders.places.user, one, {was ? QStringLiteral("false") : QStringLiteral("true")}),
            QString());
        const auto loaded = folders.load();
        const auto found = std::ranges::find(loaded.rows, &one, &app::SettingRow::key);
        EXPECT_EQ(found->source, app::SettingSource::User) << one.name;
        EXPECT_TRUE(loaded.complaints.empty());
    }
}

TEST(UserFile, TellsWhyItCouldNotBeWrittenAndKeepsWhatItCannotRead)
{
    const SettingsFolders folders;
    SettingsFolders::write(folders.places.user, QByteArray(300 * 1024, '#'));
    EXPECT_FALSE(app::writeSetting(folders.places.user, key("General", "trayIcon"), {QStringLiteral("false")})
                     .isEmpty());
    EXPECT_EQ(QFileInfo(folders.places.user).size(), 300 * 1024);
    EXPECT_FALSE(app::writeSetting(
        folders.places.user + QStringLiteral("/below"), key("General", "trayIcon"), {QStringLiteral("false")})
                     .isEmpty());
}

TEST(HouseRulesFromSettings, CarryEveryDecisionAboutCards)
{
    EXPECT_EQ(app::houseRules(ui::Settings()).unlock, true);
    ui::Settings settings;
    settings.actions = {false, false, false, false};
    settings.activation.offer = false;
    settings.codes.minLength = 6;
    settings.codes.maxLength = 8;
    settings.dialog.allowShowDigits = false;
    settings.certificates.allowExport = false;
    settings.certificates.expiryWarningDays = 30;
    settings.support.name = QStringLiteral("Servicedesk");
    settings.support.phone = QStringLiteral("08-123 45 67");
    settings.support.pukHelp = QStringLiteral("Alla");
    settings.support.issuerHelp = QStringList{QStringLiteral("SITHS : Egna")};
    const HouseRules rules = app::houseRules(settings);
    EXPECT_FALSE(rules.unlock || rules.choose || rules.change || rules.activate || rules.offerActivation
        || rules.showDigits || rules.exportCertificates);
    EXPECT_EQ(rules.minLength, 6);
    EXPECT_EQ(rules.maxLength, 8);
    EXPECT_EQ(rules.expiryWarningDays, 30);
    EXPECT_EQ(rules.contact, "Servicedesk, 08-123 45 67");
    ASSERT_EQ(rules.pukHelp.size(), 2u);
    EXPECT_EQ(rules.pukHelp[0].issuer, Issuer::Siths);
    EXPECT_EQ(rules.pukHelp[0].text, "Egna");
    EXPECT_EQ(rules.pukHelp[1].text, "Alla");
}

TEST(LeftAlone, NamesReadersBeforeCardsAndWhoDecided)
{
    SettingsFolders folders;
    folders.user("[Readers]\nignore/1 = yubikey*\n");
    folders.policy("[Cards]\nallowAtr/1 = 3B00\nallowAtr/2 = 3B01\nignoreAtr/1 = 3B01\n");
    const app::LeftAlone alone(folders.load());
    EXPECT_EQ(alone.why("Yubico YubiKey 00 00", fromHex("3B00")), std::nullopt);
    EXPECT_EQ(alone.why("YubiKey 00 00", fromHex("3B00")), ErrorId::ReaderIgnored);
    EXPECT_EQ(alone.why("YubiKey 00 00", {}), ErrorId::ReaderIgnored);
    EXPECT_EQ(alone.why("Other", fromHex("3B00")), std::nullopt);
    EXPECT_EQ(alone.why("Other", fromHex("3B01")), ErrorId::CardIgnored);
    EXPECT_EQ(alone.why("Other", fromHex("3B02")), ErrorId::CardIgnored);
    EXPECT_EQ(alone.why("Other", {}), std::nullopt);
    EXPECT_FALSE(alone.readersByPolicy());
    folders.policy("[Readers]\nignore/1 = x\n", "20.conf");
    EXPECT_TRUE(app::LeftAlone(folders.load()).readersByPolicy());
}

} // namespace
} // namespace kortvakt::test
