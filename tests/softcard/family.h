// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/certificates.h"
#include "tests/softcard/iso_card.h"
#include "tests/softcard/pkcs15_files.h"

#include <functional>

namespace softcard {

/** A personality with how it is made. */
struct Recipe {
    Personality personality;
    std::function<std::unique_ptr<SoftCard>()> make;
};
using Recipes = std::vector<Recipe>;

/** In which state a card of a family is handed over. */
enum class State { Delivered, Used, PinLocked, PukLocked };
/** The four states with the end of their personalities' names. */
[[nodiscard]] const std::vector<std::pair<State, std::string>>& states();

/** How a state is told in --list: "in use". @param delivered how the family hands a card over. */
[[nodiscard]] std::string describe(State state, const std::string& delivered);
/** Brings codes from in use into @p state. Delivered: PINs never set; locked: the first PIN, and every PUK.
 */
void bring(std::vector<Code>& codes, State state);
/** The codes' values for --list: "PIN 123456, signature PIN 654321, PUK 12345678". */
[[nodiscard]] std::string tellValues(const std::vector<Code>& codes);
/**
 * Adds a family's cards in all four states, "NAME-delivered" and so on.
 * @param kind what they are, and @p delivered how they are handed over, for --list
 * @param codes those of a card in a state; @param make a card of that name and with those codes
 */
void addInEachState(Recipes& recipes, const Family& family, const std::string& kind,
    const std::string& delivered, const std::function<std::vector<Code>(State)>& codes,
    const std::function<std::unique_ptr<SoftCard>(const std::string&, const std::vector<Code>&)>& make);
/** A code that has its value and no tries left. */
[[nodiscard]] Code locked(Code code);
/** A code that nobody has chosen yet. */
[[nodiscard]] Code neverSet(Code code);

/** A key with its certificate. */
struct Credential {
    KeyUse use = KeyUse::Authentication;
    std::string label;
    Issuer issuer;
    Person holder;
    Bytes id;
    Bytes path; ///< of the certificate's file, as the CDF has it
    std::string keyLabel;
    Bytes guardedBy; ///< authId of the PIN; empty for an authority
    int keyReference = 1;
    KeyKind kind = KeyKind::Rsa2048;
    int keyNumber = 1;
    std::optional<int> daysLeft;
    std::string seed;
};

/** Where a code is and what it is at first. */
struct Place {
    std::uint8_t reference = 0;
    std::string application, label, value;
};
/** Two PINs, the second one of six digits at least, and a PUK that unblocks both. @param shape what they
 * share. */
[[nodiscard]] std::vector<Code> twoPinsAndPuk(
    const Code& shape, const Place& pin, const Place& signature, const Place& puk, int pukTries);

/** What tells one key of a card from another. */
struct KeyPlace {
    std::string label;
    Bytes id, path, guardedBy;
    int number = 1; ///< key reference, and which test key
};
/** A key for logging in and one for signatures. @param shape what they share. */
[[nodiscard]] std::vector<Credential> loginAndSignature(
    const Credential& shape, const KeyPlace& login, const KeyPlace& signature);

/** The certificate of a credential, in DER. */
[[nodiscard]] Bytes certificateOf(const Credential& credential);
/** EF.CDF entries and EF.PrKDF entries of some credentials; authorities have no key. */
[[nodiscard]] Bytes certificateDirectory(const std::vector<Credential>& credentials);
[[nodiscard]] Bytes keyDirectory(const std::vector<Credential>& credentials);
/** A code's authentication object, as its card describes it in EF.AODF. @param more pwdFlags beside what the
 * code tells. */
[[nodiscard]] p15::Password describe(
    const Code& code, const Bytes& id, const Bytes& unblockedBy, std::initializer_list<int> more = {});

/** A PKCS#15 application with one directory file of each kind. */
struct Layout {
    Bytes home; ///< path of its DF, 3F00 included
    p15::TokenInfo info;
    std::vector<p15::Password> passwords{};
    std::vector<Credential> credentials{};
    std::uint16_t odf = 0x5031, tokenInfo = 0x5032, authObjects = 0x4401, privateKeys = 0x4402,
                  certificates = 0x4403;
    std::size_t roundUp = 1; ///< directory files are filled with zeros to a multiple of this
};
/** Adds its files, and the certificates' at their absolute paths. */
void layOut(File& master, const Layout& layout);

/** Eight bytes that tell one card from another, made of its personality's name. */
[[nodiscard]] Bytes serialNumber(std::string_view name);

/** What is to be otherwise about a card that is bent. */
struct PlainWish {
    State state = State::Used;
    std::function<void(Habits&)> habits{};
    std::function<void(Layout&)> layout{};
    std::function<void(std::vector<Code>&)> codes{}; ///< as its holder knows them
};
/** The plain PKCS#15 card of families/plain.cpp, to be bent. */
[[nodiscard]] std::unique_ptr<IsoCard> makePlainCard(const std::string& name, const PlainWish& wish = {});

/** The PIV card of families/piv.cpp with its objects and codes as they are wished. */
struct PivWish {
    State state = State::Used;
    std::function<void(Habits&)> habits{};
    std::function<void(std::vector<Code>&)> codes{};
};
[[nodiscard]] std::unique_ptr<IsoCard> makePivCard(const std::string& name, const PivWish& wish);
/** The objects of a PIV card by their tags: CHUID, and the certificates of the first two keys. */
inline const Bytes pivHolder{0x5F, 0xC1, 0x02}, pivAuthentication{0x5F, 0xC1, 0x05},
    pivSignature{0x5F, 0xC1, 0x0A}, pivDiscovery{0x7E};

/** The card that a card report tells of, codes made up; null where the text is no report. */
[[nodiscard]] std::unique_ptr<SoftCard> makeFromReport(std::string_view text);
/** The same, of a report in a file. */
[[nodiscard]] std::unique_ptr<SoftCard> makeReported(const std::string& path);

/** A PKCS#15 card laid out at random within the standard; the same @p seed gives the same card. */
[[nodiscard]] std::unique_ptr<SoftCard> makeRandom(std::uint32_t seed);

} // namespace softcard
