// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// The input is a file of TLV objects.
#include "core/tlv.h"
#include "core/text.h"
#include "tests/fuzz/require.h"

namespace {

using namespace kortvakt;
using fuzz::require;

bool within(View inner, View outer)
{
    return inner.data() >= outer.data() && inner.data() + inner.size() <= outer.data() + outer.size();
}

void judgeText(View value)
{
    const auto text = toDisplayText(value);
    require(text.size() <= 128, "a card's words are at most 128 bytes");
    for (const char c : text)
        require(
            static_cast<unsigned char>(c) >= 0x20 && c != 0x7F, "a card's words hold no control characters");
}

std::size_t walk(View bytes, int depth)
{
    TlvReader reader(bytes);
    const auto* at = bytes.data();
    std::size_t count = 0;
    while (const auto object = reader.next()) {
        require(within(object->whole, bytes), "an object lies within its bytes");
        require(within(object->value, object->whole), "a value lies within its object");
        require(object->whole.data() >= at && object->whole.size() >= 2, "objects come in order, and apart");
        require(object->tag != 0, "a tag is not nothing");
        at = object->whole.data() + object->whole.size();
        require(reader.rest().data() == at || reader.rest().empty(), "the rest begins where an object ends");
        const auto found = TlvReader(bytes).find(object->tag);
        require(found.has_value() && found->data() <= object->value.data(), "what was walked past is found");
        judgeText(object->value);
        (void)toInteger(object->value);
        (void)toBits(object->value);
        ++count;
        if (depth > 0)
            count += walk(object->value, depth - 1);
    }
    const auto extent = extentOf(bytes);
    require(extent.end == TlvExtent::End::CutShort || extent.needed <= bytes.size(),
        "only an object that is cut short needs more bytes");
    return count;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    require(walk({data, size}, 4) <= size * 5, "no more objects than bytes at any depth");
    return 0;
}
