// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/pkcs15.h"

#include "core/text.h"
#include "core/tlv.h"

#include <algorithm>

namespace kortvakt::pkcs15 {

namespace {

constexpr std::size_t mostEntries = 64; // no card has more; a hostile one is not followed further

bool isString(std::uint32_t tag)
{
    return tag == 0x0C || tag == 0x13 || tag == 0x14 || tag == 0x16;
}

Bytes copy(View view)
{
    return {view.begin(), view.end()};
}

Path parsePath(View sequence)
{
    Path path;
    TlvReader reader(sequence);
    bool haveFile = false;
    while (const auto part = reader.next()) {
        if (part->tag == 0x04 && !haveFile) {
            path.file = copy(part->value);
            haveFile = true;
        } else if (part->tag == 0x02) {
            path.index = toInteger(part->value);
        } else if (part->tag == 0x80) {
            path.length = toInteger(part->value);
        } else if (part->tag == 0xA1) {
            const TlvReader inner(part->value);
            path.aid = copy(inner.find(0x4F).value_or(View{}));
            if (const auto file = inner.find(0x04))
                path.file = copy(*file);
        }
    }
    return path;
}

/** PKCS15Object (§8.2): the parts that every object has, and its type attributes. */
struct Object {
    std::string label;
    Bytes authId;
    View classAttributes, typeAttributes;
};

std::optional<Object> parseObject(View content)
{
    TlvReader reader(content);
    const auto common = reader.next();
    const auto classAttributes = reader.next();
    if (!common || common->tag != 0x30 || !classAttributes || classAttributes->tag != 0x30)
        return {};
    const auto type = reader.find(0xA1);
    if (!type)
        return {};
    Object object;
    object.classAttributes = classAttributes->value;
    // [1] holds one SEQUENCE; its content is what matters.
    TlvReader inner(*type);
    const auto sequence = inner.next();
    if (!sequence || sequence->tag != 0x30)
        return {};
    object.typeAttributes = sequence->value;
    TlvReader attributes(common->value);
    while (const auto attribute = attributes.next()) {
        if (isString(attribute->tag))
            object.label = toDisplayText(attribute->value);
        else if (attribute->tag == 0x04)
            object.authId = copy(attribute->value);
    }
    return object;
}

std::optional<PasswordObject> parsePassword(View content)
{
    const auto object = parseObject(content);
    if (!object)
        return {};
    PasswordObject password;
    password.label = object->label;
    password.unblockedBy = object->authId;
    password.id = copy(TlvReader(object->classAttributes).find(0x04).value_or(View{}));
    password.flags = 1u << pwd::Initialized; // an absent field tells nothing
    TlvReader reader(object->typeAttributes);
    int integers = 0;
    while (const auto field = reader.next()) {
        const auto number = toInteger(field->value);
        switch (field->tag) {
        case 0x03:
            password.flags = toBits(field->value);
            break;
        case 0x0A:
            password.type = number.value_or(-1);
            break;
        case 0x02:
            ++integers;
            if (!number)
                break;
            if (integers == 1)
                password.minLength = *number;
            else if (integers == 2)
                password.storedLength = *number;
            else if (integers == 3)
                password.maxLength = *number;
            break;
        case 0x80:
            // References above 7F come as two bytes, or as a negative number.
            password.reference = static_cast<std::uint8_t>(number.value_or(0) & 0xFF);
            break;
        case 0x04:
            if (!field->value.empty())
                password.padChar = field->value[0];
            break;
        case 0x30:
            password.path = parsePath(field->value);
            break;
        default:
            break;
        }
    }
    if (password.maxLength == 0)
        password.maxLength.reset();
    return password;
}

std::optional<PrivateKey> parsePrivateKey(const Tlv& entry)
{
    const auto object = parseObject(entry.value);
    if (!object)
        return {};
    PrivateKey key;
    key.label = object->label;
    key.guardedBy = object->authId;
    key.elliptic = entry.tag == 0xA0;
    TlvReader reader(object->classAttributes);
    bool haveUsage = false;
    while (const auto field = reader.next()) {
        if (field->tag == 0x04) {
            key.id = copy(field->value);
        } else if (field->tag == 0x03 && !haveUsage) {
            key.usage = toBits(field->value);
            haveUsage = true;
        } else if (field->tag == 0x02) {
            key.reference = static_cast<std::uint8_t>(toInteger(field->value).value_or(0) & 0xFF);
        }
    }
    return key;
}

std::optional<Certificate> parseCertificateObject(View content)
{
    const auto object = parseObject(content);
    if (!object)
        return {};
    Certificate certificate;
    certificate.label = object->label;
    const TlvReader classReader(object->classAttributes);
    certificate.id = copy(classReader.find(0x04).value_or(View{}));
    const auto authority = classReader.find(0x01);
    certificate.authority = authority && !authority->empty() && (*authority)[0] != 0;
    TlvReader type(object->typeAttributes);
    const auto value = type.next();
    if (!value)
        return {};
    if (value->tag == 0xA0) {
        certificate.direct = copy(value->value);
    } else if (value->tag == 0x30) {
        // ObjectValue is a CHOICE without tags: a certificate starts with a SEQUENCE, a Path with an OCTET
        // STRING.
        TlvReader inner(value->value);
        const auto first = inner.next();
        if (first && first->tag == 0x30)
            certificate.direct = copy(value->whole);
        else
            certificate.path = parsePath(value->value);
    }
    if (certificate.direct.empty() && certificate.path.file.empty())
        return {};
    return certificate;
}

} // namespace

std::vector<DirEntry> parseDir(View file)
{
    std::vector<DirEntry> entries;
    TlvReader reader(file);
    while (const auto entry = reader.next()) {
        if (entry->tag != 0x61 || entries.size() == mostEntries)
            continue;
        const TlvReader fields(entry->value);
        entries.push_back({copy(fields.find(0x4F).value_or(View{})),
            toDisplayText(fields.find(0x50).value_or(View{})), copy(fields.find(0x51).value_or(View{}))});
    }
    return entries;
}

Odf parseOdf(View file)
{
    TlvReader reader(file);
    // Some cards wrap the whole file in a SEQUENCE.
    if (TlvReader peek = reader; const auto outer = peek.next())
        if (outer->tag == 0x30 && !outer->value.empty() && (outer->value[0] & 0xF0) == 0xA0)
            reader = TlvReader(outer->value);
    Odf odf;
    while (const auto entry = reader.next()) {
        auto* paths = entry->tag == 0xA8 ? &odf.authObjects
            : entry->tag == 0xA0         ? &odf.privateKeys
            : entry->tag == 0xA4         ? &odf.certificates
                                         : nullptr;
        const auto sequence = TlvReader(entry->value).find(0x30);
        if (paths == nullptr || !sequence || paths->size() == mostEntries)
            continue;
        const auto path = parsePath(*sequence);
        if (!path.file.empty() && std::ranges::find(*paths, path) == paths->end())
            paths->push_back(path);
    }
    return odf;
}

std::optional<TokenInfo> parseTokenInfo(View file)
{
    TlvReader reader(file);
    const auto sequence = reader.next();
    if (!sequence || sequence->tag != 0x30)
        return {};
    TlvReader fields(sequence->value);
    const auto version = fields.next();
    if (!version || version->tag != 0x02)
        return {};
    TokenInfo info;
    info.version = toInteger(version->value).value_or(0);
    while (const auto field = fields.next()) {
        if (field->tag == 0x04 && info.serial.empty())
            info.serial = toHex(field->value.first(std::min<std::size_t>(field->value.size(), 32)));
        else if (isString(field->tag) && info.manufacturer.empty())
            info.manufacturer = toDisplayText(field->value);
        else if (field->tag == 0x80)
            info.label = toDisplayText(field->value);
        else if (field->tag == 0x03)
            info.flags = toBits(field->value);
    }
    return info;
}

std::vector<PasswordObject> parseAodf(View file)
{
    std::vector<PasswordObject> objects;
    TlvReader reader(file);
    while (const auto entry = reader.next())
        if (entry->tag == 0x30 && objects.size() < mostEntries)
            if (auto object = parsePassword(entry->value))
                objects.push_back(std::move(*object));
    return objects;
}

std::vector<PrivateKey> parsePrkdf(View file)
{
    std::vector<PrivateKey> keys;
    TlvReader reader(file);
    while (const auto entry = reader.next())
        if ((entry->tag == 0x30 || (entry->tag & 0xF0) == 0xA0) && keys.size() < mostEntries)
            if (auto key = parsePrivateKey(*entry))
                keys.push_back(std::move(*key));
    return keys;
}

std::vector<Certificate> parseCdf(View file)
{
    std::vector<Certificate> certificates;
    TlvReader reader(file);
    while (const auto entry = reader.next())
        if (entry->tag == 0x30 && certificates.size() < mostEntries)
            if (auto certificate = parseCertificateObject(entry->value))
                certificates.push_back(std::move(*certificate));
    return certificates;
}

} // namespace kortvakt::pkcs15
