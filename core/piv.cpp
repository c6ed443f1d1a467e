// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/piv.h"

#include "core/inflate.h"
#include "core/iso7816.h"
#include "core/status_words.h"
#include "core/tlv.h"

#include <algorithm>
#include <array>
#include <functional>

namespace kortvakt::piv {

namespace {

/** A certificate's data object, and the key it belongs to. */
struct Slot {
    std::uint32_t object;
    const char *key, *label;
};
/** Whether the content of a data object does not end inside one of its fields. Their tags are PIV's own and
 * do not say what is in them. */
bool isWhole(View content)
{
    TlvReader reader(content);
    while (reader.next()) { }
    return !reader.isCut();
}

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

Bytes readObject(Session& session, std::uint32_t tag, Findings& findings)
{
    constexpr std::uint32_t content = 0x53;
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto response = askObject(session, tag);
        if (!response.ok() && sw::isAbsent(response.sw))
            return {};
        TlvReader reader(response.data);
        const auto object = reader.next();
        if (response.ok() && object && object->tag == content && isWhole(object->value))
            return {object->value.begin(), object->value.end()};
    }
    findings.damaged = true; // break: unread-object
    return {};
}

std::string serialIn(View identifier)
{
    constexpr std::size_t guidSize = 16;
    const auto guid = TlvReader(identifier).find(0x34);
    return guid && guid->size() == guidSize ? toHex(*guid) : std::string();
}

namespace {

/**
 * Asks for something that not every card has, once more where the answer is neither that nor a no.
 * @param isAnswer whether the answer's data are what was asked for.
 * @return the answer; nothing where there is none.
 */
std::optional<Response> askTwice(Session& session, const Command& command, Findings& findings,
    const std::function<bool(const Response&)>& isAnswer)
{
    for (int attempt = 0; attempt < 2; ++attempt) {
        auto response = session.send(command);
        if (response.ok() && isAnswer(response))
            return response;
        if (sw::isAbsent(response.sw) || sw::isForeign(response.sw) || response.sw == sw::WrongData)
            return {};
    }
    findings.damaged = true; // break: unread-metadata
    return {};
}

} // namespace

std::optional<bool> prefersGlobalPin(Session& session, Findings& findings)
{
    constexpr std::uint8_t discovery = 0x7E, globalPreferred = 0x20;
    constexpr std::uint32_t usagePolicy = 0x5F2F;
    const auto policyIn = [](const Response& response) {
        const auto object = TlvReader(response.data).find(discovery);
        const auto policy = object ? TlvReader(*object).find(usagePolicy) : std::nullopt;
        return policy && policy->size() == 2 ? policy : std::nullopt;
    };
    Findings ofThis;
    const auto request = iso7816::getData(0x3F, 0xFF, std::array<std::uint8_t, 3>{0x5C, 0x01, discovery});
    const auto response =
        askTwice(session, request, ofThis, [&](const auto& one) { return policyIn(one).has_value(); });
    findings.damaged |= ofThis.damaged;
    if (ofThis.damaged)
        return {};
    return response && (*policyIn(*response))[1] == globalPreferred;
}

namespace {

/** The certificate in a data object, or nothing: there is none, or none that can be read. */
std::optional<CertificateInfo> certificateIn(View object, Findings& findings)
{
    const auto stored = TlvReader(object).find(0x70);
    if (!stored || stored->empty()) {
        findings.unreadable |= !object.empty() && !stored;
        return {};
    }
    const auto der = inflated(*stored);
    auto certificate = der ? parseCertificate(*der) : std::nullopt;
    if (!certificate)
        findings.unreadable = true;
    return certificate;
}

} // namespace

std::vector<CertificateInfo> readCertificates(Session& session, bool firstOnly, Findings& findings)
{
    std::vector<CertificateInfo> found;
    for (const auto& slot : slots) {
        if (firstOnly && !found.empty())
            break;
        Findings ofThis;
        auto object = readObject(session, slot.object, findings);
        auto certificate = certificateIn(object, ofThis);
        if (ofThis.unreadable) { // twice the same: so it is on the card
            auto again = readObject(session, slot.object, findings);
            findings.damaged |= again != object && !certificateIn(again, ofThis);
            findings.unreadable |= again == object;
            certificate = certificateIn(again, ofThis);
        }
        if (!certificate)
            continue;
        certificate->id = slot.key;
        certificate->label = slot.label;
        found.push_back(std::move(*certificate));
    }
    return found;
}

bool isYubiKey(View atr)
{
    constexpr std::array<std::uint8_t, 4> name{0x59, 0x75, 0x62, 0x69}; // "Yubi"
    return !std::ranges::search(atr, name).empty();
}

std::string readYubiKeySerial(Session& session, Findings& findings)
{
    const auto response = askTwice(
        session, {0xF8, 0x00, 0x00, {}, 256}, findings, [](const auto& one) { return one.data.size() == 4; });
    if (!response)
        return {};
    std::uint32_t number = 0;
    for (const auto byte : response->data)
        number = number << 8 | byte;
    return std::to_string(number);
}

std::optional<Metadata> readMetadata(Session& session, std::uint8_t reference, Findings& findings)
{
    constexpr std::uint32_t isDefault = 0x05, tries = 0x06; // total, left
    const auto sized = [](const Response& one, std::uint32_t tag, std::size_t size) {
        const auto field = TlvReader(one.data).find(tag);
        return field && field->size() == size ? field : std::nullopt;
    };
    const auto response = askTwice(session, {0xF7, 0x00, reference, {}, 256}, findings, [&](const auto& one) {
        const auto counts = sized(one, tries, 2);
        return sized(one, isDefault, 1) && counts && (*counts)[1] <= (*counts)[0];
    });
    if (!response)
        return {};
    const auto counts = *sized(*response, tries, 2);
    return Metadata{(*sized(*response, isDefault, 1))[0] != 0, counts[0], counts[1]};
}

} // namespace kortvakt::piv
