// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/settings_table.h"

#include <gtest/gtest.h>

#include <set>

using namespace kortvakt::app;

namespace {

TEST(SettingsTable, MakesOfAllBuiltInValuesWhatAFreshStructHolds)
{
    Settings settings;
    for (const SettingKey& key : settingsTable()) {
        if (!key.list)
            key.set(settings, {key.fallback});
    }
    EXPECT_EQ(settings, Settings());
}

TEST(SettingsTable, GivesEachSettingAPlaceOfItsOwn)
{
    std::set<std::string> names;
    std::vector<Settings> others;
    for (const SettingKey& key : settingsTable()) {
        EXPECT_TRUE(names.insert(std::string(key.group) + '/' + key.name).second) << key.name;
        const SettingKey::Field& field = key.fields.front();
        std::string value = "x";
        if (field.type == SettingKey::Type::Flag)
            value = key.fallback == std::string_view("true") ? "false" : "true";
        else if (field.type == SettingKey::Type::Number)
            value = std::to_string(std::stoi(key.fallback) + 1);
        else if (field.type == SettingKey::Type::Choice)
            value = field.choices.back().value;
        Settings settings;
        key.set(settings, std::vector<std::string>(key.fields.size(), value));
        EXPECT_NE(settings, Settings()) << key.name;
        for (const Settings& other : others)
            EXPECT_NE(settings, other) << key.name;
        others.push_back(settings);
    }
}

TEST(SettingsTable, KeepsWhatOnlyAdministratorsDecideOutOfTheUsersFile)
{
    const std::set<std::string> theirs{"Actions", "Cards", "Support", "Menu", "Diagnostics"};
    for (const SettingKey& key : settingsTable())
        EXPECT_EQ(key.adminOnly, theirs.contains(key.group)) << key.group << '/' << key.name;
}

TEST(SettingsTable, ClosesWhateverAllowsSomethingWhenAPolicyMisspellsIt)
{
    const std::set<std::string> closing{"Actions", "Cards", "Diagnostics"};
    for (const SettingKey& key : settingsTable()) {
        const bool allows = std::string_view(key.name).starts_with("allow");
        if (!allows && !closing.contains(key.group))
            continue;
        ASSERT_NE(key.closed, nullptr) << key.group << '/' << key.name;
        EXPECT_TRUE(key.list || key.closed == std::string_view("false")) << key.group << '/' << key.name;
    }
}

TEST(SettingsTable, NamesChoicesAsFilesDo)
{
    EXPECT_EQ(nameOf(Settings::General::Language::Sv), "sv");
    EXPECT_EQ(nameOf(Settings::General::WithoutTray::Exit), "exit");
}

} // namespace
