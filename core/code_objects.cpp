// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/code_objects.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace kortvakt {

namespace {

using pkcs15::PasswordObject;
namespace pwd = pkcs15::pwd;

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
std::optional<CodeFormat> formatOf(const PasswordObject& object, const Profile& profile)
{
    const bool padded = object.has(pwd::NeedsPadding);
    const auto pad = profile.padOverrides ? profile.pad : object.padChar;
    if ((object.type != 1 && object.type != 2) || (padded && !pad) || object.unclear)
        return {};
    CodeFormat format;
    format.storedLength = object.storedLength;
    format.minLength = std::max(object.minLength, 1);
    format.maxLength = object.maxLength.value_or(object.storedLength);
    if (padded) {
        format.pad = pad;
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
        && (!profile.pad
            || (object.has(pwd::NeedsPadding) && (profile.padOverrides || object.padChar == profile.pad)))
        && !(profile.bareDigits && object.has(pwd::NeedsPadding))
        && ((profile.storedLength == 0 && !profile.bareDigits) || object.type == 1 || object.type == 2);
}

bool isPukOnly(const PasswordObject& object)
{
    return object.has(pwd::SoPassword) || object.has(pwd::UnblockingPassword);
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
}

/** The words of a label, in small letters. */
std::vector<std::string> wordsOf(std::string label)
{
    std::ranges::transform(
        label, label.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    std::vector<std::string> words(1);
    for (const char c : label) {
        if (isLetter(c))
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    return words;
}

/** Whether a label has a word that begins like one of these, or is @p whole. */
template <typename Words>
bool says(const std::vector<std::string>& label, const Words& beginnings, std::string_view whole)
{
    return std::ranges::any_of(label, [&](const auto& word) {
        return word == whole
            || std::ranges::any_of(beginnings, [&](auto beginning) { return word.starts_with(beginning); });
    });
}

RoleSigns signsOf(const PasswordObject& object, const ApplicationContents& contents)
{
    constexpr std::uint32_t nonRepudiation = 1u << 9;
    RoleSigns signs;
    for (const auto& key : contents.keys)
        if (!object.id.empty() && key.guardedBy == object.id)
            ((key.usage & nonRepudiation) != 0 ? signs.guardsSigning : signs.guardsOthers) = true;
    const auto label = wordsOf(object.label);
    signs.namedSigning = says(label, signatureWords, "sig");
    signs.namedIdentifying = says(label, identificationWords, "auth");
    return signs;
}

/** By the use of the keys that a code guards; nothing where there are none. */
std::optional<CodeRole> roleByKeys(const CodeObject& code)
{
    if (code.signs.guardsOthers)
        return CodeRole::Identification;
    return code.signs.guardsSigning ? std::optional(CodeRole::Signature) : std::nullopt;
}

/** By its label, or by its place on cards with a DF for each. */
std::optional<CodeRole> roleByName(const CodeObject& code)
{
    if (code.signs.namedSigning != code.signs.namedIdentifying)
        return code.signs.namedSigning ? CodeRole::Signature : CodeRole::Identification;
    if (code.id.application == "5100")
        return CodeRole::Signature;
    return code.id.application == "5000" ? std::optional(CodeRole::Identification) : std::nullopt;
}

/** The PUK that a row stands in for, of a PIN whose object names none (rules 2, 7). */
Puk rowPuk(const RowCode& row, const CodeObject& code)
{
    Puk puk;
    puk.application = code.application;
    puk.reference = row.reference.value_or(code.id.reference);
    puk.label = row.label;
    puk.format = {row.minLength, row.maxLength, row.storedLength, row.pad};
    puk.counted = false;
    puk.lengthNarrowed = row.minLength == row.maxLength;
    return puk;
}

/** Whether an object is one whose code unblocks others (rule 7): an ordinary PIN is none. */
bool isPuk(const PasswordObject& object, const Profile& profile)
{
    return object.has(pwd::UnblockingPassword) || (object.has(pwd::SoPassword) && profile.soPasswordIsPuk);
}

/** Whether the card, or its family's row, says that unblocking is not for this code. */
bool isBarred(const PasswordObject& object, const Profile& profile)
{
    const bool verifyFirst = profile.unblockBy == UnblockBy::VerifyPukThenNewCode;
    const auto ours = verifyFirst ? pwd::ResetRetryCounter2 : pwd::ResetRetryCounter1;
    const auto theirs = verifyFirst ? pwd::ResetRetryCounter1 : pwd::ResetRetryCounter2;
    const bool otherForm = object.has(theirs) && !object.has(ours);
    return object.has(pwd::UnblockDisabled) || otherForm || profile.unblockBy == UnblockBy::Nothing;
}

Puk pukFrom(const PasswordObject& object, const ApplicationContents& contents, const Profile& profile,
    const std::optional<CodeFormat>& format)
{
    Puk puk;
    puk.application = locationOf(object, contents.where);
    puk.reference = object.reference;
    puk.label = object.label;
    puk.shared = profile.onePukValue;
    puk.unblocking = object.has(pwd::UnblockingPassword);
    puk.byIssuer = !contents.vouched;
    if (format) {
        puk.format = *format;
        if (profile.pukDigits != 0 && puk.format.fits(static_cast<std::size_t>(profile.pukDigits)))
            puk.format.minLength = puk.format.maxLength = profile.pukDigits;
        puk.lengthNarrowed = puk.format.minLength == puk.format.maxLength;
    }
    return puk;
}

/** The PUK of a code: the one object that its authId points to (rule 7), or why there is none to use. */
void attachPuk(CodeObject& code, const PasswordObject& object, const ApplicationContents& contents,
    const Profile& profile)
{
    const bool barred = isBarred(object, profile);
    if (object.unblockedBy.empty()) {
        if (!profile.puk || object.reference == 0) {
            code.cannotUnlock = ErrorId::NoPuk;
            return;
        }
        code.puk = rowPuk(*profile.puk, code);
        if (barred)
            code.cannotUnlock = ErrorId::CardForbids;
        return;
    }
    const auto named = [&](const auto& other) {
        return other.id == object.unblockedBy && other.id != object.id;
    };
    const auto found = std::ranges::find_if(contents.passwords, named);
    if (found == contents.passwords.end() || !isPuk(*found, profile)) {
        code.cannotUnlock = ErrorId::PukNotDescribed;
        return;
    }
    const auto format = formatOf(*found, profile);
    code.puk = pukFrom(*found, contents, profile, format);
    // Two codes run together can only be told apart by the card where the first one has a fixed length.
    const bool runTogether = format && profile.unblockBy != UnblockBy::VerifyPukThenNewCode
        && !code.puk->format.pad && !code.puk->lengthNarrowed;
    // Where nothing but the card's own word tells how its PUK is used, it must give it.
    const bool unsaid = profile.asksFirst && !object.has(pwd::ResetRetryCounter1);
    const bool twice = std::ranges::count_if(contents.passwords, named) != 1;
    if (barred)
        code.cannotUnlock = ErrorId::CardForbids;
    else if (!format || runTogether || unsaid || twice || found->reference == 0)
        code.cannotUnlock = ErrorId::FormNotRead;
}

/** What makes any use of a code a guess, whatever its form. */
bool isVague(const PasswordObject& object, const ApplicationContents& contents, const Profile& profile)
{
    const bool none = object.reference == 0; // no particular code
    const bool nowhere = object.path && !pkcs15::isUsable(*object.path);
    // A path that starts from an application known by name only could lead to another DF of the same
    // identifier; families whose application plays the MF say so in their row.
    const bool relative = object.path && !object.path->file.empty() && !isAbsolute(object.path->file);
    const bool lost =
        relative && profile.aid.empty() && (contents.where.path.empty() || !object.path->aid.empty());
    return none || nowhere || lost || (profile.localBit && !object.has(pwd::Local));
}

CodeObject codeFrom(const PasswordObject& object, const ApplicationContents& contents, const Profile& profile,
    Findings& findings)
{
    CodeObject code;
    code.application = locationOf(object, contents.where);
    const int local = profile.localBit && object.has(pwd::Local) ? 0x80 : 0;
    const auto prefix =
        contents.byName && !code.application.aid.empty() ? toHex(code.application.aid) + '/' : std::string();
    code.id = {prefix + nameOf(code.application), static_cast<std::uint8_t>(object.reference | local)};
    code.label = object.label;
    code.signs = signsOf(object, contents);
    code.maybeNeverSet = !object.has(pwd::Initialized);
    attachPuk(code, object, contents, profile);
    if (const auto format = formatOf(object, profile)) {
        code.format = *format;
        code.freshMin = std::max(format->minLength, std::min(4, format->maxLength));
        code.freshMax = format->maxLength;
        if (profile.pinDigits != 0 && format->fits(static_cast<std::size_t>(profile.pinDigits)))
            code.freshMin = code.freshMax = profile.pinDigits;
    } else {
        code.cannotUnlock = code.cannotChange = ErrorId::FormNotRead;
    }
    // Two codes run together: without padding the card could take the end of the old one for the new one's
    // start.
    if (!code.format.pad && code.format.minLength != code.format.maxLength)
        code.cannotChange = ErrorId::FormNotRead;
    if (isVague(object, contents, profile)) {
        code.cannotChange = ErrorId::FormNotRead;
        if (code.cannotUnlock != ErrorId::NoPuk)
            code.cannotUnlock = ErrorId::FormNotRead;
    }
    if (object.has(pwd::ChangeDisabled))
        code.cannotChange = ErrorId::CardForbids;
    const auto puk = std::ranges::find_if(contents.passwords,
        [&](const auto& other) { return !object.unblockedBy.empty() && other.id == object.unblockedBy; });
    if (!agrees(object, profile) || (puk != contents.passwords.end() && !agrees(*puk, profile)))
        findings.contradicts = true;
    return code;
}

} // namespace

std::vector<CodeObject> codesFrom(
    const ApplicationContents& contents, const Profile& profile, Findings& findings)
{
    std::vector<CodeObject> codes;
    for (const auto& object : contents.passwords) {
        if (isPukOnly(object))
            continue;
        auto code = codeFrom(object, contents, profile, findings);
        const auto same = std::ranges::find(codes, code.id, &CodeObject::id);
        if (same == codes.end())
            codes.push_back(std::move(code));
        else // two objects claim one code: which of them tells its form would be a guess (rules 3, 6)
            same->cannotUnlock = same->cannotChange = ErrorId::FormNotRead;
    }
    settleRoles(codes);
    return codes;
}

void settleRoles(std::vector<CodeObject>& codes)
{
    const auto anyIs = [&](CodeRole role) {
        return std::ranges::any_of(codes, [&](const auto& code) { return roleByKeys(code) == role; });
    };
    // Keys tell codes apart only where they tell of both uses: many cards mark them all alike.
    const bool keysDecide =
        codes.size() == 1 || (anyIs(CodeRole::Identification) && anyIs(CodeRole::Signature));
    for (auto& code : codes) {
        const auto byKeys = roleByKeys(code), byName = roleByName(code);
        code.role = (keysDecide && byKeys ? byKeys : byName ? byName : byKeys).value_or(CodeRole::Other);
    }
}

} // namespace kortvakt
