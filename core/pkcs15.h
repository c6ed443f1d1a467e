// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"

#include <optional>
#include <string>
#include <vector>

/** ISO 7816-15 (PKCS#15) structures. Every parser takes a file as the card gave it, skips what it does not
 * know and never fails the whole file for one entry, but says that there was one. Sizes are the caller's
 * bytes; nothing is kept of them but copies. */
namespace kortvakt::pkcs15 {

/** The entries of a directory file, in order. */
template <typename Object>
struct Directory : std::vector<Object> {
    bool whole = true; ///< false: the file ends inside an entry, or holds one that is none
    bool foreign = false; ///< there are entries that are whole, and of a kind or with values not read here
};

/** Path (§8.2.5): where an object's value is. */
struct Path {
    Bytes file; ///< efidOrPath: empty = the current file, two bytes = a file in the application, 3F00… = from
                ///< the MF
    std::optional<int> index, length; ///< a part of the file
    Bytes aid; ///< non-standard, seen on cards: the application that the path starts from
    friend bool operator==(const Path&, const Path&) = default;
};

/** An application template in EF.DIR (ISO 7816-4 §12.2.1). */
struct DirEntry {
    Bytes aid;
    std::string label;
    Bytes path;
};

/** EF.ODF (§8.3): where the directory files are. */
struct Odf {
    std::vector<Path> authObjects, privateKeys, certificates;
    bool whole = true, foreign = false; ///< as in Directory
    [[nodiscard]] bool empty() const
    {
        return authObjects.empty() && privateKeys.empty() && certificates.empty();
    }
};

/** EF.CIAInfo / EF.TokenInfo (§8.10). */
struct TokenInfo {
    int version = 0;
    std::string serial; ///< hexadecimal
    std::string manufacturer, label;
    std::uint32_t flags = 0;
};

/** Bits of PasswordAttributes.pwdFlags (§8.9.2). */
namespace pwd {
enum Flag : unsigned {
    CaseSensitive = 0,
    Local = 1,
    ChangeDisabled = 2,
    UnblockDisabled = 3,
    Initialized = 4,
    NeedsPadding = 5,
    UnblockingPassword = 6,
    SoPassword = 7,
    ResetRetryCounter1 = 12,
    ResetRetryCounter2 = 13
};
}

/** A password authentication object (§8.9.2): a PIN or a PUK. */
struct PasswordObject {
    std::string label;
    Bytes id; ///< its own authId
    Bytes unblockedBy; ///< the authId in its common attributes: the object that unblocks it
    std::uint32_t flags = 0; ///< bit n is 1u << n, see pwd
    int type = 1; ///< 0 BCD, 1 ASCII digits, 2 UTF-8, 3 half-nibble BCD, 4 ISO 9564-1
    int minLength = 0, storedLength = 0;
    std::optional<int> maxLength;
    std::uint8_t reference = 0; ///< 0: none in particular (ISO 7816-4 §11.5.1)
    std::optional<std::uint8_t> padChar;
    std::optional<Path> path;
    bool unclear = false; ///< holds a field that is not known here: how the code is used would be a guess
    [[nodiscard]] bool has(pwd::Flag flag) const { return (flags >> flag & 1u) != 0; }
};

/** A private key (§8.4): only what tells which code guards which use. */
struct PrivateKey {
    std::string label;
    Bytes id;
    Bytes guardedBy; ///< authId of the code that guards it
    std::uint32_t usage = 0; ///< bit n is 1u << n: 1 decipher, 2 sign, 9 nonRepudiation
    std::uint8_t reference = 0;
    bool elliptic = false;
};

/** A certificate (§8.7). */
struct Certificate {
    std::string label;
    Bytes id;
    bool authority = false;
    Path path;
    Bytes direct; ///< the certificate itself, where the directory holds it
};

[[nodiscard]] Directory<DirEntry> parseDir(View file);
[[nodiscard]] Odf parseOdf(View file);
[[nodiscard]] std::optional<TokenInfo> parseTokenInfo(View file);
/** Whether a path leads to files: file identifiers of two bytes each. */
[[nodiscard]] bool isUsable(const Path& path);
/**
 * Passwords alone; other authentication objects are passed over. One whose reference is none that a command
 * could carry (more than a byte, or no number) is foreign, and so is one at a path that is none.
 */
[[nodiscard]] Directory<PasswordObject> parseAodf(View file);
[[nodiscard]] Directory<PrivateKey> parsePrkdf(View file);
/** X.509 certificates alone; others are foreign. */
[[nodiscard]] Directory<Certificate> parseCdf(View file);

} // namespace kortvakt::pkcs15
