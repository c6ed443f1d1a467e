// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "pcsc/readers.h"

#include <algorithm>
#include <utility>

namespace kortvakt::pcsc {
namespace {

constexpr const char* plugAndPlayReader = "\\\\?PnP?\\Notification";
constexpr std::chrono::seconds startsWithin(1);
constexpr std::size_t mostStates = 16; // pcsc-lite takes no more in one call (PCSCLITE_MAX_READERS_CONTEXTS)

DWORD withoutChanged(DWORD state)
{
    return state & ~static_cast<DWORD>(SCARD_STATE_CHANGED);
}

} // namespace

LONG Readers::refresh(const Context& context)
{
    std::vector<std::string> names;
    if (const LONG result = context.listReaders(names); result != SCARD_S_SUCCESS)
        return result;
    bool changed = std::exchange(stirred_, false);
    const auto before = readers_.size();
    std::erase_if(
        readers_, [&](const Reader& known) { return std::ranges::count(names, known.slot.reader) == 0; });
    changed |= readers_.size() != before;
    for (const auto& name : names) {
        if (std::ranges::none_of(readers_, [&](const Reader& known) { return known.slot.reader == name; })) {
            readers_.emplace_back();
            readers_.back().slot.reader = name;
            changed = true;
        }
    }
    if (readers_.size() > mostStates)
        readers_.resize(mostStates);
    unsettled_ = changed;
    if (readers_.empty())
        return SCARD_S_SUCCESS;
    const LONG result = ask(context, std::chrono::milliseconds(0), false);
    unsettled_ |= stirred_; // a reader left between the listing and the look
    return codeOf(result) == codeOf(SCARD_E_TIMEOUT) ? SCARD_S_SUCCESS : result;
}

LONG Readers::wait(const Context& context, std::chrono::milliseconds atMost)
{
    return ask(context, atMost, readers_.size() < mostStates);
}

LONG Readers::ask(const Context& context, std::chrono::milliseconds atMost, bool plugAndPlay)
{
    std::vector<SCARD_READERSTATE> states;
    for (const auto& reader : readers_) {
        states.push_back({});
        states.back().szReader = reader.slot.reader.c_str();
        // Without waiting all is asked for anew: pcsc-lite compares no count of events that is zero, and
        // tells no event when a card that was being powered up gets its ATR.
        // No event tells that a reader has been started, and a wait for it would end at once.
        const DWORD known = reader.startingSince ? DWORD{SCARD_STATE_IGNORE} : reader.state;
        states.back().dwCurrentState = atMost.count() == 0 ? DWORD{SCARD_STATE_UNAWARE} : known;
    }
    if (plugAndPlay) {
        states.push_back({});
        states.back().szReader = plugAndPlayReader;
        states.back().dwCurrentState = plugAndPlayState_;
    }
    const LONG result = SCardGetStatusChange(context.handle(), static_cast<DWORD>(atMost.count()),
        states.data(), static_cast<DWORD>(states.size()));
    if (codeOf(result) == codeOf(SCARD_E_UNKNOWN_READER)) {
        forgetUnknown(context);
        return SCARD_S_SUCCESS;
    }
    if (result != SCARD_S_SUCCESS)
        return result;
    if (plugAndPlay) {
        plugAndPlayState_ = withoutChanged(states.back().dwEventState);
        stirred_ |= (states.back().dwEventState & SCARD_STATE_CHANGED) != 0;
    }
    for (std::size_t i = 0; i < readers_.size(); ++i)
        if ((states[i].dwCurrentState & SCARD_STATE_IGNORE) == 0)
            take(readers_[i], states[i]);
    // A reader that was unplugged is forgotten at once: another one may get its name before the next look.
    const auto gone = [](const Reader& reader) { return (reader.state & SCARD_STATE_UNKNOWN) != 0; };
    stirred_ |= std::erase_if(readers_, gone) > 0;
    return result;
}

void Readers::forgetUnknown(const Context& context)
{
    // Which one is unknown is not told, and another may have its name when the readers are listed next.
    std::erase_if(readers_, [&](const Reader& reader) {
        SCARD_READERSTATE alone{};
        alone.szReader = reader.slot.reader.c_str();
        alone.dwCurrentState = reader.state;
        return codeOf(SCardGetStatusChange(context.handle(), 0, &alone, 1)) == codeOf(SCARD_E_UNKNOWN_READER);
    });
    stirred_ = true;
}

void Readers::take(Reader& reader, const SCARD_READERSTATE& told)
{
    const DWORD state = told.dwEventState;
    Slot now;
    now.reader = reader.slot.reader;
    now.present = (state & SCARD_STATE_PRESENT) != 0;
    // The service says neither when it cannot ask the reader, which it calls unavailable, or has not asked
    // yet.
    const bool untold = !now.present && (state & SCARD_STATE_EMPTY) == 0;
    const bool starting = untold && (state & SCARD_STATE_UNAVAILABLE) == 0;
    const auto clock = std::chrono::steady_clock::now();
    reader.startingSince = starting ? reader.startingSince.value_or(clock) : decltype(reader.startingSince)();
    now.failing = starting ? clock - *reader.startingSince >= startsWithin : untold;
    now.exclusive = (state & SCARD_STATE_EXCLUSIVE) != 0;
    now.mute = now.present && ((state & SCARD_STATE_MUTE) != 0 || told.cbAtr == 0);
    if (now.present && !now.mute)
        now.atr.assign(told.rgbAtr, told.rgbAtr + std::min<std::size_t>(told.cbAtr, sizeof told.rgbAtr));
    if (now.present) {
        // pcsc-lite says that a card is in a moment before it counts it: after an empty reader by an odd
        // number, after another card by an even one. Until then one more is the same card.
        const unsigned more = (eventsIn(state) - eventsIn(reader.state)) & 0xFFFF;
        const bool late = reader.uncounted && more == 1;
        const bool same = reader.slot.present && (more == 0 || late)
            && (reader.slot.atr.empty() || reader.slot.atr == now.atr);
        now.insertion = same ? reader.slot.insertion : ++lastInsertion_;
        now.events = static_cast<unsigned>(eventsIn(state));
        const bool first = reader.state == SCARD_STATE_UNAWARE;
        reader.uncounted = same ? reader.uncounted && !late : first || (more % 2 == 1) == reader.slot.present;
        unsettled_ |= !same && reader.uncounted;
    }
    unsettled_ |= now.mute && (state & SCARD_STATE_MUTE) == 0;
    unsettled_ |= starting;
    reader.slot = now;
    reader.state = withoutChanged(state);
}

std::vector<Slot> Readers::slots() const
{
    std::vector<Slot> all;
    for (const auto& reader : readers_)
        all.push_back(reader.slot);
    return all;
}

} // namespace kortvakt::pcsc
