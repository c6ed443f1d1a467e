// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Cards that want their PUK verified before the new code comes alone: rules 1 and 12 where two commands make
// one click.
#include "tests/core/tampered.h"

#include "core/iso7816.h"

namespace kortvakt {
namespace {

using namespace test;
using Kind = CodeResult::Kind;

constexpr auto locked = "fineid-organisation-pin-locked";
const CodeId pin{"3F00", 0x03};
constexpr auto puk = "76543210", fresh = "714285";

bool isVerify(View command)
{
    return carriesCode(command) && command[1] == 0x20;
}

/** The commands that carried a code, hexadecimal. */
std::vector<std::string> codesIn(const Tampered& channel)
{
    std::vector<std::string> out;
    for (const auto& one : channel.sent)
        if (carriesCode(one))
            out.push_back(toHex(one));
    return out;
}

bool anyVerified(FlowCard& card)
{
    return std::ranges::any_of(card.soft().codes(), &softcard::CodeStatus::verified);
}

TEST(VerifyFirst, ThePukGoesOnceAndThenTheNewCodeAlone)
{
    FlowCard card(locked);
    const auto shown = card.read();
    Tampered channel(card.soft());
    EXPECT_EQ(card.unlockOver(channel, shown, pin, puk, fresh).kind, Kind::Accepted);
    EXPECT_EQ(
        codesIn(channel), (std::vector<std::string>{"00200012083736353433323130", "002C020306373134323835"}));
    EXPECT_TRUE(carriesCode(channel.sent.end()[-1]) && carriesCode(channel.sent.end()[-2]))
        << "nothing comes between them, and nothing after";
    EXPECT_EQ(channel.left, std::vector{Leave::Reset});
    EXPECT_FALSE(anyVerified(card));
    EXPECT_EQ(card.status(pin).value, fresh);
}

TEST(VerifyFirst, NothingFollowsAPukThatWasNotAccepted)
{
    for (const auto* answer : {"63C4", "63C0", "6300", "6983", "6984", "6982", "6A80", "6A86", "6A88", "6700",
             "6D00", "6985", "6C08", "6110", "6F00", "6581", "6282"}) {
        FlowCard card(locked);
        const auto shown = card.read();
        Tampered channel(card.soft());
        channel.instead = [&](View command) {
            return isVerify(command) ? std::optional(fromHex(answer)) : std::nullopt;
        };
        try {
            const auto result = card.unlockOver(channel, shown, pin, puk, fresh);
            EXPECT_TRUE(result.codeSent) << answer;
            EXPECT_NE(result.kind, Kind::Accepted) << answer;
        } catch (const CardError& error) {
            EXPECT_TRUE(error.codeSent) << answer;
        }
        EXPECT_EQ(channel.codes(), 1) << answer;
        EXPECT_TRUE(isVerify(channel.sent.back())) << answer << ": a command followed the PUK";
        EXPECT_EQ(channel.left, std::vector{Leave::Reset}) << answer;
    }
}

TEST(VerifyFirst, AWrongPukCostsOneTryAndIsTold)
{
    FlowCard card(locked);
    const auto shown = card.read();
    const auto result = card.unlock(shown, pin, "76543219", fresh);
    EXPECT_EQ(result.kind, Kind::Wrong);
    EXPECT_EQ(result.error, ErrorId::WrongPuk);
    EXPECT_EQ(result.triesLeft, 4);
    EXPECT_EQ(card.codesReceived(), 1);
    EXPECT_EQ(card.status("3F00:12").triesLeft, 4);
}

TEST(VerifyFirst, ANewCodeThatIsRefusedIsNoWrongPuk)
{
    struct Row {
        const char* answer;
        Kind kind;
        ErrorId error;
    };
    for (const auto& row :
        {Row{"6A80", Kind::Rejected, ErrorId::NewCodeRejected},
            Row{"6700", Kind::Rejected, ErrorId::NewCodeRejected},
            Row{"6985", Kind::Rejected, ErrorId::NewCodeRejected},
            Row{"6982", Kind::Unusable, ErrorId::NotPossible},
            Row{"6983", Kind::Unusable, ErrorId::NotPossible}, Row{"6984", Kind::Unusable, ErrorId::Unusable},
            Row{"63C2", Kind::Unusable, ErrorId::NotPossible},
            Row{"63C0", Kind::Unusable, ErrorId::NotPossible},
            Row{"6300", Kind::Unusable, ErrorId::NotPossible},
            Row{"6A86", Kind::Unusable, ErrorId::NotPossible}}) {
        FlowCard card(locked);
        const auto shown = card.read();
        Tampered channel(card.soft());
        channel.instead = [&](View command) {
            return command[1] == 0x2C ? std::optional(fromHex(row.answer)) : std::nullopt;
        };
        const auto result = card.unlockOver(channel, shown, pin, puk, fresh);
        EXPECT_EQ(result.kind, row.kind) << row.answer;
        EXPECT_EQ(result.error, row.error) << row.answer;
        EXPECT_EQ(result.triesLeft, std::nullopt)
            << row.answer << ": nothing was presented that has a counter";
        EXPECT_TRUE(result.codeSent) << row.answer;
        EXPECT_EQ(channel.codes(), 2) << row.answer;
        EXPECT_EQ(channel.sent.back()[1], 0x2C) << row.answer << ": a command followed the new code";
        EXPECT_EQ(channel.left, std::vector{Leave::Reset}) << row.answer;
        EXPECT_FALSE(anyVerified(card)) << row.answer;
        EXPECT_EQ(card.status("3F00:12").triesLeft, 5) << row.answer;
    }
}

TEST(VerifyFirst, ThePukCountsAsSentFromItsVerifyOn)
{
    for (const auto lost : {Lost::Command, Lost::Answer})
        for (int step = 0, seen = 0; seen < 2; ++step) {
            ASSERT_LT(step, 200);
            FlowCard card(locked);
            const auto shown = card.read();
            PulledOut pulled(card.soft(), step, lost);
            try {
                (void)card.unlockOver(pulled, shown, pin, puk, fresh);
                FAIL() << "it was never pulled";
            } catch (const CardError& error) {
                seen = pulled.codesHandedOver();
                EXPECT_EQ(error.codeSent, seen > 0);
            }
        }
}

TEST(VerifyFirst, TheCardIsLeftAsItIsWhereNoCodeWasSent)
{
    FlowCard card(locked);
    const auto shown = card.read();
    Tampered channel(card.soft());
    const auto result = card.unlockOver(channel, shown, pin, puk, fresh, [] { return false; });
    EXPECT_EQ(result.error, ErrorId::Cancelled);
    EXPECT_EQ(channel.codes(), 0);
    EXPECT_EQ(channel.left, std::vector{Leave::AsItIs});
}

TEST(AnyCode, LeavesTheCardResetWhateverCameOfIt)
{
    const auto leave = [](const char* answer, bool change) {
        FlowCard card("classic-v3-used");
        const auto shown = card.read();
        Tampered channel(card.soft());
        channel.instead = [&](View command) {
            return carriesCode(command) ? std::optional(fromHex(answer)) : std::nullopt;
        };
        try {
            (void)(change ? card.changeOver(channel, shown, classicPin, "123456", fresh)
                          : card.unlockOver(channel, shown, classicPin, "12345678", fresh));
        } catch (const CardError& error) {
            EXPECT_TRUE(error.codeSent) << answer;
        }
        EXPECT_EQ(channel.codes(), 1) << answer;
        return channel.left;
    };
    for (const auto* answer : {"9000", "63C2", "6983", "6A80", "6F00", ""})
        for (const bool change : {false, true})
            EXPECT_EQ(leave(answer, change), std::vector{Leave::Reset}) << answer << change;
}

TEST(VerifyFirst, ACardThatPadsItsCodesContradictsTheFamily)
{
    FlowCard card(locked);
    Tampered channel(card.soft());
    channel.replacements["030203080A0101020104"] = "0302030C0A0101020104"; // needs-padding
    const auto shown = readOver(channel, card.atr());
    EXPECT_EQ(shown.problem, ErrorId::UnexpectedCardData);
    EXPECT_EQ(card.unlockOver(channel, shown, pin, puk, fresh).kind, Kind::Refused);
    EXPECT_EQ(channel.codes(), 0);
}

TEST(VerifyFirst, ANewCodeInAnotherApplicationIsSetThere)
{
    FlowCard card("esteid-idemia-used");
    const auto shown = card.read();
    const auto* signature = shown.find(CodeRole::Signature);
    ASSERT_NE(signature, nullptr);
    Tampered channel(card.soft());
    EXPECT_EQ(card.unlockOver(channel, shown, signature->id, "17258403", fresh).kind, Kind::Accepted);
    ASSERT_GE(channel.sent.size(), 4u);
    std::vector<std::string> last;
    for (auto at = channel.sent.end() - 4; at != channel.sent.end(); ++at)
        last.push_back(toHex(*at));
    EXPECT_EQ(last,
        (std::vector<std::string>{"00A4040C10A000000077010800070000FE00000100",
            "002000020C3137323538343033FFFFFFFF", "00A4040C1051534344204170706C69636174696F6E",
            "002C02850C373134323835FFFFFFFFFFFF"}));
    EXPECT_EQ(channel.left, std::vector{Leave::Reset});
}

TEST(VerifyFirst, ACardThatLeavesItsApplicationAfterThePukIsGivenNoNewCode)
{
    FlowCard card("esteid-idemia-used");
    const auto shown = card.read();
    Tampered channel(card.soft());
    bool verified = false;
    channel.instead = [&](View command) -> std::optional<Bytes> {
        verified |= isVerify(command);
        return verified && command[1] == 0xA4 ? std::optional(Bytes{0x6A, 0x82}) : std::nullopt;
    };
    const auto result =
        card.unlockOver(channel, shown, shown.find(CodeRole::Signature)->id, "17258403", fresh);
    EXPECT_EQ(result.kind, Kind::Unusable);
    EXPECT_EQ(result.error, ErrorId::NotPossible);
    EXPECT_TRUE(result.codeSent);
    EXPECT_EQ(channel.codes(), 1);
    EXPECT_EQ(channel.left, std::vector{Leave::Reset});
    EXPECT_FALSE(anyVerified(card));
}

TEST(FixedLayout, ACardThatDoesNotKnowTheRowsReferencesGetsNoCode)
{
    for (const auto* name : {"esteid-idemia-pin-locked", "esteid-thales-pin-locked"}) {
        FlowCard card(name);
        const auto shown = card.read();
        ASSERT_EQ(shown.problem, std::nullopt) << name;
        const auto id = shown.codes.front().id;
        Tampered channel(card.soft());
        channel.instead = [](View command) { // another card with the same name and ATR
            return command[1] == 0xCB || command[1] == 0x20 ? std::optional(Bytes{0x6A, 0x88}) : std::nullopt;
        };
        const auto other = readOver(channel, card.atr());
        EXPECT_EQ(other.problem, ErrorId::UnexpectedCardData) << name;
        EXPECT_EQ(card.unlockOver(channel, other, id, "17258403", fresh).kind, Kind::Refused) << name;
        EXPECT_EQ(channel.codes(), 0) << name;
    }
}

TEST(FixedLayout, TheSameApplicationsUnderAnotherAtrGetNoCode)
{
    for (const auto* name : {"esteid-idemia-used", "esteid-thales-used"})
        for (const auto* atr : {"3B858080544553540102", "3B7F96000080318065B0850300EF120FFF829000"}) {
            FlowCard card(name);
            Tampered channel(card.soft());
            const auto shown = readOver(channel, fromHex(atr));
            EXPECT_TRUE(shown.codes.empty()) << name << " " << atr;
            EXPECT_EQ(shown.problem, ErrorId::CardUnknown) << name << " " << atr;
        }
}

/** Sends the commands in order, each by the way that is named; what breaks off is told. */
std::optional<ErrorId> sendAll(Channel& channel, const std::vector<std::pair<bool, Command>>& commands)
{
    Session session(channel);
    try {
        for (const auto& [asFresh, command] : commands)
            (void)(asFresh ? session.sendFresh(command) : session.sendCode(command));
    } catch (const CardError& error) {
        return error.id;
    }
    return {};
}

TEST(VerifyFirst, ASessionLetsNothingElseBeSentAfterACode)
{
    const auto code = fromHex("313233343536");
    const auto verify = iso7816::verify(0x12, fromHex("3736353433323130"));
    const auto set = Command(0x2C, 0x02, 0x03, code), both = Command(0x2C, 0x00, 0x03, code);
    struct Row {
        const char* what;
        std::vector<std::pair<bool, Command>> commands;
        long sent;
    };
    for (const auto& row : {Row{"a new code without a VERIFY", {{true, set}}, 0},
             Row{"a second VERIFY", {{false, verify}, {false, verify}}, 1},
             Row{"a new code by the wrong way", {{false, verify}, {false, set}}, 1},
             Row{"a VERIFY as new code", {{false, verify}, {true, verify}}, 1},
             Row{"another form", {{false, verify}, {true, both}}, 1},
             Row{"a second new code", {{false, verify}, {true, set}, {true, set}}, 2},
             Row{"a new code after another command than VERIFY", {{false, both}, {true, set}}, 1}}) {
        FlowCard card(locked);
        Tampered channel(card.soft());
        channel.instead = [](View) { return std::optional(Bytes{0x90, 0x00}); };
        EXPECT_EQ(sendAll(channel, row.commands), ErrorId::Internal) << row.what;
        EXPECT_EQ(std::ssize(channel.sent), row.sent) << row.what;
    }
    FlowCard card(locked);
    Tampered channel(card.soft());
    channel.instead = [](View) { return std::optional(Bytes{0x63, 0xC4}); };
    EXPECT_EQ(sendAll(channel, {{false, verify}, {true, set}}), ErrorId::Internal)
        << "a VERIFY that was refused";
    EXPECT_EQ(channel.sent.size(), 1u);
}

} // namespace
} // namespace kortvakt
