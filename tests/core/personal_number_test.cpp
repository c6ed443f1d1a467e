// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/personal_number.h"

#include <gtest/gtest.h>

namespace kortvakt {
namespace {

struct Case {
    const char *what, *serialNumber, *country, *digits, *born; ///< digits "": it is none
};

TEST(PersonalNumber, IsReadByItsTypeAndCountry)
{
    for (const auto& each : {
             Case{"Swedish", "199003209801", "SE", "199003209801", "19900320"},
             Case{"with a type", "PNOSE-199003209801", "", "199003209801", "19900320"},
             Case{"ten digits", "900320-9801", "SE", "9003209801", "900320"},
             Case{"of somebody over a hundred", "900320+9801", "SE", "9003209801", "900320"},
             Case{"a coordination number", "199003809801", "SE", "199003809801", "19900320"},
             Case{"Danish", "PNODK-1309741234", "", "1309741234", "740913"},
             Case{"Danish, bare", "130974-1234", "DK", "1309741234", "740913"},
             Case{"Finnish", "131052-308T", "FI", "131052308", "19521013"},
             Case{"Finnish, this century", "PNOFI-131002A3081", "", "1310023081", "20021013"},
             Case{"Estonian", "PNOEE-38001085718", "", "38001085718", "19800108"},
             Case{"Estonian, bare", "50001085718", "EE", "50001085718", "20000108"},
             Case{"Lithuanian", "PNOLT-48001085718", "LT", "48001085718", "19800108"},
             Case{"Latvian", "PNOLV-080180-15718", "LV", "08018015718", "19800108"},
             Case{"Latvian without a date", "PNOLV-321234-56789", "LV", "32123456789", ""},
             Case{"the same, bare", "321234-56789", "LV", "32123456789", ""},
             Case{"Norwegian", "PNONO-13097412345", "", "13097412345", "740913"},
             Case{"a Norwegian D-number", "53097412345", "NO", "53097412345", "740913"},
             Case{"Icelandic", "PNOIS-130974-1239", "", "1309741239", "740913"},
             Case{"Polish", "PNOPL-74091312345", "", "74091312345", "740913"},
             Case{"Polish, this century", "02291312345", "PL", "02291312345", "020913"},
             Case{"Belgian", "74.09.13-123.45", "BE", "74091312345", "740913"},
             Case{"Bulgarian", "PNOBG-7409131234", "", "7409131234", "740913"},
             Case{"Romanian", "PNORO-1740913123456", "", "1740913123456", "19740913"},
             Case{"of a country whose form is not known", "pnohr-12345678901", "hr", "12345678901", ""},
             Case{"a Swedish one without a country", "199003209807", "", "199003209807", "19900320"},
         }) {
        const auto number = personalNumberIn(each.serialNumber, each.country);
        ASSERT_TRUE(number) << each.what;
        EXPECT_EQ(number->digits, each.digits) << each.what;
        EXPECT_EQ(number->born, each.born) << each.what;
    }
}

TEST(PersonalNumber, IsNotWhatOnlyLooksLikeOne)
{
    for (const auto& each : {
             Case{"an HSA-id", "SE2321000016-ABCD", "SE", "", ""},
             Case{"an HSA-id of digits", "SE2321000016-1234", "", "", ""},
             Case{"an organisation's number", "2321000016", "SE", "", ""},
             Case{"the same in twelve digits", "162321000016", "SE", "", ""},
             Case{"a month that is none", "199013209801", "SE", "", ""},
             Case{"a day that is none", "199003329801", "SE", "", ""},
             Case{"a year that is none", "129003209801", "SE", "", ""},
             Case{"a staff number", "1234567", "SE", "", ""},
             Case{"a SATU", "10012345N", "FI", "", ""},
             Case{"a SATU of digits", "010112345", "FI", "", ""},
             Case{"an Icelandic company", "5309741239", "IS", "", ""},
             Case{"an identity card", "IDCEE-38001085718", "EE", "", ""},
             Case{"a passport", "PASSE-199003209801", "SE", "", ""},
             Case{"a tax number", "TINSE-199003209801", "SE", "", ""},
             Case{"a type of the country's own", "EI:SE-9003209801", "SE", "", ""},
             Case{"of a country whose form is not known", "199003209801", "DE", "", ""},
             Case{"without a country and a check digit that fits", "199003209801", "", "", ""},
             Case{"a date and a letter", "19900320980A", "SE", "", ""},
             Case{"a type and nothing else", "PNOSE-", "SE", "", ""},
             Case{"longer than any", "PNOXX-123456789012345678901234567890123", "", "", ""},
             Case{"nothing", "", "SE", "", ""},
         })
        EXPECT_FALSE(personalNumberIn(each.serialNumber, each.country)) << each.what;
}

} // namespace
} // namespace kortvakt
