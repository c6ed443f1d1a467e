// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/iso7816.h"

#include <array>

namespace kortvakt::iso7816 {

namespace {

// P2 = 0C asks for no answer, so there is nothing to expect.
std::optional<int> leFor(std::uint8_t p2)
{
    return p2 == 0x0C ? std::optional<int>() : 256;
}

} // namespace

Command selectApplication(View aid, std::uint8_t p2)
{
    return {0xA4, 0x04, p2, aid, leFor(p2)};
}

Command selectPath(View path, std::uint8_t p2)
{
    return {0xA4, 0x08, p2, path, leFor(p2)};
}

Command selectBelow(View path, std::uint8_t p2)
{
    return {0xA4, 0x09, p2, path, leFor(p2)};
}

Command selectFile(std::uint16_t fid, std::uint8_t p1, std::uint8_t p2)
{
    const std::array data{static_cast<std::uint8_t>(fid >> 8), static_cast<std::uint8_t>(fid & 0xFF)};
    return {0xA4, p1, p2, data, leFor(p2)};
}

Command readBinary(std::size_t offset, int length)
{
    return {0xB0, static_cast<std::uint8_t>(offset >> 8 & 0x7F), static_cast<std::uint8_t>(offset & 0xFF), {},
        length};
}

Command readRecord(int number)
{
    return {0xB2, static_cast<std::uint8_t>(number), 0x04, {}, 256};
}

Command getResponse(int length)
{
    return {0xC0, 0x00, 0x00, {}, length};
}

Command getData(std::uint8_t p1, std::uint8_t p2, View request)
{
    return {0xCB, p1, p2, request, 256};
}

Command verify(std::uint8_t reference, View code)
{
    return {0x20, 0x00, reference, code};
}

Command verifyStatus(std::uint8_t reference)
{
    return {0x20, 0x00, reference};
}

Command changeReferenceData(std::uint8_t reference, View oldAndNew)
{
    return {0x24, 0x00, reference, oldAndNew};
}

} // namespace kortvakt::iso7816
