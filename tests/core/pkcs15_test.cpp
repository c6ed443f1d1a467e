// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/pkcs15.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace kortvakt::pkcs15 {
namespace {

/**
 * Bytes of real cards stand beside the checkout, not in it. Where they are absent the tests that need them
 * say so.
 */
std::optional<Bytes> realBytes(const std::string& name)
{
    std::ifstream file(std::filesystem::path(KORTVAKT_REAL_CARDS) / name);
    if (!file)
        return {};
    std::stringstream text;
    text << file.rdbuf();
    auto hex = text.str();
    std::erase(hex, '\n');
    return fromHex(hex);
}

#define READ_REAL(variable, name)                                                                            \
    const auto variable##File = realBytes(name);                                                             \
    if (!variable##File)                                                                                     \
        GTEST_SKIP() << "no real card bytes at " << KORTVAKT_REAL_CARDS << "/" << (name);                    \
    const auto& variable = *variable##File

TEST(RealBytes, GemaltoAodfHoldsAPinAndItsPuk)
{
    READ_REAL(file, "gemalto-gemp15/5000-5006_EF.AOD.hex");
    const auto objects = parseAodf(file);
    ASSERT_EQ(objects.size(), 2u);
    const auto& pin = objects[0];
    EXPECT_EQ(pin.label, "User PIN");
    EXPECT_EQ(toHex(pin.id), "81");
    EXPECT_EQ(toHex(pin.unblockedBy), "82");
    EXPECT_TRUE(pin.has(pwd::CaseSensitive));
    EXPECT_TRUE(pin.has(pwd::Initialized));
    EXPECT_TRUE(pin.has(pwd::NeedsPadding));
    EXPECT_FALSE(pin.has(pwd::UnblockDisabled));
    EXPECT_EQ(pin.type, 2);
    EXPECT_EQ(pin.minLength, 6);
    EXPECT_EQ(pin.storedLength, 16);
    EXPECT_FALSE(pin.maxLength);
    EXPECT_EQ(pin.reference, 0x81);
    EXPECT_EQ(pin.padChar, 0x00);
    EXPECT_FALSE(pin.path);
    const auto& puk = objects[1];
    EXPECT_EQ(puk.label, "SO PIN");
    EXPECT_EQ(toHex(puk.id), "82");
    EXPECT_TRUE(puk.unblockedBy.empty());
    EXPECT_TRUE(puk.has(pwd::SoPassword));
    EXPECT_TRUE(puk.has(pwd::UnblockDisabled));
    EXPECT_EQ(puk.reference, 0x82);
}

TEST(RealBytes, GemaltoOdfDirAndTokenInfo)
{
    READ_REAL(odfFile, "gemalto-gemp15/5000-5031_EF.ODF.hex");
    const auto odf = parseOdf(odfFile);
    ASSERT_EQ(odf.authObjects.size(), 1u);
    EXPECT_EQ(toHex(odf.authObjects[0].file), "3F0050005006");
    ASSERT_EQ(odf.privateKeys.size(), 1u);
    EXPECT_EQ(toHex(odf.privateKeys[0].file), "3F0050005001");
    ASSERT_EQ(odf.certificates.size(), 1u);
    EXPECT_EQ(toHex(odf.certificates[0].file), "3F0050005003");

    READ_REAL(dirFile, "gemalto-gemp15/3F00-2F00_EF.DIR.hex");
    const auto dir = parseDir(dirFile);
    ASSERT_EQ(dir.size(), 1u);
    EXPECT_EQ(toHex(dir[0].path), "3F005000");
    EXPECT_EQ(toHex(dir[0].aid), "E828BD080F0147656D20503135");

    READ_REAL(infoFile, "gemalto-gemp15/5000-5032_EF.TokenInfo.hex");
    const auto info = parseTokenInfo(infoFile);
    ASSERT_TRUE(info);
    EXPECT_EQ(info->version, 1);
    EXPECT_EQ(info->serial, "3040001A66832971");
    EXPECT_EQ(info->manufacturer, "Gemalto S.A.");
    EXPECT_EQ(info->label, "GemP15-1");
    EXPECT_EQ(info->flags, 1u << 1 | 1u << 2);
}

TEST(RealBytes, GemaltoKeysTellWhichOfThemSign)
{
    READ_REAL(file, "gemalto-gemp15/5000-5034_PrKDF-templates.hex");
    const auto keys = parsePrkdf(file);
    ASSERT_EQ(keys.size(), 12u);
    EXPECT_EQ(keys[0].label, "RSA Private 1-2048-Dec-Sig");
    EXPECT_EQ(toHex(keys[0].guardedBy), "81");
    EXPECT_EQ(keys[0].usage & 1u << 9, 0u);
    EXPECT_EQ(keys[4].label, "RSA Private 5-2048-Sig");
    EXPECT_NE(keys[4].usage & 1u << 9, 0u);
    EXPECT_EQ(keys[4].reference, 0x07);
}

TEST(RealBytes, MyEidHasAPinWithoutAPukObject)
{
    READ_REAL(file, "myeid/4401.hex");
    const auto objects = parseAodf(file);
    ASSERT_EQ(objects.size(), 2u);
    EXPECT_EQ(objects[0].label, "Security Officer PIN");
    EXPECT_TRUE(objects[0].has(pwd::SoPassword));
    EXPECT_EQ(objects[0].reference, 3);
    EXPECT_EQ(objects[1].label, "Basic PIN");
    EXPECT_EQ(toHex(objects[1].id), "01");
    EXPECT_TRUE(objects[1].unblockedBy.empty());
    EXPECT_EQ(objects[1].minLength, 4);
    EXPECT_EQ(objects[1].storedLength, 8);
    EXPECT_EQ(objects[1].maxLength, 8);
    EXPECT_EQ(objects[1].padChar, 0xFF);
}

TEST(RealBytes, MyEidDirectories)
{
    READ_REAL(odfFile, "myeid/5031.hex");
    const auto odf = parseOdf(odfFile);
    ASSERT_EQ(odf.authObjects.size(), 1u);
    EXPECT_EQ(toHex(odf.authObjects[0].file), "3F0050154401");
    EXPECT_EQ(odf.certificates.size(), 1u);

    READ_REAL(keyFile, "myeid/4402.hex");
    const auto keys = parsePrkdf(keyFile);
    ASSERT_EQ(keys.size(), 2u);
    EXPECT_FALSE(keys[0].elliptic);
    EXPECT_TRUE(keys[1].elliptic);
    EXPECT_EQ(toHex(keys[1].guardedBy), "01");

    READ_REAL(infoFile, "myeid/5032.hex");
    const auto info = parseTokenInfo(infoFile);
    ASSERT_TRUE(info);
    EXPECT_EQ(info->version, 0);
    EXPECT_EQ(info->serial, "00000055003005075658");
    EXPECT_EQ(info->label, "MyEID");

    READ_REAL(dirFile, "myeid/2F00.hex");
    const auto dir = parseDir(dirFile);
    ASSERT_EQ(dir.size(), 1u);
    EXPECT_EQ(dir[0].label, "MyEID");
    EXPECT_EQ(toHex(dir[0].path), "3F005015");
}

/** An authentication object with these type attributes; lengths are all short. */
Bytes authObject(const std::string& typeAttributes)
{
    const auto wrap = [](const char* tag, const std::string& content) {
        return std::string(tag) + toHex(Bytes{static_cast<std::uint8_t>(content.size() / 2)}) + content;
    };
    const auto common = wrap("30",
        "0C0350494E"
        "030206C0"
        "040182");
    return fromHex(wrap("30", common + "3003040181" + wrap("A1", wrap("30", typeAttributes))));
}

TEST(Aodf, TakesReferencesInOneByteTwoBytesAndNegative)
{
    for (const auto* reference : {"800181", "80020081"}) {
        const auto objects =
            parseAodf(authObject(std::string("030204300A0101020106020108") + reference + "040100"));
        ASSERT_EQ(objects.size(), 1u) << reference;
        EXPECT_EQ(objects[0].reference, 0x81) << reference;
    }
    EXPECT_EQ(parseAodf(authObject("030204300A0101020106020108"))[0].reference, 0) << "DEFAULT 0";
}

TEST(Aodf, GuessesNoReferenceThatACommandCannotCarry)
{
    for (const auto* reference : {"80020181", "8002FF81", "80050000000081", "8000", "8003000081"}) {
        const auto objects =
            parseAodf(authObject(std::string("030204300A0101020106020108") + reference + "040100"));
        EXPECT_TRUE(objects.empty()) << reference;
        EXPECT_TRUE(objects.whole && objects.foreign) << reference;
    }
}

TEST(Aodf, DoesWithoutTheFieldsThatCardsLeaveOut)
{
    const auto objects = parseAodf(authObject("0A0101020104020108"));
    ASSERT_EQ(objects.size(), 1u);
    EXPECT_TRUE(objects[0].has(pwd::Initialized)) << "absent flags do not say that a code was never set";
    EXPECT_FALSE(objects[0].maxLength);
    EXPECT_FALSE(objects[0].padChar);
    EXPECT_FALSE(parseAodf(authObject("030204300A0101020104020108020100"))[0].maxLength)
        << "a maximum of 0 is none";
}

TEST(Aodf, ReadsPathsAndOddDates)
{
    const auto objects = parseAodf(authObject("030204700A0101020104020108020108800102040100"
                                              "180F30303030303030303030303030305A"
                                              "300404025016"));
    ASSERT_EQ(objects.size(), 1u);
    ASSERT_TRUE(objects[0].path);
    EXPECT_EQ(toHex(objects[0].path->file), "5016");
    EXPECT_EQ(objects[0].maxLength, 8);
}

TEST(Aodf, OneBadEntryNeverHidesTheOthers)
{
    const auto good = authObject("030204300A0101020104020108");
    for (const auto* bad :
        {"3000", "30023000", "0500", "A003020101", "300430003000", "30063000300081000000"}) {
        auto file = fromHex(bad);
        file.insert(file.end(), good.begin(), good.end());
        EXPECT_EQ(parseAodf(file).size(), bad == std::string("30063000300081000000") ? 0u : 1u) << bad;
    }
}

TEST(Aodf, LabelsInLatin1BecomeUtf8AndControlCharactersSpaces)
{
    auto file = fromHex("3024"
                        "3008"
                        "0C06"
                        "4BF67004E52E"
                        "3003040181"
                        "A10E"
                        "300C"
                        "0A0101"
                        "020104"
                        "020108"
                        "040100");
    file[1] = static_cast<std::uint8_t>(file.size() - 2);
    const auto objects = parseAodf(file);
    ASSERT_EQ(objects.size(), 1u);
    EXPECT_EQ(objects[0].label, "K\u00f6p \u00e5.");
}

TEST(Odf, MayBeWrappedAndMayNameADirectoryTwice)
{
    const auto plain = parseOdf(fromHex("A80630040402440 1A706300404024406A70630040402440 7"));
    EXPECT_EQ(plain.authObjects.size(), 1u);
    const auto wrapped = parseOdf(fromHex("3008A806300404024401"));
    ASSERT_EQ(wrapped.authObjects.size(), 1u);
    EXPECT_EQ(toHex(wrapped.authObjects[0].file), "4401");
    EXPECT_EQ(parseOdf(fromHex("A806300404024401A806300404024401")).authObjects.size(), 1u);
    EXPECT_TRUE(parseOdf(fromHex("30290201010408")).authObjects.empty());
}

TEST(TokenInfo, IsToldFromAnOdfByItsContent)
{
    EXPECT_FALSE(parseTokenInfo(fromHex("A806300404024401")));
    const auto info = parseTokenInfo(fromHex("30819002010104021234"
                                             "8002C3A5"
                                             "0302056000000000"));
    EXPECT_FALSE(info) << "cut short";
    const auto whole = parseTokenInfo(fromHex("30810E"
                                              "020100"
                                              "04021234"
                                              "8001C5"
                                              "03020560"
                                              "FFFF"));
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->serial, "1234");
    EXPECT_EQ(whole->label, "\u00c5");
}

TEST(Cdf, FindsCertificatesByPathAndDirect)
{
    const auto byPath = parseCdf(fromHex("301D"
                                         "3004"
                                         "0C024142"
                                         "3003"
                                         "040145"
                                         "A110"
                                         "300E"
                                         "300C"
                                         "04024574"
                                         "020100"
                                         "800205E4"
                                         "0000"));
    ASSERT_EQ(byPath.size(), 1u);
    EXPECT_EQ(toHex(byPath[0].path.file), "4574");
    EXPECT_EQ(byPath[0].path.index, 0);
    EXPECT_EQ(byPath[0].path.length, 0x05E4);
    EXPECT_FALSE(byPath[0].authority);
    const auto direct = parseCdf(fromHex("3016"
                                         "3000"
                                         "3006"
                                         "040145"
                                         "0101FF"
                                         "A10A"
                                         "3008"
                                         "A006"
                                         "3004"
                                         "3002"
                                         "0500"));
    ASSERT_EQ(direct.size(), 1u);
    EXPECT_EQ(toHex(direct[0].direct), "300430020500");
    EXPECT_TRUE(direct[0].authority);
}

TEST(Parsers, TellThatAFileEndsInsideAnEntry)
{
    const auto file = authObject("030204300A0101020104020108");
    const auto cut = [](const Bytes& whole) { return View(whole).first(whole.size() - 1); };
    EXPECT_TRUE(parseAodf(file).whole);
    EXPECT_FALSE(parseAodf(cut(file)).whole);
    const auto directory = fromHex("61074F05A000000063"), odf = fromHex("A806300404024401");
    EXPECT_TRUE(parseDir(directory).whole);
    EXPECT_FALSE(parseDir(cut(directory)).whole);
    EXPECT_TRUE(parseOdf(odf).whole);
    EXPECT_FALSE(parseOdf(cut(odf)).whole);
}

TEST(Aodf, TellsThatAnEntryWasNotUnderstood)
{
    for (const auto* fields : {"0A0101020104", "020104020108", "0A0101020104020108020108020108"}) {
        const auto objects = parseAodf(authObject(fields));
        EXPECT_TRUE(objects.empty()) << fields;
        EXPECT_FALSE(objects.whole) << fields;
    }
    EXPECT_FALSE(parseAodf(fromHex("0408AABBCCDDEEFF0011")).whole) << "something in an entry's place";
    EXPECT_TRUE(parseAodf(fromHex("0200820401000000")).whole) << "a few stray bytes";
}

TEST(Parsers, SurviveEveryCutOfEveryFile)
{
    const auto file = authObject("030204700A0101020104020108020108800102040100300404025016");
    for (std::size_t size = 0; size <= file.size(); ++size)
        for (int flip = 0; flip < 256; flip += 17) {
            Bytes bytes(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size));
            if (!bytes.empty())
                bytes[bytes.size() / 2] = static_cast<std::uint8_t>(bytes[bytes.size() / 2] ^ flip);
            EXPECT_LE(parseAodf(bytes).size(), 1u);
            (void)parsePrkdf(bytes);
            (void)parseCdf(bytes);
            (void)parseOdf(bytes);
            (void)parseDir(bytes);
            (void)parseTokenInfo(bytes);
        }
}

} // namespace
} // namespace kortvakt::pkcs15
