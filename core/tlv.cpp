// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/tlv.h"

#include <algorithm>

namespace kortvakt {

namespace {

struct Header {
    std::uint32_t tag = 0;
    std::size_t size = 0; ///< of tag and length
    std::size_t length = 0; ///< of the value
};

enum class Parsed { Header, CutShort, None };

Parsed parseHeader(View bytes, Header& header)
{
    std::size_t at = 0;
    header.tag = bytes[at++];
    if ((header.tag & 0x1F) == 0x1F) {
        do {
            if (at == bytes.size())
                return Parsed::CutShort;
            if (at == 3)
                return Parsed::None;
            header.tag = header.tag << 8 | bytes[at];
        } while ((bytes[at++] & 0x80) != 0);
    }
    if (at == bytes.size())
        return Parsed::CutShort;
    const auto first = bytes[at++];
    header.length = first;
    if (first >= 0x80) {
        const std::size_t count = first & 0x7Fu;
        if (count == 0 || count > 3)
            return Parsed::None;
        if (bytes.size() - at < count)
            return Parsed::CutShort;
        header.length = 0;
        for (std::size_t i = 0; i < count; ++i)
            header.length = header.length << 8 | bytes[at++];
    }
    header.size = at;
    return Parsed::Header;
}

bool isPadding(std::uint8_t tag)
{
    return tag == 0x00 || tag == 0xFF;
}

} // namespace

std::optional<Tlv> TlvReader::next()
{
    if (rest_.empty() || isPadding(rest_[0])) {
        rest_ = {};
        return {};
    }
    Header header;
    if (parseHeader(rest_, header) != Parsed::Header || header.length > rest_.size() - header.size) {
        cut_ = true;
        rest_ = {};
        return {};
    }
    const auto whole = rest_.first(header.size + header.length);
    rest_ = rest_.subspan(whole.size());
    return Tlv{header.tag, whole.subspan(header.size), whole};
}

std::optional<View> TlvReader::find(std::uint32_t tag) const
{
    TlvReader reader = *this;
    while (const auto object = reader.next())
        if (object->tag == tag)
            return object->value;
    return {};
}

namespace {

bool isWellFormed(View value, int depth)
{
    constexpr int deepest = 16;
    if (depth > deepest)
        return false;
    while (!value.empty()) {
        if (isPadding(value[0]))
            return std::ranges::all_of(value, [&](auto byte) { return byte == value[0]; });
        TlvReader reader(value);
        const auto object = reader.next();
        if (!object)
            return false;
        const bool constructed = (object->whole[0] & 0x20) != 0;
        if (constructed && !isWellFormed(object->value, depth + 1))
            return false;
        value = value.subspan(object->whole.size());
    }
    return true;
}

} // namespace

bool isWellFormed(View value)
{
    return isWellFormed(value, 0);
}

TlvExtent extentOf(View bytes)
{
    using enum TlvExtent::End;
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (isPadding(bytes[at]))
            return {Marker, at};
        Header header;
        switch (parseHeader(bytes.subspan(at), header)) {
        case Parsed::None:
            return {Malformed, at};
        case Parsed::CutShort:
            return {CutShort, bytes.size() + 1};
        case Parsed::Header:
            break;
        }
        at += header.size + header.length;
        if (at > bytes.size())
            return {CutShort, at};
    }
    return {AtBoundary, at};
}

std::optional<int> toInteger(View value)
{
    if (value.empty() || value.size() > 4)
        return {};
    std::int32_t number = (value[0] & 0x80) != 0 ? -1 : 0;
    for (const auto byte : value)
        number = static_cast<std::int32_t>(static_cast<std::uint32_t>(number) << 8 | byte);
    return number;
}

std::uint32_t toBits(View value)
{
    std::uint32_t bits = 0;
    for (std::size_t n = 0; n < 32 && 1 + n / 8 < value.size(); ++n)
        if ((value[1 + n / 8] & 0x80u >> n % 8) != 0)
            bits |= 1u << n;
    return bits;
}

} // namespace kortvakt
