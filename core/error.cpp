// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kortvakt {

namespace {

using enum ErrorId;

constexpr auto names = std::to_array<std::pair<ErrorId, std::string_view>>({
    {ServiceDown, "service-down"},
    {AccessDenied, "access-denied"},
    {NoReader, "no-reader"},
    {ReaderNoDriver, "reader-no-driver"},
    {ReaderHeld, "reader-held"},
    {ReaderFailing, "reader-failing"},
    {ReaderIgnored, "reader-ignored"},
    {NoCard, "no-card"},
    {CardIgnored, "card-ignored"},
    {CardMute, "card-mute"},
    {CardBusy, "card-busy"},
    {CardUnknown, "card-unknown"},
    {CardBroken, "card-broken"},
    {CardContactless, "card-contactless"},
    {UnexpectedCardData, "unexpected-card-data"},
    {PartNotRead, "part-not-read"},
    {CardRemoved, "card-removed"},
    {CardRemovedUnsure, "card-removed-unsure"},
    {CardSwapped, "card-swapped"},
    {CardSilent, "card-silent"},
    {WrongPin, "wrong-pin"},
    {WrongPuk, "wrong-puk"},
    {PinLocked, "pin-locked"},
    {PukLocked, "puk-locked"},
    {Unusable, "unusable"},
    {LastTry, "last-try"},
    {FewerTries, "fewer-tries"},
    {NewCodeRejected, "new-code-rejected"},
    {RefusedUnclear, "refused-unclear"},
    {TooShort, "too-short"},
    {TooLong, "too-long"},
    {NotDigits, "not-digits"},
    {Repeated, "repeated"},
    {Sequence, "sequence"},
    {Pattern, "pattern"},
    {BirthDate, "birth-date"},
    {SameAsOld, "same-as-old"},
    {SameAsPuk, "same-as-puk"},
    {SameAsOther, "same-as-other"},
    {Mismatch, "mismatch"},
    {LooksLikePuk, "looks-like-puk"},
    {NoPuk, "no-puk"},
    {PukNotDescribed, "puk-not-described"},
    {PukUnreadable, "puk-unreadable"},
    {PukLastTry, "puk-last-try"},
    {PukLockedOrUnset, "puk-locked-or-unset"},
    {NoIdentity, "no-identity"},
    {FormNotRead, "form-not-read"},
    {FamilyLeftAlone, "family-left-alone"},
    {AdministratorKey, "administrator-key"},
    {CardForbids, "card-forbids"},
    {NotPossible, "not-possible"},
    {HiddenByPolicy, "hidden-by-policy"},
    {PolicyUnread, "policy-unread"},
    {CertificateExpired, "certificate-expired"},
    {CertificateExpiresSoon, "certificate-expires-soon"},
    {CertificateNotYetValid, "certificate-not-yet-valid"},
    {ClockWrong, "clock-wrong"},
    {BadSetting, "bad-setting"},
    {Cancelled, "cancelled"},
    {Internal, "internal"},
});

} // namespace

std::string_view idOf(ErrorId id)
{
    const auto* found = std::ranges::find(names, id, &std::pair<ErrorId, std::string_view>::first);
    return found == names.end() ? "internal" : found->second;
}

} // namespace kortvakt
