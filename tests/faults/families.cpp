// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/faults/families.h"

#include <algorithm>
#include <array>

namespace kortvakt::faults {

namespace {

constexpr std::string_view classic = "A0000000180C000001634200";
constexpr std::string_view ias = "A00000001840000001634200";
constexpr std::string_view fineid = "A000000063504B43532D3135";

constexpr std::string_view isoApplet = "F276A288BCFBA69D34F31001";
constexpr std::string_view piv = "A00000030800001000";
constexpr std::string_view idPrime = "A000000018800000000662";

constexpr std::array families{
    Family{"classic-v3", classic, 16, 0x00, 8, 6, true},
    Family{"siths", classic, 16, 0x00, 8, 6, true},
    Family{"efos", classic, 16, 0x00, 8, 6, true},
    Family{"ias-classic", ias, 12, 0x00, 0, 0, true},
    Family{"fineid-organisation", fineid, 0, -1, 0, 0, true, true, true, true, false},
    Family{"esteid-idemia", "", 12, 0xFF, 0, 0, true, true, false, true},
    Family{"esteid-thales", fineid, 12, 0x00, 0, 0, true, true, false},
    Family{"fineid", fineid, 12, 0x00, 0, 0, true},
    Family{"telia", "", 0, -1, 8, 6, false, true, false},
    Family{"nidel", "", 0, -1, 8, 6, false, true, false},
    Family{"cardos", "", 0, -1, 0, 0, true, true, false, false, true, false},
    Family{"idprime", idPrime, 0, -1, 0, 0, true, false, false},
    Family{"seeid", "", 0, -1, 0, 0, false, false, false},
    Family{"myeid", "", 8, 0xFF, 0, 0, true, true, false, false, true, true, false},
    Family{"isoapplet", isoApplet, 16, 0x00, 0, 0, true, true, false, false, true, true, false},
    Family{"piv", piv, 8, 0xFF, 0, 0, true, true, false, false, true, true, false},
    Family{"plain", "", 0, -1, 0, 0, false},
    Family{"random:", "", 0, -1, 0, 0, false},
    Family{"contactless-plain", "", 0, -1, 0, 0, false, false, false},
    Family{"contactless", classic, 16, 0x00, 8, 6, true, false, false},
};
constexpr Family useless{"", "", 0, -1, 0, 0, true, false, false};
constexpr Family bentClassic{"hostile-", classic, 16, 0x00, 8, 6, true, true, false};
constexpr Family bentPlain{"hostile-", "", 0, -1, 0, 0, false, true, false};
constexpr std::array bentClassics{
    "hostile-endless-61", "hostile-always-6c", "hostile-half-answer", "hostile-says-yes", "hostile-counters"};

} // namespace

const Family& familyOf(std::string_view personality)
{
    const auto* found = std::ranges::find_if(
        families, [&](const Family& family) { return personality.starts_with(family.prefix); });
    if (found != families.end())
        return *found;
    if (!personality.starts_with(bentPlain.prefix))
        return useless;
    return std::ranges::find(bentClassics, personality) != bentClassics.end() ? bentClassic : bentPlain;
}

bool maySayTries(std::string_view personality, std::string_view answeredTo)
{
    const bool lies = personality.starts_with(bentPlain.prefix);
    return familyOf(personality).tellsTries
        || (lies && std::ranges::any_of(families, [&](const Family& family) {
               return family.tellsTries && !family.aid.empty() && family.aid == answeredTo;
           }));
}

bool isServed(std::string_view personality)
{
    const Family& family = familyOf(personality);
    return family.takesCodes && family.prefix != bentPlain.prefix && family.prefix != "random:";
}

} // namespace kortvakt::faults
