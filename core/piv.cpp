// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/piv.h"

#include "core/iso7816.h"
#include "core/tlv.h"

#include <algorithm>
#include <array>

namespace kortvakt::piv {

namespace {

/** A certificate's data object, and the key it belongs to. */
struct Slot {
    std::uint32_t object;
    const char *key, *label;
};
constexpr std::array slots{Slot{0x5FC105, "9A", "PIV Authentication"},
    Slot{0x5FC10A, "9C", "Digital Signature"}, Slot{0x5FC10B, "9D", "Key Management"},
    Slot{0x5FC101, "9E", "Card Authentication"}};

} // namespace

std::span<const std::uint32_t> certificateObjects()
{
    static constexpr auto tags = [] {
        std::array<std::uint32_t, slots.size()> all{};
        std::ranges::transform(slots, all.begin(), &Slot::object);
        return all;
    }();
    return tags;
}

Response askObject(Session& session, std::uint32_t tag)
{
    const std::array request{std::uint8_t{0x5C}, std::uint8_t{0x03}, static_cast<std::uint8_t>(tag >> 16),
        static_cast<std::uint8_t>(tag >> 8), static_cast<std::uint8_t>(tag)};
    return session.send(iso7816::getData(0x3F, 0xFF, request));
}

Bytes readObject(Session& session, std::uint32_t tag)
{
    const auto response = askObject(session, tag);
    const auto content = TlvReader(response.data).find(0x53);
    return response.ok() && content ? Bytes(content->begin(), content->end()) : Bytes();
}

std::string serialIn(View identifier)
{
    constexpr std::size_t guidSize = 16;
    const auto guid = TlvReader(identifier).find(0x34);
    return guid && guid->size() == guidSize ? toHex(*guid) : std::string();
}

std::vector<CertificateInfo> readCertificates(Session& session, bool firstOnly, bool& damaged)
{
    std::vector<CertificateInfo> found;
    for (const auto& slot : slots) {
        if (firstOnly && !found.empty())
            break;
        const auto object = readObject(session, slot.object);
        const TlvReader fields(object);
        const auto der = fields.find(0x70);
        const auto info = fields.find(certificateInfo);
        const bool compressed = info && !info->empty() && ((*info)[0] & 1) != 0;
        if (!der || der->empty() || compressed)
            continue;
        auto certificate = parseCertificate(*der);
        if (!certificate) {
            damaged = true;
            continue;
        }
        certificate->id = slot.key;
        certificate->label = slot.label;
        found.push_back(std::move(*certificate));
    }
    return found;
}

} // namespace kortvakt::piv
