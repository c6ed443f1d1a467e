// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/pkcs15.h"

#include "core/text.h"
#include "core/tlv.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kortvakt::pkcs15 {

namespace {

constexpr std::size_t mostEntries = 64; // no card has more; a hostile one is not followed further

bool isUniversal(std::uint32_t tag)
{
    return tag < 0x40;
}

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

/** An entry that was read, or what is wrong with it. */
template <typename Object>
struct Entry {
    enum class Is { Whole, Broken, Foreign } is = Is::Broken;
    Object object{};
};

/** PKCS15Object (§8.2): the parts that every object has, and its type attributes. */
struct Object {
    std::string label;
    Bytes authId;
    View classAttributes, typeAttributes;
};

/** CommonObjectAttributes (§8.2.8). */
bool parseCommon(View attributes, Object& object)
{
    constexpr std::array known{0x03u, 0x02u, 0x01u, 0x30u}; // flags, userConsent, accessControlRules
    TlvReader reader(attributes);
    bool labelled = false;
    while (const auto attribute = reader.next()) {
        if (isString(attribute->tag)) {
            if (std::exchange(labelled, true))
                return false;
            object.label = toDisplayText(attribute->value);
        } else if (attribute->tag == 0x04)
            object.authId = copy(attribute->value);
        else if (std::ranges::find(known, attribute->tag) == known.end())
            return false;
    }
    return true;
}

std::optional<Object> parseObject(View content)
{
    if (!isWellFormed(content))
        return {};
    TlvReader reader(content);
    const auto common = reader.next();
    const auto classAttributes = reader.next();
    if (!common || common->tag != 0x30 || !classAttributes || classAttributes->tag != 0x30)
        return {};
    auto type = reader.next();
    if (type && type->tag == 0xA0) // SubClassAttributes
        type = reader.next();
    if (!type || type->tag != 0xA1 || reader.next())
        return {};
    Object object;
    object.classAttributes = classAttributes->value;
    // [1] holds one SEQUENCE; its content is what matters.
    TlvReader inner(type->value);
    const auto sequence = inner.next();
    if (!sequence || sequence->tag != 0x30 || inner.next() || !parseCommon(common->value, object))
        return {};
    object.typeAttributes = sequence->value;
    return object;
}

/**
 * A reference (§8.9.2, Reference ::= INTEGER): above 7F it comes as two bytes, or as a negative number of
 * one.
 */
std::optional<std::uint8_t> referenceIn(View value)
{
    if (value.size() == 1)
        return value[0];
    if (value.size() == 2 && value[0] == 0x00)
        return value[1];
    return {};
}

/** PasswordAttributes (§8.9.2); what must be there is its flags, its type and two lengths. */
Entry<PasswordObject> parsePassword(View content)
{
    using enum Entry<PasswordObject>::Is;
    const auto object = parseObject(content);
    if (!object)
        return {};
    PasswordObject password;
    password.label = object->label;
    password.unblockedBy = object->authId;
    password.id = copy(TlvReader(object->classAttributes).find(0x04).value_or(View{}));
    password.flags = 1u << pwd::Initialized; // an absent field tells nothing
    bool typed = false, foreign = false;
    int integers = 0;
    TlvReader reader(object->typeAttributes);
    while (const auto field = reader.next()) {
        const auto number = toInteger(field->value);
        switch (field->tag) {
        case 0x03:
            password.flags = toBits(field->value);
            break;
        case 0x0A:
            typed = number.has_value();
            password.type = number.value_or(-1);
            break;
        case 0x02:
            ++integers;
            if (!number || integers > 3)
                return {};
            (integers == 1          ? password.minLength
                    : integers == 2 ? password.storedLength
                                    : password.maxLength.emplace()) = *number;
            break;
        case 0x80:
            foreign |= !referenceIn(field->value);
            password.reference = referenceIn(field->value).value_or(0);
            break;
        case 0x04:
            if (!field->value.empty())
                password.padChar = field->value[0];
            break;
        case 0x30:
            password.path = parsePath(field->value);
            foreign |= !password.path->file.empty() && !isUsable(*password.path);
            break;
        case 0x18: // lastPasswordChange
            break;
        default:
            password.unclear |= isUniversal(field->tag);
        }
    }
    if (!typed || integers < 2)
        return {};
    if (password.maxLength == 0)
        password.maxLength.reset();
    return {foreign ? Foreign : Whole, std::move(password)};
}

/** PrivateKeyAttributes (§8.4); a key has an identifier and a usage. */
Entry<PrivateKey> parsePrivateKey(const Tlv& entry)
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
    return {haveUsage ? Entry<PrivateKey>::Is::Whole : Entry<PrivateKey>::Is::Broken, std::move(key)};
}

Entry<Certificate> parseCertificateObject(const Tlv& entry)
{
    using enum Entry<Certificate>::Is;
    const auto object = parseObject(entry.value);
    if (!object)
        return {};
    if (entry.tag != 0x30)
        return {Foreign};
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
    const bool usable = !certificate.direct.empty() || isUsable(certificate.path);
    return {usable ? Whole : Foreign, std::move(certificate)};
}

/** Entries of these tags are objects of other kinds in this directory (a CHOICE, §8.3 to §8.9). */
bool isChoice(std::uint32_t tag)
{
    return tag == 0x30 || (tag & 0xF0) == 0xA0;
}

/**
 * Something in place of an entry. Some cards have a few stray bytes after their last entry; what is as long
 * as an entry, and none, was one.
 */
bool isStray(const Tlv& object)
{
    constexpr std::size_t shortestEntry = 8;
    return object.whole.size() < shortestEntry;
}

/** Reads a directory file entry by entry. @param parse gives an Entry, or nothing for what is passed over. */
template <typename Object, typename Parse>
Directory<Object> parseDirectory(View file, Parse parse)
{
    Directory<Object> objects;
    TlvReader reader(file);
    while (const auto entry = reader.next()) {
        if (!isChoice(entry->tag)) {
            objects.whole &= isStray(*entry);
            continue;
        }
        std::optional<Entry<Object>> read = parse(*entry);
        if (!read)
            continue;
        objects.whole &= read->is != Entry<Object>::Is::Broken;
        objects.foreign |= read->is == Entry<Object>::Is::Foreign;
        if (read->is != Entry<Object>::Is::Whole)
            continue;
        if (objects.size() < mostEntries)
            objects.push_back(std::move(read->object));
        else
            objects.foreign = true;
    }
    objects.whole &= !reader.isCut();
    return objects;
}

} // namespace

bool isUsable(const Path& path)
{
    return path.file.size() % 2 == 0;
}

Directory<DirEntry> parseDir(View file)
{
    Directory<DirEntry> entries;
    TlvReader reader(file);
    while (const auto entry = reader.next()) {
        const bool isName = entry->tag == 0x4F; // an application identifier without a template
        if (entry->tag != 0x61 && !isName) {
            entries.whole &= isStray(*entry);
            continue;
        }
        const View content = isName ? entry->whole : entry->value;
        entries.whole &= isWellFormed(content);
        const TlvReader fields(content);
        if (entries.size() < mostEntries)
            entries.push_back({copy(fields.find(0x4F).value_or(View{})),
                toDisplayText(fields.find(0x50).value_or(View{})), copy(fields.find(0x51).value_or(View{}))});
        else
            entries.foreign = true;
    }
    entries.whole &= !reader.isCut();
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
        if (!isWellFormed(entry->value) || (entry->tag & 0xF0) != 0xA0) {
            odf.whole &= isStray(*entry);
            continue;
        }
        auto* paths = entry->tag == 0xA8 ? &odf.authObjects
            : entry->tag == 0xA0         ? &odf.privateKeys
            : entry->tag == 0xA4         ? &odf.certificates
                                         : nullptr;
        if (paths == nullptr)
            continue;
        if (paths->size() == mostEntries) {
            odf.foreign = true;
            continue;
        }
        TlvReader content(entry->value);
        const auto sequence = content.next();
        odf.whole &= !content.next(); // one path an entry
        const auto path = sequence && sequence->tag == 0x30 ? parsePath(sequence->value) : Path();
        if (path.file.empty() || !isUsable(path)) // the objects themselves, say, in place of their file
            odf.foreign = true;
        else if (std::ranges::find(*paths, path) == paths->end())
            paths->push_back(path);
    }
    odf.whole &= !reader.isCut();
    return odf;
}

std::optional<TokenInfo> parseTokenInfo(View file)
{
    TlvReader reader(file);
    const auto sequence = reader.next();
    if (!sequence || sequence->tag != 0x30 || !isWellFormed(sequence->value))
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

Directory<PasswordObject> parseAodf(View file)
{
    return parseDirectory<PasswordObject>(file, [](const Tlv& entry) {
        return entry.tag == 0x30 ? std::optional(parsePassword(entry.value)) : std::nullopt;
    });
}

Directory<PrivateKey> parsePrkdf(View file)
{
    return parseDirectory<PrivateKey>(
        file, [](const Tlv& entry) { return std::optional(parsePrivateKey(entry)); });
}

Directory<Certificate> parseCdf(View file)
{
    return parseDirectory<Certificate>(
        file, [](const Tlv& entry) { return std::optional(parseCertificateObject(entry)); });
}

} // namespace kortvakt::pkcs15
