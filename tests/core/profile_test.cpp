// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/profile.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace kortvakt {
namespace {

std::string first(const char* atr)
{
    return std::string(probingOrder(fromHex(atr)).front()->id);
}

TEST(Profiles, TheAtrOrdersTheProbing)
{
    EXPECT_EQ(first("3B7F96000080318065B0850300EF120FFF829000"), "thales-classic-v3");
    EXPECT_EQ(first("3B7F96000080318065B0850400111202F0829000"), "thales-classic-v3");
    EXPECT_EQ(first("3B7F96000080318065B085050011120FFF829000"), "thales-ias-classic");
    EXPECT_EQ(first("3B7F9600008031B865B085050011122460829000"), "fineid-citizen");
    EXPECT_EQ(first("3B7F9600008031B865B085051024122460829000"), "fineid-citizen")
        << "version bytes do not count";
    EXPECT_EQ(first("3BDD96008031FE450031B8640429ECC1739401808349"), "fineid-organisation");
    EXPECT_EQ(first("3BDB960080B1FE451F830012233F536549440F9000F1"), "esteid-idemia");
    EXPECT_EQ(first("3BFF9600008031FE438031B85365494464B085051012233F1D"), "esteid-thales");
    EXPECT_EQ(first("3B7D96000080318065B0A31100C883009000"), "setcos-telia");
    std::vector<std::string_view> order;
    for (const auto* profile : probingOrder(fromHex("3B80800101")))
        order.push_back(profile->id);
    EXPECT_EQ(order,
        (std::vector<std::string_view>{
            "thales-classic-v3", "thales-ias-classic", "isoapplet", "pkcs15", "piv", "idprime"}))
        << "a card of no known family is asked for the names that decide, and then for what it holds";
    EXPECT_EQ(first("3B7F96000080318065B08599999912AAAA829000"), "thales-classic-v3") << "the platform alone";
}

TEST(Profiles, AnIdPrimeIsToldFromTheIdCardsOfItsPlatformByItsCountry)
{
    for (const auto* atr : {"3B7F96000080318065B0855956FB120FFE829000",
             "3B7F96000080318065B0850300EF1200FD829000", "3B7F96000080318065B0840400111201FC829000"})
        EXPECT_EQ(first(atr), "idprime") << atr;
    for (const auto* atr : {"3B7F96000080318065B0850300EF120FFF829000",
             "3B7F96000080318065B0850400111202F0829000", "3B7F96000080318065B085999999120FFF829000"})
        EXPECT_NE(first(atr), "idprime") << atr;
}

TEST(Profiles, ASharedApplicationNeedsItsAtr)
{
    for (const auto* profile : probingOrder(fromHex("3B80800101")))
        EXPECT_FALSE(profile->needsAtr) << profile->id;
    for (const auto& profile : profiles())
        EXPECT_EQ(std::ranges::count(probingOrder({}), &profile),
            profile.needsAtr || !profile.systems.empty() ? 0 : 1)
            << profile.id;
}

TEST(Profiles, ACardOfAKnownSystemNeverComesToTheRowThatKnowsNothing)
{
    for (const auto* atr : {"3BD218008131FE58C90999", "3BF2180002C10A31FE58C80874",
             "3B9F96801FC30068104405019946495345310790001A", "3B7D96000080318065B0A39900C883009000",
             "3BFF9600008131FE4380318065B0859999120FFF829000AA", "3BF51800008131FE454D7945494499AA",
             "3BDE960080B1FE451F830012233F53654944990F9000AA"}) {
        const auto order = probingOrder(fromHex(atr));
        EXPECT_TRUE(std::ranges::none_of(order, &Profile::asksFirst)) << atr;
    }
    EXPECT_TRUE(std::ranges::any_of(probingOrder(fromHex("3B80800101")), &Profile::asksFirst));
}

TEST(Profiles, RowsAreWhole)
{
    for (const auto& profile : profiles()) {
        EXPECT_FALSE(profile.id.empty());
        EXPECT_FALSE(profile.name.empty());
        EXPECT_TRUE(profile.readLimit > 0 && profile.readLimit <= 256) << profile.id;
        EXPECT_EQ(profile.aid.empty(), profile.applications.empty()) << profile.id;
        EXPECT_EQ(profile.storedLength == 0, !profile.pad.has_value()) << profile.id;
        EXPECT_FALSE(profile.bareDigits && profile.pad) << profile.id;
        if (profile.fixed) { // references that are not the card's own words are for cards of one issuer only
            EXPECT_TRUE(profile.needsAtr && !profile.aid.empty()) << profile.id;
            EXPECT_NE(profile.triesBy, TriesBy::Nothing) << profile.id;
        }
        for (const auto& pattern : profile.atrs) {
            EXPECT_FALSE(fromHex(pattern.bytes).empty()) << pattern.bytes;
            EXPECT_TRUE(pattern.mask.empty() || pattern.mask.size() == pattern.bytes.size()) << pattern.bytes;
        }
        EXPECT_EQ(std::ranges::count(profiles(), profile.id, &Profile::id), 1) << profile.id;
    }
}

TEST(Profiles, NoTriesAreReadWhereNoWayIsProven)
{
    for (const auto& profile : profiles())
        if (profile.id == "setcos-telia" || profile.id == "setcos-nidel" || profile.id == "gemsafe-seeid"
            || profile.id == "pkcs15") {
            EXPECT_EQ(profile.triesBy, TriesBy::Nothing) << profile.id;
        }
}

TEST(Contactless, IsToldByTheReadersMadeUpAtr)
{
    EXPECT_TRUE(isContactless(fromHex("3B8F80018031D865B0850500111275208290 0076")));
    EXPECT_FALSE(isContactless(fromHex("3B7F96000080318065B0850300EF120FFF829000")));
    EXPECT_FALSE(isContactless({}));
}

} // namespace
} // namespace kortvakt
