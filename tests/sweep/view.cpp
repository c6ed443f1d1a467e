// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/sweep/view.h"

#include <algorithm>

namespace kortvakt::sweep {

namespace {

std::string text(std::optional<ErrorId> id)
{
    return id ? std::string(idOf(*id)) : std::string();
}

std::string text(std::optional<int> number)
{
    return number ? std::to_string(*number) : std::string();
}

std::string text(const CodeFormat& format)
{
    return std::to_string(format.minLength) + '-' + std::to_string(format.maxLength) + '/'
        + std::to_string(format.storedLength) + '/' + (format.pad ? toHex(Bytes{*format.pad}) : "bare");
}

void addCode(std::vector<Fact>& facts, const CodeObject& code)
{
    const auto name = "code " + code.id.text();
    const auto add = [&](About about, const char* what, std::string value) {
        facts.push_back({about, name + what, std::move(value)});
    };
    add(About::Code, "", "there");
    add(About::Role, " role", std::string(nameOf(code.role)));
    add(About::State, " state", std::string(nameOf(code.state)));
    add(About::State, " delivery code", code.deliveryCode ? "yes" : "");
    add(About::State, " maybe never set", code.maybeNeverSet ? "yes" : "");
    add(About::State, " still the factory's", code.factoryValue ? "yes" : "");
    add(About::Tries, " tries", text(code.triesLeft));
    add(About::Puk, " PUK", code.puk ? "there" : "");
    if (code.puk) {
        add(About::PukTries, " PUK's tries", text(code.puk->triesLeft));
        add(About::PukTries, " PUK locked", code.puk->locked ? "yes" : "");
        add(About::PukTries, " PUK still the factory's", code.puk->factoryValue ? "yes" : "");
        add(About::Form, " PUK's form", text(code.puk->format));
        add(About::Label, " PUK's label", code.puk->label);
    }
    add(About::Reason, " cannot be unlocked", text(code.cannotUnlock));
    add(About::Reason, " cannot be changed", text(code.cannotChange));
    add(About::Form, " form", text(code.format));
    add(About::Label, " label", code.label);
}

} // namespace

std::vector<Fact> factsOf(const CardInfo& card)
{
    std::vector<Fact> facts{
        {About::Family, "family", card.profile != nullptr ? std::string(card.profile->id) : std::string()},
        {About::Problem, "problem", text(card.problem)}, {About::Name, "name", card.name},
        {About::Name, "issuer",
            card.issuer == Issuer::Unknown ? "" : std::to_string(static_cast<int>(card.issuer))}};
    for (const auto& code : card.codes)
        addCode(facts, code);
    for (const auto& serial : card.identity.serials)
        if (!serial.empty())
            facts.push_back({About::Name, "serial number " + serial, "there"});
    facts.push_back({About::Certificate, "certificates", std::to_string(card.certificates.size())});
    for (const auto& one : card.certificates)
        facts.push_back({About::Name,
            "certificate " + one.id + ' ' + one.label + ' ' + toHex(digest(one.der)).substr(0, 8), "there"});
    return facts;
}

std::vector<Difference> compare(const std::vector<Fact>& told, const std::vector<Fact>& sound)
{
    std::vector<Difference> out;
    const auto same = [](const Fact& one) {
        return [&one](const Fact& other) { return one.of == other.of; };
    };
    for (const auto& fact : told) {
        const auto other = std::ranges::find_if(sound, same(fact));
        const Fact wanted = other != sound.end() ? *other : Fact{fact.about, fact.of, ""};
        if (wanted.value != fact.value)
            out.push_back({fact, wanted});
    }
    for (const auto& fact : sound)
        if (!fact.value.empty() && std::ranges::none_of(told, same(fact)))
            out.push_back({{fact.about, fact.of, ""}, fact});
    return out;
}

} // namespace kortvakt::sweep
