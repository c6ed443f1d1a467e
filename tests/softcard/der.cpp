// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/der.h"

namespace softcard::der {

namespace {

std::uint8_t byteOf(unsigned long value)
{
    return static_cast<std::uint8_t>(value & 0xFFu);
}

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/** The bytes of @p value, high first, without leading zeros but at least one. */
Bytes bigEndian(unsigned long value)
{
    Bytes out;
    for (int shift = 56; shift >= 0; shift -= 8)
        if (value >> shift != 0 || shift == 0)
            out.push_back(byteOf(value >> shift));
    return out;
}

} // namespace

Bytes join(std::initializer_list<View> parts)
{
    Bytes out;
    for (View part : parts)
        out.insert(out.end(), part.begin(), part.end());
    return out;
}

Bytes tlv(std::uint32_t tag, View value, int lengthBytes)
{
    Bytes out = bigEndian(tag);
    Bytes length = bigEndian(value.size());
    if (lengthBytes == 0 && value.size() < 0x80)
        out.push_back(length.front());
    else {
        while (static_cast<int>(length.size()) < lengthBytes)
            length.insert(length.begin(), 0);
        out.push_back(byteOf(0x80 | length.size()));
        out.insert(out.end(), length.begin(), length.end());
    }
    out.insert(out.end(), value.begin(), value.end());
    return out;
}

Bytes tlv(std::uint32_t tag, std::initializer_list<View> parts)
{
    return tlv(tag, join(parts));
}

Bytes sequence(std::initializer_list<View> parts)
{
    return tlv(0x30, parts);
}

Bytes integer(long value, std::uint32_t tag)
{
    Bytes out;
    bool done = false;
    for (long rest = value; !done; rest >>= 8) {
        out.insert(out.begin(), byteOf(static_cast<unsigned long>(rest)));
        const bool negative = (out.front() & 0x80) != 0;
        done = (rest >> 8 == 0 && !negative) || (rest >> 8 == -1 && negative);
    }
    return tlv(tag, out);
}

Bytes octets(View value)
{
    return tlv(0x04, value);
}

Bytes utf8(std::string_view text)
{
    return tlv(0x0C, Bytes(text.begin(), text.end()));
}

Bytes bits(std::uint32_t set)
{
    Bytes out{0};
    for (unsigned n = 0; n < 32; ++n) {
        if ((set >> n & 1u) == 0)
            continue;
        out.resize(2 + n / 8);
        out[1 + n / 8] = byteOf(out[1 + n / 8] | 0x80u >> n % 8);
        out[0] = byteOf(7 - n % 8);
    }
    return tlv(0x03, out);
}

std::uint32_t flags(std::initializer_list<int> numbers)
{
    std::uint32_t set = 0;
    for (int n : numbers)
        set |= 1u << n;
    return set;
}

Bytes hex(std::string_view text)
{
    Bytes out;
    int high = -1;
    for (char c : text) {
        const int digit = digitOf(c);
        if (digit < 0)
            continue;
        if (high < 0)
            high = digit;
        else {
            out.push_back(byteOf(static_cast<unsigned long>(high * 16 + digit)));
            high = -1;
        }
    }
    return out;
}

Bytes word(unsigned value)
{
    return {byteOf(value >> 8), byteOf(value)};
}

std::string toText(View bytes)
{
    static const char digits[] = "0123456789ABCDEF";
    std::string out;
    for (std::uint8_t b : bytes) {
        out += digits[b >> 4];
        out += digits[b & 15];
    }
    return out;
}

} // namespace softcard::der
