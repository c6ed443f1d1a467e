// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

namespace kortvakt {

/**
 * Everything that can be wrong, by the stable names that logs, JSON and help use. This is the only vocabulary
 * of failures in Kortvakt: states of a reader, breakdowns, refusals and broken rules all take theirs from
 * here.
 */
enum class ErrorId {
    ServiceDown,
    AccessDenied,
    NoReader,
    ReaderNoDriver,
    ReaderHeld,
    ReaderFailing,
    ReaderIgnored,
    NoCard,
    CardIgnored,
    CardMute,
    CardBusy,
    CardUnknown,
    CardBroken,
    CardContactless,
    UnexpectedCardData,
    PartNotRead,
    CardRemoved,
    CardRemovedUnsure,
    CardSwapped,
    CardSilent,
    WrongPin,
    WrongPuk,
    PinLocked,
    PukLocked,
    Unusable,
    LastTry,
    FewerTries,
    NewCodeRejected,
    RefusedUnclear,
    TooShort,
    TooLong,
    NotDigits,
    Repeated,
    Sequence,
    Pattern,
    BirthDate,
    SameAsOld,
    SameAsPuk,
    SameAsOther,
    Mismatch,
    LooksLikePuk,
    NoPuk,
    PukNotDescribed,
    PukUnreadable,
    PukLastTry,
    PukLockedOrUnset,
    NoIdentity,
    FormNotRead,
    FamilyLeftAlone,
    AdministratorKey,
    CardForbids,
    NotPossible,
    HiddenByPolicy,
    PolicyUnread,
    CertificateExpired,
    CertificateExpiresSoon,
    CertificateNotYetValid,
    ClockWrong,
    BadSetting,
    Cancelled,
    Internal
};

/** The stable name: ErrorId::WrongPuk → "wrong-puk". */
[[nodiscard]] std::string_view idOf(ErrorId id);

/**
 * A conversation with a card broke off: pulled, silent, held by another program, nonsense on the card.
 * Nothing near the call can help, so it is thrown; it is caught once, where a job's outcome becomes a value.
 */
struct CardError : std::exception {
    CardError(ErrorId what, std::string step, std::uint16_t sw = 0)
        : id(what)
        , status(sw)
        , where(std::move(step))
    {
    }
    [[nodiscard]] const char* what() const noexcept override { return where.c_str(); }

    ErrorId id;
    std::uint16_t status; ///< the card's status word, or 0 where there was none
    bool codeSent = false; ///< a code was handed to the reader: the card may have counted a try
    std::string where; ///< the step that broke off, for logs; never holds card data
};

} // namespace kortvakt
