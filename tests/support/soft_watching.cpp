// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/support/soft_service.h"

#include <strings.h>

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

// What winscard.h offers for watching readers, as pcsc-lite 1.9.9 does it.

namespace softpcsc {
namespace {

constexpr const char* plugAndPlayReader = "\\\\?PnP?\\Notification";
constexpr std::size_t mostReaders = 16;

using States = std::span<SCARD_READERSTATE>;

bool isPlugAndPlay(const SCARD_READERSTATE& state)
{
    return strcasecmp(state.szReader, plugAndPlayReader) == 0;
}

/** A reader as SCardGetStatusChange describes it. */
DWORD describe(SoftReader& reader, SCARD_READERSTATE& state)
{
    const bool late = reader.card && reader.uncounted > 0 && reader.uncounted-- > 0;
    DWORD now = ((reader.events - (late ? 1 : 0)) & 0xFFFFu) << 16;
    state.cbAtr = 0;
    if (reader.starting > 0) {
        --reader.starting;
        return now;
    }
    if (reader.failing)
        return now | SCARD_STATE_UNAVAILABLE;
    if (!reader.card)
        return now | SCARD_STATE_EMPTY;
    now |= SCARD_STATE_PRESENT;
    if (reader.poweringUp > 0) {
        --reader.poweringUp;
        return now;
    }
    const auto atr = reader.card->atr();
    state.cbAtr = static_cast<DWORD>(std::min(atr.size(), sizeof state.rgbAtr));
    std::copy_n(atr.begin(), state.cbAtr, state.rgbAtr);
    if (atr.empty())
        now |= SCARD_STATE_MUTE;
    if (reader.exclusive != nobody)
        now |= SCARD_STATE_EXCLUSIVE;
    for (const auto& [number, handle] : service().handles) {
        if (handle.reader.get() == &reader && reader.exclusive == nobody)
            now |= SCARD_STATE_INUSE;
    }
    return now;
}

/** Whether a reader is in another state than the caller knows. */
bool differs(DWORD known, DWORD now)
{
    constexpr DWORD told = SCARD_STATE_EMPTY | SCARD_STATE_PRESENT | SCARD_STATE_MUTE | SCARD_STATE_EXCLUSIVE
        | SCARD_STATE_INUSE | SCARD_STATE_UNAVAILABLE;
    if (known == SCARD_STATE_UNAWARE || (known & SCARD_STATE_UNKNOWN) != 0)
        return true;
    const bool moreEvents = known >> 16 != 0 && (known >> 16 & 0xFFFF) != (now >> 16 & 0xFFFF);
    return moreEvents || ((known ^ now) & told) != 0;
}

/** Fills in the states. @return whether there is something to tell */
bool compare(States states, std::size_t& readerCount)
{
    bool tell = false;
    for (auto& state : states) {
        state.dwEventState = 0;
        if ((state.dwCurrentState & SCARD_STATE_IGNORE) != 0)
            continue;
        bool changed = false;
        if (isPlugAndPlay(state)) {
            // Only their number: a reader exchanged for another is not noticed.
            changed = std::exchange(readerCount, service().readers.size()) != service().readers.size();
        } else if (const auto reader = service().find(state.szReader)) {
            state.dwEventState = describe(*reader, state);
            changed = differs(state.dwCurrentState, state.dwEventState);
        } else {
            state.dwEventState = SCARD_STATE_UNKNOWN | SCARD_STATE_UNAVAILABLE;
            changed = (state.dwCurrentState & SCARD_STATE_UNKNOWN) == 0;
        }
        if (changed)
            state.dwEventState |= SCARD_STATE_CHANGED;
        tell |= changed;
    }
    return tell;
}

bool allKnown(States states)
{
    return std::ranges::all_of(states,
        [](const auto& state) { return isPlugAndPlay(state) || service().find(state.szReader) != nullptr; });
}

/** Waits for something to tell. */
LONG watch(Lock& lock, SCARDCONTEXT context, DWORD timeout, States states)
{
    SoftService& it = service();
    std::size_t readerCount = it.readers.size();
    const unsigned expiries = it.expiries;
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeout);
    it.contexts[context].cancelled = false;
    const auto leave = [&](LONG result) {
        if (it.contexts.contains(context) && std::exchange(it.contexts[context].waiting, false))
            --it.watchers;
        it.changed.notify_all();
        return result;
    };
    while (!compare(states, readerCount)) {
        if (timeout == 0)
            return leave(SCARD_E_TIMEOUT);
        if (!std::exchange(it.contexts[context].waiting, true)) {
            ++it.watchers;
            ++it.waits;
        }
        it.changed.notify_all();
        if (timeout == INFINITE)
            it.changed.wait(lock);
        else if (it.changed.wait_until(lock, deadline) == std::cv_status::timeout) {
            it.block(
                lock, [&it] { return it.hanging; }); // the library tells the service that it waits no more
            return leave(SCARD_E_TIMEOUT);
        }
        if (!it.alive(context))
            return leave(
                it.lossToldAs == Loss::Communication ? SCARD_F_COMM_ERROR : SCARD_W_SECURITY_VIOLATION);
        if (it.contexts[context].cancelled)
            return leave(SCARD_E_CANCELLED);
        if (it.expiries != expiries)
            return leave(SCARD_E_TIMEOUT);
    }
    return leave(SCARD_S_SUCCESS);
}

} // namespace
} // namespace softpcsc

using namespace softpcsc;

LONG SCardListReaders(SCARDCONTEXT hContext, LPCSTR, LPSTR mszReaders, LPDWORD pcchReaders)
{
    const auto lock = service().enter();
    if (!service().contexts.contains(hContext))
        return SCARD_E_INVALID_HANDLE;
    if (!service().alive(hContext))
        return SCARD_E_NO_SERVICE;
    if (service().readers.empty())
        return SCARD_E_NO_READERS_AVAILABLE;
    std::string list;
    for (const auto& reader : service().readers)
        list += reader->name + '\0';
    list += '\0';
    const DWORD room = std::exchange(*pcchReaders, static_cast<DWORD>(list.size()));
    if (mszReaders == nullptr)
        return SCARD_S_SUCCESS;
    if (room < list.size())
        return SCARD_E_INSUFFICIENT_BUFFER;
    std::memcpy(mszReaders, list.data(), list.size());
    return SCARD_S_SUCCESS;
}

LONG SCardGetStatusChange(
    SCARDCONTEXT hContext, DWORD dwTimeout, SCARD_READERSTATE* rgReaderStates, DWORD cReaders)
{
    auto lock = service().enter();
    auto& next = dwTimeout > 0 ? service().beforeWait : service().beforeLook;
    if (const auto action = std::exchange(next, nullptr)) {
        lock.unlock();
        action();
        lock.lock();
    }
    if (cReaders > mostReaders)
        return SCARD_E_INVALID_PARAMETER;
    if (!service().contexts.contains(hContext))
        return SCARD_E_INVALID_HANDLE;
    if (cReaders == 0)
        return SCARD_S_SUCCESS;
    if (!service().alive(hContext))
        return SCARD_E_NO_SERVICE;
    const States states(rgReaderStates, cReaders);
    if (!allKnown(states))
        return SCARD_E_UNKNOWN_READER;
    return watch(lock, hContext, dwTimeout, states);
}

LONG SCardCancel(SCARDCONTEXT hContext)
{
    const auto lock = service().enter();
    const auto found = service().contexts.find(hContext);
    if (found == service().contexts.end())
        return SCARD_E_INVALID_HANDLE;
    if (!found->second.waiting)
        return SCARD_S_SUCCESS;
    if (!service().alive(hContext))
        return SCARD_E_NO_SERVICE;
    if (service().lostCancels > 0) {
        --service().lostCancels;
        return SCARD_S_SUCCESS;
    }
    found->second.cancelled = true;
    service().changed.notify_all();
    return SCARD_S_SUCCESS;
}
