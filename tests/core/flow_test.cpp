// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "tests/core/flow_card.h"

#include <map>

namespace kortvakt {
namespace {

using test::FlowCard;
using test::Lost;
using test::PulledOut;
using Kind = CodeResult::Kind;

/** The first code of a card that can be unlocked, with the PUK that the soft card knows for it. */
struct Unlockable {
    CodeId id;
    std::string puk;
};

std::optional<Unlockable> unlockable(FlowCard& card, const CardInfo& shown)
{
    for (const auto& code : shown.codes)
        if (planUnlock(shown, code.id) && !code.puk->locked)
            if (const auto puk = card.pukOf(shown, code.id); puk.triesLeft > 1)
                return Unlockable{code.id, puk.value};
    return {};
}

class EachCard : public testing::TestWithParam<std::string> { };

TEST_P(EachCard, IsReadWithoutSpendingATry)
{
    FlowCard card(GetParam());
    const auto before = card.soft().codes();
    const auto shown = card.read();
    ASSERT_NE(shown.profile, nullptr);
    EXPECT_TRUE(shown.complete);
    EXPECT_FALSE(shown.name.empty());
    EXPECT_FALSE(shown.serial.empty());
    EXPECT_FALSE(shown.codes.empty());
    EXPECT_EQ(shown.problem, std::nullopt);
    EXPECT_EQ(card.codesReceived(), 0);
    const auto after = card.soft().codes();
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_EQ(after[i].triesLeft, before[i].triesLeft) << after[i].name;
    for (const auto& code : shown.codes) {
        const auto truth = card.status(code.id);
        if (code.triesLeft) {
            EXPECT_EQ(code.triesLeft, truth.triesLeft) << code.id.text();
        }
        if (code.puk && code.puk->triesLeft) {
            EXPECT_EQ(code.puk->triesLeft, card.pukOf(shown, code.id).triesLeft) << code.id.text();
        }
        EXPECT_NE(code.role, CodeRole::Other) << code.label;
    }
}

TEST_P(EachCard, IsUnlockedWithItsPukAndOpensWithTheNewCode)
{
    FlowCard card(GetParam());
    const auto shown = card.read();
    for (const auto& code : shown.codes) {
        if (!planUnlock(shown, code.id) || code.puk->locked)
            continue;
        const auto puk = card.pukOf(shown, code.id);
        if (puk.triesLeft == 0)
            continue;
        card.soft().clearCounts();
        const auto result = card.unlock(shown, code.id, puk.value.c_str(), "714285");
        EXPECT_EQ(result.kind, Kind::Accepted) << code.id.text();
        EXPECT_TRUE(result.codeSent);
        EXPECT_EQ(card.codesReceived(), planUnlock(shown, code.id)->first ? 2 : 1);
        EXPECT_TRUE(std::ranges::none_of(card.soft().codes(), &softcard::CodeStatus::verified));
        const auto truth = card.status(code.id);
        EXPECT_EQ(truth.value, "714285");
        EXPECT_EQ(truth.triesLeft, truth.triesMax);
        EXPECT_EQ(card.pukOf(shown, code.id).triesLeft, puk.triesMax);
        const auto now = card.read();
        const auto* changed = now.find(code.id);
        ASSERT_NE(changed, nullptr);
        EXPECT_EQ(now.identity, shown.identity) << "a new code makes no other card";
        const bool unreadable = changed->state == CodeState::Unknown || changed->state == CodeState::NeverSet;
        EXPECT_TRUE(changed->state == CodeState::Ready || (!changed->triesLeft && unreadable))
            << static_cast<int>(changed->state);
    }
}

TEST_P(EachCard, SpendsOneTryForAWrongPukAndTellsWhatIsLeft)
{
    FlowCard card(GetParam());
    const auto shown = card.read();
    const auto target = unlockable(card, shown);
    if (!target)
        return; // all PUKs of this one are locked: LockedPuk below is its test
    const auto before = card.pukOf(shown, target->id);
    const auto old = card.status(target->id);
    const std::string wrong(target->puk.size(), '9');
    const auto result = card.unlock(shown, target->id, wrong.c_str(), "714285");
    EXPECT_EQ(result.kind, Kind::Wrong);
    EXPECT_EQ(result.error, ErrorId::WrongPuk);
    EXPECT_TRUE(std::ranges::none_of(card.soft().codes(), &softcard::CodeStatus::verified));
    EXPECT_EQ(card.codesReceived(), 1);
    EXPECT_EQ(card.pukOf(shown, target->id).triesLeft, before.triesLeft - 1);
    EXPECT_EQ(result.triesLeft, before.triesLeft - 1);
    EXPECT_EQ(card.status(target->id).value, old.value) << "the old code still counts";
}

TEST_P(EachCard, ChangesACodeWithTheOldOne)
{
    FlowCard card(GetParam());
    const auto shown = card.read();
    for (const auto& code : shown.codes) {
        const auto truth = card.status(code.id);
        if (code.cannotChange || truth.triesLeft == 0 || truth.value.empty())
            continue;
        EXPECT_EQ(card.change(shown, code.id, truth.value.c_str(), "714285").kind, Kind::Accepted)
            << code.id.text();
        EXPECT_EQ(card.status(code.id).value, "714285");
        if (truth.triesLeft < 2)
            continue;
        const auto again = card.read();
        const auto wrong = card.change(again, code.id, "909090", "831947");
        EXPECT_EQ(wrong.kind, Kind::Wrong);
        EXPECT_EQ(wrong.error, ErrorId::WrongPin);
        EXPECT_EQ(wrong.triesLeft, truth.triesMax - 1);
        EXPECT_EQ(card.status(code.id).triesLeft, truth.triesMax - 1);
        EXPECT_EQ(card.status(code.id).value, "714285");
    }
}

/** What a flow did on a card that was pulled in the middle of it. */
void expectHonest(const CardError& error, const FlowCard& card, const PulledOut& pulled)
{
    EXPECT_EQ(error.id, ErrorId::CardRemoved);
    EXPECT_LE(pulled.codesHandedOver(), 2) << "a PUK that is verified, and the new code";
    EXPECT_EQ(error.codeSent, pulled.codesHandedOver() > 0);
    if (card.codesReceived() > 0) {
        EXPECT_TRUE(error.codeSent);
    }
}

TEST_P(EachCard, SurvivesBeingPulledAtEveryStep)
{
    for (const auto lost : {Lost::Command, Lost::Answer}) {
        int steps = 0;
        for (;; ++steps) {
            ASSERT_LT(steps, 500);
            FlowCard card(GetParam());
            PulledOut pulled(card.soft(), steps, lost);
            try {
                Session session(pulled);
                (void)readCard(session, card.atr());
                EXPECT_FALSE(pulled.gone()) << "a reading that lost its card said nothing";
                break;
            } catch (const CardError& error) {
                expectHonest(error, card, pulled);
                EXPECT_FALSE(error.codeSent);
            }
        }
        EXPECT_GT(steps, 5);
        for (const bool unlocking : {true, false})
            for (int step = 0;; ++step) {
                ASSERT_LT(step, 500);
                FlowCard card(GetParam());
                const auto shown = card.read();
                const auto target = unlockable(card, shown);
                if (!target || (!unlocking && shown.find(target->id)->cannotChange))
                    break;
                const auto old = card.status(target->id).value;
                PulledOut pulled(card.soft(), step, lost);
                try {
                    const auto result = unlocking
                        ? card.unlockOver(pulled, shown, target->id, target->puk.c_str(), "714285")
                        : card.changeOver(
                            pulled, shown, target->id, old.empty() ? "909090" : old.c_str(), "714285");
                    EXPECT_FALSE(pulled.gone());
                    EXPECT_LE(card.codesReceived(), 2);
                    EXPECT_EQ(result.codeSent, card.codesReceived() > 0);
                    break;
                } catch (const CardError& error) {
                    expectHonest(error, card, pulled);
                }
            }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Cards, EachCard, testing::ValuesIn(test::servedPersonalities()), [](const auto& tested) {
        auto name = tested.param;
        std::ranges::replace(name, '-', '_');
        return name;
    });

TEST(RandomCards, AreReadAndUnlockedHoweverTheyAreLaidOut)
{
    int unlocked = 0;
    for (int seed = 1; seed <= 150; ++seed) {
        SCOPED_TRACE(seed);
        FlowCard card("random:" + std::to_string(seed));
        const auto before = card.soft().codes();
        const auto shown = card.read();
        EXPECT_FALSE(shown.codes.empty());
        const auto after = card.soft().codes();
        for (std::size_t i = 0; i < before.size(); ++i)
            EXPECT_EQ(after[i].triesLeft, before[i].triesLeft) << "reading cost a try of " << after[i].name;
        for (const auto& code : shown.codes) {
            (void)card.status(code.id);
            EXPECT_EQ(std::ranges::count(shown.codes, code.id, &CodeObject::id), 1) << code.id.text();
            // PUKs of random cards are found by the reference their code's object points to, in any of its
            // places.
            const auto puk = std::ranges::find_if(before, [&](const auto& one) {
                return code.puk && one.name.ends_with(':' + toHex(Bytes{code.puk->reference}))
                    && (one.name.starts_with(toHex(code.puk->application.aid))
                        || !code.puk->application.path.empty());
            });
            if (!planUnlock(shown, code.id) || puk == before.end() || puk->triesLeft == 0)
                continue;
            const std::string fresh =
                std::string("7142853629182605").substr(0, static_cast<std::size_t>(code.freshMax));
            const auto same = std::ranges::count_if(before,
                [&](const auto& one) { return one.name.ends_with(puk->name.substr(puk->name.find(':'))); });
            if (same != 1)
                continue; // two objects of the same reference: which is meant is the system tests' business
            EXPECT_EQ(card.unlock(shown, code.id, puk->value.c_str(), fresh.c_str()).kind, Kind::Accepted)
                << code.id.text();
            EXPECT_EQ(card.status(code.id).value, fresh);
            ++unlocked;
        }
    }
    EXPECT_GT(unlocked, 100);
}

TEST(Activation, SetsBothCodesOfACardThatCameWithAPukOnly)
{
    for (const auto* name : {"classic-v3-delivered", "classic-v3-delivered-told"}) {
        FlowCard card(name);
        const auto shown = card.read();
        const auto ids = codesToActivate(shown);
        ASSERT_EQ(ids.size(), 2u) << name;
        EXPECT_TRUE(samePuk(*shown.find(ids[0]), *shown.find(ids[1])));
        EXPECT_EQ(card.unlock(shown, ids[0], "12345678", "714285").kind, Kind::Accepted);
        EXPECT_EQ(card.unlock(card.read(), ids[1], "12345678", "831947").kind, Kind::Accepted);
        EXPECT_EQ(card.status(ids[0]).value, "714285");
        EXPECT_EQ(card.status(ids[1]).value, "831947");
    }
}

TEST(Delivered, ACardThatWasNeverUsedIsNotSimplyLocked)
{
    for (const auto* name : {"classic-v3-delivered", "classic-v3-delivered-told"}) {
        FlowCard card(name);
        const auto shown = card.read();
        ASSERT_EQ(shown.codes.size(), 2u);
        for (const auto& code : shown.codes) {
            EXPECT_TRUE(code.state == CodeState::NeverSet || code.state == CodeState::LockedOrNeverSet)
                << name;
            std::vector<Action::Kind> offered;
            for (const auto& action : actionsFor(shown))
                if (action.code == code.id && !action.unavailable)
                    offered.push_back(action.kind);
            EXPECT_EQ(offered, (std::vector{Action::Kind::Set, Action::Kind::Unlock})) << name;
        }
        EXPECT_EQ(actionsFor(shown).front().kind, Action::Kind::Activate);
    }
}

TEST(Telia, ABlockedPinCannotBeSeenButCanBeUnlocked)
{
    FlowCard card("telia-pin-locked");
    const auto shown = card.read();
    const auto* code = shown.find(CodeRole::Identification);
    ASSERT_NE(code, nullptr);
    EXPECT_EQ(code->state, CodeState::Unknown);
    EXPECT_EQ(code->triesLeft, std::nullopt);
    EXPECT_EQ(code->puk->triesLeft, std::nullopt);
    const auto change = card.change(shown, code->id, "909090", "714285");
    EXPECT_EQ(change.kind, Kind::Blocked);
    EXPECT_EQ(change.error, ErrorId::PinLocked);
    const auto puk = card.pukOf(shown, code->id).value;
    EXPECT_EQ(card.unlock(shown, code->id, puk.c_str(), "714285").kind, Kind::Accepted);
}

TEST(LockedPuk, IsNotTriedAgain)
{
    for (const auto* name :
        {"classic-v3-puk-locked", "siths-puk-locked", "ias-classic-puk-locked", "fineid-puk-locked"}) {
        FlowCard card(name);
        const auto shown = card.read();
        for (const auto& code : shown.codes) {
            ASSERT_TRUE(code.puk) << name;
            EXPECT_TRUE(code.puk->locked) << name;
            const auto result = card.unlock(shown, code.id, "12345678", "714285");
            EXPECT_EQ(result.kind, Kind::Refused) << name;
            EXPECT_EQ(result.error, ErrorId::PukLocked);
            for (const auto& action : actionsFor(shown))
                if (action.kind == Action::Kind::Unlock) {
                    EXPECT_EQ(action.unavailable, ErrorId::PukLocked);
                }
        }
        EXPECT_EQ(card.codesReceived(), 0) << name;
    }
    // Where the counter cannot be read the card itself says so, once.
    FlowCard telia("telia-puk-locked");
    const auto shown = telia.read();
    const auto result = telia.unlock(shown, shown.codes.front().id, "12345678", "714285");
    EXPECT_EQ(result.kind, Kind::Blocked);
    EXPECT_EQ(result.error, ErrorId::PukLocked);
    EXPECT_EQ(telia.codesReceived(), 1);
}

TEST(UnservedCards, AreToldApart)
{
    for (const auto* name : {"unknown", "bank"}) {
        FlowCard card(name);
        const auto shown = card.read();
        EXPECT_EQ(shown.problem, ErrorId::CardUnknown) << name;
        EXPECT_TRUE(actionsFor(shown).empty());
        EXPECT_EQ(card.codesReceived(), 0);
    }
    for (const auto* name : {"contactless", "contactless-plain"}) {
        FlowCard contactless(name);
        const auto shown = contactless.read();
        EXPECT_EQ(shown.problem, ErrorId::CardContactless) << name;
        EXPECT_FALSE(shown.codes.empty()) << name;
        for (const auto& action : actionsFor(shown))
            EXPECT_TRUE(action.unavailable) << name;
        EXPECT_EQ(
            contactless.unlock(shown, shown.codes.front().id, "12345678", "714285").kind, Kind::Refused);
        EXPECT_EQ(contactless.codesReceived(), 0) << name;
    }
}

TEST(HostileCards, CrashNothingHangNothingAndSeeNoCode)
{
    for (const auto& name : test::personalitiesOf({"hostile"})) {
        FlowCard card(name);
        CardInfo shown;
        try {
            shown = card.read();
        } catch (const CardError& error) {
            EXPECT_FALSE(error.codeSent) << name;
            EXPECT_EQ(error.id, ErrorId::CardBroken) << name;
        }
        EXPECT_EQ(card.codesReceived(), 0) << name;
        EXPECT_LT(card.soft().counts().apdus, 3500) << name;
        EXPECT_LE(shown.codes.size(), 64u * 8) << name;
    }
}

TEST(HostileCards, WhoseCodesCannotBeReadAreBrokenAndNotWithoutCodes)
{
    FlowCard card("hostile-lengths");
    const auto shown = card.read();
    EXPECT_TRUE(shown.codes.empty());
    EXPECT_EQ(shown.problem, ErrorId::CardBroken);
}

TEST(FinnishDeliveryPin, IsChangedNotUnblocked)
{
    FlowCard card("fineid-2026-delivered");
    const auto shown = card.read();
    const auto* code = shown.find(CodeRole::Identification);
    ASSERT_NE(code, nullptr);
    EXPECT_TRUE(code->deliveryCode);
    EXPECT_EQ(code->state, CodeState::NeverSet);
    EXPECT_EQ(planUnlock(shown, code->id), std::nullopt);
    const auto truth = card.status(code->id);
    EXPECT_EQ(truth.value.size(), 7u);
    EXPECT_EQ(card.change(shown, code->id, truth.value.c_str(), "714285").kind, Kind::Accepted);
    EXPECT_FALSE(card.read().find(code->id)->deliveryCode);
}

TEST(Siths, IsToldByItsCertificatesOnEveryPlatform)
{
    for (const auto* name : {"siths-used", "siths-setcos-used"}) {
        FlowCard card(name);
        const auto shown = card.read();
        EXPECT_EQ(shown.issuer, Issuer::Siths) << name;
        std::map<Purpose, int> purposes;
        for (const auto& one : shown.certificates) {
            ++purposes[one.purpose];
            EXPECT_EQ(one.issuedBy, Issuer::Siths) << name;
        }
        const std::map<Purpose, int> wanted{
            {Purpose::Authentication, 2}, {Purpose::Signature, 2}, {Purpose::Encryption, 1}};
        EXPECT_EQ(purposes, wanted) << name;
    }
    FlowCard siths("siths-setcos-used"), telia("telia-used");
    EXPECT_EQ(siths.atr(), telia.atr());
    EXPECT_EQ(telia.read().issuer, Issuer::Telia);
    EXPECT_EQ(siths.read().profile, telia.read().profile);
}

} // namespace
} // namespace kortvakt
