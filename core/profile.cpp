// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/profile.h"

#include "core/known_atrs.h"

#include <algorithm>

namespace kortvakt {

namespace {

using namespace known_atrs;
using TriesBy::EmptyVerify;
using TriesBy::PinInfo;
using TriesBy::PinInfoOrEmptyVerify;
using TriesBy::SecurityObject;
using UnblockBy::PukAndNewCode;
using UnblockBy::VerifyPukThenNewCode;
using namespace std::string_view_literals;

constexpr auto pkcs15Aid = "A000000063504B43532D3135"sv;

constexpr std::array seeidApplications{"3F001600"sv};
constexpr std::array classicApplications{"3F005000"sv, "3F005100"sv};
constexpr std::array iasApplications{"3F005000"sv, ""sv};
constexpr std::array isoAppletApplications{"3F005015"sv};
constexpr std::array ownName{""sv};

// PIN2 is local to the qualified signature's application.
constexpr std::array estonianIdemiaCodes{
    FixedCode{"PIN1", CodeRole::Identification, 0x01, 4, 12},
    FixedCode{"PIN2", CodeRole::Signature, 0x85, 5, 12, "51534344204170706C69636174696F6E"},
};
constexpr std::array estonianIdemiaCertificates{"ADF13401"sv, "ADF2341F"sv};
constexpr FixedLayout estonianIdemiaLayout{.codes = estonianIdemiaCodes,
    .puk = {"PUK", CodeRole::Other, 0x02, 8, 12},
    .selectP1 = 0x09,
    .certificates = estonianIdemiaCertificates,
    .serial = "D003"};

constexpr std::array estonianThalesCodes{
    FixedCode{"PIN1", CodeRole::Identification, 0x81, 4, 12},
    FixedCode{"PIN2", CodeRole::Signature, 0x82, 5, 12},
};
constexpr std::array estonianThalesCertificates{"ADF13411"sv, "ADF23421"sv};
constexpr FixedLayout estonianThalesLayout{.codes = estonianThalesCodes,
    .puk = {"PUK", CodeRole::Other, 0x83, 8, 12},
    .selectP1 = 0x08,
    .certificates = estonianThalesCertificates,
    .serial = "DFDD5007"};

constexpr std::array table{
    Profile{.id = "thales-classic-v3",
        .name = "Thales Classic V3",
        .evidence = Evidence::RealBytes,
        .atrs = thalesSwedish,
        .platform = "65B085",
        .aid = "A0000000180C000001634200",
        .selectP2 = 0x00,
        .applications = classicApplications,
        .triesBy = EmptyVerify,
        .unblockBy = PukAndNewCode,
        .storedLength = 16,
        .pad = 0x00,
        .pukDigits = 8,
        .pinDigits = 6,
        .vouchers = thalesSwedish,
        .soPasswordIsPuk = true,
        .onePukValue = true,
        .deliveredBlocked = true,
        .readLimit = 238},
    Profile{.id = "thales-ias-classic",
        .name = "Thales IAS Classic",
        .evidence = Evidence::Specification,
        .atrs = thalesIas,
        .platform = "65B085",
        .aid = "A00000001840000001634200",
        .selectP2 = 0x00,
        .applications = iasApplications,
        .triesBy = EmptyVerify,
        .unblockBy = PukAndNewCode,
        .storedLength = 12,
        .pad = 0x00,
        .vouchers = thalesSwedish,
        .soPasswordIsPuk = true,
        .deliveredBlocked = true,
        .readLimit = 238},
    Profile{.id = "fineid-citizen",
        .name = "FINEID",
        .evidence = Evidence::Specification,
        .atrs = fineidThales,
        .needsAtr = true,
        .aid = pkcs15Aid,
        .applications = ownName,
        .triesBy = PinInfoOrEmptyVerify,
        .unblockBy = PukAndNewCode,
        .storedLength = 12,
        .pad = 0x00,
        .deliveredBlocked = true,
        .activationDigits = 7},
    // FINEID S4-2: PIN AUTH 03, PIN SIG 04 and the PUK 12, of which only the first two may be changed, as
    // bare digits.
    Profile{.id = "fineid-organisation",
        .name = "FINEID organisation",
        .evidence = Evidence::Specification,
        .atrs = fineidOrganisation,
        .needsAtr = true,
        .aid = pkcs15Aid,
        .applications = ownName,
        .triesBy = EmptyVerify,
        .unblockBy = VerifyPukThenNewCode,
        .bareDigits = true,
        .deliveredBlocked = true},
    Profile{.id = "esteid-idemia",
        .name = "EstEID (IDEMIA)",
        .evidence = Evidence::AnotherProgram,
        .atrs = estonianIdemia,
        .needsAtr = true,
        .aid = "A000000077010800070000FE00000100",
        .applications = ownName,
        .triesBy = SecurityObject,
        .unblockBy = VerifyPukThenNewCode,
        .storedLength = 12,
        .pad = 0xFF,
        .readLimit = 231,
        .holds = Holds::Fixed,
        .fixed = &estonianIdemiaLayout},
    Profile{.id = "esteid-thales",
        .name = "EstEID (Thales)",
        .evidence = Evidence::AnotherProgram,
        .atrs = estonianThales,
        .needsAtr = true,
        .aid = pkcs15Aid,
        .applications = ownName,
        .triesBy = PinInfo,
        .unblockBy = PukAndNewCode,
        .storedLength = 12,
        .pad = 0x00,
        .holds = Holds::Fixed,
        .fixed = &estonianThalesLayout},
    Profile{.id = "setcos-telia",
        .name = "Telia EID IP5a",
        .evidence = Evidence::Specification,
        .atrs = setcosTelia,
        .needsAtr = true,
        .unblockBy = PukAndNewCode,
        .pukDigits = 8,
        .pinDigits = 6},
    Profile{.id = "myeid",
        .name = "Aventra MyEID",
        .evidence = Evidence::RealBytes,
        .atrs = myEid,
        .needsAtr = true,
        .selectP2 = 0x00,
        .triesBy = EmptyVerify,
        .unblockBy = PukAndNewCode,
        .storedLength = 8,
        .pad = 0xFF,
        .padOverrides = true,
        .readLimit = 255,
        .puk = RowCode{"PUK", {}, 4, 8, 8, 0xFF}},
    Profile{.id = "isoapplet",
        .name = "IsoApplet",
        .evidence = Evidence::Specification,
        .aid = "F276A288BCFBA69D34F31001",
        .selectP2 = 0x00,
        .applications = isoAppletApplications,
        .triesBy = EmptyVerify,
        .unblockBy = PukAndNewCode,
        .storedLength = 16,
        .pad = 0x00,
        .answers = {.zeroMayMeanNone = true},
        .puk = RowCode{"PUK", {}, 16, 16, 16, 0x00}},
    Profile{.id = "piv",
        .name = "PIV",
        .evidence = Evidence::Specification,
        .atrs = yubiKey,
        .aid = "A00000030800001000",
        .selectP2 = 0x00,
        .applications = ownName,
        .triesBy = EmptyVerify,
        .unblockBy = PukAndNewCode,
        .storedLength = 8,
        .pad = 0xFF,
        .answers = {.bareCounter = true},
        .holds = Holds::Piv,
        .pin = RowCode{"PIN", 0x80, 6, 8, 8, 0xFF},
        .puk = RowCode{"PUK", 0x81, 6, 8, 8, 0xFF}},
    Profile{.id = "setcos-nidel",
        .name = "Swedish NIDEL (SetCOS 4.4)",
        .evidence = Evidence::AnotherProgram,
        .atrs = setcosNidel,
        .needsAtr = true,
        .unblockBy = PukAndNewCode,
        .pukDigits = 8,
        .pinDigits = 6},
    Profile{.id = "cardos",
        .name = "CardOS",
        .evidence = Evidence::AnotherProgram,
        .atrs = cardOs,
        .needsAtr = true,
        .triesBy = EmptyVerify,
        .localBit = true},
    Profile{.id = "gemsafe-seeid",
        .name = "GemSafe SEEID",
        .evidence = Evidence::AnotherProgram,
        .atrs = gemSafeSeeid,
        .needsAtr = true, // the application's name is Classic V3's
        .aid = "A0000000180C000001634200",
        .selectP2 = 0x00,
        .applications = seeidApplications,
        .readLimit = 238,
        .holds = Holds::Closed,
        .leftAlone = LeftAlone::FormNotCertain},
    Profile{.id = "idprime",
        .name = "Thales IDPrime",
        .evidence = Evidence::AnotherProgram,
        .atrs = idPrime,
        .platform = "65B084",
        .aid = "A000000018800000000662",
        .selectP2 = 0x00,
        .applications = ownName,
        .triesBy = EmptyVerify,
        .storedLength = 16,
        .pad = 0x00,
        .holds = Holds::Closed,
        .leftAlone = LeftAlone::AdministratorKey,
        .pin = RowCode{"PIN", 0x11, 4, 16, 16, 0x00}},
    Profile{.id = "lateid-idemia",
        .name = "LatEID (IDEMIA)",
        .evidence = Evidence::AnotherProgram,
        .atrs = latvianIdemia,
        .needsAtr = true, // the application's name is EstEID's
        .aid = "A000000077010800070000FE00000100",
        .applications = ownName,
        .holds = Holds::Closed,
        .leftAlone = LeftAlone::PukNotKnown},
    // A card of a system that is known, and of no family that is: its ways are its own, and not the
    // standard's.
    Profile{.id = "pkcs15-of-known-system",
        .name = "PKCS#15",
        .evidence = Evidence::Unknown,
        .systems = knownSystems,
        .leftAlone = LeftAlone::FormNotCertain},
    Profile{.id = "pkcs15",
        .name = "PKCS#15",
        .evidence = Evidence::Specification,
        .unblockBy = PukAndNewCode,
        .asksFirst = true},
};

bool contains(View bytes, const Bytes& part)
{
    return !part.empty() && !std::ranges::search(bytes, part).empty();
}

/** Whether a card of this ATR can be one of a row's at all. */
bool mayBe(const Profile& profile, View atr)
{
    if (profile.needsAtr)
        return profile.lists(atr);
    return profile.systems.empty() && !profile.asksFirst ? true
                                                         : isOfKnownSystem(atr) == !profile.systems.empty();
}

/**
 * How soon a row is tried: exact ATR, then platform, then directory files below an application's own name
 * (once it is selected they look like any card's), then those of a card that tells its applications, then the
 * rest.
 */
int rank(const Profile& profile, View atr)
{
    if (profile.lists(atr))
        return 0;
    if (contains(atr, fromHex(profile.platform)))
        return 1;
    if (profile.holds != Holds::Pkcs15)
        return 4;
    return profile.aid.empty() ? 3 : 2;
}

} // namespace

bool AtrPattern::matches(View atr) const
{
    const auto wanted = fromHex(bytes), care = fromHex(mask);
    if (atr.size() != wanted.size())
        return false;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (((atr[i] ^ wanted[i]) & (care.empty() ? 0xFF : care[i])) != 0)
            return false;
    return true;
}

namespace {

bool anyMatches(std::span<const AtrPattern> patterns, View atr)
{
    return std::ranges::any_of(patterns, [&](const auto& pattern) { return pattern.matches(atr); });
}

} // namespace

bool Profile::lists(View atr) const
{
    return anyMatches(atrs, atr);
}

bool Profile::suits(View atr) const
{
    return lists(atr) || contains(atr, fromHex(platform));
}

bool Profile::vouchesFor(View atr) const
{
    return anyMatches(vouchers, atr);
}

std::span<const Profile> profiles()
{
    return table;
}

std::vector<const Profile*> probingOrder(View atr)
{
    std::vector<const Profile*> order;
    for (const auto& profile : table)
        if (mayBe(profile, atr))
            order.push_back(&profile);
    std::ranges::stable_sort(order, {}, [&](const Profile* profile) { return rank(*profile, atr); });
    return order;
}

bool isOfKnownSystem(View atr)
{
    return std::ranges::any_of(knownSystems, [&](auto mark) { return contains(atr, fromHex(mark)); });
}

bool isContactless(View atr)
{
    return atr.size() >= 4 && atr[0] == 0x3B && (atr[1] & 0xF0) == 0x80 && atr[2] == 0x80 && atr[3] == 0x01;
}

bool hasUnusedContacts(View atr)
{
    return isContactless(atr) && isOfKnownSystem(atr) && !anyMatches(withoutContacts, atr);
}

} // namespace kortvakt
