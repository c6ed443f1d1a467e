// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/support/soft_service.h"

#include <algorithm>
#include <cstring>
#include <thread>
#include <utility>

// What winscard.h offers for contexts and for talking to cards, as pcscd 1.9.9 and its library do it.

const SCARD_IO_REQUEST g_rgSCardT0Pci = {SCARD_PROTOCOL_T0, sizeof(SCARD_IO_REQUEST)};
const SCARD_IO_REQUEST g_rgSCardT1Pci = {SCARD_PROTOCOL_T1, sizeof(SCARD_IO_REQUEST)};
const SCARD_IO_REQUEST g_rgSCardRawPci = {SCARD_PROTOCOL_RAW, sizeof(SCARD_IO_REQUEST)};

namespace softpcsc {
namespace {

/** What stands in the way of using a handle, or success. */
LONG check(SCARDHANDLE number)
{
    const auto found = service().handles.find(number);
    if (found == service().handles.end())
        return SCARD_E_INVALID_HANDLE;
    const SoftHandle& handle = found->second;
    if (!service().alive(handle.context))
        return SCARD_E_NO_SERVICE;
    if (!handle.reader->plugged)
        return SCARD_E_INVALID_VALUE;
    if (handle.reader->failing)
        return SCARD_E_READER_UNAVAILABLE;
    if (!handle.reader->card || handle.reader->insertion != handle.insertion)
        return SCARD_W_REMOVED_CARD;
    if (handle.resetByOther)
        return SCARD_W_RESET_CARD;
    return SCARD_S_SUCCESS;
}

bool heldByOther(const SoftReader& reader, SCARDHANDLE by)
{
    return reader.transaction != nobody && reader.transaction != by;
}

/** Waits until no other program has a transaction. A reader that is gone or a service that died ends the
 * wait. */
void awaitTurn(Lock& lock, SCARDCONTEXT context, const SoftReader& reader, SCARDHANDLE by)
{
    service().block(lock,
        [&] { return service().alive(context) && reader.plugged && reader.card && heldByOther(reader, by); });
}

/** The same for who has a handle, before anything else is looked at: this is what pcscd does for all calls
 * but one. */
void awaitTurn(Lock& lock, SCARDHANDLE number)
{
    if (const auto found = service().handles.find(number); found != service().handles.end())
        awaitTurn(lock, found->second.context, *std::shared_ptr(found->second.reader), number);
}

/** Connects a handle to the card that is in its reader now. */
LONG attach(SCARDHANDLE number, SoftHandle& handle, DWORD share, DWORD protocols, DWORD* active)
{
    SoftReader& reader = *handle.reader;
    if (!reader.plugged || reader.failing)
        return SCARD_E_READER_UNAVAILABLE;
    if (reader.exclusive != nobody && reader.exclusive != number)
        return SCARD_E_SHARING_VIOLATION;
    if (!reader.card)
        return SCARD_E_NO_SMARTCARD;
    if (reader.card->atr().empty())
        return SCARD_W_UNPOWERED_CARD;
    const DWORD protocol = reader.card->isT0() ? SCARD_PROTOCOL_T0 : SCARD_PROTOCOL_T1;
    if ((protocols & protocol) == 0)
        return SCARD_E_PROTO_MISMATCH;
    if (share == SCARD_SHARE_EXCLUSIVE)
        reader.exclusive = number;
    handle.insertion = reader.insertion;
    handle.protocol = protocol;
    handle.resetByOther = false;
    *active = protocol;
    service().changed.notify_all();
    return SCARD_S_SUCCESS;
}

/** Hands an answer over. */
LONG give(const softcard::Bytes& answer, LPBYTE buffer, LPDWORD size)
{
    const DWORD room = std::exchange(*size, static_cast<DWORD>(answer.size()));
    if (room < answer.size())
        return SCARD_E_INSUFFICIENT_BUFFER;
    std::copy(answer.begin(), answer.end(), buffer);
    return SCARD_S_SUCCESS;
}

/** What becomes of a command that a fault was set for. */
LONG fail(Lock& lock, Fault fault, SCARDHANDLE number, softcard::View command, LPBYTE buffer, LPDWORD size)
{
    const SCARDCONTEXT context = service().handles[number].context;
    const auto reader = service().handles[number].reader;
    switch (fault) {
    case Fault::AnswerLost:
    case Fault::AnswerEmpty:
        (void)reader->card->transmit(command);
        [[fallthrough]];
    case Fault::CommandLost:
        service().takeOut(*reader, reader->pulled);
        *size = 0;
        return fault == Fault::AnswerEmpty ? SCARD_S_SUCCESS : SCARD_E_NOT_TRANSACTED;
    case Fault::NoAnswer:
        (void)reader->card->transmit(command);
        return SCARD_E_NOT_TRANSACTED;
    case Fault::ShortAnswer:
        return give({0x90}, buffer, size);
    case Fault::LongAnswer:
        return give(softcard::Bytes(300, 0x90), buffer, size);
    case Fault::Mute:
        reader->silent = true;
        service().block(lock, [&] { return reader->silent && reader->plugged && service().alive(context); });
        return service().alive(context) ? SCARD_E_NOT_TRANSACTED : SCARD_F_COMM_ERROR;
    case Fault::ResetByOther:
        service().resetCard(*reader, foreign);
        return SCARD_W_RESET_CARD;
    }
    return SCARD_F_UNKNOWN_ERROR;
}

void dispose(SCARDHANDLE number, DWORD disposition)
{
    if (disposition == SCARD_RESET_CARD || disposition == SCARD_UNPOWER_CARD)
        service().resetCard(*service().handles[number].reader, number);
}

} // namespace
} // namespace softpcsc

using namespace softpcsc;

LONG SCardEstablishContext(DWORD, LPCVOID, LPCVOID, LPSCARDCONTEXT phContext)
{
    const auto lock = service().enter();
    if (!service().up)
        return SCARD_E_NO_SERVICE;
    if (service().denied == Denied::Service)
        return SCARD_W_SECURITY_VIOLATION;
    *phContext = ++service().lastNumber;
    service().contexts[*phContext].start = service().starts;
    return SCARD_S_SUCCESS;
}

LONG SCardReleaseContext(SCARDCONTEXT hContext)
{
    const auto lock = service().enter();
    if (service().contexts.erase(hContext) == 0)
        return SCARD_E_INVALID_HANDLE;
    std::vector<SCARDHANDLE> orphans;
    for (const auto& [number, handle] : service().handles) {
        if (handle.context == hContext)
            orphans.push_back(number);
    }
    for (const SCARDHANDLE orphan : orphans)
        service().drop(orphan);
    return SCARD_S_SUCCESS;
}

LONG SCardIsValidContext(SCARDCONTEXT hContext)
{
    const auto lock = service().enter(); // it asks the library only: a service that died goes unnoticed
    return service().contexts.contains(hContext) ? SCARD_S_SUCCESS : SCARD_E_INVALID_HANDLE;
}

LONG SCardConnect(SCARDCONTEXT hContext, LPCSTR szReader, DWORD dwShareMode, DWORD dwPreferredProtocols,
    LPSCARDHANDLE phCard, LPDWORD pdwActiveProtocol)
{
    auto lock = service().enter();
    if (!service().contexts.contains(hContext))
        return SCARD_E_INVALID_HANDLE;
    if (!service().alive(hContext))
        return SCARD_E_NO_SERVICE;
    if (service().denied == Denied::Cards)
        return SCARD_W_SECURITY_VIOLATION;
    const auto reader = service().find(szReader);
    if (!reader)
        return SCARD_E_UNKNOWN_READER;
    ++reader->connects;
    awaitTurn(lock, hContext, *reader, nobody);
    if (!service().alive(hContext))
        return SCARD_F_COMM_ERROR;
    if (reader->unreachable)
        return SCARD_E_NO_SMARTCARD;
    SoftHandle handle{hContext, reader};
    const auto others = std::ranges::count_if(
        service().handles, [&](const auto& known) { return known.second.reader == reader; });
    if (dwShareMode == SCARD_SHARE_EXCLUSIVE && others > 0)
        return SCARD_E_SHARING_VIOLATION;
    const SCARDHANDLE number = ++service().lastNumber;
    const LONG result = attach(number, handle, dwShareMode, dwPreferredProtocols, pdwActiveProtocol);
    if (result != SCARD_S_SUCCESS)
        return result;
    service().handles[number] = handle;
    *phCard = number;
    return SCARD_S_SUCCESS;
}

LONG SCardReconnect(SCARDHANDLE hCard, DWORD dwShareMode, DWORD dwPreferredProtocols, DWORD dwInitialization,
    LPDWORD pdwActiveProtocol)
{
    auto lock = service().enter();
    awaitTurn(lock, hCard);
    const LONG result = check(hCard);
    if (result == SCARD_W_REMOVED_CARD && !service().handles[hCard].reader->card)
        return SCARD_E_NO_SMARTCARD;
    if (result != SCARD_S_SUCCESS && result != SCARD_W_REMOVED_CARD && result != SCARD_W_RESET_CARD)
        return result;
    dispose(hCard, dwInitialization);
    return attach(hCard, service().handles[hCard], dwShareMode, dwPreferredProtocols, pdwActiveProtocol);
}

LONG SCardDisconnect(SCARDHANDLE hCard, DWORD dwDisposition)
{
    const auto lock = service().enter();
    const LONG result = check(hCard);
    if (result == SCARD_E_INVALID_HANDLE || result == SCARD_E_NO_SERVICE)
        return result;
    if (result == SCARD_S_SUCCESS)
        dispose(hCard, dwDisposition);
    service().drop(hCard);
    return SCARD_S_SUCCESS;
}

LONG SCardBeginTransaction(SCARDHANDLE hCard)
{
    auto lock = service().enter();
    const auto found = service().handles.find(hCard);
    if (found == service().handles.end())
        return SCARD_E_INVALID_HANDLE;
    const SCARDCONTEXT context = found->second.context;
    const auto reader = found->second.reader;
    if (!service().alive(context))
        return SCARD_E_NO_SERVICE;
    awaitTurn(lock, context, *reader, hCard);
    if (!service().alive(context))
        return SCARD_F_COMM_ERROR;
    if (const LONG result = check(hCard); result != SCARD_S_SUCCESS)
        return result;
    reader->transaction = hCard;
    ++reader->nested;
    return SCARD_S_SUCCESS;
}

LONG SCardEndTransaction(SCARDHANDLE hCard, DWORD dwDisposition)
{
    const auto lock = service().enter();
    if (const LONG result = check(hCard); result != SCARD_S_SUCCESS && result != SCARD_W_RESET_CARD)
        return result;
    SoftReader& reader = *service().handles[hCard].reader;
    if (reader.transaction != hCard)
        return SCARD_E_NOT_TRANSACTED;
    dispose(hCard, dwDisposition);
    if (--reader.nested == 0)
        reader.transaction = std::exchange(reader.foreignNext, false) ? foreign : nobody;
    service().changed.notify_all();
    return SCARD_S_SUCCESS;
}

LONG SCardStatus(SCARDHANDLE hCard, LPSTR szReaderName, LPDWORD pcchReaderLen, LPDWORD pdwState,
    LPDWORD pdwProtocol, LPBYTE pbAtr, LPDWORD pcbAtrLen)
{
    auto lock = service().enter();
    awaitTurn(lock, hCard);
    const LONG result = check(hCard);
    if (result != SCARD_S_SUCCESS)
        return result == SCARD_E_INVALID_VALUE ? SCARD_E_READER_UNAVAILABLE : result;
    const SoftHandle& handle = service().handles[hCard];
    if (pcchReaderLen != nullptr) {
        const std::string& name = handle.reader->name;
        const DWORD room = std::exchange(*pcchReaderLen, static_cast<DWORD>(name.size() + 1));
        if (szReaderName != nullptr && room < name.size() + 1)
            return SCARD_E_INSUFFICIENT_BUFFER;
        if (szReaderName != nullptr)
            std::memcpy(szReaderName, name.c_str(), name.size() + 1);
    }
    if (pdwState != nullptr)
        *pdwState = SCARD_PRESENT | SCARD_POWERED | SCARD_NEGOTIABLE;
    if (pdwProtocol != nullptr)
        *pdwProtocol = handle.protocol;
    return pbAtr == nullptr || pcbAtrLen == nullptr ? SCARD_S_SUCCESS
                                                    : give(handle.reader->card->atr(), pbAtr, pcbAtrLen);
}

LONG SCardControl(SCARDHANDLE, DWORD, LPCVOID, DWORD, LPVOID, DWORD, LPDWORD lpBytesReturned)
{
    *lpBytesReturned = 0; // these readers have no PIN pad
    return SCARD_E_UNSUPPORTED_FEATURE;
}

LONG SCardTransmit(SCARDHANDLE hCard, const SCARD_IO_REQUEST* pioSendPci, LPCBYTE pbSendBuffer,
    DWORD cbSendLength, SCARD_IO_REQUEST*, LPBYTE pbRecvBuffer, LPDWORD pcbRecvLength)
{
    auto lock = service().enter();
    if (const auto wait = service().perCommand; wait.count() > 0) {
        lock.unlock();
        std::this_thread::sleep_for(wait);
        lock.lock();
    }
    if (const auto found = service().handles.find(hCard); found != service().handles.end()) {
        SoftReader& reader = *found->second.reader;
        if (reader.action && reader.commands == reader.actionAt) {
            const auto action = std::exchange(reader.action, nullptr);
            lock.unlock();
            action();
            lock.lock();
        }
    }
    awaitTurn(lock, hCard);
    if (const LONG result = check(hCard); result != SCARD_S_SUCCESS)
        return result;
    SoftReader& reader = *service().handles[hCard].reader;
    if (pioSendPci->dwProtocol != service().handles[hCard].protocol)
        return SCARD_E_PROTO_MISMATCH;
    const softcard::View command(pbSendBuffer, cbSendLength);
    const int number = reader.commands++;
    if (reader.fault && number == reader.faultAt)
        return fail(lock, *std::exchange(reader.fault, {}), hCard, command, pbRecvBuffer, pcbRecvLength);
    return give(reader.card->transmit(command), pbRecvBuffer, pcbRecvLength);
}
