// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/subject.h"
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
                std::string("7142857142857142").substr(0, static_cast<std::size_t>(code.freshMax));
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

TEST(Report, HoldsNoPersonalDataAndSendsNoCode)
{
    for (const auto* name :
        {"classic-v3-used", "siths-used", "telia-used", "fineid-used", "plain-used", "unknown"}) {
        FlowCard card(name);
        test::SoftChannel channel(card.soft());
        Session session(channel);
        const auto report = reportCard(session, card.atr());
        EXPECT_GT(report.size(), 8u) << name;
        EXPECT_EQ(card.codesReceived(), 0) << name;
        std::string all;
        for (const auto& line : report)
            all += line.data + '\n';
        card.soft().reset();
        const auto shown = card.read();
        if (!shown.serial.empty()) {
            EXPECT_EQ(all.find(shown.serial), std::string::npos) << name;
        }
        for (const auto& certificate : shown.certificates) {
            const std::string subject(certificate.subject);
            EXPECT_EQ(all.find(toHex(Bytes(subject.begin(), subject.end()))), std::string::npos) << name;
        }
    }
}

/** A card whose certificates' directory begins with an entry that was deleted. */
class WithAGap : public test::SoftChannel {
public:
    using SoftChannel::SoftChannel;
    [[nodiscard]] Bytes transmit(View command) override
    {
        auto answer = SoftChannel::transmit(command);
        const auto person = fromHex("4D61726961"); // "Maria"
        if (!std::ranges::search(answer, person).empty())
            answer.front() = 0x00;
        return answer;
    }
};

TEST(Report, TellsNoNameFromKeysOrFromBehindAGap)
{
    FlowCard card("ias-classic-used");
    test::SoftChannel whole(card.soft());
    WithAGap gap(card.soft());
    for (Channel* channel : {static_cast<Channel*>(&whole), static_cast<Channel*>(&gap)}) {
        card.soft().reset();
        Session session(*channel);
        const auto report = reportCard(session, card.atr());
        EXPECT_GT(report.size(), 8u);
        for (const auto& line : report)
            EXPECT_EQ(line.data.find("4D61726961"), std::string::npos) << line.step;
    }
}

/** A card that writes its holder's name where other cards write their maker's, and on a code. */
class NamedAfterItsHolder : public test::SoftChannel {
public:
    using SoftChannel::SoftChannel;
    [[nodiscard]] Bytes transmit(View command) override
    {
        auto answer = SoftChannel::transmit(command);
        rename(answer, "Gemalto S.A.", "LINDQVIST, M");
        rename(answer, "Signature PIN", "Maria 730228-");
        return answer;
    }

private:
    static void rename(Bytes& answer, std::string_view from, std::string_view to)
    {
        const auto found = std::ranges::search(answer, from, {}, [](auto byte) { return char(byte); });
        if (found.begin() != answer.end())
            std::ranges::copy(to, found.begin());
    }
};

TEST(Report, CrossesOutTheHolderWhereverTheCardHasWrittenThem)
{
    FlowCard card("ias-classic-used");
    NamedAfterItsHolder channel(card.soft());
    Session session(channel);
    std::string all;
    for (const auto& line : reportCard(session, card.atr()))
        all += line.data + '\n';
    const auto says = [&](std::string_view text) {
        return all.find(toHex(Bytes(text.begin(), text.end()))) != std::string::npos;
    };
    EXPECT_FALSE(says("LINDQVIST"));
    EXPECT_TRUE(says("xxxxxxxxx, x"));
    EXPECT_FALSE(says("Maria"));
    EXPECT_TRUE(says("xxxxx xxxxxx-"));
}

/** One whose certificates cannot be read, either: nobody knows who that holder is. */
class NamedAfterSomebody : public NamedAfterItsHolder {
public:
    using NamedAfterItsHolder::NamedAfterItsHolder;
    [[nodiscard]] Bytes transmit(View command) override
    {
        auto answer = NamedAfterItsHolder::transmit(command);
        if (answer.size() > 4 && answer[0] == 0x30 && answer[1] == 0x82)
            answer[0] = 0x02;
        return answer;
    }
};

TEST(Report, TellsNoNameWhereNoCertificateTellsWhoseItIs)
{
    FlowCard card("ias-classic-used");
    NamedAfterSomebody channel(card.soft());
    {
        Session session(channel);
        ASSERT_EQ(readCard(session, card.atr()).name, "");
    }
    card.soft().reset();
    Session session(channel);
    std::string all;
    for (const auto& line : reportCard(session, card.atr()))
        all += line.data + '\n';
    for (const std::string_view personal : {"LINDQVIST", "Lindqvist", "Maria", "730228"})
        EXPECT_EQ(all.find(toHex(Bytes(personal.begin(), personal.end()))), std::string::npos) << personal;
}

TEST(Report, KnowsWhatEveryCertificateCallsItsHolder)
{
    for (const auto* name : {"siths-used", "fineid-used", "telia-used", "esteid-idemia-used"}) {
        FlowCard card(name);
        for (const auto& certificate : card.read().certificates) {
            const auto person = personIn(certificate.der);
            EXPECT_NE(std::ranges::find(person, certificate.subject), person.end()) << name;
            EXPECT_TRUE(std::ranges::any_of(person,
                [](const std::string& text) {
                    return std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) >= 5;
                }))
                << name << ": its serialNumber";
        }
    }
    EXPECT_TRUE(personIn(fromHex("3003020101")).empty());
}

/** A card with more applications in its EF.DIR than any has. */
class WithManyApplications : public test::SoftChannel {
public:
    using SoftChannel::SoftChannel;
    [[nodiscard]] Bytes transmit(View command) override
    {
        auto answer = SoftChannel::transmit(command);
        if (answer.size() > 2 && answer.front() == 0x61) {
            answer.clear();
            for (std::uint8_t place = 1; place <= 20; ++place) {
                const Bytes entry{0x61, 0x09, 0x4F, 0x07, 0xA0, 0x00, 0x00, 0x00, 0x99, 0x99, place};
                answer.insert(answer.end(), entry.begin(), entry.end());
            }
            answer.insert(answer.end(), {0x90, 0x00});
        }
        return answer;
    }
};

TEST(Report, FollowsNoMoreApplicationsThanCardsHave)
{
    FlowCard card("plain-used");
    WithManyApplications channel(card.soft());
    Session session(channel);
    const auto report = reportCard(session, card.atr());
    EXPECT_EQ(std::ranges::count_if(
                  report, [](const auto& line) { return line.step.starts_with("SELECT A00000009999"); }),
        8);
}

/** A PIV card that tells more of its certificates than how they are stored. */
class WithMuchInformation : public test::SoftChannel {
public:
    using SoftChannel::SoftChannel;
    [[nodiscard]] Bytes transmit(View command) override
    {
        auto answer = SoftChannel::transmit(command);
        if (const auto found = std::ranges::search(answer, fromHex("710100FE00")); !found.empty())
            found[1] = 0x03;
        return answer;
    }
};

TEST(Report, TellsOfAPivCertificateNoMoreThanHowItIsStored)
{
    FlowCard card("piv-used");
    WithMuchInformation channel(card.soft());
    Session session(channel);
    int told = 0;
    for (const auto& line : reportCard(session, card.atr()))
        if (line.step.starts_with("certificate object ") && line.status == 0x9000) {
            EXPECT_EQ(line.data, "00");
            ++told;
        }
    EXPECT_GT(told, 0);
}

TEST(Report, ReadsOfACardWithoutDirectoryFilesOnlyWhatItsFamilyKeeps)
{
    const std::vector<std::pair<std::string, std::vector<std::string>>> kept{
        {"piv-used",
            {"object 5FC102", "certificate object 5FC105", "certificate object 5FC10A",
                "certificate object 5FC10B", "certificate object 5FC101"}},
        {"esteid-idemia-used", {"certificate ADF13401", "certificate ADF2341F", "EF D003"}},
        {"esteid-thales-used", {"certificate 3F00ADF13411", "certificate 3F00ADF23421", "EF 3F00DFDD5007"}},
        {"seeid", {}}, {"idprime-used", {}}};
    for (const auto& [name, wanted] : kept) {
        FlowCard card(name);
        test::SoftChannel channel(card.soft());
        Session session(channel);
        const auto report = reportCard(session, card.atr());
        std::vector<std::string> read;
        bool within = false;
        for (const auto& line : report) {
            within = within && !line.step.starts_with("SELECT ") && !line.step.starts_with("code ")
                && !line.step.starts_with("READ ");
            if (within)
                read.push_back(line.step);
            within |= line.step.starts_with("application ");
        }
        EXPECT_EQ(read, wanted) << name;
    }
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
