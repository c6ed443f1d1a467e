// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/support/soft_pcsc.h"

#include "tests/support/soft_service.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace softpcsc {

SoftService& service()
{
    static SoftService& only = *new SoftService;
    return only;
}

std::shared_ptr<SoftReader> SoftService::find(const std::string& name) const
{
    const auto found = std::ranges::find(readers, name, [](const auto& reader) { return reader->name; });
    return found == readers.end() ? nullptr : *found;
}

bool SoftService::alive(SCARDCONTEXT context) const
{
    const auto found = contexts.find(context);
    return up && found != contexts.end() && found->second.start == starts;
}

void SoftService::takeOut(SoftReader& reader, std::unique_ptr<softcard::SoftCard>& card)
{
    if (!reader.card)
        return;
    card = std::move(reader.card);
    ++reader.events;
    reader.exclusive = reader.transaction = nobody;
    reader.nested = 0;
    reader.silent = false;
    changed.notify_all();
}

void SoftService::putIn(SoftReader& reader, std::unique_ptr<softcard::SoftCard> card)
{
    reader.card = std::move(card);
    reader.card->reset();
    ++reader.insertion;
    ++reader.events;
    changed.notify_all();
}

void SoftService::resetCard(SoftReader& reader, SCARDHANDLE by)
{
    if (reader.card)
        reader.card->reset();
    for (auto& [number, handle] : handles) {
        if (number != by && handle.reader.get() == &reader)
            handle.resetByOther = true;
    }
    changed.notify_all();
}

void SoftService::drop(SCARDHANDLE handle)
{
    const auto found = handles.find(handle);
    if (found == handles.end())
        return;
    SoftReader& reader = *found->second.reader;
    if (reader.exclusive == handle)
        reader.exclusive = nobody;
    if (reader.transaction == handle)
        reader.transaction = nobody;
    handles.erase(found);
    changed.notify_all();
}

Lock SoftService::enter()
{
    Lock lock(mutex);
    block(lock, [this] { return hanging; });
    return lock;
}

namespace {

Lock locked()
{
    return Lock(service().mutex);
}

SoftReader& readerCalled(const std::string& name)
{
    const auto reader = service().find(name);
    if (!reader)
        throw std::invalid_argument("no such reader: " + name);
    return *reader;
}

bool await(int SoftService::*count, int wanted, std::chrono::milliseconds atMost, bool exactly = true)
{
    auto lock = locked();
    return service().changed.wait_for(
        lock, atMost, [&] { return exactly ? service().*count == wanted : service().*count >= wanted; });
}

} // namespace

void reset()
{
    stopService();
    auto lock = locked();
    SoftService& it = service();
    it.hanging = false;
    it.changed.notify_all();
    it.changed.wait(lock, [&] { return it.watchers == 0 && it.blocked == 0; });
    it.readers.clear();
    it.contexts.clear();
    it.handles.clear();
    it.denied = Denied::Nothing;
    it.perCommand = {};
    it.lostCancels = it.waits = 0;
    it.beforeWait = nullptr;
    it.beforeLook = nullptr;
    it.up = true;
}

void addReader(const std::string& name, std::unique_ptr<softcard::SoftCard> card)
{
    const auto lock = locked();
    if (service().find(name))
        throw std::invalid_argument("reader is there already: " + name);
    auto reader = std::make_shared<SoftReader>();
    reader->name = name;
    service().readers.push_back(reader);
    if (card)
        service().putIn(*reader, std::move(card));
    reader->events = 0;
    service().changed.notify_all();
}

std::unique_ptr<softcard::SoftCard> removeReader(const std::string& name)
{
    const auto lock = locked();
    SoftReader& reader = readerCalled(name);
    std::unique_ptr<softcard::SoftCard> card;
    service().takeOut(reader, card);
    reader.plugged = false;
    std::erase_if(service().readers, [&](const auto& known) { return known.get() == &reader; });
    service().changed.notify_all();
    return card;
}

void insert(const std::string& reader, std::unique_ptr<softcard::SoftCard> card)
{
    std::unique_ptr<softcard::SoftCard> old;
    const auto lock = locked();
    service().takeOut(readerCalled(reader), old);
    service().putIn(readerCalled(reader), std::move(card));
}

std::unique_ptr<softcard::SoftCard> pull(const std::string& reader)
{
    std::unique_ptr<softcard::SoftCard> card;
    const auto lock = locked();
    service().takeOut(readerCalled(reader), card);
    return card;
}

void failReader(const std::string& reader, bool failing)
{
    const auto lock = locked();
    readerCalled(reader).failing = failing;
    service().changed.notify_all();
}

void makeUnreachable(const std::string& reader)
{
    const auto lock = locked();
    readerCalled(reader).unreachable = true;
}

void startFor(const std::string& reader, int looks)
{
    const auto lock = locked();
    readerCalled(reader).starting = looks;
}

void powerUpFor(const std::string& reader, int looks)
{
    const auto lock = locked();
    readerCalled(reader).poweringUp = looks;
}

void countLateFor(const std::string& reader, int looks)
{
    const auto lock = locked();
    readerCalled(reader).uncounted = looks;
}

bool hasCard(const std::string& reader)
{
    const auto lock = locked();
    return readerCalled(reader).card != nullptr;
}

void withCard(const std::string& reader, const std::function<void(softcard::SoftCard&)>& use)
{
    const auto lock = locked();
    if (SoftReader& slot = readerCalled(reader); slot.card)
        use(*slot.card);
}

void stopService(Loss toldAs)
{
    const auto lock = locked();
    SoftService& it = service();
    it.lossToldAs = toldAs;
    it.up = false;
    ++it.starts;
    for (const auto& reader : it.readers) {
        reader->exclusive = reader->transaction = nobody;
        reader->events = 0;
        reader->silent = false;
    }
    it.changed.notify_all();
}

void startService()
{
    const auto lock = locked();
    service().up = true;
    service().changed.notify_all();
}

void deny(Denied what)
{
    const auto lock = locked();
    service().denied = what;
}

void hang(bool hanging)
{
    const auto lock = locked();
    service().hanging = hanging;
    service().changed.notify_all();
}

void pace(std::chrono::milliseconds perCommand)
{
    const auto lock = locked();
    service().perCommand = perCommand;
}

void holdExclusive(const std::string& reader, bool held)
{
    const auto lock = locked();
    readerCalled(reader).exclusive = held ? foreign : nobody;
    service().changed.notify_all();
}

bool beginForeign(const std::string& reader)
{
    const auto lock = locked();
    SCARDHANDLE& holder = readerCalled(reader).transaction;
    if (holder != nobody)
        return false;
    holder = foreign;
    return true;
}

void beginForeignNext(const std::string& reader)
{
    const auto lock = locked();
    readerCalled(reader).foreignNext = true;
}

void endForeign(const std::string& reader)
{
    const auto lock = locked();
    SCARDHANDLE& holder = readerCalled(reader).transaction;
    if (holder == foreign)
        holder = nobody;
    service().changed.notify_all();
}

void resetByOther(const std::string& reader)
{
    const auto lock = locked();
    service().resetCard(readerCalled(reader), foreign);
}

void failAt(const std::string& reader, int n, Fault fault)
{
    const auto lock = locked();
    SoftReader& slot = readerCalled(reader);
    slot.fault = fault;
    slot.faultAt = slot.commands + n;
}

void before(const std::string& reader, int n, std::function<void()> action)
{
    const auto lock = locked();
    SoftReader& slot = readerCalled(reader);
    slot.action = std::move(action);
    slot.actionAt = slot.commands + n;
}

std::unique_ptr<softcard::SoftCard> takePulled(const std::string& reader)
{
    const auto lock = locked();
    return std::move(readerCalled(reader).pulled);
}

void release(const std::string& reader)
{
    const auto lock = locked();
    readerCalled(reader).silent = false;
    service().changed.notify_all();
}

int commands(const std::string& reader)
{
    const auto lock = locked();
    return readerCalled(reader).commands;
}

int connects(const std::string& reader)
{
    const auto lock = locked();
    return readerCalled(reader).connects;
}

int openContexts()
{
    const auto lock = locked();
    return static_cast<int>(service().contexts.size());
}

int openHandles()
{
    const auto lock = locked();
    return static_cast<int>(service().handles.size());
}

bool awaitWatchers(int count, std::chrono::milliseconds atMost)
{
    return await(&SoftService::watchers, count, atMost);
}

int waits()
{
    const auto lock = locked();
    return service().waits;
}

bool awaitWaits(int count, std::chrono::milliseconds atMost)
{
    return await(&SoftService::waits, count, atMost, false);
}

bool awaitBlocked(int count, std::chrono::milliseconds atMost)
{
    return await(&SoftService::blocked, count, atMost);
}

void expireWaits()
{
    const auto lock = locked();
    ++service().expiries;
    service().changed.notify_all();
}

void beforeNextWait(std::function<void()> action)
{
    const auto lock = locked();
    service().beforeWait = std::move(action);
}

void beforeNextLook(std::function<void()> action)
{
    const auto lock = locked();
    service().beforeLook = std::move(action);
}

void loseCancels(int count)
{
    const auto lock = locked();
    service().lostCancels = count;
}

} // namespace softpcsc
