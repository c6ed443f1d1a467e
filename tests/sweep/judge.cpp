// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/sweep/judge.h"

#include <algorithm>
#include <array>

namespace kortvakt::sweep {

namespace {

using Kind = Verdict::Kind;

constexpr int mostTold = 4; // differences

/** Problems that say that something is missing. */
bool saysMissing(std::optional<ErrorId> problem)
{
    constexpr std::array all{ErrorId::CardBroken, ErrorId::UnexpectedCardData, ErrorId::PartNotRead};
    return problem && std::ranges::find(all, *problem) != all.end();
}

/** Reasons that say nothing of the card but that it was not read as it should be. */
bool saysNothing(const std::string& reason)
{
    constexpr std::array all{ErrorId::CardBroken, ErrorId::UnexpectedCardData, ErrorId::PartNotRead,
        ErrorId::PukUnreadable, ErrorId::NotPossible, ErrorId::FormNotRead};
    return std::ranges::find(all, reason, idOf) != all.end();
}

bool isDoubt(const Fact& fact)
{
    return fact.of.ends_with("maybe never set");
}

/** Whether a reading that says that something is missing may tell this in the sound one's place. */
bool leavesOpen(const Difference& difference)
{
    const auto& [told, sound] = difference;
    switch (told.about) {
    case About::Problem:
        return true;
    case About::Role:
        return told.value == nameOf(CodeRole::Other) || told.value.empty();
    case About::State:
        // Less may be known of a code where another one that speaks for it was not read.
        return told.value == nameOf(CodeState::Unknown) || told.value.empty() || isDoubt(told)
            || (told.value == nameOf(CodeState::LockedOrNeverSet)
                && (sound.value == nameOf(CodeState::Locked) || sound.value == nameOf(CodeState::NeverSet)));
    case About::Reason:
        // What is not there is not offered; and what the card forbids stays so.
        return saysNothing(told.value) || (told.value.empty() && sound.value.empty());
    case About::Name:
        // Where one number was not read, the next one is the card's as well.
        return told.value.empty() || told.of.starts_with("serial number ");
    case About::Certificate:
        return std::stoi(told.value) < std::stoi(sound.value);
    default:
        return told.value.empty();
    }
}

/** A code that was not read has no facts at all: nothing is told of it, not even a reason. */
bool ofUnreadCode(const Difference& difference, const std::vector<Fact>& told)
{
    const auto code = difference.sound.of.substr(0, difference.sound.of.find(' ', 5));
    return difference.sound.of.starts_with("code ")
        && std::ranges::none_of(told, [&](const Fact& fact) { return fact.of == code; });
}

/** VERIFY without data that is answered 9000 each time: the code is verified, as it is where another program
 * has done so. */
bool claimsVerified(const Strike& strike, Source source)
{
    constexpr std::uint8_t verify = 0x20;
    return source == Source::Counter && strike.forEver && strike.odd.status == 0x9000
        && strike.asked.command[1] == verify;
}

/** SELECT by a name that the card does not have is answered 9000 each time: it says that it has it. */
bool claimsName(const Strike& strike, Source source)
{
    constexpr std::uint8_t select = 0xA4, byName = 0x04;
    return source == Source::Selection && strike.forEver && strike.odd.status == 0x9000
        && strike.asked.command[1] == select && strike.asked.command[2] == byName;
}

/** EF.DIR, which alone tells which applications a card has, lies each time that it is read. */
bool movesApplications(const Strike& strike)
{
    const auto& select = strike.asked.select;
    return strike.forEver && strike.odd.flips() && select.size() > 6
        && toHex(View(select)).find("2F00") != std::string::npos;
}

/**
 * What nothing on the card contradicts. This is the whole list: what a card claims time after time, that it
 * has a name or that a code is verified, or which applications it has; of what is flipped, what a counter
 * counts; the use of a key, the role of the code that guards it; data that are only shown, themselves, and
 * whether a certificate is an authority's. An authentication object or a directory that lies each time it is
 * read may change all that it alone describes, but never that a code has a PUK.
 */
bool mayChangeUnnoticed(const Difference& difference, const Strike& strike, Source source)
{
    const auto about = difference.told.about;
    if (claimsName(strike, source) || movesApplications(strike))
        return true;
    if (claimsVerified(strike, source))
        return about == About::Tries || about == About::PukTries || about == About::State;
    if (!strike.odd.flips())
        return false;
    switch (source) {
    case Source::Counter:
        return about == About::Tries || about == About::PukTries || about == About::State
            || (about == About::Reason && difference.told.value != idOf(ErrorId::NoPuk));
    case Source::Keys:
        return about == About::Role;
    case Source::Data:
        return about == About::Name || about == About::Certificate;
    case Source::AuthObjects:
        return strike.forEver && about != About::Family && about != About::Problem
            && about != About::Certificate && about != About::Name
            && difference.told.value != idOf(ErrorId::NoPuk);
    case Source::Directory:
        // The directory also tells which other applications are in the way of a code.
        return strike.forEver
            && (about == About::Name
                || (about == About::Reason && difference.sound.value == idOf(ErrorId::FormNotRead)));
    case Source::Selection:
        break;
    }
    return false;
}

std::string tell(const Difference& difference)
{
    const auto quoted = [](const std::string& value) { return value.empty() ? "nothing" : value; };
    return difference.told.of + ": " + quoted(difference.told.value) + " for "
        + quoted(difference.sound.value);
}

} // namespace

Verdict judgeSound(const CardInfo& card)
{
    if (card.profile == nullptr)
        return {Kind::Wrong, "not recognised, though nothing was replaced"};
    if (saysMissing(card.problem))
        return {Kind::Wrong, std::string(idOf(*card.problem)) + ", though nothing was replaced"};
    return {};
}

Verdict judgeReading(const CardInfo& told, const CardInfo& sound, const Strike& strike, Source source)
{
    const auto facts = factsOf(told);
    const auto differences = compare(facts, factsOf(sound));
    const bool missing = saysMissing(told.problem);
    if (differences.empty())
        return {};
    Verdict verdict{missing ? Kind::ToldMissing : Kind::NotNoticeable, {}};
    int wrong = 0;
    for (const auto& one : differences) {
        if (missing && (leavesOpen(one) || ofUnreadCode(one, facts)))
            continue;
        if (mayChangeUnnoticed(one, strike, source))
            continue;
        if (++wrong <= mostTold)
            verdict.why += (wrong == 1 ? "" : "; ") + tell(one);
        verdict.kind = Kind::Wrong;
    }
    if (wrong > mostTold)
        verdict.why += "; and " + std::to_string(wrong - mostTold) + " more";
    if (wrong > 0 && told.problem)
        verdict.why += " (" + std::string(idOf(*told.problem)) + ")";
    return verdict;
}

Verdict judgeBreak(const CardError& error)
{
    if (error.id == ErrorId::CardBroken)
        return {Kind::ToldMissing, {}};
    return {Kind::Wrong, "broke off with " + std::string(idOf(error.id)) + ", " + error.where};
}

Verdict judgeFlow(const CodeResult& result, const Strike& strike, Source source)
{
    if (result.kind == CodeResult::Kind::Accepted)
        return {};
    const bool counted = source == Source::Counter && strike.odd.flips();
    if (counted && result.kind == CodeResult::Kind::Refused && !result.codeSent)
        return {Kind::NotNoticeable, {}};
    return {Kind::Wrong, "told " + (result.error ? std::string(idOf(*result.error)) : "nothing")};
}

} // namespace kortvakt::sweep
