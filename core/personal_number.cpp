// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/personal_number.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace kortvakt {

namespace {

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

std::string upper(std::string_view text)
{
    std::string made(text);
    std::ranges::transform(
        made, made.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return made;
}

/** Where a country's numbers have the birth date, and what is added to its parts. */
struct Form {
    std::string_view country;
    std::size_t size; ///< digits
    std::size_t year, month, day; ///< where they start
    int yearDigits = 2;
    std::string_view monthsMore = {}; ///< twenties that may be added to the month: one digit each
    std::string_view daysMore = {}; ///< the same of the day
    std::size_t centuryAt = 0; ///< the digit that tells the century
    std::string_view centuries = {}; ///< by that digit, two characters each; empty: nothing tells it
};

constexpr std::string_view byGender = "--181819192020", // Estonia, Lithuania
    byGenderRomania = "--191918182020";

// Added to the month: the century in Poland and Bulgaria, an unknown or foreign holder in Belgium, a
// synthetic number in Norway. Added to the day: a coordination number in Sweden, a D-number in Norway.
constexpr std::array forms{
    Form{"SE", 12, 0, 4, 6, 4, "", "3"},
    Form{"SE", 10, 0, 2, 4, 2, "", "3"},
    Form{"DK", 10, 4, 2, 0, 2, "", "3"},
    Form{"NO", 11, 4, 2, 0, 2, "24", "2"},
    Form{"IS", 10, 4, 2, 0},
    Form{"EE", 11, 1, 3, 5, 2, "", "", 0, byGender},
    Form{"LT", 11, 1, 3, 5, 2, "", "", 0, byGender},
    Form{"LV", 11, 4, 2, 0, 2, "", "", 6, "181920"},
    Form{"PL", 11, 0, 2, 4, 2, "1234"},
    Form{"BE", 11, 0, 2, 4, 2, "12"},
    Form{"BG", 10, 0, 2, 4, 2, "12"},
    Form{"RO", 13, 1, 3, 5, 2, "", "", 0, byGenderRomania},
};

int numberAt(std::string_view digits, std::size_t at, std::size_t size)
{
    int number = 0;
    for (const char c : digits.substr(at, size))
        number = number * 10 + (c - '0');
    return number;
}

/** A month or a day without the twenties that may be added to it; 0: it is none. */
int within(int number, int most, std::string_view twenties)
{
    if (number >= 1 && number <= most)
        return number;
    for (const char c : twenties)
        if (const int rest = number - 20 * (c - '0'); rest >= 1 && rest <= most)
            return rest;
    return 0;
}

std::string twoDigits(int number)
{
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

/** The birth date in a number of a form; empty where it has not that form. */
std::string dateIn(std::string_view digits, const Form& form)
{
    if (digits.size() != form.size)
        return {};
    const int month = within(numberAt(digits, form.month, 2), 12, form.monthsMore);
    const int day = within(numberAt(digits, form.day, 2), 31, form.daysMore);
    std::string year(digits.substr(form.year, static_cast<std::size_t>(form.yearDigits)));
    if (month == 0 || day == 0 || (year.size() == 4 && (year < "1800" || year > "2199")))
        return {};
    if (!form.centuries.empty()) {
        const auto century = form.centuries.substr(
            std::min(form.centuries.size(), 2 * static_cast<std::size_t>(digits[form.centuryAt] - '0')), 2);
        if (century.empty() || !isDigit(static_cast<unsigned char>(century.front())))
            return {};
        year.insert(0, century);
    }
    return year + twoDigits(month) + twoDigits(day);
}

std::string dateIn(std::string_view digits, std::string_view country)
{
    for (const auto& form : forms)
        if (form.country == country)
            if (auto date = dateIn(digits, form); !date.empty())
                return date;
    return {};
}

/** DDMMYY, a sign of the century, three digits and a check character: 131052-308T. A SATU has no sign. */
std::string finnishDate(std::string_view text)
{
    constexpr std::size_t sign = 6, size = 11;
    if (text.size() != size || !std::ranges::all_of(text.substr(0, sign), isDigit)
        || !std::ranges::all_of(text.substr(sign + 1, 3), isDigit))
        return {};
    constexpr std::string_view signs18 = "+", signs19 = "-YXWVU", signs20 = "ABCDEF";
    const auto has = [&](std::string_view signs) { return signs.find(text[sign]) != signs.npos; };
    const std::string_view century = has(signs18) ? "18" : has(signs19) ? "19" : has(signs20) ? "20" : "";
    const auto date = dateIn(text.substr(0, sign), Form{"FI", sign, 4, 2, 0});
    return century.empty() || date.empty() ? std::string() : std::string(century) + date;
}

/** The last of the last ten digits makes their sum, every other one doubled, a multiple of ten. */
bool hasSwedishCheckDigit(std::string_view digits)
{
    int sum = 0;
    for (std::size_t i = 1; i <= 10; ++i) {
        const int counted = (digits[digits.size() - i] - '0') * (i % 2 == 0 ? 2 : 1);
        sum += counted / 10 + counted % 10;
    }
    return sum % 10 == 0;
}

std::string digitsIn(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), isDigit);
    return digits;
}

/** Latvian numbers since 2017 start with 32 and tell no date. */
bool isDatelessLatvian(std::string_view digits)
{
    return digits.size() == 11 && digits.starts_with("32");
}

/** By the form of a country's numbers alone. */
std::optional<PersonalNumber> byForm(std::string_view text, std::string_view country)
{
    if (country == "FI") {
        auto date = finnishDate(text);
        return date.empty() ? std::nullopt : std::optional(PersonalNumber{digitsIn(text), std::move(date)});
    }
    constexpr std::string_view between = "-+ .";
    const bool plain = std::ranges::all_of(text,
        [&](unsigned char c) { return isDigit(c) || between.find(static_cast<char>(c)) != between.npos; });
    if (!plain)
        return {};
    PersonalNumber number{digitsIn(text), {}};
    number.born = dateIn(number.digits, country.empty() ? "SE" : country);
    if (number.born.empty() ? !(country == "LV" && isDatelessLatvian(number.digits))
                            : country.empty() && !hasSwedishCheckDigit(number.digits))
        return {};
    return number;
}

/** "PNOEE-": three letters of the type, two of the country. */
bool hasType(std::string_view text)
{
    constexpr std::size_t letters = 5;
    return text.size() > letters && text[letters] == '-'
        && std::ranges::all_of(text.substr(0, letters), isLetter);
}

} // namespace

std::optional<PersonalNumber> personalNumberIn(std::string_view serialNumber, std::string_view country)
{
    const auto text = upper(serialNumber);
    if (!hasType(text))
        return byForm(text, upper(country));
    if (!text.starts_with("PNO"))
        return {};
    const auto number = std::string_view(text).substr(6);
    if (auto known = byForm(number, std::string_view(text).substr(3, 2)))
        return known;
    constexpr std::size_t most = 32; // no register has longer ones
    auto digits = digitsIn(number);
    if (digits.empty() || digits.size() > most)
        return {};
    return PersonalNumber{std::move(digits), {}};
}

} // namespace kortvakt
