// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/app/policy_trust.h"

#include "ui/words/setting_words.h"

namespace kortvakt::test {
namespace {

/** All that is complained of, in words. */
std::string said(const app::LoadedSettings& loaded)
{
    QString all;
    for (const auto& complaint : loaded.complaints)
        all += ui::complaintText(complaint) + u'\n';
    return all.toStdString();
}

TEST_F(SettingsTest, TellWhichPartOfALinkIsMissing)
{
    folders.policy("[Menu]\nlinks/1/title = Help desk\nlinks/2/url = https://example.org/\n"
                   "links/3/title = In two files\n",
        "10.conf");
    folders.policy("[Menu]\nlinks/3/url = https://example.org/\n", "20.conf");
    const auto loaded = folders.load();
    EXPECT_TRUE(loaded.hasFaults());
    ASSERT_EQ(loaded.complaints.size(), 2u) << said(loaded);
    EXPECT_TRUE(told(loaded, Kind::Missing, 2));
    EXPECT_TRUE(told(loaded, Kind::Missing, 3));
    EXPECT_NE(
        said(loaded).find("10.conf:2: Menu/links/1/url is missing: expected an address"), std::string::npos);
    EXPECT_NE(
        said(loaded).find("10.conf:3: Menu/links/2/title is missing: expected a text"), std::string::npos);
    ASSERT_EQ(loaded.values.menu.links.size(), 1u);
    EXPECT_EQ(loaded.values.menu.links.front().title, "In two files");
}

TEST_F(SettingsTest, WantTheLengthsOfNewCodesInOrder)
{
    struct Case {
        const char *policy, *user;
        int fewest, recommended, most;
        const char* told; ///< nothing: it is as it should be
    };
    const Case cases[] = {
        {"minLength = 6\nrecommendedLength = 6\nmaxLength = 6\n", "", 6, 6, 6, nullptr},
        {"minLength = 8\nmaxLength = 6\n", "", 8, 8, 64,
            "Codes/maxLength: expected a number no smaller than Codes/minLength (8)"},
        {"maxLength = 6\nrecommendedLength = 7\n", "", 4, 6, 6,
            "Codes/recommendedLength: expected a number no greater than Codes/maxLength (6)"},
        {"minLength = 8\nrecommendedLength = 6\n", "", 8, 8, 64,
            "Codes/recommendedLength: expected a number no smaller than"},
        // What is only recommended by the program itself goes along.
        {"minLength = 8\n", "", 8, 8, 64, nullptr},
        {"maxLength = 4\n", "", 4, 4, 4, nullptr},
        // A user cannot shorten what a policy lengthens.
        {"minLength = 8\n", "maxLength = 6\n", 8, 8, 64, "kortvakt.conf:2: Codes/maxLength: expected"},
        {"maxLength = 6\n", "minLength = 8\n", 4, 6, 6,
            "kortvakt.conf:2: Codes/minLength: expected a number no greater than Codes/maxLength (6)"},
    };
    for (const Case& one : cases) {
        SCOPED_TRACE(std::string(one.policy) + one.user);
        SettingsFolders here;
        here.policy((std::string("[Codes]\n") + one.policy).c_str());
        here.user((std::string("[Codes]\n") + one.user).c_str());
        const auto loaded = here.load();
        EXPECT_EQ(loaded.values.codes.minLength, one.fewest);
        EXPECT_EQ(loaded.values.codes.recommendedLength, one.recommended);
        EXPECT_EQ(loaded.values.codes.maxLength, one.most);
        EXPECT_EQ(loaded.hasFaults(), one.told != nullptr) << said(loaded);
        if (one.told) {
            EXPECT_NE(said(loaded).find(one.told), std::string::npos) << said(loaded);
        }
    }
}

TEST_F(SettingsTest, GuessWhatAMisspeltNameWasMeantFor)
{
    const std::pair<const char*, const char*> cases[] = {
        {"[Actions]\nallowUnlok = false\n", "Did you mean Actions/allowUnlock?"},
        {"[Action]\nallowunlock = false\n", "Did you mean Actions/allowUnlock?"},
        {"[General]\nallowUnlock = false\n", "Did you mean Actions/allowUnlock?"},
        {"[Reader]\nignore/1 = Omni*\n", "Did you mean Readers/ignore?"},
        {"[General]\nnonsense = 1\n", nullptr}};
    for (const auto& [text, guess] : cases) {
        SettingsFolders here;
        here.policy(text);
        const auto loaded = here.load();
        EXPECT_TRUE(told(loaded, Kind::NoSetting, 2)) << text;
        EXPECT_TRUE(loaded.hasFaults()) << "what a policy misspells was to close something";
        const std::string words = said(loaded);
        EXPECT_EQ(words.find("Did you mean") != std::string::npos, guess != nullptr) << words;
        if (guess) {
            EXPECT_NE(words.find(guess), std::string::npos) << words;
        }
    }
}

TEST_F(PolicyTrust, SaysWhatToSet)
{
    const auto told = [&] {
        const auto loaded = load();
        return loaded.complaints.empty() ? std::string()
                                         : ui::complaintText(loaded.complaints.front()).toStdString();
    };
    ASSERT_EQ(chmod(file().c_str(), 0664), 0);
    EXPECT_EQ(told(),
        file()
            + ": Others than its owner may write to it, and it is not used. Give it owner root and mode "
              "0644. "
              "Until it is mended, no cards are used (KV52).");
    ASSERT_EQ(chmod(folder().c_str(), 0775), 0);
    EXPECT_NE(told().find("policy.d: Others"), std::string::npos) << told();
    EXPECT_NE(told().find("mode 0755. Until"), std::string::npos) << told();
}

} // namespace
} // namespace kortvakt::test
