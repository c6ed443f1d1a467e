// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/subject.h"

#include "core/text.h"
#include "core/tlv.h"

#include <algorithm>
#include <array>

namespace kortvakt {

namespace {

bool tellsOfAPerson(View type)
{
    // common name, surname, serial number, given name, pseudonym, e-mail address
    static const std::array types{fromHex("550403"), fromHex("550404"), fromHex("550405"), fromHex("55042A"),
        fromHex("550441"), fromHex("2A864886F70D010901")};
    return std::ranges::any_of(types, [&](const auto& one) { return std::ranges::equal(one, type); });
}

std::string textOf(const Tlv& string)
{
    constexpr std::uint32_t bmpString = 0x1E;
    if (string.tag != bmpString)
        return toDisplayText(string.value);
    Bytes latin1;
    for (std::size_t at = 1; at < string.value.size(); at += 2)
        latin1.push_back(string.value[at]);
    return toDisplayText(latin1);
}

View subjectOf(View certificate)
{
    TlvReader fields(TlvReader(certificate).find(0x30).value_or(View{}));
    fields = TlvReader(fields.find(0x30).value_or(View{}));
    // Of what is a SEQUENCE: algorithm, issuer, validity, subject.
    constexpr int place = 4;
    int sequences = 0;
    while (const auto field = fields.next())
        if (field->tag == 0x30 && ++sequences == place)
            return field->value;
    return {};
}

} // namespace

std::vector<std::string> personIn(View certificate)
{
    std::vector<std::string> person;
    TlvReader sets(subjectOf(certificate));
    while (const auto set = sets.next()) {
        TlvReader attributes(set->value);
        while (const auto attribute = attributes.next()) {
            TlvReader parts(attribute->value);
            const auto type = parts.next(), value = parts.next();
            if (type && value && tellsOfAPerson(type->value))
                person.push_back(textOf(*value));
        }
    }
    return person;
}

} // namespace kortvakt
