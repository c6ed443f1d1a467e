// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/settings/setting_value.h"

#include <gtest/gtest.h>

namespace kortvakt::test {
namespace {

TEST(SettingValues, AreTakenOrRefusedByType)
{
    struct Case {
        app::SettingKey::Type type;
        const char *written, *kept; ///< kept nothing: refused
    };
    using Type = app::SettingKey::Type;
    const Case cases[] = {{Type::Flag, "TRUE", "true"}, {Type::Flag, "0", "false"},
        {Type::Flag, "on", nullptr}, {Type::Text, "Hjälp", "Hjälp"}, {Type::Text, "", nullptr},
        {Type::Text, "a\tb", nullptr}, {Type::Text, "\u202Eevil", nullptr},
        {Type::Mail, "it@example.org", "it@example.org"}, {Type::Mail, "it", nullptr},
        {Type::Mail, "it@example.org?bcc=x@y.z", nullptr}, {Type::Mail, "a b@c.d", nullptr},
        {Type::Pattern, "Omni*", "Omni*"}, {Type::Pattern, "", nullptr}, {Type::Atr, "3b 7f:96", "3B7F96"},
        {Type::Atr, "3B7F/FF00", "3B7F/FF00"}, {Type::Atr, "3B7F/FF", nullptr}, {Type::Atr, "3B", nullptr},
        {Type::Atr, "*", "*"}, {Type::Atr, "NONE", "none"}, {Type::Atr, "", nullptr},
        {Type::Atr, "3B7F/FFFF/00", nullptr}, {Type::Issuer, "siths: Fråga", "siths: Fråga"},
        {Type::Issuer, "bank: x", nullptr}, {Type::Issuer, "siths:", nullptr},
        {Type::Issuer, "siths", nullptr}};
    for (const Case& one : cases) {
        const auto kept = app::checkedValue({"", one.type, 0, 0, {}, {}}, one.written);
        EXPECT_EQ(kept, one.kept ? std::optional(one.kept) : std::nullopt) << one.written;
    }
}

TEST(ReaderPatterns, KnowStarAndQuestionMarkAndNothingElse)
{
    const std::tuple<const char*, const char*, bool> cases[] = {{"*", "", true}, {"*", "Any", true},
        {"Omni*", "OMNIKEY AG", true}, {"*[CCID]*", "A [CCID] 00", true}, {"[AB]", "A", false},
        {"[AB]", "[AB]", true}, {"A?C", "ABC", true}, {"A?C", "AC", false}, {"*a*b*c*d", "aXbXcXd", true},
        {"*a*b*c*d", "aXbXcX", false}, {"A", "AB", false}, {"A.C", "ABC", false}, {"\\*", "*", false},
        {"", "", true}, {"", "A", false}};
    for (const auto& [pattern, name, fits] : cases)
        EXPECT_EQ(app::fitsPattern(pattern, name), fits) << pattern << ' ' << name;
    // A pattern of a hostile user takes no time worth telling.
    std::string stars;
    for (int i = 0; i < 200; ++i)
        stars += "*a";
    stars += 'b';
    EXPECT_FALSE(app::fitsPattern(stars, std::string(400, 'a')));
}

TEST(AtrRules, MatchByMask)
{
    const Bytes atr = fromHex("3B7F9600");
    const std::pair<const char*, bool> cases[] = {{"3B7F9600", true}, {"3B7F9601", false}, {"3B7F96", false},
        {"3B7F9601/FFFFFF00", true}, {"00000000/00000000", true}, {"*", true}, {"none", false}};
    for (const auto& [rule, matches] : cases)
        EXPECT_EQ(app::AtrRule::from(rule)->matches(atr), matches) << rule;
}

} // namespace
} // namespace kortvakt::test
