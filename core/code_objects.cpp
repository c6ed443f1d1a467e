// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/code_objects.h"

#include <algorithm>
#include <optional>

namespace kortvakt {

namespace {

using pkcs15::PasswordObject;
namespace pwd = pkcs15::pwd;

bool isAbsolute(View path)
{
    return path.size() >= 2 && path[0] == 0x3F && path[1] == 0x00;
}

Location locationOf(const PasswordObject& object, const Location& application)
{
    if (!object.path || (object.path->file.empty() && object.path->aid.empty()))
        return application;
    auto where = startOf(application, *object.path);
    const auto& file = object.path->file;
    if (isAbsolute(file)) {
        where.path = file;
    } else if (!file.empty() && file.size() % 2 == 0) {
        if (where.path.empty() && where.aid.empty())
            where.path = masterFile();
        where.path.insert(where.path.end(), file.begin(), file.end());
    }
    return where;
}

std::string nameOf(const Location& where)
{
    if (where.path.empty())
        return toHex(where.aid);
    const View path(where.path);
    const bool fromMf = path.size() > 2 && path[0] == 0x3F && path[1] == 0x00;
    return toHex(fromMf ? path.subspan(2) : path);
}

/** Lengths, padding and encoding of an object; nothing where a code could not be laid out without a guess
 * (rule 6). */
std::optional<CodeFormat> formatOf(const PasswordObject& object)
{
    const bool padded = object.has(pwd::NeedsPadding);
    if ((object.type != 1 && object.type != 2) || (padded && !object.padChar))
        return {};
    CodeFormat format;
    format.storedLength = object.storedLength;
    format.minLength = std::max(object.minLength, 1);
    format.maxLength = object.maxLength.value_or(object.storedLength);
    if (padded) {
        format.pad = object.padChar;
        if (object.storedLength < 1 || object.storedLength > 64)
            return {};
        format.maxLength = std::min(format.maxLength, object.storedLength);
    }
    if (format.maxLength > 64 || format.minLength > format.maxLength)
        return {};
    return format;
}

/** Whether an object is as the family's row says (rule 4). */
bool agrees(const PasswordObject& object, const Profile& profile)
{
    return (profile.storedLength == 0 || object.storedLength == profile.storedLength)
        && (!profile.pad || (object.has(pwd::NeedsPadding) && object.padChar == profile.pad))
        && !(profile.bareDigits && object.has(pwd::NeedsPadding))
        && ((profile.storedLength == 0 && !profile.bareDigits) || object.type == 1 || object.type == 2);
}

bool isPukOnly(const PasswordObject& object)
{
    return object.has(pwd::SoPassword) || object.has(pwd::UnblockingPassword);
}

std::string lowered(std::string text)
{
    std::ranges::transform(
        text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

/** What a code is for: by the use of the keys it guards; only where there are none, by its place or its
 * label. */
CodeRole roleOf(const PasswordObject& object, const ApplicationContents& contents, const Location& where)
{
    constexpr std::uint32_t nonRepudiation = 1u << 9;
    bool signs = false, identifies = false;
    for (const auto& key : contents.keys)
        if (!object.id.empty() && key.guardedBy == object.id)
            ((key.usage & nonRepudiation) != 0 ? signs : identifies) = true;
    if (signs || identifies)
        return identifies ? CodeRole::Identification : CodeRole::Signature;
    const auto label = lowered(object.label);
    const auto says = [&](const auto& words) {
        return std::ranges::any_of(words, [&](auto word) { return label.find(word) != std::string::npos; });
    };
    if (nameOf(where) == "5100" || says(signatureWords))
        return CodeRole::Signature;
    if (nameOf(where) == "5000" || says(identificationWords))
        return CodeRole::Identification;
    return CodeRole::Other;
}

/** The PUK that a row stands in for, of a PIN whose object names none (rules 2, 7). */
Puk rowPuk(const RowCode& row, const CodeObject& code)
{
    Puk puk;
    puk.application = code.application;
    puk.reference = row.reference.value_or(code.id.reference);
    puk.label = row.label;
    puk.format = {row.minLength, row.maxLength, row.storedLength, row.pad, false};
    puk.counted = false;
    puk.lengthNarrowed = row.minLength == row.maxLength;
    return puk;
}

/** The PUK of a code: the object that its authId points to (rule 7), or why there is none to use. */
void attachPuk(CodeObject& code, const PasswordObject& object, const ApplicationContents& contents,
    const Profile& profile)
{
    const bool verifyFirst = profile.unblockBy == UnblockBy::VerifyPukThenNewCode;
    const auto ours = verifyFirst ? pwd::ResetRetryCounter2 : pwd::ResetRetryCounter1;
    const auto theirs = verifyFirst ? pwd::ResetRetryCounter1 : pwd::ResetRetryCounter2;
    const bool otherForm = object.has(theirs) && !object.has(ours);
    const bool barred =
        object.has(pwd::UnblockDisabled) || otherForm || profile.unblockBy == UnblockBy::Nothing;
    if (object.unblockedBy.empty() && profile.puk) {
        code.puk = rowPuk(*profile.puk, code);
        if (barred)
            code.cannotUnlock = ErrorId::NotPossible;
        return;
    }
    const auto found = std::ranges::find_if(contents.passwords, [&](const auto& other) {
        return !object.unblockedBy.empty() && other.id == object.unblockedBy && other.id != object.id;
    });
    if (found == contents.passwords.end() || (found->has(pwd::SoPassword) && !profile.soPasswordIsPuk)) {
        code.cannotUnlock = ErrorId::NoPuk;
        return;
    }
    Puk puk;
    puk.application = locationOf(*found, contents.where);
    puk.reference = found->reference;
    puk.label = found->label;
    puk.shared = profile.onePukValue;
    const auto format = formatOf(*found);
    if (format) {
        puk.format = *format;
        if (profile.pukDigits != 0 && puk.format.fits(static_cast<std::size_t>(profile.pukDigits)))
            puk.format.minLength = puk.format.maxLength = profile.pukDigits;
        puk.lengthNarrowed = puk.format.minLength == puk.format.maxLength;
    }
    // Two codes run together can only be told apart by the card where the first one has a fixed length.
    const bool ambiguous = format && !verifyFirst && !puk.format.pad && !puk.lengthNarrowed;
    if (barred || ambiguous || !format)
        code.cannotUnlock = ErrorId::NotPossible;
    code.puk = std::move(puk);
}

CodeObject codeFrom(const PasswordObject& object, const ApplicationContents& contents, const Profile& profile,
    bool& contradicts)
{
    CodeObject code;
    code.application = locationOf(object, contents.where);
    code.id = {nameOf(code.application), object.reference};
    code.label = object.label;
    code.role = roleOf(object, contents, code.application);
    if (!object.has(pwd::Initialized))
        code.state = CodeState::NeverSet;
    attachPuk(code, object, contents, profile);
    if (const auto format = formatOf(object)) {
        code.format = *format;
        code.freshMin = std::max(format->minLength, std::min(4, format->maxLength));
        code.freshMax = format->maxLength;
        if (profile.pinDigits != 0 && format->fits(static_cast<std::size_t>(profile.pinDigits)))
            code.freshMin = code.freshMax = profile.pinDigits;
    } else {
        code.cannotUnlock = code.cannotChange = ErrorId::NotPossible;
    }
    // Two codes run together: without padding the card could take the end of the old one for the new one's
    // start.
    if (!code.format.pad && code.format.minLength != code.format.maxLength)
        code.cannotChange = ErrorId::NotPossible;
    // A path that starts from an application known by name only could lead to another DF of the same
    // identifier; families whose application plays the MF say so in their row.
    const bool relative = object.path && !object.path->file.empty() && !isAbsolute(object.path->file);
    if (relative && contents.where.path.empty() && object.path->aid.empty() && profile.aid.empty())
        code.cannotUnlock = code.cannotChange = ErrorId::NotPossible;
    if (object.has(pwd::ChangeDisabled))
        code.cannotChange = ErrorId::NotPossible;
    const auto puk = std::ranges::find_if(contents.passwords,
        [&](const auto& other) { return !object.unblockedBy.empty() && other.id == object.unblockedBy; });
    if (!agrees(object, profile) || (puk != contents.passwords.end() && !agrees(*puk, profile)))
        contradicts = true;
    return code;
}

} // namespace

std::vector<CodeObject> codesFrom(
    const ApplicationContents& contents, const Profile& profile, bool& contradicts)
{
    std::vector<CodeObject> codes;
    for (const auto& object : contents.passwords) {
        if (isPukOnly(object))
            continue;
        auto code = codeFrom(object, contents, profile, contradicts);
        const auto same = std::ranges::find(codes, code.id, &CodeObject::id);
        if (same == codes.end())
            codes.push_back(std::move(code));
        else // two objects claim one code: which of them tells its form would be a guess (rules 3, 6)
            same->cannotUnlock = same->cannotChange = ErrorId::NotPossible;
    }
    return codes;
}

} // namespace kortvakt
