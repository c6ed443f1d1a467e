// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/inflate.h"

#include <zlib.h>

namespace kortvakt {

namespace {

constexpr std::size_t mostBytes = 0x8000; // no certificate of a card is as long

bool isCompressed(View data)
{
    const bool gzip = data.size() > 2 && data[0] == 0x1F && data[1] == 0x8B;
    // RFC 1950 §2.2: deflate, and a header that is a multiple of 31.
    const bool zlib = data.size() > 2 && (data[0] & 0x0F) == 0x08 && (data[0] << 8 | data[1]) % 31 == 0;
    return gzip || zlib;
}

} // namespace

std::optional<Bytes> inflated(View data)
{
    if (!isCompressed(data))
        return Bytes(data.begin(), data.end());
    constexpr int eitherHeader = 32;
    z_stream stream{};
    if (inflateInit2(&stream, MAX_WBITS + eitherHeader) != Z_OK)
        return {};
    Bytes out(mostBytes);
    stream.next_in = const_cast<Bytef*>(data.data()); // zlib only reads it
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    const int ended = inflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    if (ended != Z_STREAM_END)
        return {};
    return out;
}

} // namespace kortvakt
