// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/setting_file.h"
#include "app/settings/setting_value.h"
#include "app/settings/text.h"

#include <gtest/gtest.h>

namespace kortvakt::test {
namespace {

TEST(SettingText, IsTheSameWhateverItsCaseInEuropesAlphabets)
{
    const std::pair<const char*, const char*> alike[] = {{"TrayIcon", "TRAYICON"}, {"Läsare Å", "LÄSARE å"},
        {"Łódź", "łÓDŹ"}, {"Ÿ", "ÿ"}, {"Čtečka", "ČTEČKA"}, {"Žirgas", "ŽIRGAS"}, {"Șț", "șȚ"},
        {"Ανάγνωση", "ΑΝΆΓΝΩΣΗ"}, {"Считыватель", "СЧИТЫВАТЕЛЬ"}, {"Ђ", "ђ"}, {"\u212A", "k"}, {"ſ", "S"}};
    for (const auto& [one, other] : alike)
        EXPECT_TRUE(app::sameText(one, other)) << one << ' ' << other;
    const std::pair<const char*, const char*> apart[] = {
        {"a", "ä"}, {"ß", "SS"}, {"×", "÷"}, {"ı", "i"}, {"e\u0301", "é"}, {"@", "`"}, {"[", "{"}};
    for (const auto& [one, other] : apart)
        EXPECT_FALSE(app::sameText(one, other)) << one << ' ' << other;
}

TEST(SettingText, LosesWhiteSpaceOfAnyScriptAroundItAndNoneWithin)
{
    for (const char* around :
        {" ", "\t", "\r", "\f", "\u0085", "\u00A0", "\u2003", "\u2028", "\u202F", "\u3000"})
        EXPECT_EQ(app::trimmed(std::string(around) + "a \u00A0b" + around), "a \u00A0b") << around;
    EXPECT_EQ(app::trimmed(" \u00A0 "), "");
    EXPECT_EQ(app::trimmed("\u200Ba\u200B"), "\u200Ba\u200B") << "not white space by Unicode";
    EXPECT_EQ(app::trimmed("\xA0 a"), "\uFFFD a") << "half a character is none";
}

TEST(SettingText, IsMatchedByPatternsInWholeCharacters)
{
    EXPECT_TRUE(app::fitsPattern("kortläsare å*", "KORTLÄSARE Å 00 00"));
    EXPECT_TRUE(app::fitsPattern("L?sare", "Läsare"));
    EXPECT_TRUE(app::fitsPattern("?", "\U0001F4B3"));
    EXPECT_FALSE(app::fitsPattern("Lasare", "Läsare"));
}

TEST(SettingText, BeginsAlsoBehindAMarkWithinFilesThatWerePutTogether)
{
    const auto read = app::readSettings("a = b\n\xEF\xBB\xBF[Actions]\nallowUnlock = false\n", "file");
    ASSERT_EQ(read.settings.size(), 1u);
    EXPECT_EQ(read.settings.front().name(), "Actions/allowUnlock");
}

TEST(SettingText, IsNotRepeatedWhereItCouldSteerATerminal)
{
    const auto read = app::readSettings("[General]\n\x1B[2Ja\u202E = b\n", "file");
    ASSERT_EQ(read.complaints.size(), 1u);
    EXPECT_EQ(read.complaints.front().name(), "General/\uFFFD[2Ja\uFFFD");
}

TEST(SettingLinks, AreAddressesThatMayBeOpened)
{
    static constexpr const char* schemes[] = {"https", "mailto", "tel"};
    const app::SettingKey::Field field{"", app::SettingKey::Type::Link, 0, 0, {}, schemes};
    for (const char* good : {"https://example.org", "HTTPS://example.org/a?b=c#d",
             "https://example.org:8443/", "https://[2001:db8::1]/", "https://192.0.2.1/",
             "https://hjälp.example.org/å", "https://a.b./%C3%A5", "mailto:it@example.org?subject=Kort",
             "tel:+46812345", "https://intra_net/"})
        EXPECT_TRUE(app::checkedValue(field, good)) << good;
    for (const char* bad :
        {"", "https", "https:", "https://", "https:///path", "https:example.org", "https://user@example.org/",
            "https://user:word@example.org/", "https://example.org:x/", "https://example.org:99999/",
            "https://exa mple.org/", "https://example.org/%", "https://example.org/%G0", "https://a..b/",
            "https://-a/", "https://example.org/<a>", "https://[::1", "https://example.org/\"a",
            "https://example.org\\a", "mailto:", "tel:", "tel:?a", "http://example.org/",
            "javascript:alert(1)", "file:///etc/passwd", "https://exam\u202Eple.org/"})
        EXPECT_FALSE(app::checkedValue(field, bad)) << bad;
}

TEST(SettingNumbers, AreWholeAndWithinTheirBounds)
{
    const app::SettingKey::Field field{"", app::SettingKey::Type::Number, 0, 730, {}, {}};
    for (const auto& [written, kept] : {std::pair("60", "60"), {"+60", "60"}, {"007", "7"}, {"-0", "0"}})
        EXPECT_EQ(app::checkedValue(field, written), kept) << written;
    for (const char* bad :
        {"", "+", "-", "+-5", "-1", "731", "6e1", "0x10", "6.0", "6 0", "99999999999", "٣"})
        EXPECT_FALSE(app::checkedValue(field, bad)) << bad;
}

} // namespace
} // namespace kortvakt::test
