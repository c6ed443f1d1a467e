// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/soft_pcsc.h"

#include <winscard.h>

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace softpcsc {

/** Stands for another program where a holder is asked for. */
constexpr SCARDHANDLE foreign = -1;
constexpr SCARDHANDLE nobody = 0;

struct SoftReader {
    std::string name;
    std::unique_ptr<softcard::SoftCard> card;
    std::unique_ptr<softcard::SoftCard> pulled; ///< by a fault
    bool plugged = true;
    unsigned insertion = 0; ///< tells the cards apart that handles were given for
    unsigned events = 0; ///< cards put in and pulled, as pcscd counts them
    SCARDHANDLE exclusive = nobody, transaction = nobody;
    int nested = 0; ///< transactions of the same handle
    int commands = 0, connects = 0;
    std::optional<Fault> fault;
    int faultAt = 0;
    std::function<void()> action;
    int actionAt = 0;
    bool silent = false;
    int starting = 0; ///< looks that are left until it can tell whether a card is in
    bool failing = false; ///< it cannot tell whether a card is in
    bool unreachable = false; ///< its card is seen and cannot be connected to
    bool foreignNext = false; ///< another program has the next transaction
    int poweringUp = 0; ///< looks that are left to a card that is powered up
    int uncounted = 0; ///< looks that are left to a card that is counted late
};

struct SoftContext {
    unsigned start = 0; ///< which start of the service it belongs to
    bool waiting = false, cancelled = false;
};

struct SoftHandle {
    SCARDCONTEXT context = 0;
    std::shared_ptr<SoftReader> reader;
    unsigned insertion = 0;
    DWORD protocol = SCARD_PROTOCOL_UNDEFINED;
    bool resetByOther = false;
};

using Lock = std::unique_lock<std::mutex>;

/** All that the service and its clients share, under one mutex. */
struct SoftService {
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::shared_ptr<SoftReader>> readers;
    std::map<SCARDCONTEXT, SoftContext> contexts;
    std::map<SCARDHANDLE, SoftHandle> handles;
    long lastNumber = 0; ///< of contexts and handles: none comes twice
    unsigned starts = 1;
    bool up = true, hanging = false;
    Denied denied = Denied::Nothing;
    Loss lossToldAs = Loss::Communication;
    std::chrono::milliseconds perCommand{};
    unsigned expiries = 0;
    int lostCancels = 0, watchers = 0, waits = 0, blocked = 0;
    std::function<void()> beforeWait, beforeLook;

    [[nodiscard]] std::shared_ptr<SoftReader> find(const std::string& name) const;
    [[nodiscard]] bool alive(SCARDCONTEXT context) const;
    void takeOut(SoftReader& reader, std::unique_ptr<softcard::SoftCard>& card);
    void putIn(SoftReader& reader, std::unique_ptr<softcard::SoftCard> card);
    /** Resets a card for all handles but @p by. */
    void resetCard(SoftReader& reader, SCARDHANDLE by);
    void drop(SCARDHANDLE handle);
    /** Blocks while @p held is true. */
    template <typename Condition>
    void block(Lock& lock, Condition held)
    {
        if (!held())
            return;
        ++blocked;
        changed.notify_all();
        changed.wait(lock, [&] { return !held(); });
        --blocked;
        changed.notify_all();
    }
    /** Locks, after a service that hangs has gone on. */
    [[nodiscard]] Lock enter();
};

/** The service of this process. Never destroyed: a thread that was left behind may still be in a call. */
[[nodiscard]] SoftService& service();

} // namespace softpcsc
