// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// The rules that keep tries safe, 9 to 15, about the card it goes to and what is told of it: each test here
// fails when its rule is broken.
#include "core/counters.h"
#include "tests/core/tampered.h"

#include "core/code_objects.h"

namespace kortvakt {
namespace {

using namespace test;
using Kind = CodeResult::Kind;

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

TEST(Rule09, TriesAreAskedForInTheCodesOwnApplicationOnly)
{
    FlowCard card("classic-v3-used");
    Tampered channel(card.soft());
    Session session(channel);
    std::vector<CodeObject> codes(1);
    codes[0].id = classicPin;
    codes[0].application.path = fromHex("3F005555"); // not there
    const auto row = std::ranges::find(profiles(), "thales-classic-v3", &Profile::id);
    Findings findings;
    readCounters(session, *row, {}, codes, findings);
    EXPECT_FALSE(findings.refused);
    EXPECT_FALSE(codes[0].triesLeft);
    EXPECT_TRUE(std::ranges::none_of(channel.sent, [](const auto& sent) { return sent[1] == 0x20; }));
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
            EXPECT_LE(++asked[toHex(sent)], 2) << "asked for once more, and no oftener";
            EXPECT_EQ(sent.size(), 5u);
        }
    EXPECT_EQ(asked.size(), 4u);
    EXPECT_EQ(shown.codes.front().triesLeft, std::nullopt);
    EXPECT_EQ(shown.problem, ErrorId::CardBroken);
    EXPECT_TRUE(shown.codes.front().unread);
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

TEST(Rule10, EveryPartOfTheIdentityCounts)
{
    FlowCard card("classic-v3-pin-locked");
    const auto read = card.read();
    const auto is = [](const auto& part) { return !part.empty() && !part.front().empty(); };
    ASSERT_TRUE(is(read.identity.serials) && is(read.identity.authObjects));
    ASSERT_FALSE(read.identity.applications.empty() || read.identity.firstCertificate.empty());
    const std::vector<std::function<void(CardInfo&)>> differences{
        [](CardInfo& shown) { shown.identity.serials.front().front() ^= 1; },
        [](CardInfo& shown) { shown.identity.applications.back().path.back() ^= 1; },
        [](CardInfo& shown) { shown.identity.authObjects.back().front() ^= 1; },
        [](CardInfo& shown) { shown.identity.firstCertificate.front() ^= 1; },
        [](CardInfo& shown) { shown.profile = &profiles().back(); },
    };
    for (std::size_t i = 0; i < differences.size(); ++i) {
        auto shown = read;
        differences[i](shown);
        Tampered channel(card.soft());
        EXPECT_EQ(
            breakdownOf([&] { (void)card.unlockOver(channel, shown, classicPin, "12345678", "714285"); }),
            ErrorId::CardSwapped)
            << i;
        EXPECT_EQ(channel.codes(), 0) << i;
    }
}

TEST(Rule10, TheCodesOwnDataAreComparedToo)
{
    FlowCard card("classic-v3-pin-locked");
    const auto read = card.read();
    const std::vector<std::function<void(CodeObject&)>> differences{
        [](CodeObject& code) { code.application.path.back() ^= 1; },
        [](CodeObject& code) { --code.format.storedLength; },
        [](CodeObject& code) { code.format.pad = 0xFF; },
        [](CodeObject& code) { code.puk->application.path.back() ^= 1; },
        [](CodeObject& code) { code.puk->reference ^= 1; },
        [](CodeObject& code) { --code.puk->format.storedLength; },
        [](CodeObject& code) { code.puk->format.pad = 0xFF; },
        [](CodeObject& code) { code.cannotChange = ErrorId::NotPossible; },
    };
    for (std::size_t i = 0; i < differences.size(); ++i) {
        auto shown = read;
        const auto code = std::ranges::find(shown.codes, classicPin, &CodeObject::id);
        ASSERT_NE(code, shown.codes.end());
        ASSERT_TRUE(code->puk);
        differences[i](*code);
        Tampered channel(card.soft());
        EXPECT_EQ(
            breakdownOf([&] { (void)card.unlockOver(channel, shown, classicPin, "12345678", "714285"); }),
            ErrorId::UnexpectedCardData)
            << i;
        EXPECT_EQ(channel.codes(), 0) << i;
    }
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

TEST(Rule11, ACounterThatIsNoLongerToldAsksAgain)
{
    FlowCard card("classic-v3-pin-locked");
    const auto shown = card.read();
    Tampered channel(card.soft());
    channel.instead = [](View command) {
        const bool asksForThePuk = command.size() <= 5 && command[1] == 0x20 && command[3] == 0x82;
        return asksForThePuk ? std::optional(fromHex("6A88")) : std::nullopt;
    };
    EXPECT_EQ(card.unlockOver(channel, shown, classicPin, "12345678", "714285").error, ErrorId::FewerTries);
    EXPECT_EQ(channel.codes(), 0);
}

TEST(Rule11, ALockedCodeIsNotTried)
{
    FlowCard card("classic-v3-pin-locked");
    const auto shown = card.read();
    Tampered channel(card.soft());
    EXPECT_EQ(card.changeOver(channel, shown, classicPin, "123456", "714285").error, ErrorId::PinLocked);
    EXPECT_EQ(channel.codes(), 0);
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

TEST(Rule12, NoPukIsVerifiedWhereTheFamilyTakesBothCodesAtOnce)
{
    for (const auto& name : test::servedPersonalities()) {
        FlowCard card(name);
        const auto shown = card.read();
        if (shown.profile->unblockBy == UnblockBy::VerifyPukThenNewCode)
            continue; // tests/core/verify_first_test.cpp
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
    EXPECT_EQ(CodeResult::fromStatus(0x6984, With::Puk, {}).kind, Kind::Unusable);
}

TEST(Rule14, ACodeThatWasNeverChosenIsNotChanged)
{
    FlowCard card("classic-v3-no-signature");
    const auto shown = card.read();
    EXPECT_EQ(shown.find(classicSignature)->state, CodeState::NeverSet);
    const auto result = card.change(shown, classicSignature, "123456", "714285");
    EXPECT_EQ(result.kind, Kind::Refused);
    EXPECT_EQ(result.error, ErrorId::NotPossible);
    EXPECT_EQ(card.codesReceived(), 0);
}

TEST(Rule14, LockedOrNeverSetOffersBothWays)
{
    FlowCard card("classic-v3-delivered");
    const auto shown = card.read();
    for (const auto& id : {classicPin, classicSignature}) {
        EXPECT_EQ(shown.find(id)->state, CodeState::LockedOrNeverSet);
        int offered = 0;
        for (const auto& action : actionsFor(shown))
            if (action.code == id && !action.unavailable
                && (action.kind == Action::Kind::Set || action.kind == Action::Kind::Unlock))
                ++offered;
        EXPECT_EQ(offered, 2);
    }
    // A family that tells delivery from use is believed.
    FlowCard finnish("fineid-pin-locked");
    EXPECT_EQ(finnish.read().find(CodeRole::Identification)->state, CodeState::Locked);
}

TEST(Rule14, AnIdentificationCodeIsLockedWhereTheSignatureCodeIsInUse)
{
    FlowCard card("classic-v3-pin-locked");
    EXPECT_EQ(card.read().find(classicPin)->state, CodeState::Locked);
    // The other way around it stays in doubt: the signature code is the one that is often never chosen.
    FlowCard other("classic-v3-no-signature");
    const auto shown = other.read();
    EXPECT_EQ(shown.find(classicPin)->state, CodeState::Ready);
    EXPECT_NE(shown.find(classicSignature)->state, CodeState::Locked);
}

} // namespace
} // namespace kortvakt
