// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/exit_codes.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace kortvakt::cli {

namespace {

/** Which of several readers' exit codes is told; kortvakt-cli(1) promises the order. What may be wrong for
 * everybody comes before what is wrong with one card, and that before what mends itself. */
constexpr std::array worstFirst{
    NoService, OtherFailure, CardGone, CardIsBusy, NotOnThisCard, NothingThere, Hidden};

/** Nothing is wrong with the reader or its card; there is only nothing to do with it. */
bool isNoFault(ErrorId state)
{
    constexpr std::array noFaults{ErrorId::NoReader, ErrorId::ReaderNoDriver, ErrorId::ReaderHeld,
        ErrorId::NoCard, ErrorId::CardMute, ErrorId::CardUnknown, ErrorId::CardContactless,
        ErrorId::FamilyLeftAlone, ErrorId::AdministratorKey, ErrorId::ReaderIgnored, ErrorId::CardIgnored,
        ErrorId::HiddenByPolicy};
    return std::ranges::find(noFaults, state) != noFaults.end();
}

/** What each exit code stands for; whatever is not here is OtherFailure. */
const std::vector<std::pair<Exit, std::vector<ErrorId>>> told{
    {NoService, {ErrorId::ServiceDown, ErrorId::AccessDenied}},
    {NothingThere, {ErrorId::NoReader, ErrorId::ReaderNoDriver, ErrorId::ReaderHeld, ErrorId::NoCard}},
    {NotOnThisCard,
        {ErrorId::CardUnknown, ErrorId::CardContactless, ErrorId::UnexpectedCardData, ErrorId::Unusable,
            ErrorId::NoPuk, ErrorId::PukNotDescribed, ErrorId::NoIdentity, ErrorId::FormNotRead,
            ErrorId::FamilyLeftAlone, ErrorId::AdministratorKey, ErrorId::CardForbids, ErrorId::PartNotRead,
            ErrorId::NotPossible}},
    {WrongCode, {ErrorId::WrongPin, ErrorId::WrongPuk}},
    {CodeLocked, {ErrorId::PinLocked, ErrorId::PukLocked, ErrorId::PukLockedOrUnset}},
    {NewCodeRefused,
        {ErrorId::LastTry, ErrorId::FewerTries, ErrorId::NewCodeRejected, ErrorId::TooShort, ErrorId::TooLong,
            ErrorId::NotDigits, ErrorId::Repeated, ErrorId::Sequence, ErrorId::Pattern, ErrorId::BirthDate,
            ErrorId::SameAsOld, ErrorId::SameAsPuk, ErrorId::SameAsOther, ErrorId::Mismatch,
            ErrorId::LooksLikePuk}},
    {CardGone,
        {ErrorId::ReaderFailing, ErrorId::CardMute, ErrorId::CardRemoved, ErrorId::CardRemovedUnsure,
            ErrorId::CardSwapped, ErrorId::CardSilent}},
    {CardIsBusy, {ErrorId::CardBusy}},
    {Hidden, {ErrorId::ReaderIgnored, ErrorId::CardIgnored, ErrorId::HiddenByPolicy, ErrorId::PolicyUnread}},
};

} // namespace

Exit exitCodeFor(ErrorId id)
{
    for (const auto& [exit, failures] : told)
        if (std::ranges::find(failures, id) != failures.end())
            return exit;
    return OtherFailure;
}

Exit exitCodeFor(const CardError& error)
{
    const Exit exit = exitCodeFor(error.id);
    return !error.codeSent || exit == CardGone ? exit : OtherFailure;
}

Exit exitCodeFor(std::span<const std::optional<ErrorId>> states)
{
    const bool oneIsWell = std::ranges::any_of(states, [](const auto& state) { return !state; });
    auto worst = worstFirst.end();
    for (const auto& state : states)
        if (state && !(oneIsWell && isNoFault(*state)))
            worst = std::min(worst, std::ranges::find(worstFirst, exitCodeFor(*state)));
    if (worst != worstFirst.end())
        return *worst;
    return oneIsWell ? Done : NothingThere;
}

} // namespace kortvakt::cli
