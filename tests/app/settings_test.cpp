// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/settings_fixture.h"

namespace kortvakt::test {
namespace {

TEST_F(SettingsTest, AreWhatIsBuiltInWhereThereAreNoFiles)
{
    const auto loaded = folders.load();
    EXPECT_EQ(loaded.values, app::Settings());
    EXPECT_TRUE(loaded.complaints.empty()) << complaints(loaded);
    for (const auto& one : loaded.rows)
        EXPECT_EQ(one.source, app::SettingSource::BuiltIn) << one.name();
}

TEST_F(SettingsTest, ComeFromPolicyThenUserThenDefaultThenBuiltIn)
{
    struct Case {
        const char *policy, *user, *defaults;
        int days;
        app::SettingSource source;
        bool locked;
    };
    const Case cases[] = {
        {"10", "20", "30", 10, app::SettingSource::Policy, true},
        {nullptr, "20", "30", 20, app::SettingSource::User, false},
        {nullptr, nullptr, "30", 30, app::SettingSource::AdminDefault, false},
        {nullptr, nullptr, nullptr, 60, app::SettingSource::BuiltIn, false},
        {nullptr, "often", "30", 30, app::SettingSource::AdminDefault, false},
        {nullptr, "often", "never", 60, app::SettingSource::BuiltIn, false},
        // What a policy misspells is not the user's to decide.
        {"often", "20", "30", 30, app::SettingSource::Policy, true},
        {"often", "20", nullptr, 60, app::SettingSource::Policy, true},
        {"-1", "20", nullptr, 60, app::SettingSource::Policy, true},
        {"731", "20", nullptr, 60, app::SettingSource::Policy, true},
        {"6e1", "20", nullptr, 60, app::SettingSource::Policy, true},
    };
    for (const Case& one : cases) {
        const SettingsFolders own;
        const auto text = [](const char* value) {
            return std::string("[Certificates]\nexpiryWarningDays = ") + value + '\n';
        };
        SettingsFolders here;
        if (one.policy)
            here.policy(text(one.policy).c_str());
        if (one.user)
            here.user(text(one.user).c_str());
        if (one.defaults)
            here.defaults(text(one.defaults).c_str());
        const auto loaded = here.load();
        const auto found = row(loaded, "Certificates/expiryWarningDays");
        EXPECT_EQ(loaded.values.certificates.expiryWarningDays, one.days) << complaints(loaded);
        EXPECT_EQ(found.source, one.source) << complaints(loaded);
        EXPECT_EQ(found.locked, one.locked);
        EXPECT_EQ(found.line, one.source == app::SettingSource::BuiltIn ? 0 : 2);
    }
}

TEST_F(SettingsTest, TakeTheLastPolicyByNameAndTellWhere)
{
    folders.policy("[Actions]\nallowChange = true\n", "90-late.conf");
    folders.policy("[Actions]\n\nallowChange = false\n", "10-early.conf");
    folders.policy("[Actions]\nallowChange = false\n", "99-other.txt");
    folders.policy("[Actions]\nallowChange = false\n", ".99-hidden.conf");
    const auto loaded = folders.load();
    EXPECT_TRUE(loaded.values.actions.allowChange);
    EXPECT_EQ(row(loaded, "Actions/allowChange").file, folders.path("policy.d/90-late.conf"));
    EXPECT_EQ(row(loaded, "Actions/allowChange").line, 2);
}

TEST_F(SettingsTest, NeverTakeFromTheUsersFileWhatAdministratorsDecide)
{
    folders.user(
        "[Actions]\nallowUnlock = false\n[Cards]\nallowAtr/1 = 3B00\n[Support]\nname = Me\n"
        "[Menu]\nlinks/1/title = X\nlinks/1/url = https://example.org/\n[Diagnostics]\nallowSave = false\n"
        "[General]\nActions/allowChange = false\n");
    const auto loaded = folders.load();
    EXPECT_EQ(loaded.values, app::Settings());
    for (const int line : {2, 4, 6, 8, 9, 11, 13})
        EXPECT_TRUE(told(loaded, Kind::NotTheUsers, line)) << line << '\n' << complaints(loaded);
}

TEST_F(SettingsTest, ReadListsAsAWholeAndInTheirOrder)
{
    folders.defaults("[Readers]\nignore/1 = Default*\n");
    folders.user("[Readers]\nignore/10 = Ten\nignore/2 = Two [x] *\n");
    auto loaded = folders.load();
    EXPECT_EQ(loaded.values.readers.ignore, (std::vector<std::string>{"Two [x] *", "Ten"}));
    EXPECT_EQ(row(loaded, "Readers/ignore/10").line, 2);
    folders.policy("[Readers]\nignore/1 = Policy\n", "10.conf");
    folders.policy("[Readers]\nignore/2 = More\n", "20.conf");
    loaded = folders.load();
    EXPECT_EQ(loaded.values.readers.ignore, (std::vector<std::string>{"Policy", "More"}));
    EXPECT_TRUE(row(loaded, "Readers/ignore/2").locked);
}

TEST_F(SettingsTest, WantAllPartsOfALinkAndKnownSchemesOnly)
{
    folders.policy("[Menu]\nlinks/1/title = Help desk\nlinks/1/url = https://help.example.org/a?b=c\n"
                   "links/2/title = No address\nlinks/3/title = Script\nlinks/3/url = javascript:alert(1)\n"
                   "links/4/title = File\nlinks/4/url = file:///etc/passwd\nlinks/5/title = Call\n"
                   "links/5/url = tel:+468123\nlinks/6/title = Http\nlinks/6/url = http://example.org/\n");
    const auto loaded = folders.load();
    ASSERT_EQ(loaded.values.menu.links.size(), 2u) << complaints(loaded);
    EXPECT_EQ(loaded.values.menu.links.front().url, "https://help.example.org/a?b=c");
    EXPECT_EQ(loaded.values.menu.links.back().title, "Call");
    for (const int line : {6, 8, 12})
        EXPECT_TRUE(told(loaded, Kind::BadValue, line)) << line;
    EXPECT_TRUE(told(loaded, Kind::Missing, 4)) << complaints(loaded);
}

TEST_F(SettingsTest, TellWhatIsOddAndGoOn)
{
    folders.user("\xEF\xBB\xBF[General]\r\ntrayIcon = false\r\nnonsense = 1\r\n# comment\r\n; comment\r\n"
                 "[Nothing]\r\na = b\r\nwhat is this\r\n[Support]\r\n[Readers]\r\nignore/1 = \xE5\xE4\xF6\r\n"
                 "[general]\r\nTRAYICON = FALSE\r\n");
    const auto loaded = folders.load();
    EXPECT_FALSE(loaded.values.general.trayIcon);
    EXPECT_TRUE(told(loaded, Kind::ByteOrderMark, 1));
    EXPECT_TRUE(told(loaded, Kind::CarriageReturns, 1));
    EXPECT_TRUE(told(loaded, Kind::NoSetting, 3));
    EXPECT_TRUE(told(loaded, Kind::NoSetting, 7));
    EXPECT_TRUE(told(loaded, Kind::NotASetting, 8));
    EXPECT_TRUE(told(loaded, Kind::NotUtf8, 11));
    EXPECT_TRUE(told(loaded, Kind::Twice, 13));
}

TEST_F(SettingsTest, AreNoFaultWhenTheyAreOnlyOdd)
{
    folders.policy("\xEF\xBB\xBF[General]\r\nautostart = false\r\n");
    folders.user("[General]\nunknown = 1\n");
    const auto loaded = folders.load();
    EXPECT_FALSE(loaded.values.general.autostart);
    EXPECT_EQ(loaded.complaints.size(), 3u) << complaints(loaded);
    EXPECT_FALSE(loaded.hasFaults());
}

TEST_F(SettingsTest, TellOfAUsersFileThatCannotBeReadAndUseTheRest)
{
    SettingsFolders::write(folders.places.user, std::string(300 * 1024, '#'));
    folders.defaults("[General]\ntrayIcon = false\n");
    const auto loaded = folders.load();
    EXPECT_TRUE(told(loaded, Refusal::TooLarge));
    EXPECT_FALSE(loaded.values.general.trayIcon);
    EXPECT_TRUE(loaded.values.actions.allowUnlock);
}

TEST_F(SettingsTest, TellOfAPatternThatLooksLikeARegularExpressionAndTakeItAsItStands)
{
    for (const char* odd : {"^Yubi.*$", "Yubi.*", "Yubi.+", "^Yubi", "Yubi$", "Yubi\\w*", "Omni|Yubi",
             "[Yy]ubi*", "[0-9]*", "[^A]*", "(?i)yubi"}) {
        SettingsFolders here;
        here.policy((std::string("[Readers]\nignore/1 = ") + odd + '\n').c_str());
        const auto loaded = here.load();
        EXPECT_EQ(loaded.values.readers.ignore, std::vector<std::string>{odd});
        EXPECT_TRUE(told(loaded, Kind::LooksLikeExpression, 2)) << odd;
        EXPECT_FALSE(loaded.hasFaults()) << odd;
    }
    for (const char* usual : {"Yubi*", "*[CCID Interface]*", "Alcor Micro AU9540 (0123) 00 00",
             "A.B. Reader?", "*", "OMNIKEY AG 3121 [Smart Card-Reader]"}) {
        SettingsFolders here;
        here.policy((std::string("[Readers]\nignore/1 = ") + usual + '\n').c_str());
        EXPECT_TRUE(here.load().complaints.empty()) << usual;
    }
}

TEST(SettingsCheck, TellsWhatAnAdministratorWouldWantToKnow)
{
    const SettingsFolders folders;
    const std::string path = folders.places.system + "/draft.conf";
    SettingsFolders::write(path, "[Actions]\nallowUnlok = false\nallowChange = nope\n");
    const auto complaints = app::checkPolicy(path);
    ASSERT_EQ(complaints.size(), 2u);
    EXPECT_EQ(complaints[0].kind, Kind::NoSetting);
    EXPECT_EQ(complaints[1].kind, Kind::BadValue);
    EXPECT_FALSE(complaints[1].closes) << "a draft is not in force";
    EXPECT_EQ(app::checkPolicy(path + 'x').front().kind, Kind::NotThere);
    SettingsFolders::write(path, "[Codes]\nmaxLength = 6\nminLength = 8\n[Menu]\nlinks/2/title = Foo\n");
    const auto wrong = app::checkPolicy(path);
    ASSERT_EQ(wrong.size(), 2u);
    EXPECT_EQ(wrong[0].name(), "Codes/maxLength");
    EXPECT_EQ(wrong[1].name(), "Menu/links/2/url");
}

} // namespace
} // namespace kortvakt::test
