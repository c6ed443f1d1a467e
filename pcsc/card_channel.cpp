// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "pcsc/card_channel.h"

#include "pcsc/context.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kortvakt::pcsc {
namespace {

constexpr DWORD protocols = SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1;
constexpr std::size_t longestAnswer = 256 + 2; // ISO 7816-4 §5.1: short APDUs only
constexpr DWORD goneWithin = 1000; // ms: readers look for their card a few times a second
constexpr int reconnects = 5;

/** Adds the time of a block to a sum. */
class Stopwatch {
public:
    using Clock = std::chrono::steady_clock;
    explicit Stopwatch(Clock::duration& sum)
        : sum_(sum)
    {
    }
    ~Stopwatch() { sum_ += Clock::now() - start_; }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;

private:
    Clock::duration& sum_;
    Clock::time_point start_ = Clock::now();
};

/** Why no card is reached in a reader that is in such a state; nothing: one is in. */
std::optional<ErrorId> absenceIn(DWORD state)
{
    if ((state & SCARD_STATE_PRESENT) != 0)
        return {};
    const bool fails = (state & SCARD_STATE_UNAVAILABLE) != 0 && (state & SCARD_STATE_UNKNOWN) == 0;
    return fails ? ErrorId::ReaderFailing : ErrorId::CardRemoved;
}

} // namespace

struct CardChannel::Work {
    Work(std::string reader, std::chrono::milliseconds patience, std::optional<unsigned> events);
    ~Work();
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    Bytes transmit(View command);
    void begin();
    std::optional<unsigned> insertion() const;
    void end(Leave leave) noexcept;
    LONG beginOrReconnect();
    void reconnect();
    void readAtr();
    void take(DWORD protocol);
    /** Why the card cannot be reached any more, waiting a moment for the service to notice; nothing: it is
     * in. */
    std::optional<ErrorId> lostAs() const;
    /** What a call that failed says of a card that was there. */
    CardError heldError(LONG result, const char* step) const;
    SCARD_READERSTATE look() const;
    std::optional<CardError> otherInsertion() const;

    Context context_;
    const std::string reader_;
    std::chrono::milliseconds patience_;
    std::optional<unsigned> events_;
    std::chrono::steady_clock::duration waited_{};
    SCARDHANDLE handle_{};
    Protocol protocol_ = Protocol::T0;
    Bytes atr_;
    Leave leave_ = Leave::AsItIs; ///< what ending the last transaction has still to do
};

CardChannel::Work::Work(
    std::string reader, std::chrono::milliseconds patience, std::optional<unsigned> events)
    : reader_(std::move(reader))
    , patience_(patience)
    , events_(events)
{
    // Connecting waits for others' transactions too, and so does asking for the ATR.
    const Stopwatch watch(waited_); // break: connecting
    DWORD protocol = 0;
    const LONG result =
        SCardConnect(context_.handle(), reader_.c_str(), SCARD_SHARE_SHARED, protocols, &handle_, &protocol);
    if (codeOf(result) == codeOf(SCARD_E_READER_UNAVAILABLE)
        && absenceIn(look().dwEventState) == ErrorId::ReaderFailing)
        throw CardError(ErrorId::ReaderFailing, "SCardConnect");
    if (result != SCARD_S_SUCCESS)
        throw errorFrom(result, "SCardConnect");
    take(protocol);
    readAtr();
}

CardChannel::Work::~Work()
{
    SCardDisconnect(handle_, leave_ == Leave::Reset ? SCARD_RESET_CARD : SCARD_LEAVE_CARD);
}

void CardChannel::Work::take(DWORD protocol)
{
    protocol_ = protocol == SCARD_PROTOCOL_T1 ? Protocol::T1 : Protocol::T0;
}

void CardChannel::Work::readAtr()
{
    std::array<BYTE, 64> atr{};
    DWORD size = static_cast<DWORD>(atr.size()), nameSize = 0, state = 0, protocol = 0;
    if (SCardStatus(handle_, nullptr, &nameSize, &state, &protocol, atr.data(), &size) == SCARD_S_SUCCESS)
        atr_.assign(
            atr.begin(), atr.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(size, atr.size())));
}

void CardChannel::Work::reconnect()
{
    DWORD protocol = 0;
    const LONG result = SCardReconnect(handle_, SCARD_SHARE_SHARED, protocols, SCARD_LEAVE_CARD, &protocol);
    if (result != SCARD_S_SUCCESS)
        throw heldError(result, "SCardReconnect");
    take(protocol);
    readAtr();
}

LONG CardChannel::Work::beginOrReconnect()
{
    const Stopwatch watch(waited_);
    LONG result = SCardBeginTransaction(handle_);
    for (int left = reconnects; codeOf(result) == codeOf(SCARD_W_RESET_CARD) && left > 0; --left) {
        reconnect();
        result = SCardBeginTransaction(handle_);
    }
    return result;
}

void CardChannel::Work::begin()
{
    if (const LONG result = beginOrReconnect(); result != SCARD_S_SUCCESS)
        throw heldError(result, "SCardBeginTransaction");
    if (std::exchange(waited_, {}) > patience_) {
        end(Leave::AsItIs);
        throw CardError(ErrorId::CardBusy, "SCardBeginTransaction took too long");
    }
    try {
        if (const auto other = otherInsertion())
            throw CardError(*other);
    } catch (...) {
        end(Leave::AsItIs);
        throw;
    }
}

SCARD_READERSTATE CardChannel::Work::look() const
{
    SCARD_READERSTATE state{};
    state.szReader = reader_.c_str();
    state.dwCurrentState = SCARD_STATE_UNAWARE;
    const LONG result = SCardGetStatusChange(context_.handle(), 0, &state, 1);
    if (result != SCARD_S_SUCCESS)
        throw errorFrom(result, "SCardGetStatusChange", Situation::Held);
    return state;
}

std::optional<unsigned> CardChannel::Work::insertion() const
{
    const auto state = look();
    const auto events = static_cast<unsigned>(eventsIn(state.dwEventState));
    const bool counted = (state.dwEventState & SCARD_STATE_PRESENT) != 0 && events != 0;
    return counted ? std::optional(events) : std::nullopt;
}

std::optional<CardError> CardChannel::Work::otherInsertion() const
{
    if (!events_)
        return {};
    const auto state = look();
    if (const auto absent = absenceIn(state.dwEventState))
        return CardError(*absent, "looking for the same insertion");
    if (eventsIn(state.dwEventState) != *events_)
        return CardError(ErrorId::CardSwapped, "another insertion");
    return {};
}

void CardChannel::Work::end(Leave leave) noexcept
{
    const LONG result =
        SCardEndTransaction(handle_, leave == Leave::Reset ? SCARD_RESET_CARD : SCARD_LEAVE_CARD);
    leave_ = result == SCARD_S_SUCCESS ? Leave::AsItIs : leave;
}

Bytes CardChannel::Work::transmit(View command)
{
    Bytes answer(longestAnswer);
    DWORD size = static_cast<DWORD>(answer.size());
    const auto* protocol = protocol_ == Protocol::T1 ? SCARD_PCI_T1 : SCARD_PCI_T0;
    const LONG result = SCardTransmit(
        handle_, protocol, command.data(), static_cast<DWORD>(command.size()), nullptr, answer.data(), &size);
    if (result == SCARD_S_SUCCESS && size >= 2 && size <= answer.size()) {
        answer.resize(size);
        return answer;
    }
    CardError error = result == SCARD_S_SUCCESS
        ? CardError(ErrorId::CardSilent, "SCardTransmit gave " + std::to_string(size) + " bytes")
        : heldError(result, "SCardTransmit");
    // What a reader says of a card that was pulled inside a command is no more than that it got no answer.
    if (error.id == ErrorId::CardSilent)
        error.id = lostAs().value_or(error.id);
    throw error;
}

CardError CardChannel::Work::heldError(LONG result, const char* step) const
{
    CardError error = errorFrom(result, step, Situation::Held);
    if (codeOf(result) == codeOf(SCARD_E_READER_UNAVAILABLE))
        error.id = lostAs().value_or(error.id);
    return error;
}

std::optional<ErrorId> CardChannel::Work::lostAs() const
{
    SCARD_READERSTATE state{};
    state.szReader = reader_.c_str();
    state.dwCurrentState = SCARD_STATE_PRESENT;
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(goneWithin);
    while (std::chrono::steady_clock::now() < deadline) {
        const LONG result = SCardGetStatusChange(context_.handle(), goneWithin, &state, 1);
        if (codeOf(result) == codeOf(SCARD_E_UNKNOWN_READER))
            return ErrorId::CardRemoved;
        if (result != SCARD_S_SUCCESS)
            return {};
        if (const auto absent = absenceIn(state.dwEventState))
            return absent;
        state.dwCurrentState = state.dwEventState & ~static_cast<DWORD>(SCARD_STATE_CHANGED);
    }
    return {};
}

CardChannel::CardChannel(
    const std::string& reader, std::chrono::milliseconds patience, std::optional<unsigned> events)
    : work_(std::make_unique<Work>(reader, patience, events))
{
}

CardChannel::~CardChannel() = default;

Protocol CardChannel::protocol() const
{
    return work_->protocol_;
}

Bytes CardChannel::transmit(View command)
{
    return work_->transmit(command);
}

void CardChannel::begin()
{
    work_->begin();
}

std::optional<unsigned> CardChannel::insertion()
{
    return work_->insertion();
}

void CardChannel::end(Leave leave) noexcept
{
    work_->end(leave);
}

const Bytes& CardChannel::atr() const
{
    return work_->atr_;
}

} // namespace kortvakt::pcsc
