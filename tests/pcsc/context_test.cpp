// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "pcsc/context.h"

#include "tests/support/soft_fixture.h"

#include <gmock/gmock.h>

using namespace kortvakt;
using namespace kortvakt::pcsc;
using namespace kortvakt::test;
using enum ErrorId;

namespace {

struct Mapping {
    LONG result;
    ErrorId opening, held;
};

TEST(PcscResult, BecomesOneErrorForWhoOpensAndOneForWhoHolds)
{
    const Mapping table[]{
        {SCARD_E_NO_SERVICE, ServiceDown, ServiceDown},
        {SCARD_E_SERVICE_STOPPED, ServiceDown, ServiceDown},
        {SCARD_F_COMM_ERROR, ServiceDown, ServiceDown},
        {SCARD_E_INVALID_HANDLE, ServiceDown, ServiceDown},
        {SCARD_W_SECURITY_VIOLATION, AccessDenied, ServiceDown},
        {SCARD_E_SHARING_VIOLATION, CardBusy, CardBusy},
        {SCARD_W_RESET_CARD, CardBusy, CardBusy},
        {SCARD_E_NO_READERS_AVAILABLE, NoReader, NoReader},
        {SCARD_E_UNKNOWN_READER, NoReader, CardRemoved},
        {SCARD_E_READER_UNAVAILABLE, NoReader, CardRemoved},
        {SCARD_E_INVALID_VALUE, NoReader, CardRemoved},
        {SCARD_E_NO_SMARTCARD, NoCard, CardRemoved},
        {SCARD_W_REMOVED_CARD, NoCard, CardRemoved},
        {SCARD_W_UNRESPONSIVE_CARD, CardMute, CardMute},
        {SCARD_W_UNPOWERED_CARD, CardMute, CardMute},
        {SCARD_E_PROTO_MISMATCH, CardMute, CardMute},
        {SCARD_E_NOT_TRANSACTED, CardMute, CardSilent},
        {SCARD_E_INSUFFICIENT_BUFFER, CardBroken, CardBroken},
        {SCARD_F_INTERNAL_ERROR, Internal, Internal},
    };
    for (const auto& row : table) {
        EXPECT_EQ(errorFrom(row.result, "step").id, row.opening) << std::hex << row.result;
        EXPECT_EQ(errorFrom(row.result, "step", Situation::Held).id, row.held) << std::hex << row.result;
    }
}

TEST(PcscResult, IsTheSameAsASignedNumberOf32Bits)
{
    // On 64-bit pcsc-lite 0x8010001D is positive; elsewhere it is negative.
    EXPECT_EQ(errorFrom(static_cast<LONG>(static_cast<std::int32_t>(0x8010001Du)), "step").id, ServiceDown);
    EXPECT_EQ(errorFrom(static_cast<LONG>(0x8010001Du), "step").id, ServiceDown);
}

TEST(PcscResult, NamesTheStepAndTheNumberForLogs)
{
    EXPECT_STREQ(errorFrom(SCARD_W_REMOVED_CARD, "SCardTransmit").what(), "SCardTransmit 0x80100069");
}

/** @throws CardError */
std::vector<std::string> readersOf(const Context& context)
{
    std::vector<std::string> names;
    if (const LONG result = context.listReaders(names); result != SCARD_S_SUCCESS)
        throw errorFrom(result, "SCardListReaders");
    return names;
}

using ContextTest = SoftPcsc;

TEST_F(ContextTest, SaysThatTheServiceIsDown)
{
    softpcsc::stopService();
    EXPECT_EQ(errorOf([] { Context context; }), ServiceDown);
}

TEST_F(ContextTest, SaysThatAccessIsDenied)
{
    softpcsc::deny(softpcsc::Denied::Service);
    EXPECT_EQ(errorOf([] { Context context; }), AccessDenied);
}

TEST_F(ContextTest, ListsReadersAndNoneIsNoError)
{
    const Context context;
    EXPECT_TRUE(readersOf(context).empty());
    softpcsc::addReader(reader);
    softpcsc::addReader(otherReader);
    EXPECT_THAT(readersOf(context), testing::ElementsAre(reader, otherReader));
}

TEST_F(ContextTest, SaysThatTheServiceDiedWhileItWasOpen)
{
    const Context context;
    softpcsc::stopService();
    EXPECT_EQ(errorOf([&] { (void)readersOf(context); }), ServiceDown);
    softpcsc::startService();
    EXPECT_EQ(errorOf([&] { (void)readersOf(context); }), ServiceDown);
}

TEST_F(ContextTest, IsReleasedOnceAlsoWhenMoved)
{
    Context one;
    {
        const Context two = std::move(one);
        EXPECT_EQ(softpcsc::openContexts(), 1);
        EXPECT_EQ(SCardIsValidContext(two.handle()), SCARD_S_SUCCESS);
    }
    EXPECT_EQ(softpcsc::openContexts(), 0);
}

} // namespace
