// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/fixed_layout.h"

#include "core/tlv.h"

namespace kortvakt {

namespace {

constexpr std::uint8_t fromMf = 0x08;
constexpr std::size_t mostOfSerial = 32;

pkcs15::PasswordObject objectOf(const FixedCode& code, const Profile& profile, std::uint8_t id)
{
    pkcs15::PasswordObject object;
    object.label = code.label;
    object.id = {id};
    object.flags = 1u << pkcs15::pwd::Initialized;
    if (profile.pad)
        object.flags |= 1u << pkcs15::pwd::NeedsPadding;
    object.minLength = code.minLength;
    object.maxLength = code.maxLength;
    object.storedLength = profile.storedLength;
    object.reference = code.reference;
    object.padChar = profile.pad;
    if (!code.aid.empty())
        object.path = pkcs15::Path{{}, {}, {}, fromHex(code.aid)};
    return object;
}

} // namespace

ApplicationContents contentsFrom(const Profile& profile, const Location& where)
{
    constexpr std::uint32_t sign = 1u << 2, nonRepudiation = 1u << 9;
    constexpr std::uint8_t pukId = 0xFF;
    ApplicationContents contents;
    contents.where = where;
    std::uint8_t id = 0;
    for (const auto& code : profile.fixed->codes) {
        auto object = objectOf(code, profile, ++id);
        object.unblockedBy = {pukId};
        pkcs15::PrivateKey key;
        key.guardedBy = object.id;
        key.usage = code.role == CodeRole::Signature ? nonRepudiation : sign;
        contents.keys.push_back(std::move(key));
        contents.passwords.push_back(std::move(object));
    }
    auto puk = objectOf(profile.fixed->puk, profile, pukId);
    puk.flags |= 1u << pkcs15::pwd::UnblockingPassword;
    contents.passwords.push_back(std::move(puk));
    return contents;
}

Bytes readFixedSerial(Session& session, const FixedLayout& layout, const Location& where, Findings& findings)
{
    const auto file = session.readAt(where, fromHex(layout.serial), layout.selectP1 == fromMf, mostOfSerial);
    findings.damaged |= !file.ok() && !file.absent();
    // Some cards have it in an OCTET STRING.
    constexpr std::uint32_t octetString = 0x04;
    const auto object = TlvReader(file.data).next();
    return object && object->tag == octetString ? Bytes(object->value.begin(), object->value.end())
                                                : file.data;
}

std::vector<CertificateInfo> readFixedCertificates(
    Session& session, const FixedLayout& layout, const Location& where, bool firstOnly, Findings& findings)
{
    std::vector<CertificateInfo> found;
    for (const auto path : layout.certificates) {
        if (firstOnly && !found.empty())
            break;
        const auto file = session.readAt(where, fromHex(path), layout.selectP1 == fromMf, {}, isCertificate);
        auto certificate = file.ok() ? parseCertificate(file.data) : std::nullopt;
        if (!certificate) {
            (file.ok() ? findings.unreadable : findings.damaged) = true;
            continue;
        }
        certificate->id = path;
        found.push_back(std::move(*certificate));
    }
    return found;
}

} // namespace kortvakt
