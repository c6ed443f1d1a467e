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
    // Swedish, Finnish, Estonian and S\u00e1mi; decomposed letters, too.
    for (const char* name : {"\u00c5sa \u00d6berg-\u00c4lv", "P\u00e4ivi H\u00f6ltt\u00e4",
             "\u00d5ie T\u00f5nisson", "\u00dclle \u0160aparina", "\u017danna",
             "\u00c1hkk\u00e1n \u0110avvi \u014aizu", "O\u2019Brien", "A\u030asa O\u0308berg"})
        EXPECT_EQ(shown(name), name);
}

TEST(DisplayText, TakesOutWhatWouldActOnTheReader)
{
    EXPECT_EQ(shown("\x1b[2Jx\ny\x7f"), " [2Jx y");
    EXPECT_EQ(shown("a\u202eb\u2066c\u200fd"), "abcd");
    EXPECT_EQ(shown("a\u061cb\u200dc\u00add\ufeffe\U000E0041f\U000E007Fg\U000E0100h\u2028i"), "abcdefghi");
    EXPECT_EQ(shown("a\xadz\xe5"), "az\u00e5") << "a soft hyphen of Latin-1";
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

TEST(DisplayText, IsFreeOfWhatFillsItsFieldUp)
{
    for (const std::string text : {"Legitimering", "Underskrift f\u00f6r \u00c5sa", "K\xf6p \xe5"})
        for (const char pad : {'\x00', ' ', '\xff'})
            for (std::size_t count = 1; count <= 40; ++count) {
                EXPECT_EQ(shown(text + std::string(count, pad)), shown(text)) << text << ' ' << int(pad);
                EXPECT_EQ(shown(text + '\0' + std::string(count, pad)), shown(text)) << "after its end";
            }
    EXPECT_EQ(shown(std::string(8, '\xff')), "") << "a field that was never written";
}

TEST(DisplayText, LosesACharacterThatItsFieldCutOff)
{
    const std::string label =
        "Tj\u00e4nstekort \u2013 \u20ac \U0001F600 (legitimering f\u00f6r \u00c5sa \u0160)";
    for (std::size_t length = 0; length <= label.size(); ++length) {
        auto whole = label.substr(0, length);
        while (!whole.empty() && whole.size() < label.size() && (label[whole.size()] & 0xC0) == 0x80)
            whole.pop_back(); // to where a character begins
        while (whole.ends_with(' '))
            whole.pop_back();
        for (const std::string pad : {"", "\xff\xff", "  "})
            EXPECT_EQ(shown(label.substr(0, length) + pad), whole) << length;
    }
    EXPECT_EQ(shown("Pas\xe2\x80"), "Pas") << "the first of its kind in the text, too";
    EXPECT_EQ(shown("TJ\xc3"), "TJ");
    EXPECT_EQ(shown("Parakst\xc4"), "Parakst");
}

TEST(DisplayText, LeavesAWordThatEndsWithALetterOfLatin1)
{
    EXPECT_EQ(shown("Linn\xe9"), "Linn\u00e9");
    EXPECT_EQ(shown("Tv\xe5"), "Tv\u00e5");
    EXPECT_EQ(shown("SM\xc5"), "SM\u00c5");
    EXPECT_EQ(shown("F\xf6"), "F\u00f6");
    EXPECT_EQ(shown("\xe5"), "\u00e5");
}

} // namespace
} // namespace kortvakt
