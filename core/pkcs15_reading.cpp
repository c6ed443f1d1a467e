// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/pkcs15_reading.h"

#include "core/status_words.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace kortvakt {

namespace {

class Reader {
public:
    Reader(Session& session, const Profile& profile, View atr, Care care, Findings& findings)
        : session_(session)
        , profile_(profile)
        , listed_(profile.lists(atr))
        , care_(care)
        , findings_(findings)
    {
    }

    [[nodiscard]] bool read(ApplicationContents& contents)
    {
        auto odf = readOdf(contents.where);
        if (!odf)
            return false;
        contents.odf = std::move(*odf);
        readAuthObjects(contents);
        readKeys(contents);
        return true;
    }

private:
    /** EF.ODF by content, for two card makers swap it with EF.TokenInfo; nothing where there is none. */
    [[nodiscard]] std::optional<pkcs15::Odf> readOdf(const Location& where)
    {
        const auto isEither = [](View file) {
            const auto odf = pkcs15::parseOdf(file);
            const bool full =
                !odf.authObjects.empty() && !odf.privateKeys.empty() && !odf.certificates.empty();
            return pkcs15::parseTokenInfo(file) || (odf.whole && full);
        };
        for (const auto& fid : {Bytes{0x50, 0x31}, Bytes{0x50, 0x32}}) {
            const auto file = session_.readTlvFile(where, fid, isEither);
            if (!file.ok() && saysNo(file.sw, listed_))
                return {};
            if (file.closed() && isOther(where)) {
                findings_.unreadable = true;
                return {};
            }
            if (pkcs15::parseTokenInfo(file.data))
                continue;
            auto odf = pkcs15::parseOdf(file.data);
            findings_.damaged |= !file.ok() || !odf.whole || odf.empty();
            findings_.unreadable |= odf.foreign;
            return odf.empty() ? std::nullopt : std::optional(std::move(odf));
        }
        return {};
    }

    /** Whether an application is told by EF.DIR alone, and may be of any kind. */
    [[nodiscard]] bool isOther(const Location& where) const
    {
        return profile_.aid.empty() && !where.aid.empty() && where.aid != standardName();
    }

    /** One of the directory files that EF.ODF names. */
    [[nodiscard]] FileContent readDirectory(
        const Location& where, const pkcs15::Path& path, Care care, const Sound& sound)
    {
        const auto from = startOf(where, path);
        auto file = care == Care::Twice ? session_.readTwice(from, path.file, sound)
                                        : session_.readTlvFile(from, path.file, sound);
        findings_.unreadable |= file.closed();
        findings_.damaged |= !file.ok() && !file.closed();
        return file;
    }

    void readAuthObjects(ApplicationContents& contents)
    {
        for (const auto& path : contents.odf.authObjects) {
            const auto file = readDirectory(
                contents.where, path, care_, [](View data) { return isDescribed(pkcs15::parseAodf(data)); });
            contents.authObjects.insert(contents.authObjects.end(), file.data.begin(), file.data.end());
            auto passwords = pkcs15::parseAodf(file.data);
            findings_.damaged |= !passwords.whole;
            findings_.unreadable |= passwords.foreign;
            std::ranges::move(passwords, std::back_inserter(contents.passwords));
        }
    }

    /** Whether a directory is whole, and describes each PUK that it names. */
    static bool isDescribed(const pkcs15::Directory<pkcs15::PasswordObject>& passwords)
    {
        return passwords.whole && std::ranges::all_of(passwords, [&](const auto& password) {
            return password.unblockedBy.empty()
                || std::ranges::find(passwords, password.unblockedBy, &pkcs15::PasswordObject::id)
                != passwords.end();
        });
    }

    void readKeys(ApplicationContents& contents)
    {
        // What a reading should give: keys that a code that is there guards, or none, and for each PIN a key.
        const auto isGuarded = [&](const pkcs15::PrivateKey& key) {
            return key.guardedBy.empty()
                || std::ranges::any_of(
                    contents.passwords, [&](const auto& password) { return password.id == key.guardedBy; });
        };
        for (const auto& path : contents.odf.privateKeys) {
            const auto file = readDirectory(contents.where, path, Care::Once, [&](View data) {
                const auto keys = pkcs15::parsePrkdf(data);
                return keys.whole && std::ranges::all_of(keys, isGuarded)
                    && guardAll(contents.passwords, keys);
            });
            auto keys = pkcs15::parsePrkdf(file.data);
            findings_.damaged |= !keys.whole;
            // Codes that its keys are guarded by, and none that is described.
            findings_.unreadable |= contents.passwords.empty() && !std::ranges::all_of(keys, isGuarded);
            std::ranges::move(keys, std::back_inserter(contents.keys));
        }
    }

    static bool guardAll(
        const std::vector<pkcs15::PasswordObject>& passwords, const std::vector<pkcs15::PrivateKey>& keys)
    {
        return std::ranges::all_of(passwords, [&](const auto& password) {
            return password.has(pkcs15::pwd::UnblockingPassword) || password.has(pkcs15::pwd::SoPassword)
                || std::ranges::find(keys, password.id, &pkcs15::PrivateKey::guardedBy) != keys.end();
        });
    }

    Session& session_;
    const Profile& profile_;
    bool listed_;
    Care care_;
    Findings& findings_;
};

} // namespace

bool saysNo(std::uint16_t status, bool listed)
{
    return sw::isAbsent(status) || (!listed && sw::isForeign(status));
}

bool readPkcs15(Session& session, const Profile& profile, View atr, Care care, ApplicationContents& contents,
    Findings& findings)
{
    contents.vouched = profile.vouchesFor(atr);
    return Reader(session, profile, atr, care, findings).read(contents);
}

} // namespace kortvakt
