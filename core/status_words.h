// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

/** Status words of ISO 7816-4 §5.1.3 by their meaning, and what may be concluded from them. */
namespace kortvakt::sw {

constexpr std::uint16_t NotAsked = 0x0000; ///< no status word: the card was not asked
constexpr std::uint16_t Ok = 0x9000;
constexpr std::uint16_t PartCorrupted = 0x6281; ///< part of the data may be corrupted
constexpr std::uint16_t EndOfFile = 0x6282; ///< the file ended before Le bytes
constexpr std::uint16_t NotVerified = 0x6300; ///< what was presented is wrong
constexpr std::uint16_t WrongLength = 0x6700;
constexpr std::uint16_t WrongFileStructure = 0x6981;
constexpr std::uint16_t NotSatisfied = 0x6982; ///< the security status is not satisfied
constexpr std::uint16_t Blocked = 0x6983;
constexpr std::uint16_t Invalidated = 0x6984; ///< reference data not usable
constexpr std::uint16_t ConditionsNotSatisfied = 0x6985;
constexpr std::uint16_t NoCurrentFile = 0x6986;
constexpr std::uint16_t SecureMessagingMissing = 0x6987;
constexpr std::uint16_t SecureMessagingIncorrect = 0x6988;
constexpr std::uint16_t SelectFailed = 0x6999; ///< of Java Card's runtime
constexpr std::uint16_t WrongData = 0x6A80;
constexpr std::uint16_t FunctionNotSupported = 0x6A81;
constexpr std::uint16_t FileNotFound = 0x6A82;
constexpr std::uint16_t RecordNotFound = 0x6A83;
constexpr std::uint16_t WrongParameters = 0x6A86; ///< P1-P2
constexpr std::uint16_t DataNotFound = 0x6A88; ///< referenced data
constexpr std::uint16_t WrongOffset = 0x6B00;
constexpr std::uint16_t InstructionNotSupported = 0x6D00;
constexpr std::uint16_t ClassNotSupported = 0x6E00;

/** The card says that what was asked for is not there. No other refusal says so. */
[[nodiscard]] constexpr bool isAbsent(std::uint16_t status)
{
    return status == FileNotFound || status == DataNotFound;
}

/** The card does not know this form of the command, so that another may be tried. */
[[nodiscard]] constexpr bool isOtherForm(std::uint16_t status)
{
    return status == WrongParameters || status == FunctionNotSupported;
}

/** The card does not know the command at all: what it is for is not there either, unless something else
 * speaks for it. */
[[nodiscard]] constexpr bool isForeign(std::uint16_t status)
{
    return isOtherForm(status) || status == InstructionNotSupported || status == ClassNotSupported
        || status == SelectFailed;
}

/** 61XX: XX more bytes are to be fetched with GET RESPONSE. */
[[nodiscard]] constexpr bool hasMore(std::uint16_t status)
{
    return (status & 0xFF00) == 0x6100;
}

/** 6CXX: the command is to be sent again with XX as its Le. */
[[nodiscard]] constexpr bool isWrongLe(std::uint16_t status)
{
    return (status & 0xFF00) == 0x6C00;
}

/** The XX of these two: 00 is 256. */
[[nodiscard]] constexpr int bytesIn(std::uint16_t status)
{
    return (status & 0xFF) != 0 ? status & 0xFF : 256;
}

/** 62XX: data came, with a warning. */
[[nodiscard]] constexpr bool isWarning(std::uint16_t status)
{
    return (status & 0xFF00) == 0x6200;
}

/** 63XX: after a code, that it is wrong. */
[[nodiscard]] constexpr bool isNotVerified(std::uint16_t status)
{
    return (status & 0xFF00) == 0x6300;
}

/** 63CX: X tries are left. */
[[nodiscard]] constexpr bool tellsTries(std::uint16_t status)
{
    return (status & 0xFFF0) == 0x63C0;
}

/** 630X with X up to 9, by which some cards mean 63CX. */
[[nodiscard]] constexpr bool tellsBareTries(std::uint16_t status)
{
    return isNotVerified(status) && (status & 0xFF) <= 9;
}

/** 9000, or 61xx: the answer's data can be fetched. */
[[nodiscard]] constexpr bool isDone(std::uint16_t status)
{
    return status == Ok || hasMore(status);
}

} // namespace kortvakt::sw
