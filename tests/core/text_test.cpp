// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/text.h"

#include <gtest/gtest.h>

namespace kortvakt {
namespace {

std::string shown(std::string_view text)
{
    return toDisplayText({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

TEST(DisplayText, KeepsWhatPeopleWrite)
{
    EXPECT_EQ(shown("Kerstin \u00c5gren"), "Kerstin \u00c5gren");
    EXPECT_EQ(shown("K\xf6p \xe5"), "K\u00f6p \u00e5") << "Latin-1";
    EXPECT_EQ(shown("\u20ac \U0001F600"), "\u20ac \U0001F600");
}

TEST(DisplayText, TakesOutWhatWouldActOnTheReader)
{
    EXPECT_EQ(shown("\x1b[2Jx\ny\x7f"), " [2Jx y");
    EXPECT_EQ(shown("a\u202eb\u2066c\u200fd"), "abcd");
    EXPECT_EQ(shown("a\u0085z"), "a z") << "C1 control";
    EXPECT_EQ(shown(std::string_view("a\0b", 3)), "a b");
    EXPECT_EQ(shown("\xc0\xaf"), "\u00c0\u00af") << "overlong forms are not UTF-8";
}

TEST(DisplayText, IsCutBetweenCharacters)
{
    std::string text;
    for (int i = 0; i < 100; ++i)
        text += "\u00e5";
    const auto cut = shown(text);
    EXPECT_EQ(cut.size(), 128u);
    EXPECT_EQ(cut, text.substr(0, 128));
    EXPECT_EQ(shown(std::string(127, 'x') + "\u00e5").size(), 127u);
}

} // namespace
} // namespace kortvakt
