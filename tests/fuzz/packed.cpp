// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/fuzz/packed.h"

#include <zlib.h>

#include <algorithm>

namespace kortvakt::fuzz {

namespace {

bool unpacksTo(View packed, View content)
{
    constexpr int gzipOrZlib = 32;
    z_stream stream{};
    if (inflateInit2(&stream, MAX_WBITS + gzipOrZlib) != Z_OK)
        return false;
    Bytes out(content.size() + 1); // one more would be something else
    stream.next_in = const_cast<Bytef*>(packed.data()); // zlib only reads it
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    const bool ended = inflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return ended && std::ranges::equal(out, content);
}

} // namespace

bool holdsPacked(View whole, View content)
{
    for (std::size_t at = 0; at + 2 < whole.size(); ++at) {
        const auto header = whole[at] << 8 | whole[at + 1];
        const bool zlib = (whole[at] & 0x0F) == 0x08 && header % 31 == 0;
        if ((zlib || header == 0x1F8B) && unpacksTo(whole.subspan(at), content))
            return true;
    }
    return false;
}

} // namespace kortvakt::fuzz
