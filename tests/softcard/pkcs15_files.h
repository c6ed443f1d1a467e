// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/soft_card.h"

/** ISO 7816-15 objects, described as values and encoded for a card's files. */
namespace softcard::p15 {

/** Path (§8.2.5). */
struct Path {
    Bytes file;
    std::optional<int> index, length;
    Bytes aid; ///< not in the standard, but on cards
};

/** What every object has (§8.2.8). */
struct Common {
    std::string label; ///< empty: left out
    std::uint32_t flags = 1u << 0 | 1u << 1; ///< private, modifiable; 0: left out
    Bytes authId; ///< the object that guards this one; empty: left out
    int userConsent = 0;
};

/** Bits of PasswordAttributes.pwdFlags (§8.9.2). */
enum PwdFlag {
    CaseSensitive = 0,
    Local = 1,
    ChangeDisabled = 2,
    UnblockDisabled = 3,
    Initialized = 4,
    NeedsPadding = 5,
    UnblockingPassword = 6,
    SoPassword = 7,
    ExchangeRefData = 11,
    ResetRetryCounter1 = 12
};

/** A password: a PIN or a PUK (§8.9.2). */
struct Password {
    Common common;
    Bytes id;
    std::uint32_t flags = 0;
    int type = 1; ///< 0 BCD, 1 ASCII digits, 2 UTF-8
    int minLength = 4, storedLength = 8;
    std::optional<int> maxLength;
    Bytes reference; ///< the INTEGER's bytes as the card has them, one or two; empty: left out
    std::optional<std::uint8_t> pad;
    std::string lastChange; ///< GeneralizedTime; empty: left out
    std::optional<Path> path;
    int lengthBytes = 0; ///< see der::tlv()
};

/** A private key (§8.4). */
struct PrivateKey {
    Common common;
    Bytes id;
    std::uint32_t usage = 0;
    int reference = -1; ///< negative: left out
    Path path;
    int bits = 2048;
    bool elliptic = false;
};

/** An X.509 certificate in a file (§8.7). */
struct Certificate {
    Common common;
    Bytes id;
    bool authority = false;
    Path path;
};

/** EF.TokenInfo (§8.10). */
struct TokenInfo {
    int version = 0;
    Bytes serial;
    std::string manufacturer, label;
    std::uint32_t flags = 0;
    std::string lastUpdate; ///< inside an explicit [5]; empty: left out
    int lengthBytes = 0;
    Bytes algorithmParameters{}; ///< of an algorithm in supportedAlgorithms, encoded; empty: no such list
};

[[nodiscard]] Bytes encode(const Path& path);
[[nodiscard]] Bytes encode(const Password& password);
[[nodiscard]] Bytes encode(const PrivateKey& key);
[[nodiscard]] Bytes encode(const Certificate& certificate);
[[nodiscard]] Bytes encode(const TokenInfo& info);

/** All objects of a directory file, one after the other. */
template <typename Object>
[[nodiscard]] Bytes encodeAll(const std::vector<Object>& objects)
{
    Bytes out;
    for (const Object& object : objects) {
        const Bytes one = encode(object);
        out.insert(out.end(), one.begin(), one.end());
    }
    return out;
}

/** An entry of EF.ODF (§8.3): @p tag A0 private keys, A4 certificates, A8 authentication objects, … */
[[nodiscard]] Bytes odfEntry(std::uint8_t tag, const Bytes& path);
/** An application template of EF.DIR (ISO 7816-4 §12.2.1). */
[[nodiscard]] Bytes dirEntry(const Bytes& aid, std::string_view label, const Bytes& path);

} // namespace softcard::p15
