// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/inflate.h"

#include <gtest/gtest.h>

#include <zlib.h>

namespace kortvakt {
namespace {

enum class Packing { Gzip = 15 + 16, Zlib = 15 }; // zlib's windowBits
constexpr auto packings = {Packing::Gzip, Packing::Zlib};

Bytes packed(const Bytes& plain, Packing packing)
{
    z_stream stream{};
    Bytes input = plain, out(plain.size() + 256);
    EXPECT_EQ(
        deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, static_cast<int>(packing), 8, Z_FIXED), Z_OK);
    stream.next_in = input.data();
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

const Bytes text = fromHex("308201023082010230820102AABBCCDD");

TEST(Inflated, TakesGzipAndZlibByTheirFirstBytes)
{
    for (const auto packing : packings) {
        auto data = packed(text, packing);
        EXPECT_NE(data, text);
        EXPECT_EQ(inflated(data), text);
        data.insert(data.end(), 40, 0xFF);
        EXPECT_EQ(inflated(data), text) << "what fills the object up is no part of it";
    }
}

TEST(Inflated, GivesAnythingElseAsItIs)
{
    for (const auto* plain : {"", "1F", "1F8B", "78", "789C", "3082010230820102", "1F8C0800", "789D0300"})
        EXPECT_EQ(inflated(fromHex(plain)), fromHex(plain)) << plain;
}

TEST(Inflated, GivesNothingOfWhatIsCutShort)
{
    for (const auto packing : packings) {
        const auto whole = packed(text, packing);
        for (auto end = whole.begin() + 3; end != whole.end(); ++end)
            EXPECT_FALSE(inflated(Bytes(whole.begin(), end))) << end - whole.begin();
    }
}

TEST(Inflated, GivesNothingOfWhatIsNotAsItsChecksumSays)
{
    for (const auto packing : packings) {
        const auto whole = packed(text, packing);
        for (std::size_t fromEnd = 1; fromEnd <= 4; ++fromEnd) {
            auto wrong = whole;
            wrong[wrong.size() - fromEnd] ^= 0x01;
            EXPECT_FALSE(inflated(wrong)) << fromEnd;
        }
    }
}

TEST(Inflated, GivesNoMoreThanACertificateCanBe)
{
    constexpr std::size_t most = 0x8000, bomb = 0x100000;
    for (const auto packing : packings) {
        EXPECT_EQ(inflated(packed(Bytes(most), packing)), Bytes(most));
        EXPECT_FALSE(inflated(packed(Bytes(most + 1), packing)));
        const auto small = packed(Bytes(bomb), packing);
        EXPECT_LT(small.size(), 0x8000u);
        EXPECT_FALSE(inflated(small));
    }
}

} // namespace
} // namespace kortvakt
