// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// The rules that keep tries safe, one by one: each test here fails when its rule is broken.
#include "tests/core/flow_card.h"

#include "core/iso7816.h"

#include <functional>
#include <map>

namespace kortvakt {
namespace {

using test::FlowCard;
using test::SoftChannel;
using Kind = CodeResult::Kind;

bool carriesCode(View command)
{
    return command.size() > 5 && (command[1] == 0x20 || command[1] == 0x24 || command[1] == 0x2C);
}

/** A soft card whose answers are tampered with on their way, and whose commands are written down. */
class Tampered : public SoftChannel {
public:
    using SoftChannel::SoftChannel;
    [[nodiscard]] Bytes transmit(View command) override
    {
        sent.emplace_back(command.begin(), command.end());
        if (instead)
            if (auto answer = instead(command))
                return *answer;
        auto answer = SoftChannel::transmit(command);
        for (const auto& [from, to] : replacements) {
            const auto pattern = fromHex(from), replacement = fromHex(to);
            for (auto at = std::ranges::search(answer, pattern); !at.empty();
                 at = std::ranges::search(answer, pattern))
                std::ranges::copy(replacement, at.begin());
        }
        return answer;
    }
    [[nodiscard]] long codes() const { return std::ranges::count_if(sent, carriesCode); }

    std::function<std::optional<Bytes>(View)> instead; ///< an answer in the card's place
    std::map<std::string, std::string> replacements; ///< in answers: hexadecimal, same length
    std::vector<Bytes> sent;
};

CardInfo readOver(Channel& channel, const Bytes& atr)
{
    Session session(channel);
    return readCard(session, atr);
}

const CodeId classicPin{"5000", 0x81}, classicSignature{"5100", 0x83}, plainPin{"5015", 0x01};

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
             "telia-pin-locked", "plain-pin-locked"}) {
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
        EXPECT_EQ(sent[4], plan->pukBytes + plan->freshBytes) << name;
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
    EXPECT_EQ(card.changeOver(channel, shown, classicSignature, "65432", "714285").error, ErrorId::TooShort);
    EXPECT_TRUE(channel.sent.empty()) << "what our own rules refuse needs no card at all";
}

TEST(Rule06, OtherEncodingsAndPaddingWithoutACharacterAreReadOnly)
{
    struct Row {
        const char* what;
        const char* from;
        const char* to;
        bool usable;
    };
    // plain: flags 02 4C (local, initialized, needs-padding), type 01, min 04, stored 08, max 08, reference
    // 01, pad FF.
    const std::string before = "0302024C 0A0101 020104020108020108800101 0401FF";
    for (const auto& row : {Row{"BCD", "0A0101", "0A0100", false}, Row{"UTF-8", "0A0101", "0A0102", true},
             Row{"half-nibble", "0A0101", "0A0103", false}, Row{"ISO 9564", "0A0101", "0A0104", false},
             Row{"padding without a character", "0401FF", "0501FF", false}}) {
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
    channel.replacements["0302024C0A0101020104020108020108800101"] = "030202480A0101020104020108020108800101";
    const auto shown = readOver(channel, card.atr());
    ASSERT_NE(shown.find(plainPin), nullptr);
    EXPECT_EQ(shown.find(plainPin)->cannotChange, ErrorId::NotPossible);
    EXPECT_EQ(card.changeOver(channel, shown, plainPin, "1234", "56714285").kind, Kind::Refused);
    EXPECT_EQ(channel.codes(), 0);
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
                 "0302014D0A01", ErrorId::NoPuk},
             Row{"dangling", "0401033003040101", "0401093003040101", ErrorId::NoPuk},
             Row{"pointing to itself", "0401033003040101", "0401013003040101", ErrorId::NoPuk},
             Row{"unblocking disabled", "0302024C0A0101020104", "0302025C0A0101020104", ErrorId::NotPossible},
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

TEST(Rule09, TriesAreNotAskedForWhereThatIsNotProvenSafe)
{
    for (const auto& name : test::personalitiesOf({"telia", "plain", "unknown", "bank"})) {
        FlowCard card(name);
        Tampered channel(card.soft());
        const auto shown = readOver(channel, card.atr());
        for (const auto& code : shown.codes)
            EXPECT_EQ(code.triesLeft, std::nullopt) << name;
        for (const auto& sent : channel.sent)
            EXPECT_TRUE(sent[1] != 0x20 && sent[1] != 0x24 && sent[1] != 0x2C) << name << ' ' << toHex(sent);
    }
}

TEST(Rule09, NoCodeAndNoEmptyVerifyIsRepeatedAfter6Cxx)
{
    FlowCard card("classic-v3-used");
    Tampered channel(card.soft());
    channel.instead = [](View command) {
        return command[1] == 0x20 ? std::optional(Bytes{0x6C, 0x08}) : std::nullopt;
    };
    const auto shown = readOver(channel, card.atr());
    std::map<std::string, int> asked;
    for (const auto& sent : channel.sent)
        if (sent[1] == 0x20) {
            EXPECT_EQ(++asked[toHex(sent)], 1) << "asked twice";
            EXPECT_EQ(sent.size(), 5u);
        }
    EXPECT_EQ(asked.size(), 4u);
    EXPECT_EQ(shown.codes.front().triesLeft, std::nullopt);
}

/** Unlocks what was shown on the card that is there now; the PUK must stay here. */
void expectNotTheSameCard(
    FlowCard& card, Tampered& channel, const CardInfo& shown, const CodeId& id, const char* puk)
{
    try {
        (void)card.unlockOver(channel, shown, id, puk, "714285");
        FAIL() << "another card got the code";
    } catch (const CardError& error) {
        EXPECT_EQ(error.id, ErrorId::CardSwapped);
        EXPECT_FALSE(error.codeSent);
    }
    EXPECT_EQ(channel.codes(), 0);
}

TEST(Rule10, AnotherCardGetsNoCode)
{
    for (const auto* other : {"classic-v3-used", "classic-v3-pin-locked", "siths-used", "efos-pin-locked",
             "plain-used", "unknown", "ias-classic-used"}) {
        FlowCard card("classic-v3-no-signature");
        const auto shown = card.read();
        card.swap(other);
        Tampered channel(card.soft());
        expectNotTheSameCard(card, channel, shown, classicSignature, "12345678");
    }
}

TEST(Rule10, TheSerialNumberAloneProvesNothing)
{
    struct Row {
        const char* what;
        const char* from;
        const char* to;
    };
    for (const auto& row : {Row{"AODF", "5573657220 50494E", "5573657220 50495F"}, // "User PIN" → "User PI_"
             Row{"first certificate", "416E646572 73736F6E",
                 "416E646572 73736F4F"}}) { // "Andersson" → "AnderssoO"
        FlowCard card("classic-v3-no-signature");
        const auto shown = card.read();
        card.soft().reset();
        Tampered channel(card.soft());
        channel.replacements[row.from] = row.to;
        SCOPED_TRACE(row.what);
        expectNotTheSameCard(card, channel, shown, classicSignature, "12345678");
    }
    // And the same everything under another serial number.
    FlowCard card("classic-v3-no-signature");
    auto shown = card.read();
    shown.identity.serials.front().back() ^= 1;
    card.soft().reset();
    Tampered channel(card.soft());
    expectNotTheSameCard(card, channel, shown, classicSignature, "12345678");
}

TEST(Rule10, ACardThatWasNotReadToTheEndHasNoIdentityAndGetsNoCode)
{
    FlowCard card("classic-v3-pin-locked");
    Tampered channel(card.soft());
    CardInfo shown;
    {
        Session session(channel);
        shown = readCodes(session, card.atr());
    }
    channel.sent.clear();
    const auto result = card.unlockOver(channel, shown, classicPin, "12345678", "714285");
    EXPECT_EQ(result.kind, Kind::Refused);
    EXPECT_TRUE(channel.sent.empty());
    for (const auto& action : actionsFor(shown))
        EXPECT_TRUE(action.kind == Action::Kind::Activate || action.unavailable);
    EXPECT_TRUE(codesToActivate(shown).empty());
}

TEST(Rule10, ACardWithoutSerialNumberAndCertificateGetsNoCode)
{
    FlowCard card("classic-v3-pin-locked");
    Tampered channel(card.soft());
    // No TokenInfo, no certificates' directory: what is left is the same on every new card.
    channel.instead = [](View command) -> std::optional<Bytes> {
        const bool hidden = command[1] == 0xA4 && command[2] == 0x08 && command.size() >= 7
            && (command[command.size() - 1] == 0x32 || command[command.size() - 1] == 0x03);
        return hidden ? std::optional(Bytes{0x6A, 0x82}) : std::nullopt;
    };
    const auto shown = readOver(channel, card.atr());
    EXPECT_FALSE(shown.codes.empty());
    EXPECT_EQ(card.unlockOver(channel, shown, classicPin, "12345678", "714285").kind, Kind::Refused);
    EXPECT_EQ(channel.codes(), 0);
}

TEST(Rule11, FewerTriesThanWereShownAskAgain)
{
    for (const bool unlocking : {true, false}) {
        FlowCard card("classic-v3-used");
        const auto shown = card.read();
        // Another program spends a try in between.
        if (unlocking)
            EXPECT_EQ(card.unlock(shown, classicPin, "99999999", "714285").kind, Kind::Wrong);
        else
            EXPECT_EQ(card.change(shown, classicPin, "909090", "714285").kind, Kind::Wrong);
        card.soft().clearCounts();
        const auto result = unlocking ? card.unlock(shown, classicPin, "12345678", "714285")
                                      : card.change(shown, classicPin, "123456", "714285");
        EXPECT_EQ(result.kind, Kind::Refused);
        EXPECT_EQ(result.error, ErrorId::FewerTries);
        EXPECT_EQ(result.triesLeft, unlocking ? 4 : 2);
        EXPECT_EQ(card.codesReceived(), 0);
    }
}

TEST(Rule11, TheLastTryIsNotSpentUnseen)
{
    FlowCard card("classic-v3-last-try");
    auto shown = card.read();
    for (auto& code : shown.codes)
        code.puk->triesLeft = code.triesLeft = std::nullopt; // shown as not known
    EXPECT_EQ(card.unlock(shown, classicPin, "12345678", "714285").error, ErrorId::FewerTries);
    EXPECT_EQ(card.change(shown, classicPin, "123456", "714285").error, ErrorId::FewerTries);
    EXPECT_EQ(card.codesReceived(), 0);
}

TEST(Rule11, ACodeThatAnotherProgramVerifiedHasNotLostTries)
{
    FlowCard card("ias-classic-used");
    const auto shown = card.read();
    const auto* pin = shown.find(CodeRole::Identification);
    ASSERT_NE(pin, nullptr);
    Tampered channel(card.soft());
    channel.instead = [&](View command) -> std::optional<Bytes> {
        const bool asks = command[1] == 0x20 && command.size() == 5 && command[3] == pin->id.reference;
        return asks ? std::optional(Bytes{0x90, 0x00}) : std::nullopt;
    };
    EXPECT_EQ(card.changeOver(channel, shown, pin->id, "123456", "714285").kind, Kind::Accepted);
}

TEST(Rule11, WhoeverAskedIsAskedForDirectlyBeforeTheCodeLeaves)
{
    for (const bool stays : {true, false}) {
        FlowCard card("classic-v3-pin-locked");
        const auto shown = card.read();
        Tampered channel(card.soft());
        std::size_t sentWhenAsked = 0;
        int asked = 0;
        const auto result = card.unlockOver(channel, shown, classicPin, "12345678", "714285", [&] {
            ++asked;
            sentWhenAsked = channel.sent.size();
            return stays;
        });
        EXPECT_EQ(asked, 1);
        EXPECT_EQ(result.kind, stays ? Kind::Accepted : Kind::Refused);
        EXPECT_EQ(result.error, stays ? std::nullopt : std::optional(ErrorId::Cancelled));
        EXPECT_EQ(channel.sent.size(), sentWhenAsked + (stays ? 1 : 0))
            << "nothing but the code may follow the question";
        EXPECT_EQ(channel.codes(), stays ? 1 : 0);
    }
}

TEST(Rule12, NoPukIsEverVerifiedAndLeftBehind)
{
    for (const auto& name : test::servedPersonalities()) {
        FlowCard card(name);
        const auto shown = card.read();
        Tampered channel(card.soft());
        for (const auto& code : shown.codes) {
            if (planUnlock(shown, code.id) && !code.puk->locked)
                (void)card.unlockOver(
                    channel, shown, code.id, card.pukOf(shown, code.id).value.c_str(), "714285");
            break;
        }
        for (const auto& sent : channel.sent)
            EXPECT_FALSE(sent[1] == 0x20 && sent.size() > 5) << name;
    }
}

TEST(Rule13, APukIsCalledLockedOnlyWhenTheCardSaidSo)
{
    for (const auto* answer : {"6984", "6985", "6A88", "6F00", "9000", "6982"}) {
        FlowCard card("classic-v3-pin-locked");
        Tampered channel(card.soft());
        channel.instead = [&](View command) {
            return command[1] == 0x20 && (command[3] == 0x82 || command[3] == 0x84)
                ? std::optional(fromHex(answer))
                : std::nullopt;
        };
        const auto shown = readOver(channel, card.atr());
        EXPECT_FALSE(shown.codes.front().puk->locked) << answer;
        EXPECT_EQ(shown.codes.front().puk->triesLeft, std::nullopt) << answer;
    }
    for (const auto* answer : {"6983", "63C0"}) {
        FlowCard card("classic-v3-pin-locked");
        Tampered channel(card.soft());
        channel.instead = [&](View command) {
            return command[1] == 0x20 && command[3] == 0x82 ? std::optional(fromHex(answer)) : std::nullopt;
        };
        EXPECT_TRUE(readOver(channel, card.atr()).codes.front().puk->locked) << answer;
    }
    EXPECT_EQ(CodeResult::fromStatus(0x6984, CodeResult::Presented::Puk).kind, Kind::Unusable);
}

TEST(Rule14, LockedOrNeverSetOffersBothWays)
{
    FlowCard card("classic-v3-pin-locked");
    const auto shown = card.read();
    EXPECT_EQ(shown.find(classicPin)->state, CodeState::LockedOrNeverSet);
    int offered = 0;
    for (const auto& action : actionsFor(shown))
        if (action.code == classicPin && !action.unavailable
            && (action.kind == Action::Kind::Set || action.kind == Action::Kind::Unlock))
            ++offered;
    EXPECT_EQ(offered, 2);
    // A family that tells delivery from use is believed.
    FlowCard finnish("fineid-pin-locked");
    EXPECT_EQ(finnish.read().find(CodeRole::Identification)->state, CodeState::Locked);
}

} // namespace
} // namespace kortvakt
