// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/softcard/pkcs15_files.h"

#include "tests/softcard/der.h"

namespace softcard::p15 {

using namespace der;

namespace {

const Bytes none;

Bytes text(std::uint32_t tag, std::string_view value)
{
    return tlv(tag, Bytes(value.begin(), value.end()));
}

Bytes encode(const Common& common)
{
    return sequence({common.label.empty() ? none : utf8(common.label),
        common.flags == 0 ? none : bits(common.flags), common.authId.empty() ? none : octets(common.authId),
        common.userConsent == 0 ? none : integer(common.userConsent)});
}

/** supportedAlgorithms [2] of EF.TokenInfo (§8.10). */
Bytes algorithms(const Bytes& parameters)
{
    const auto one = [&](int number, int mechanism, std::string_view oid) {
        return sequence({integer(number), integer(mechanism), parameters, bits(flags({1, 6})), hex(oid)});
    };
    return tlv(0xA2, {one(1, 0x1081, "0609608648016503040101"), one(2, 0x0001, "06092A864886F70D010101")});
}

} // namespace

Bytes encode(const Path& path)
{
    Bytes out = octets(path.file);
    if (path.index)
        out = join({out, integer(*path.index)});
    if (path.length)
        out = join({out, integer(*path.length, 0x80)});
    if (!path.aid.empty())
        out = tlv(0xA1, {tlv(0x4F, path.aid), out});
    return sequence({out});
}

Bytes encode(const Password& password)
{
    const Bytes attributes =
        join({bits(password.flags), integer(password.type, 0x0A), integer(password.minLength),
            integer(password.storedLength), password.maxLength ? integer(*password.maxLength) : none,
            password.reference.empty() ? none : tlv(0x80, password.reference),
            password.pad ? octets(Bytes{*password.pad}) : none,
            password.lastChange.empty() ? none : text(0x18, password.lastChange),
            password.path ? encode(*password.path) : none});
    const Bytes object = join({encode(password.common), sequence({octets(password.id)}),
        tlv(0xA1, tlv(0x30, attributes, password.lengthBytes))});
    return tlv(0x30, object, password.lengthBytes);
}

Bytes encode(const PrivateKey& key)
{
    const Bytes attributes = sequence({octets(key.id), bits(key.usage), bits(flags({0, 2, 3, 4})),
        key.reference < 0 ? none : integer(key.reference)});
    const Bytes value = sequence({encode(key.path), key.elliptic ? none : integer(key.bits)});
    return tlv(key.elliptic ? 0xA0 : 0x30, {encode(key.common), attributes, tlv(0xA1, value)});
}

Bytes encode(const Certificate& certificate)
{
    return sequence({encode(certificate.common),
        sequence({octets(certificate.id), certificate.authority ? tlv(0x01, Bytes{0xFF}) : none}),
        tlv(0xA1, sequence({encode(certificate.path)}))});
}

Bytes encode(const TokenInfo& info)
{
    return tlv(0x30,
        join({integer(info.version), octets(info.serial),
            info.manufacturer.empty() ? none : utf8(info.manufacturer),
            info.label.empty() ? none : text(0x80, info.label), bits(info.flags),
            info.algorithmParameters.empty() ? none : algorithms(info.algorithmParameters),
            info.lastUpdate.empty() ? none : tlv(0xA5, text(0x18, info.lastUpdate))}),
        info.lengthBytes);
}

Bytes odfEntry(std::uint8_t tag, const Bytes& path)
{
    return tlv(tag, encode(Path{path, {}, {}, {}}));
}

Bytes dirEntry(const Bytes& aid, std::string_view label, const Bytes& path)
{
    return tlv(0x61,
        {aid.empty() ? none : tlv(0x4F, aid), label.empty() ? none : text(0x50, label),
            path.empty() ? none : tlv(0x51, path)});
}

} // namespace softcard::p15
