// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "pcsc/context.h"

#include <utility>

namespace kortvakt::pcsc {
namespace {

ErrorId errorIdOf(std::uint32_t result, Situation situation)
{
    const bool held = situation == Situation::Held;
    switch (result) {
    case codeOf(SCARD_E_NO_SERVICE):
    case codeOf(SCARD_E_SERVICE_STOPPED):
    case codeOf(SCARD_F_COMM_ERROR):
    case codeOf(SCARD_P_SHUTDOWN):
    case codeOf(SCARD_E_SYSTEM_CANCELLED):
    case codeOf(SCARD_E_INVALID_HANDLE): // a service that came back does not know the handles it gave out
        return ErrorId::ServiceDown;
    case codeOf(SCARD_W_SECURITY_VIOLATION): // pcsc-lite also says it when the service ended
    case codeOf(SCARD_E_NO_ACCESS):
        return held ? ErrorId::ServiceDown : ErrorId::AccessDenied;
    case codeOf(SCARD_E_NO_READERS_AVAILABLE):
    case codeOf(SCARD_E_READER_UNSUPPORTED):
        return ErrorId::NoReader;
    case codeOf(SCARD_E_UNKNOWN_READER):
    case codeOf(SCARD_E_READER_UNAVAILABLE):
    case codeOf(SCARD_E_INVALID_VALUE): // pcsc-lite, for a handle whose reader was unplugged
        return held ? ErrorId::CardRemoved : ErrorId::NoReader;
    case codeOf(SCARD_E_NO_SMARTCARD):
    case codeOf(SCARD_W_REMOVED_CARD):
        return held ? ErrorId::CardRemoved : ErrorId::NoCard;
    case codeOf(SCARD_E_SHARING_VIOLATION):
    case codeOf(SCARD_E_SERVER_TOO_BUSY):
    case codeOf(SCARD_W_RESET_CARD): // by another program
        return ErrorId::CardBusy;
    case codeOf(SCARD_W_UNRESPONSIVE_CARD):
    case codeOf(SCARD_W_UNPOWERED_CARD):
    case codeOf(SCARD_W_UNSUPPORTED_CARD):
    case codeOf(SCARD_E_CARD_UNSUPPORTED):
    case codeOf(SCARD_E_UNKNOWN_CARD):
    case codeOf(SCARD_E_INVALID_ATR):
    case codeOf(SCARD_E_NOT_READY):
    case codeOf(SCARD_E_PROTO_MISMATCH):
        return ErrorId::CardMute;
    case codeOf(SCARD_E_NOT_TRANSACTED): // the reader got no answer from the card
    case codeOf(SCARD_E_COMM_DATA_LOST):
    case codeOf(SCARD_E_TIMEOUT):
        return held ? ErrorId::CardSilent : ErrorId::CardMute;
    case codeOf(SCARD_E_INSUFFICIENT_BUFFER): // an answer longer than ISO 7816-4 allows
        return ErrorId::CardBroken;
    case codeOf(SCARD_E_CANCELLED):
        return ErrorId::Cancelled;
    default:
        return ErrorId::Internal;
    }
}

} // namespace

CardError errorFrom(LONG result, const char* step, Situation situation)
{
    const auto code = codeOf(result);
    const std::uint8_t bytes[]{static_cast<std::uint8_t>(code >> 24), static_cast<std::uint8_t>(code >> 16),
        static_cast<std::uint8_t>(code >> 8), static_cast<std::uint8_t>(code)};
    return {errorIdOf(code, situation), std::string(step) + " 0x" + toHex(bytes)};
}

Context::Context(LONG& result) noexcept
{
    result = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &handle_);
    open_ = result == SCARD_S_SUCCESS;
}

Context::Context()
{
    LONG result = SCARD_S_SUCCESS;
    *this = Context(result);
    if (!open_)
        throw errorFrom(result, "SCardEstablishContext");
}

Context::~Context()
{
    if (open_)
        SCardReleaseContext(handle_);
}

Context::Context(Context&& other) noexcept
    : handle_(other.handle_)
    , open_(std::exchange(other.open_, false))
{
}

Context& Context::operator=(Context&& other) noexcept
{
    std::swap(handle_, other.handle_);
    std::swap(open_, other.open_);
    return *this;
}

LONG Context::listReaders(std::vector<std::string>& names) const
{
    names.clear();
    std::string list;
    LONG result = SCARD_E_INSUFFICIENT_BUFFER;
    // A reader may be plugged in between asking for the size and asking for the names.
    for (int attempt = 0; attempt < 5 && codeOf(result) == codeOf(SCARD_E_INSUFFICIENT_BUFFER); ++attempt) {
        DWORD size = 0;
        result = SCardListReaders(handle_, nullptr, nullptr, &size);
        if (result != SCARD_S_SUCCESS)
            break;
        list.resize(size);
        result = SCardListReaders(handle_, nullptr, list.data(), &size);
    }
    if (codeOf(result) == codeOf(SCARD_E_NO_READERS_AVAILABLE))
        return SCARD_S_SUCCESS;
    if (result != SCARD_S_SUCCESS)
        return result;
    for (std::size_t at = 0; at < list.size() && list[at] != '\0'; at += names.back().size() + 1)
        names.emplace_back(list.c_str() + at);
    return result;
}

} // namespace kortvakt::pcsc
