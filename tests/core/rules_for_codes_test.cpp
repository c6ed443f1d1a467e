// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// The rules that keep tries safe, 1 to 8, about what is sent: each test here fails when its rule is broken.
#include "tests/core/tampered.h"

#include "core/code_objects.h"

namespace kortvakt {
namespace {

using namespace test;
using Kind = CodeResult::Kind;

TEST(Rule01, NothingFollowsACodeWhateverTheCardAnswered)
{
    FlowCard card("classic-v3-pin-locked");
    const auto shown = card.read();
    for (const auto* answer : {"6A81", "6A86", "6700", "6A80", "6D00", "6982", "6985", "6984", "6988", "63C2",
             "63C0", "6983", "6300", "6A88", "6C20", "6110", "6F00", "6581", "9000"})
        for (const bool unlocking : {true, false}) {
            Tampered channel(card.soft());
            channel.instead = [&](View command) {
                return carriesCode(command) ? std::optional(fromHex(answer)) : std::nullopt;
            };
            const auto before = card.soft().codes();
            try {
                const auto result = unlocking
                    ? card.unlockOver(channel, shown, classicPin, "12345678", "714285")
                    : card.changeOver(channel, shown, classicSignature, "654321", "714285");
                EXPECT_TRUE(result.codeSent) << answer;
                EXPECT_EQ(result.kind == Kind::Accepted, std::string(answer) == "9000") << answer;
            } catch (const CardError& error) {
                EXPECT_TRUE(error.codeSent) << answer;
            }
            EXPECT_EQ(channel.codes(), 1) << answer;
            EXPECT_TRUE(carriesCode(channel.sent.back())) << answer << ": a command followed the code";
        }
}

TEST(Rule01, OnlyOneFormIsEverUsed)
{
    for (const auto* name : {"classic-v3-pin-locked", "ias-classic-pin-locked", "fineid-pin-locked",
             "fineid-organisation-pin-locked", "telia-pin-locked", "myeid-pin-locked", "isoapplet-pin-locked",
             "piv-pin-locked", "plain-pin-locked"}) {
        FlowCard card(name);
        const auto shown = card.read();
        const auto* code = shown.find(CodeRole::Identification);
        ASSERT_NE(code, nullptr) << name;
        const auto plan = planUnlock(shown, code->id);
        ASSERT_TRUE(plan) << name;
        Tampered channel(card.soft());
        EXPECT_EQ(
            card.unlockOver(channel, shown, code->id, card.pukOf(shown, code->id).value.c_str(), "714285")
                .kind,
            Kind::Accepted);
        const auto& sent = channel.sent.back();
        EXPECT_EQ(sent[1], plan->ins);
        EXPECT_EQ(sent[2], plan->p1);
        EXPECT_EQ(sent[3], plan->p2);
        if (plan->freshBytes != 0) {
            EXPECT_EQ(sent[4], plan->pukBytes + plan->freshBytes) << name;
        }
        EXPECT_EQ(channel.codes(), plan->first ? 2 : 1) << name;
    }
}

TEST(Rule02, AnAtrAloneGivesNoCode)
{
    // Cards of other kinds behind the ATRs of known families.
    for (const auto* atr : {"3B7F96000080318065B0850300EF120FFF829000",
             "3B7F9600008031B865B085050011122460829000", "3B7D96000080318065B0A31100C883009000"})
        for (const auto* name : {"unknown", "bank"}) {
            FlowCard card(name);
            Tampered channel(card.soft());
            const auto shown = readOver(channel, fromHex(atr));
            EXPECT_TRUE(shown.codes.empty()) << name;
            EXPECT_EQ(shown.problem, ErrorId::CardUnknown);
            EXPECT_TRUE(std::ranges::none_of(channel.sent, [](const auto& sent) { return sent[1] == 0x20; }))
                << "a reference was taken from an ATR";
        }
    // A plain card with a Finnish ATR: what its AODF says contradicts the family, so nothing is sent to it.
    FlowCard plain("plain-used");
    Tampered channel(plain.soft());
    const auto shown = readOver(channel, fromHex("3B7F9600008031B865B085050011122460829000"));
    for (const auto& action : actionsFor(shown))
        EXPECT_TRUE(action.unavailable);
}

TEST(Rule03, TheCodesApplicationIsSelectedDirectlyBeforeIt)
{
    for (const auto& [name, id] : {std::pair{"classic-v3-pin-locked", classicPin},
             std::pair{"classic-v3-no-signature", classicSignature}}) {
        FlowCard card(name);
        const auto shown = card.read();
        Tampered channel(card.soft());
        EXPECT_EQ(card.unlockOver(channel, shown, id, "12345678", "714285").kind, Kind::Accepted);
        ASSERT_GE(channel.sent.size(), 3u);
        EXPECT_EQ(toHex(channel.sent.end()[-3]), "00A404000CA0000000180C000001634200");
        EXPECT_EQ(toHex(channel.sent.end()[-2]), "00A4080C02" + id.application);
    }
}

TEST(Rule03, NoCodeWithoutASelectThatSucceeded)
{
    // The last selection fails in every way: the code must stay here.
    for (const auto* status : {"6A82", "6A81", "6985", "6283", "6282", "6999", "6F00"}) {
        FlowCard card("classic-v3-pin-locked");
        const auto shown = card.read();
        Tampered channel(card.soft());
        int selectionsOfName = 0;
        channel.instead = [&](View command) -> std::optional<Bytes> {
            if (command[1] != 0xA4)
                return {};
            if (command[2] == 0x04)
                ++selectionsOfName;
            return selectionsOfName >= 2 ? std::optional(fromHex(status)) : std::nullopt;
        };
        try {
            const auto result = card.unlockOver(channel, shown, classicPin, "12345678", "714285");
            EXPECT_EQ(result.kind, Kind::Refused) << status;
        } catch (const CardError& error) {
            EXPECT_FALSE(error.codeSent) << status;
        }
        EXPECT_GE(selectionsOfName, 2);
        EXPECT_EQ(channel.codes(), 0) << status;
    }
}

TEST(Rule04, ACardThatContradictsItsFamilyIsReadOnly)
{
    struct Row {
        const char* name;
        const char* from;
        const char* to;
    };
    for (const auto& row : {Row{"classic-v3-pin-locked", "020110800200", "02010C800200"}, // block of 12
             Row{"classic-v3-pin-locked", "8002008104 0100", "8002008104 01FF"}, // padded with FF
             Row{"classic-v3-pin-locked", "8002008204 0100", "8002008204 0120"}, // its PUK padded with spaces
             Row{"classic-v3-pin-locked", "0A010202010602", "0A010002010602"}, // BCD
             Row{"classic-v3-pin-locked", "048C10", "048810"}}) { // not padded
        FlowCard card(row.name);
        const auto good = card.read();
        card.soft().reset();
        Tampered channel(card.soft());
        channel.replacements[row.from] = row.to;
        const auto shown = readOver(channel, card.atr());
        EXPECT_EQ(shown.problem, ErrorId::UnexpectedCardData) << row.to;
        EXPECT_FALSE(shown.codes.empty()) << "it is shown all the same";
        for (const auto& action : actionsFor(shown))
            EXPECT_EQ(action.unavailable,
                action.kind == Action::Kind::Activate ? std::nullopt
                                                      : std::optional(ErrorId::UnexpectedCardData));
        EXPECT_EQ(planUnlock(shown, classicPin), std::nullopt);
        EXPECT_EQ(card.unlockOver(channel, shown, classicPin, "12345678", "714285").error,
            ErrorId::UnexpectedCardData);
        // Also when it turns out only after the dialog was opened.
        try {
            EXPECT_EQ(card.unlockOver(channel, good, classicPin, "12345678", "714285").kind, Kind::Refused);
        } catch (const CardError& error) {
            EXPECT_FALSE(error.codeSent);
        }
        EXPECT_EQ(channel.codes(), 0);
    }
}

TEST(Rule05, LengthsAreCheckedBeforeAnythingIsSent)
{
    FlowCard card("classic-v3-pin-locked");
    const auto shown = card.read();
    Tampered channel(card.soft());
    const auto refused = [&](const char* puk, const char* fresh) {
        const auto result = card.unlockOver(channel, shown, classicPin, puk, fresh);
        EXPECT_EQ(result.kind, Kind::Refused);
        EXPECT_FALSE(result.codeSent);
        return result.error;
    };
    EXPECT_EQ(refused("1234567", "714285"), ErrorId::TooShort);
    EXPECT_EQ(refused("123456789", "714285"), ErrorId::TooLong);
    EXPECT_EQ(refused("1234567a", "714285"), ErrorId::NotDigits);
    EXPECT_EQ(refused("12345678", "71428"), ErrorId::TooShort);
    EXPECT_EQ(refused("12345678", "7142857"), ErrorId::TooLong);
    EXPECT_EQ(refused("12345678", ""), ErrorId::TooShort);
    EXPECT_EQ(refused("", "714285"), ErrorId::TooShort);
    EXPECT_EQ(card.changeOver(channel, shown, classicSignature, "654", "714285").error, ErrorId::TooShort);
    EXPECT_TRUE(channel.sent.empty()) << "what our own rules refuse needs no card at all";
}

TEST(Rule05, ANewCodeIsNeverThePukNorTheOldCode)
{
    FlowCard card("ias-classic-pin-locked"); // its codes may be as long as its PUK
    const auto shown = card.read();
    ASSERT_FALSE(shown.codes.empty());
    const auto& code = shown.codes.front();
    ASSERT_TRUE(code.puk);
    ASSERT_GE(code.freshMax, 8);
    Tampered channel(card.soft());
    EXPECT_EQ(card.unlockOver(channel, shown, code.id, "71428571", "71428571").error, ErrorId::SameAsPuk);
    EXPECT_EQ(card.changeOver(channel, shown, code.id, "714285", "714285").error, ErrorId::SameAsOld);
    EXPECT_TRUE(channel.sent.empty());
}

TEST(Rule05, EachCodeIsLaidOutInItsOwnBlock)
{
    FlowCard card("plain-pin-locked");
    Tampered channel(card.soft());
    channel.replacements["020104020108020108800101"] = "02010402010A02010A800101"; // the PUK is stored in 8
    const auto shown = readOver(channel, card.atr());
    (void)card.unlockOver(channel, shown, plainPin, "56789012", "714285");
    EXPECT_EQ(toHex(channel.sent.back()),
        "002C000112"
        "3536373839303132"
        "373134323835FFFFFFFF");
}

TEST(Rule06, OtherEncodingsAndPaddingWithoutACharacterAreReadOnly)
{
    struct Row {
        const char* what;
        const char* from;
        const char* to;
        bool usable;
    };
    // plain: flags 03 4C 08 (local, initialized, needs-padding, RESET RETRY COUNTER with the PUK), type 01,
    // min 04, stored 08, max 08, reference 01, pad FF.
    const std::string before = "0303034C08 0A0101 020104020108020108800101 0401FF";
    for (const auto& row : {Row{"BCD", "0A0101", "0A0100", false}, Row{"UTF-8", "0A0101", "0A0102", true},
             Row{"half-nibble", "0A0101", "0A0103", false}, Row{"ISO 9564", "0A0101", "0A0104", false},
             Row{"padding without a character", "0401FF", "8401FF", false}}) {
        FlowCard card("plain-pin-locked");
        Tampered channel(card.soft());
        auto after = before;
        after.replace(after.find(row.from), 6, row.to);
        channel.replacements[before] = after;
        const auto shown = readOver(channel, card.atr());
        ASSERT_NE(shown.find(plainPin), nullptr) << row.what;
        EXPECT_EQ(planUnlock(shown, plainPin).has_value(), row.usable) << row.what;
        const auto result = card.unlockOver(channel, shown, plainPin, "56789012", "714285");
        EXPECT_EQ(result.kind, row.usable ? Kind::Accepted : Kind::Refused) << row.what;
        EXPECT_EQ(channel.codes(), row.usable ? 1 : 0) << row.what;
    }
}

TEST(Rule06, AnUnpaddedPukIsUsedOnlyWhereItsLengthIsFixed)
{
    // plain's PUK: flags 01 4E (needs-padding among them), min 08, stored 08, max 08.
    for (const bool fixed : {true, false}) {
        FlowCard card("plain-pin-locked");
        Tampered channel(card.soft());
        channel.replacements["0302014E0A0101020108020108020108"] =
            fixed ? "0302014A0A0101020108020108020108" : "0302014A0A0101020106020108020108";
        const auto shown = readOver(channel, card.atr());
        EXPECT_EQ(planUnlock(shown, plainPin).has_value(), fixed);
    }
}

TEST(Rule06, AnUnpaddedCodeOfVaryingLengthIsNotChanged)
{
    FlowCard card("plain-used");
    Tampered channel(card.soft());
    channel.replacements["0303034C080A0101020104020108020108800101"] =
        "03030348080A0101020104020108020108800101";
    const auto shown = readOver(channel, card.atr());
    ASSERT_NE(shown.find(plainPin), nullptr);
    EXPECT_EQ(shown.find(plainPin)->cannotChange, ErrorId::FormNotRead);
    EXPECT_EQ(card.changeOver(channel, shown, plainPin, "1234", "56714285").kind, Kind::Refused);
    EXPECT_EQ(channel.codes(), 0);
}

TEST(Rule06, ABlockThatNoCommandCouldHoldIsNotSent)
{
    FlowCard card("plain-pin-locked");
    Tampered channel(card.soft());
    channel.replacements["020104020108020108800101"] = "02010402017F020108800101"; // stored in 127 bytes
    const auto shown = readOver(channel, card.atr());
    ASSERT_NE(shown.find(plainPin), nullptr);
    EXPECT_FALSE(planUnlock(shown, plainPin));
    EXPECT_EQ(shown.find(plainPin)->cannotChange, ErrorId::FormNotRead);
}

TEST(Rule03, ACodeThatTwoObjectsClaimIsNotUsed)
{
    FlowCard card("plain-used");
    Tampered channel(card.soft());
    channel.replacements["020106020108020108800102"] =
        "020106020108020108800101"; // the second one's reference
    const auto shown = readOver(channel, card.atr());
    ASSERT_EQ(shown.codes.size(), 1u);
    EXPECT_EQ(shown.codes.front().cannotUnlock, ErrorId::FormNotRead);
    EXPECT_EQ(shown.codes.front().cannotChange, ErrorId::FormNotRead);
}

TEST(Rule07, ThePukIsTheObjectThatTheCodePointsTo)
{
    struct Row {
        const char* what;
        const char* from;
        const char* to;
        ErrorId why;
    };
    for (const auto& row : {
             Row{"a security officer's code is none without the family's word", "0302014E0A01",
                 "0302014D0A01", ErrorId::PukNotDescribed},
             Row{"an ordinary PIN is none", "0302014E0A01", "0302014C0A01", ErrorId::PukNotDescribed},
             Row{"dangling", "0401033003040101", "0401093003040101", ErrorId::PukNotDescribed},
             Row{"pointing to itself", "0401033003040101", "0401013003040101", ErrorId::PukNotDescribed},
             Row{"unblocking disabled", "0303034C080A0101020104", "0303035C080A0101020104",
                 ErrorId::CardForbids},
         }) {
        FlowCard card("plain-pin-locked");
        Tampered channel(card.soft());
        channel.replacements[row.from] = row.to;
        const auto shown = readOver(channel, card.atr());
        const auto* code = shown.find(plainPin);
        ASSERT_NE(code, nullptr) << row.what;
        EXPECT_EQ(code->cannotUnlock, row.why) << row.what;
        EXPECT_EQ(card.unlockOver(channel, shown, plainPin, "56789012", "714285").kind, Kind::Refused)
            << row.what;
        EXPECT_EQ(channel.codes(), 0) << row.what;
    }
}

TEST(Rule07, ACardThatWantsAnotherFormOfUnlockingIsReadOnly)
{
    using namespace pkcs15;
    for (const bool first : {false, true})
        for (const bool second : {false, true}) {
            ApplicationContents contents;
            contents.where.path = fromHex("3F005015");
            PasswordObject pin, puk;
            pin.id = {1};
            pin.unblockedBy = puk.id = {2};
            pin.flags = 1u << pwd::Initialized;
            pin.flags |= first ? 1u << pwd::ResetRetryCounter1 : 0u;
            pin.flags |= second ? 1u << pwd::ResetRetryCounter2 : 0u;
            pin.minLength = pin.storedLength = 6;
            puk.flags = 1u << pwd::UnblockingPassword;
            puk.minLength = puk.storedLength = 8;
            pin.reference = 1;
            puk.reference = 2;
            contents.passwords = {pin, puk};
            Findings findings;
            const auto codes = codesFrom(contents, profiles().back(), findings);
            ASSERT_EQ(codes.size(), 1u);
            // Of a family that is not known the card must say that it takes this form.
            const auto why = first ? std::nullopt
                : second           ? std::optional(ErrorId::CardForbids)
                                   : std::optional(ErrorId::FormNotRead);
            EXPECT_EQ(codes[0].cannotUnlock, why) << first << second;
        }
}

TEST(Rule07, ACodeThatMayNotBeChangedIsNot)
{
    FlowCard card("plain-used");
    Tampered channel(card.soft());
    channel.replacements["0303034C080A0101020104"] = "0303036C080A0101020104";
    const auto shown = readOver(channel, card.atr());
    const auto* code = shown.find(plainPin);
    ASSERT_NE(code, nullptr);
    EXPECT_EQ(code->cannotChange, ErrorId::CardForbids);
    EXPECT_EQ(card.changeOver(channel, shown, plainPin, "123456", "714285").kind, Kind::Refused);
    EXPECT_EQ(channel.codes(), 0);
}

TEST(Rule08, APukServesSeveralCodesOnlyWhereItIsTheSame)
{
    FlowCard classic("classic-v3-delivered");
    const auto shared = classic.read();
    EXPECT_TRUE(samePuk(shared.codes[0], shared.codes[1])) << "the family's letter holds one PUK";
    FlowCard plain("plain-delivered");
    const auto same = plain.read();
    EXPECT_TRUE(samePuk(same.codes[0], same.codes[1])) << "one object";
    auto different = same;
    different.codes[1].puk->reference = 0x07;
    EXPECT_FALSE(samePuk(different.codes[0], different.codes[1]));
    EXPECT_EQ(codesToActivate(same).size(), 2u);
    EXPECT_EQ(codesToActivate(different).size(), 1u);
}

} // namespace
} // namespace kortvakt
