// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/exit_codes.h"

#include <algorithm>
#include <array>

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

} // namespace

Exit exitCodeFor(ErrorId id)
{
    switch (id) {
    case ErrorId::ServiceDown:
    case ErrorId::AccessDenied:
        return NoService;
    case ErrorId::NoReader:
    case ErrorId::ReaderNoDriver:
    case ErrorId::ReaderHeld:
    case ErrorId::NoCard:
        return NothingThere;
    case ErrorId::CardUnknown:
    case ErrorId::CardContactless:
    case ErrorId::UnexpectedCardData:
    case ErrorId::Unusable:
    case ErrorId::NoPuk:
    case ErrorId::PukNotDescribed:
    case ErrorId::NoIdentity:
    case ErrorId::FormNotRead:
    case ErrorId::FamilyLeftAlone:
    case ErrorId::AdministratorKey:
    case ErrorId::CardForbids:
    case ErrorId::PartNotRead:
    case ErrorId::NotPossible:
        return NotOnThisCard;
    case ErrorId::WrongPin:
    case ErrorId::WrongPuk:
        return WrongCode;
    case ErrorId::PinLocked:
    case ErrorId::PukLocked:
    case ErrorId::PukLockedOrUnset:
        return CodeLocked;
    case ErrorId::LastTry:
    case ErrorId::FewerTries:
    case ErrorId::NewCodeRejected:
    case ErrorId::TooShort:
    case ErrorId::TooLong:
    case ErrorId::NotDigits:
    case ErrorId::Repeated:
    case ErrorId::Sequence:
    case ErrorId::Pattern:
    case ErrorId::BirthDate:
    case ErrorId::SameAsOld:
    case ErrorId::SameAsPuk:
    case ErrorId::SameAsOther:
    case ErrorId::Mismatch:
    case ErrorId::LooksLikePuk:
        return NewCodeRefused;
    case ErrorId::ReaderFailing:
    case ErrorId::CardMute:
    case ErrorId::CardRemoved:
    case ErrorId::CardRemovedUnsure:
    case ErrorId::CardSwapped:
    case ErrorId::CardSilent:
        return CardGone;
    case ErrorId::CardBusy:
        return CardIsBusy;
    case ErrorId::ReaderIgnored:
    case ErrorId::CardIgnored:
    case ErrorId::HiddenByPolicy:
    case ErrorId::PolicyUnread:
        return Hidden;
    case ErrorId::CardBroken:
    case ErrorId::RefusedUnclear:
    case ErrorId::PukUnreadable:
    case ErrorId::PukLastTry:
    case ErrorId::CertificateExpired:
    case ErrorId::CertificateExpiresSoon:
    case ErrorId::CertificateNotYetValid:
    case ErrorId::ClockWrong:
    case ErrorId::BadSetting:
    case ErrorId::Cancelled:
    case ErrorId::Internal:
        break;
    }
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
