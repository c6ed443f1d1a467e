// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/code.h"
#include "core/code_policy.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <set>
#include <string_view>
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
        const auto puk = CodeResult::fromStatus(row.sw, With::Puk, {});
        EXPECT_EQ(puk.kind, row.kind) << std::hex << row.sw;
        EXPECT_EQ(puk.error, row.whenPuk) << std::hex << row.sw;
        EXPECT_EQ(puk.triesLeft, row.tries) << std::hex << row.sw;
        EXPECT_EQ(puk.status, row.sw);
        EXPECT_TRUE(puk.codeSent);
        EXPECT_EQ(CodeResult::fromStatus(row.sw, With::OldCode, {}).error, row.whenPin) << std::hex << row.sw;
    }
}

TEST(CodeResult, AStatusThatSaysNothingOfACodeIsABreakdownAfterSending)
{
    for (const auto sw :
        std::initializer_list<std::uint16_t>{0x6F00, 0x6581, 0x6400, 0x6110, 0x6C10, 0x1234, 0x6283}) {
        try {
            (void)CodeResult::fromStatus(sw, With::Puk, {});
            ADD_FAILURE() << std::hex << sw;
        } catch (const CardError& error) {
            EXPECT_EQ(error.id, ErrorId::CardBroken);
            EXPECT_TRUE(error.codeSent);
            EXPECT_EQ(error.status, sw);
        }
    }
}

TEST(CodeResult, IsReadAsItsFamilyMeansIt)
{
    using Kind = CodeResult::Kind;
    using Presented = With;
    const StatusHabits iso, bare{.bareCounter = true}, doubtful{.zeroMayMeanNone = true};
    for (std::uint16_t sw = 0x6300; sw <= 0x63FF; ++sw) {
        if ((sw & 0xF0) == 0xC0)
            continue;
        for (const auto presented : {Presented::Puk, Presented::OldCode}) {
            const auto result = CodeResult::fromStatus(sw, presented, iso);
            EXPECT_EQ(result.kind, Kind::Wrong) << std::hex << sw;
            EXPECT_EQ(result.triesLeft, std::nullopt) << std::hex << sw;
            const auto counted = CodeResult::fromStatus(sw, presented, bare);
            const bool tells = sw <= 0x6309;
            EXPECT_EQ(counted.kind, sw == 0x6300 ? Kind::Blocked : Kind::Wrong) << std::hex << sw;
            EXPECT_EQ(counted.triesLeft, tells ? std::optional(sw & 0xF) : std::nullopt) << std::hex << sw;
        }
    }
    EXPECT_EQ(CodeResult::fromStatus(0x63C2, Presented::Puk, bare).triesLeft, 2);
    EXPECT_EQ(CodeResult::fromStatus(0x63C0, Presented::Puk, doubtful).kind, Kind::Blocked);
    EXPECT_EQ(CodeResult::fromStatus(0x63C0, Presented::Puk, doubtful).error, ErrorId::PukLockedOrUnset);
    EXPECT_EQ(CodeResult::fromStatus(0x63C0, Presented::OldCode, doubtful).error, ErrorId::PinLocked);
    EXPECT_EQ(CodeResult::fromStatus(0x6983, Presented::Puk, doubtful).error, ErrorId::PukLocked);
    EXPECT_EQ(CodeResult::fromStatus(0x6300, std::nullopt, bare).kind, Kind::Unusable);
}

TEST(CodeFormat, PadsToItsStoredLengthWithItsOwnCharacter)
{
    SecretBytes block;
    CodeFormat{6, 16, 16, 0x00}.append(block, Secret("123456"));
    EXPECT_EQ(toHex(block), "31323334353600000000000000000000");
    CodeFormat{4, 8, 8, 0xFF}.append(block, Secret("12345678"));
    EXPECT_EQ(toHex(View(block).subspan(16)), "3132333435363738");
    SecretBytes bare;
    CodeFormat{4, 8, 8, {}}.append(bare, Secret("1234"));
    EXPECT_EQ(toHex(bare), "31323334");
}

TEST(CodePolicy, HoldsEveryRule)
{
    const CodePolicy policy{6, 8, {{"199003209801", "19900320"}}};
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
    EXPECT_EQ(broken({6, 6, {}}, "90817263", "90817263"), SameAsPuk)
        << "what is wrong comes before its length";
    EXPECT_EQ(broken(policy, "714285", "", "714285"), SameAsOld);
    EXPECT_EQ(broken(policy, "714285", "", "", "714285"), SameAsOther);
}

TEST(CodePolicy, RefusesTheBirthDateHoweverItIsWritten)
{
    const CodePolicy policy{4, 12, {{"199003209801", "19900320"}}};
    for (const auto* code : {"900320", "19900320", "200390", "20031990", "032090", "03201990", "2003", "0320",
             "1990", "199003209801", "9003209801", "209801", "9801"})
        EXPECT_EQ(broken(policy, code), ErrorId::BirthDate) << code;
    EXPECT_EQ(broken(policy, "714285"), std::nullopt);
    EXPECT_EQ(broken({6, 6, {}}, "900320"), std::nullopt) << "no certificate, no rule";
    EXPECT_EQ(broken(policy, "2090"), std::nullopt) << "another century's year";
    const CodePolicy shortYear{4, 12, {{"9003209801", "900320"}}};
    for (const auto* code : {"200390", "900320", "032090", "19900320", "20031990", "1990", "2003"})
        EXPECT_EQ(broken(shortYear, code), ErrorId::BirthDate) << code;
}

TEST(CodePolicy, RefusesPartsOfEachNumberOfTheHolder)
{
    const CodePolicy policy{4, 12, {{"38001085718", "19800108"}, {"32127456789", ""}}};
    for (const auto* code :
        {"380010", "800108", "080180", "010880", "08011980", "1980", "085718", "5718", "274567"})
        EXPECT_EQ(broken(policy, code), ErrorId::BirthDate) << code;
    EXPECT_EQ(broken(policy, "271605"), std::nullopt);
}

/** By which rule of a code that is too easy, written anew, of six digits. */
std::optional<ErrorId> easyBy(const std::string& code)
{
    const auto digit = [&](int i) { return code[static_cast<std::size_t>(i)] - '0'; };
    const auto first = code.substr(0, 3), last = code.substr(3);
    const int step = (digit(1) - digit(0) + 10) % 10;
    bool steps = true, mirrored = true;
    for (int i = 1; i < 6; ++i)
        steps &= (digit(i) - digit(i - 1) + 10) % 10 == step;
    for (int i = 0; i < 3; ++i)
        mirrored &= digit(i) == digit(5 - i);
    const bool doubled = digit(0) == digit(1) && digit(2) == digit(3) && digit(4) == digit(5);
    const bool tripled = first == std::string(3, first[0]) && last == std::string(3, last[0]);
    const int one = std::stoi(code.substr(0, 2)), two = std::stoi(code.substr(2, 2)),
              three = std::stoi(code.substr(4));
    const int count = std::abs(two - one);
    const bool counts = two - one == three - two && (count == 0 || count == 1 || count == 10);
    if (steps && step == 0)
        return ErrorId::Repeated;
    if (steps && (step == 1 || step == 9))
        return ErrorId::Sequence;
    if (steps || mirrored || doubled || tripled || counts || first == last)
        return ErrorId::Pattern;
    return {};
}

TEST(CodePolicy, RefusesEasyCodesOfSixDigitsAndNoOthers)
{
    const CodePolicy policy{6, 6, {}};
    std::map<ErrorId, int> refused;
    for (int i = 0; i < 1'000'000; ++i) {
        auto code = std::to_string(1'000'000 + i).substr(1);
        const auto rule = broken(policy, code);
        if (rule)
            ++refused[*rule];
        ASSERT_EQ(rule, easyBy(code)) << code;
    }
    const std::map<ErrorId, int> wanted{
        {ErrorId::Repeated, 10}, {ErrorId::Sequence, 20}, {ErrorId::Pattern, 3386}};
    EXPECT_EQ(refused, wanted);
    for (const auto* code : {"121212", "112233", "123123", "111222", "123321", "321123", "246802", "864208",
             "101112", "102030", "909090"})
        EXPECT_EQ(broken(policy, code), ErrorId::Pattern) << code;
    for (const auto* code : {"714285", "271605", "246813", "135790", "132435", "918273", "121213", "112234"})
        EXPECT_EQ(broken(policy, code), std::nullopt) << code;
}

TEST(CodePolicy, RefusesEasyCodesOfOtherLengths)
{
    const CodePolicy policy{1, 12, {}};
    for (const auto* code : {"1212", "1122", "1221", "2468", "12121212", "12341234", "11223344", "11112222",
             "12344321", "12321", "10111213"})
        EXPECT_EQ(broken(policy, code), ErrorId::Pattern) << code;
    for (const auto* code : {"131", "47", "1213", "11223", "12345677"})
        EXPECT_EQ(broken(policy, code), std::nullopt) << code;
}

TEST(CodePolicy, BindsNoCurrentCodeToTheLeastLengthOfNewOnes)
{
    const CodeFormat format{6, 8, 8, 0xFF};
    EXPECT_EQ(CodePolicy::checkCurrent(bytesOf("1234"), format), std::nullopt);
    EXPECT_EQ(CodePolicy::checkCurrent(bytesOf("123"), format), (Objection{ErrorId::TooShort, 4, 8}));
    EXPECT_EQ(CodePolicy::checkCurrent(bytesOf("123456789"), format), (Objection{ErrorId::TooLong, 4, 8}));
    EXPECT_EQ(CodePolicy::checkCurrent(bytesOf("1234a"), format), (Objection{ErrorId::NotDigits}));
    const CodeFormat shorter{2, 8, 8, 0xFF}, bare{6, 6, 6, {}};
    EXPECT_EQ(CodePolicy::checkCurrent(bytesOf("12"), shorter), std::nullopt);
    EXPECT_EQ(CodePolicy::checkCurrent(bytesOf("1234"), bare), (Objection{ErrorId::TooShort, 6, 6}))
        << "the card would take the start of the new code for the end of the old one";
}

TEST(CodePolicy, ChecksAPresentedCodeAgainstItsOwnObject)
{
    const CodeFormat format{8, 8, 16, 0x00};
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

TEST(ErrorIds, HaveNamesOfTheirOwn)
{
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(ErrorId::Internal); ++i) {
        const auto id = static_cast<ErrorId>(i);
        EXPECT_TRUE(names.insert(idOf(id)).second) << i << " is called like another one";
        EXPECT_TRUE(idOf(id) != "internal" || id == ErrorId::Internal) << i << " has no name";
    }
}

} // namespace
} // namespace kortvakt
