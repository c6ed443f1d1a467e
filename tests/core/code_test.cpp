// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/code.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace kortvakt {
namespace {

View bytesOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::optional<ErrorId> broken(const CodePolicy& policy, std::string_view fresh, std::string_view puk = {},
    std::string_view old = {}, std::string_view other = {})
{
    const auto objection = policy.check(
        {.fresh = bytesOf(fresh), .puk = bytesOf(puk), .old = bytesOf(old), .other = bytesOf(other)});
    return objection ? std::optional(objection->rule) : std::nullopt;
}

TEST(CodeResult, EachStatusHasOneMeaning)
{
    using Kind = CodeResult::Kind;
    struct Row {
        std::uint16_t sw;
        Kind kind;
        std::optional<ErrorId> whenPuk, whenPin;
        std::optional<int> tries;
    };
    using enum ErrorId;
    for (const auto& row : std::initializer_list<Row>{
             {0x9000, Kind::Accepted, {}, {}, {}},
             {0x63C9, Kind::Wrong, WrongPuk, WrongPin, 9},
             {0x63C1, Kind::Wrong, WrongPuk, WrongPin, 1},
             {0x63C0, Kind::Blocked, PukLocked, PinLocked, 0},
             {0x6983, Kind::Blocked, PukLocked, PinLocked, 0},
             {0x6300, Kind::Wrong, WrongPuk, WrongPin, {}},
             {0x6984, Kind::Unusable, Unusable, Unusable, {}},
             {0x6A80, Kind::Rejected, NewCodeRejected, NewCodeRejected, {}},
             {0x6700, Kind::Rejected, NewCodeRejected, NewCodeRejected, {}},
             {0x6985, Kind::Rejected, NewCodeRejected, NewCodeRejected, {}},
             {0x6A81, Kind::Unusable, NotPossible, NotPossible, {}},
             {0x6A88, Kind::Unusable, NotPossible, NotPossible, {}},
             {0x6D00, Kind::Unusable, NotPossible, NotPossible, {}},
         }) {
        const auto puk = CodeResult::fromStatus(row.sw, CodeResult::Presented::Puk);
        EXPECT_EQ(puk.kind, row.kind) << std::hex << row.sw;
        EXPECT_EQ(puk.error, row.whenPuk) << std::hex << row.sw;
        EXPECT_EQ(puk.triesLeft, row.tries) << std::hex << row.sw;
        EXPECT_EQ(puk.status, row.sw);
        EXPECT_TRUE(puk.codeSent);
        EXPECT_EQ(CodeResult::fromStatus(row.sw, CodeResult::Presented::Pin).error, row.whenPin)
            << std::hex << row.sw;
    }
}

TEST(CodeResult, AStatusThatSaysNothingOfACodeIsABreakdownAfterSending)
{
    for (const auto sw :
        std::initializer_list<std::uint16_t>{0x6F00, 0x6581, 0x6400, 0x6110, 0x6C10, 0x1234, 0x6283}) {
        try {
            (void)CodeResult::fromStatus(sw, CodeResult::Presented::Puk);
            ADD_FAILURE() << std::hex << sw;
        } catch (const CardError& error) {
            EXPECT_EQ(error.id, ErrorId::CardBroken);
            EXPECT_TRUE(error.codeSent);
            EXPECT_EQ(error.status, sw);
        }
    }
}

TEST(CodeFormat, PadsToItsStoredLengthWithItsOwnCharacter)
{
    SecretBytes block;
    CodeFormat{6, 16, 16, 0x00, false}.append(block, Secret("123456"));
    EXPECT_EQ(toHex(block), "31323334353600000000000000000000");
    CodeFormat{4, 8, 8, 0xFF, false}.append(block, Secret("12345678"));
    EXPECT_EQ(toHex(View(block).subspan(16)), "3132333435363738");
    SecretBytes bare;
    CodeFormat{4, 8, 8, {}, false}.append(bare, Secret("1234"));
    EXPECT_EQ(toHex(bare), "31323334");
    SecretBytes bcd;
    CodeFormat{4, 12, 6, 0xFF, true}.append(bcd, Secret("12345"));
    EXPECT_EQ(toHex(bcd), "12345FFFFFFF");
}

TEST(CodePolicy, HoldsEveryRule)
{
    const CodePolicy policy{6, 8, "199003209801"};
    using enum ErrorId;
    EXPECT_EQ(broken(policy, "714285"), std::nullopt);
    EXPECT_EQ(broken(policy, "7142857"), std::nullopt);
    EXPECT_EQ(broken(policy, "71428"), TooShort);
    EXPECT_EQ(broken(policy, ""), TooShort);
    EXPECT_EQ(broken(policy, "714285714"), TooLong);
    EXPECT_EQ(broken(policy, "71428a"), NotDigits);
    EXPECT_EQ(broken(policy, "71428\xc3\xa5"), NotDigits);
    EXPECT_EQ(broken(policy, "111111"), Repeated);
    EXPECT_EQ(broken(policy, "123456"), Sequence);
    EXPECT_EQ(broken(policy, "987654"), Sequence);
    EXPECT_EQ(broken(policy, "890123"), Sequence);
    EXPECT_EQ(broken(policy, "210987"), Sequence);
    EXPECT_EQ(broken(policy, "90817263", "90817263"), SameAsPuk);
    EXPECT_EQ(broken({6, 6, ""}, "90817263", "90817263"), SameAsPuk)
        << "what is wrong comes before its length";
    EXPECT_EQ(broken(policy, "714285", "", "714285"), SameAsOld);
    EXPECT_EQ(broken(policy, "714285", "", "", "714285"), SameAsOther);
}

TEST(CodePolicy, RefusesTheBirthDateHoweverItIsWritten)
{
    const CodePolicy policy{4, 12, "199003209801"};
    for (const auto* code : {"900320", "19900320", "200390", "20031990", "032090", "03201990", "2003", "0320",
             "1990", "199003209801", "9003209801", "209801", "9801"})
        EXPECT_EQ(broken(policy, code), ErrorId::BirthDate) << code;
    EXPECT_EQ(broken(policy, "714285"), std::nullopt);
    EXPECT_EQ(broken({6, 6, ""}, "900320"), std::nullopt) << "no certificate, no rule";
    EXPECT_EQ(broken({6, 6, "9003209801"}, "200390"), ErrorId::BirthDate) << "ten digits";
}

TEST(CodePolicy, ChecksAPresentedCodeAgainstItsOwnObject)
{
    const CodeFormat format{8, 8, 16, 0x00, false};
    EXPECT_EQ(CodePolicy::checkPresented(bytesOf("12345678"), format), std::nullopt);
    EXPECT_EQ(CodePolicy::checkPresented(bytesOf("1234567"), format), (Objection{ErrorId::TooShort, 8, 8}));
    EXPECT_EQ(CodePolicy::checkPresented(bytesOf("123456789"), format), (Objection{ErrorId::TooLong, 8, 8}));
    EXPECT_EQ(CodePolicy::checkPresented(bytesOf("1234567x"), format), (Objection{ErrorId::NotDigits}));
}

TEST(Separators, AreTakenOutOfAPukAsItIsPrinted)
{
    for (const auto* typed : {"1234 5678", "12-34-56-78",
             "1234\xc2\xa0"
             "5678",
             "1234\xe2\x80\x93"
             "5678",
             " 12345678\t"})
        EXPECT_TRUE(withoutSeparators(Secret(typed)).sameAs(Secret("12345678"))) << typed;
    EXPECT_TRUE(withoutSeparators(Secret("1234x678")).sameAs(Secret("1234x678")))
        << "other characters stay, to be refused";
}

static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);

TEST(Secret, MovesAndLeavesNothingBehind)
{
    Secret one("123456");
    Secret other(std::move(one));
    EXPECT_TRUE(one.empty()); // NOLINT(bugprone-use-after-move): that it is empty is the promise
    EXPECT_TRUE(other.sameAs(Secret("123456")));
    EXPECT_FALSE(other.sameAs(Secret("123457")));
    EXPECT_FALSE(other.sameAs(Secret("12345")));
}

TEST(ErrorIds, HaveNamesThatLeadBack)
{
    for (int i = 0; i <= static_cast<int>(ErrorId::Internal); ++i) {
        const auto id = static_cast<ErrorId>(i);
        EXPECT_EQ(errorIdFrom(idOf(id)), id) << i;
        EXPECT_TRUE(idOf(id) != "internal" || id == ErrorId::Internal) << i << " has no name";
    }
    EXPECT_FALSE(errorIdFrom("no-such-error"));
}

} // namespace
} // namespace kortvakt
