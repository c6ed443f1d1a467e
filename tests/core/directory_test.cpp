// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// What a directory file says of itself beside its entries: that it is whole, and that all of it is of a kind
// that is read.
#include "core/pkcs15.h"

#include <gtest/gtest.h>

namespace kortvakt::pkcs15 {
namespace {

/** Tag and length before a value, all in hexadecimal; short lengths only. */
std::string tlv(const char* tag, const std::string& value)
{
    return tag + toHex(Bytes{static_cast<std::uint8_t>(value.size() / 2)}) + value;
}

/** An object of a directory file. */
std::string entry(
    const std::string& classAttributes, const std::string& typeAttributes, const char* tag = "30")
{
    return tlv(tag,
        tlv("30", "0C0350494E") + tlv("30", "040145" + classAttributes)
            + tlv("A1", tlv("30", typeAttributes)));
}

const std::string password = entry("", "030204300A0101020104020108800101");
const std::string key = entry("03020520", tlv("30", "04024301"));
const std::string certificate = entry("", tlv("30", "04024301"));

struct Row {
    std::string file;
    std::size_t entries;
    bool whole, foreign;
};

template <typename Read>
void check(const std::vector<Row>& rows, Read read)
{
    for (const auto& row : rows) {
        const auto found = read(fromHex(row.file));
        EXPECT_EQ(found.size(), row.entries) << row.file;
        EXPECT_EQ(found.whole, row.whole) << row.file;
        EXPECT_EQ(found.foreign, row.foreign) << row.file;
    }
}

/** The file with bytes of one entry changed: the same for all kinds of objects. */
std::vector<Row> ofAnyKind(const std::string& one)
{
    auto inner = one;
    inner[7] = '7'; // the first length inside, which runs past the object
    return {{"", 0, true, false}, {one, 1, true, false}, {one + one, 2, true, false},
        {one + "0000", 1, true, false}, {one + "FFFF" + one, 1, true, false},
        {one + "0500", 1, true, false}, // a few bytes that are left of something
        {one + tlv("04", std::string(20, '1')), 1, false, false}, // as long as an entry, and none
        {one + one.substr(0, one.size() - 2), 1, false, false}, {one + "30", 1, false, false},
        {inner + one, 1, false, false}};
}

TEST(Directory, TellsWhetherItIsWhole)
{
    check(ofAnyKind(password), parseAodf);
    check(ofAnyKind(key), parsePrkdf);
    check(ofAnyKind(certificate), parseCdf);
}

TEST(Directory, TellsOfPasswordsThatLackWhatTheyMustHave)
{
    check({{entry("", "030204300A0101020104800101"), 0, false, false}, // one length of two
              {entry("", "030204300201040201088 00101"), 0, false, false}, // no type
              {entry("", "0A0101020104020108020108020108"), 0, false, false}, // a length too many
              {entry("", "0A0101020104020108" + tlv("30", "0403501600")), 0, true, true}, // half a file
              {tlv("A0", std::string(24, '1')), 0, true, false}}, // biometrics are passed over
        parseAodf);
}

TEST(Directory, TellsOfKeysAndCertificatesThatAreNotRead)
{
    check({{entry("", tlv("30", "04024301")), 0, false, false}}, parsePrkdf); // no usage
    check({{entry("", tlv("30", "04024301"), "A0"), 0, true, true}, // no X.509 certificate
              {entry("", tlv("30", "0403430100")), 0, true, true}, // half a file
              {entry("", ""), 0, false, false}, // nothing where the certificate should be
              {entry("", tlv("30", "0400")), 0, false, false}},
        parseCdf);
}

TEST(Odf, TellsWhetherItIsWholeAndRead)
{
    const std::string codes = tlv("A8", tlv("30", "04024401"));
    struct {
        std::string file;
        std::size_t codes;
        bool whole, foreign;
    } const rows[] = {{codes, 1, true, false}, {codes + "0000", 1, true, false},
        {codes + tlv("A5", tlv("30", "04024405")), 1, true, false}, {codes + "A8063004", 1, false, false},
        {codes + tlv("A8", tlv("30", "04024402") + tlv("30", "04024403")), 2, false, false},
        {tlv("A8", tlv("30", "0401440201")), 0, false, false}, // runs past its own end
        {codes + tlv("A8", tlv("30", "0403440200")), 1, true, true}, // half a file
        {codes + tlv("A8", tlv("A0", "04024402")), 1, true, true}, // the objects in place of their file
        {codes + tlv("04", std::string(20, '1')), 1, false, false}};
    for (const auto& row : rows) {
        const auto odf = parseOdf(fromHex(row.file));
        EXPECT_EQ(odf.authObjects.size(), row.codes) << row.file;
        EXPECT_EQ(odf.whole, row.whole) << row.file;
        EXPECT_EQ(odf.foreign, row.foreign) << row.file;
    }
}

std::string many(const std::string& entry, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += entry;
    return all;
}

TEST(Dir, TellsWhetherItIsWhole)
{
    const std::string icao = tlv("61", tlv("4F", "A0000002471001")),
                      pkcs15 = tlv("61", tlv("4F", "A000000063504B43532D3135") + tlv("50", "49442D6B6F7274"));
    check({{icao + pkcs15, 2, true, false}, {icao + pkcs15 + "0000", 2, true, false},
              {icao + pkcs15.substr(0, 20), 1, false, false},
              {tlv("61", "4F09A000000063") + icao, 2, false, false},
              {tlv("4F", "A0000002471001") + pkcs15, 2, true, false},
              {icao + tlv("04", std::string(20, '1')), 1, false, false}, {many(icao, 64), 64, true, false},
              {many(icao, 65), 64, true, true}},
        parseDir);
}

} // namespace
} // namespace kortvakt::pkcs15
