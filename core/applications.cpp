// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/applications.h"

#include "core/fixed_layout.h"
#include "core/piv.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace kortvakt {

namespace {

/** EF.ODF by content: two card makers swap it with EF.TokenInfo. */
std::optional<pkcs15::Odf> readOdf(Session& session, const Location& where)
{
    for (const auto& fid : {Bytes{0x50, 0x31}, Bytes{0x50, 0x32}}) {
        const auto file = session.readTlvFile(where, fid);
        if (!file.ok())
            return {};
        if (pkcs15::parseTokenInfo(file.data))
            continue;
        auto odf = pkcs15::parseOdf(file.data);
        if (!odf.authObjects.empty() || !odf.privateKeys.empty() || !odf.certificates.empty())
            return odf;
        return {};
    }
    return {};
}

Bytes fullPath(Bytes path)
{
    if (path.size() < 2 || path[0] != 0x3F || path[1] != 0x00)
        path.insert(path.begin(), masterFile().begin(), masterFile().end());
    return path;
}

/** An application that may be on a card, and the ways to select it, the first that works being taken. */
struct Candidate {
    std::vector<Location> ways;
    std::string label;
};

/** What a card that tells it itself says of its applications: EF.DIR, or the names and places of the
 * standard. */
std::vector<Candidate> toldApplications(Session& session, const Profile& profile)
{
    static const Bytes pkcs15Name = fromHex("A000000063504B43532D3135");
    const auto byName = [&](const Bytes& aid) { return Location{aid, {}, profile.selectP2}; };
    const auto directory = session.readTlvFile({{}, masterFile()}, Bytes{0x3F, 0x00, 0x2F, 0x00});
    auto entries = pkcs15::parseDir(directory.data);
    std::ranges::stable_partition(entries, [&](const auto& entry) { return entry.aid == pkcs15Name; });
    std::vector<Candidate> found;
    for (const auto& entry : entries) {
        Candidate candidate{{}, entry.label};
        // One card writes the application's name where its path belongs.
        if (!entry.path.empty() && entry.path.size() % 2 == 0 && entry.path != entry.aid)
            candidate.ways.push_back({{}, fullPath(entry.path)});
        // What cannot be selected by path may need its name.
        if (!entry.aid.empty())
            candidate.ways.push_back(byName(entry.aid));
        const auto same = [&](const auto& other) { return other.ways == candidate.ways; };
        if (!candidate.ways.empty() && found.size() < mostApplications && std::ranges::none_of(found, same))
            found.push_back(std::move(candidate));
    }
    if (found.empty())
        found.push_back({{byName(pkcs15Name), {{}, fromHex("3F005015")}}, {}});
    return found;
}

void readDirectories(Session& session, ApplicationContents& contents, bool& damaged)
{
    for (const auto& path : contents.odf.authObjects) {
        const auto file = session.readTlvFile(startOf(contents.where, path), path.file);
        contents.authObjects.insert(contents.authObjects.end(), file.data.begin(), file.data.end());
        auto passwords = pkcs15::parseAodf(file.data);
        // A directory that begins with a password and yields none is no card without codes.
        constexpr std::uint8_t password = 0x30;
        const bool unreadable = passwords.empty() && !file.data.empty() && file.data.front() == password;
        damaged |= !file.ok() || unreadable;
        std::ranges::move(passwords, std::back_inserter(contents.passwords));
    }
    for (const auto& path : contents.odf.privateKeys) {
        const auto file = session.readTlvFile(startOf(contents.where, path), path.file);
        std::ranges::move(pkcs15::parsePrkdf(file.data), std::back_inserter(contents.keys));
    }
}

/** Where a row says its applications are: none when its application does not answer. */
std::vector<Candidate> applicationsOf(Session& session, const Profile& profile)
{
    if (profile.aid.empty())
        return toldApplications(session, profile);
    const auto name = fromHex(profile.aid);
    if (session.selectApplication({name, {}, profile.selectP2}) != 0x9000)
        return {};
    std::vector<Candidate> places;
    Candidate own; // "" comes last: the application's own place, where it has no DF
    for (const auto path : profile.applications) {
        own.ways.push_back({name, fromHex(path), profile.selectP2});
        if (!profile.applications.back().empty())
            places.push_back({{own.ways.back()}, {}});
    }
    if (places.empty())
        places.push_back(std::move(own));
    return places;
}

/** The object that a row's code stands in for. */
pkcs15::PasswordObject objectOf(const RowCode& code, std::uint8_t id)
{
    pkcs15::PasswordObject object;
    object.label = code.label;
    object.id = {id};
    object.flags = 1u << pkcs15::pwd::Initialized | 1u << pkcs15::pwd::NeedsPadding;
    object.minLength = code.minLength;
    object.storedLength = code.storedLength;
    object.maxLength = code.maxLength;
    object.reference = code.reference.value_or(0);
    object.padChar = code.pad;
    return object;
}

/** Reads what is at a place; false where there is no application of the row's kind. */
bool readContents(Session& session, const Profile& profile, ApplicationContents& contents, bool& damaged)
{
    if (profile.holds == Holds::Pkcs15) {
        auto odf = readOdf(session, contents.where);
        if (!odf)
            return false;
        contents.odf = std::move(*odf);
        readDirectories(session, contents, damaged);
        return true;
    }
    if (session.enter(contents.where) != 0x9000)
        return false;
    if (profile.fixed != nullptr) {
        contents = contentsFrom(profile, contents.where);
        return true;
    }
    if (profile.holds == Holds::Piv) {
        contents.authObjects = piv::readObject(session, piv::holderIdentifier);
        contents.serial = piv::serialIn(contents.authObjects);
    }
    if (profile.pin) {
        // A card's only PIN guards whatever identifies its holder.
        const auto pin = objectOf(*profile.pin, 1);
        contents.keys.push_back({{}, {}, pin.id, 1u << 2, 0, false});
        contents.passwords.push_back(pin);
    }
    return true;
}

} // namespace

const Bytes& masterFile()
{
    static const Bytes identifier{0x3F, 0x00};
    return identifier;
}

Location startOf(const Location& application, const pkcs15::Path& path)
{
    return path.aid.empty() ? application : Location{path.aid, {}, application.selectP2};
}

void readApplications(Session& session, const Profile& profile, bool& damaged,
    const std::function<void(const ApplicationContents&)>& found)
{
    for (const auto& candidate : applicationsOf(session, profile))
        for (const auto& where : candidate.ways) {
            ApplicationContents contents{where, candidate.label, {}, {}, {}, {}, {}};
            if (readContents(session, profile, contents, damaged)) {
                found(contents);
                break;
            }
            // Where its DF can be selected by path, the application is there, and is no PKCS#15 one.
            if (where.aid.empty() && session.enter(where) == 0x9000)
                break;
        }
}

} // namespace kortvakt
