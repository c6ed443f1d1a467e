// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "tests/support/soft_fixture.h"

#include <winscard.h>

#include <array>

// The soft service against what was seen of pcscd 1.9.9 and its library.

using namespace kortvakt::test;

namespace {

constexpr const char* plugAndPlay = "\\\\?PnP?\\Notification";

class SoftService : public SoftPcsc {
protected:
    void SetUp() override
    {
        SoftPcsc::SetUp();
        softpcsc::addReader(reader, echo());
        ASSERT_EQ(SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context), SCARD_S_SUCCESS);
        DWORD protocol = 0;
        ASSERT_EQ(
            SCardConnect(context, reader.c_str(), SCARD_SHARE_SHARED, SCARD_PROTOCOL_T1, &card, &protocol),
            SCARD_S_SUCCESS);
    }
    void TearDown() override
    {
        SCardDisconnect(card, SCARD_LEAVE_CARD);
        SCardReleaseContext(context);
        SoftPcsc::TearDown();
    }
    LONG transmit()
    {
        const std::array<BYTE, 4> command{0x00, 0x84, 0x00, 0x00};
        std::array<BYTE, 258> answer{};
        DWORD size = answer.size();
        return SCardTransmit(
            card, SCARD_PCI_T1, command.data(), command.size(), nullptr, answer.data(), &size);
    }
    LONG status() { return SCardStatus(card, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr); }
    LONG reconnect()
    {
        DWORD protocol = 0;
        return SCardReconnect(card, SCARD_SHARE_SHARED, SCARD_PROTOCOL_T1, SCARD_LEAVE_CARD, &protocol);
    }
    LONG look(SCARD_READERSTATE& state, DWORD timeout = 0)
    {
        return SCardGetStatusChange(context, timeout, &state, 1);
    }

    SCARDCONTEXT context{};
    SCARDHANDLE card{};
};

TEST_F(SoftService, AnswersForAnUnpluggedReaderAsTheRealOne)
{
    softpcsc::removeReader(reader);
    EXPECT_EQ(transmit(), SCARD_E_INVALID_VALUE);
    EXPECT_EQ(SCardBeginTransaction(card), SCARD_E_INVALID_VALUE);
    EXPECT_EQ(reconnect(), SCARD_E_INVALID_VALUE);
    EXPECT_EQ(status(), SCARD_E_READER_UNAVAILABLE);
}

TEST_F(SoftService, AnswersForAPulledCardAsTheRealOne)
{
    softpcsc::pull(reader);
    EXPECT_EQ(transmit(), SCARD_W_REMOVED_CARD);
    EXPECT_EQ(reconnect(), SCARD_E_NO_SMARTCARD);
}

TEST_F(SoftService, KeepsItsContextsValidInNameWhenItStops)
{
    softpcsc::stopService();
    EXPECT_EQ(transmit(), SCARD_E_NO_SERVICE);
    EXPECT_EQ(SCardIsValidContext(context), SCARD_S_SUCCESS);
    softpcsc::startService();
    EXPECT_EQ(transmit(), SCARD_E_NO_SERVICE);
    EXPECT_EQ(SCardIsValidContext(context), SCARD_S_SUCCESS);
}

TEST_F(SoftService, TellsOfAReaderThatLeft)
{
    SCARD_READERSTATE state{};
    state.szReader = reader.c_str();
    EXPECT_EQ(look(state), SCARD_S_SUCCESS);
    state.dwCurrentState = state.dwEventState & ~static_cast<DWORD>(SCARD_STATE_CHANGED);
    EXPECT_EQ(look(state), SCARD_E_TIMEOUT);
    softpcsc::beforeNextWait([] { softpcsc::removeReader(reader); });
    EXPECT_EQ(look(state, 1), SCARD_E_UNKNOWN_READER);
}

TEST_F(SoftService, CountsCardsInTheUpperHalfOfTheState)
{
    SCARD_READERSTATE state{};
    state.szReader = reader.c_str();
    EXPECT_EQ(look(state), SCARD_S_SUCCESS);
    const auto before = state.dwEventState >> 16;
    softpcsc::insert(reader, echo());
    EXPECT_EQ(look(state), SCARD_S_SUCCESS);
    EXPECT_EQ(state.dwEventState >> 16, before + 2);
}

TEST_F(SoftService, SeesByPlugAndPlayOnlyAnotherNumberOfReaders)
{
    SCARD_READERSTATE state{};
    state.szReader = plugAndPlay;
    softpcsc::beforeNextWait([] { softpcsc::addReader(otherReader); });
    EXPECT_EQ(look(state, 1), SCARD_E_TIMEOUT) << "a reader that came before the wait began is not noticed";
}

TEST_F(SoftService, LosesACancelBeforeTheWait)
{
    EXPECT_EQ(SCardCancel(context), SCARD_S_SUCCESS);
    SCARD_READERSTATE state{};
    state.szReader = plugAndPlay;
    EXPECT_EQ(look(state, 1), SCARD_E_TIMEOUT);
}

} // namespace
