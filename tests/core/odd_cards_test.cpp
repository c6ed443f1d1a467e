// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Cards that are odd in ways that the standards leave room for: told as any other card is.
#include "tests/core/tampered.h"
#include "tests/softcard/der.h"
#include "tests/softcard/family.h"

namespace kortvakt::test {
namespace {

using softcard::File;
using softcard::Habits;
using softcard::Layout;
using softcard::State;
using Kind = CodeResult::Kind;
namespace p15 = softcard::p15;

const CodeId pin{"5015", 0x01}, signature{"5015", 0x02};

/** The plain card with its files changed, its identification PIN locked. */
FlowCard plainCard(
    const std::function<void(File& master)>& edit, const std::function<void(Habits&)>& habits = {})
{
    auto card = softcard::makePlainCard("plain-pin-locked", {State::PinLocked, habits, {}, {}});
    edit(card->masterFile());
    return FlowCard(std::move(card));
}

/** All of it is read, and its PUK unlocks it. */
void isSound(FlowCard& card)
{
    const auto shown = card.read();
    EXPECT_FALSE(shown.problem) << (shown.problem ? idOf(*shown.problem) : "");
    ASSERT_EQ(shown.codes.size(), 2u);
    EXPECT_EQ(shown.certificates.size(), 2u);
    EXPECT_EQ(shown.name, "Åsa Ek");
    EXPECT_EQ(card.unlock(shown, pin, "56789012", "714285").kind, Kind::Accepted);
}

TEST(OddCards, MayNameAPassportFirstAndTellNoPaths)
{
    const Bytes icao = fromHex("A0000002471001"), pkcs15 = fromHex("A000000063504B43532D3135");
    auto card = plainCard([&](File& master) {
        master.child(0x2F00)->content =
            softcard::der::join({p15::dirEntry(icao, "", {}), p15::dirEntry(pkcs15, "", {})});
    });
    isSound(card);
}

TEST(OddCards, MayHaveAPassportThatOpensNothing)
{
    const Bytes icao = fromHex("A0000002471001"), pkcs15 = fromHex("A000000063504B43532D3135");
    auto card = plainCard([&](File& master) {
        master.child(0x2F00)->content =
            softcard::der::join({p15::dirEntry(icao, "", {}), p15::dirEntry(pkcs15, "", {})});
    });
    Tampered channel(card.soft());
    channel.instead = [inside = false, icao](View command) mutable -> std::optional<Bytes> {
        if (command[1] != 0xA4)
            return {};
        if (command[2] != 0x04)
            return inside ? std::optional(fromHex("6982")) : std::nullopt;
        inside = !std::ranges::search(command, icao).empty();
        return inside ? std::optional(fromHex("9000")) : std::nullopt;
    };
    const auto shown = readOver(channel, card.atr());
    EXPECT_EQ(shown.problem, ErrorId::PartNotRead) << "to insert it again would not help";
    EXPECT_EQ(shown.codes.size(), 2u);
}

TEST(OddCards, ThatHaveMoreApplicationsThanAreReadAreNotWhole)
{
    auto card = plainCard([&](File& master) {
        auto& names = master.child(0x2F00)->content;
        names.clear();
        for (std::uint8_t last = 1; last <= 9; ++last)
            names = softcard::der::join({names, p15::dirEntry({0xF0, 0x00, 0x00, 0x00, last}, "", {})});
    });
    const auto shown = card.read();
    EXPECT_TRUE(shown.problem);
    EXPECT_NE(shown.problem, ErrorId::CardUnknown);
}

TEST(OddCards, MayFillUpTheirCertificates)
{
    for (const auto filler : {std::uint8_t{0x00}, std::uint8_t{0xFF}}) {
        auto card = plainCard([&](File& master) {
            for (const auto fid : {std::uint16_t{0x4301}, std::uint16_t{0x4302}}) {
                auto& content = master.child(0x5015)->child(fid)->content;
                content.insert(content.end(), 300, filler);
            }
        });
        isSound(card);
    }
}

TEST(OddCards, MayTellTheSizeOfAFileByOneTagAlone)
{
    for (const auto tag : {std::uint8_t{0x80}, std::uint8_t{0x81}}) {
        auto card = plainCard([](File&) {},
            [&](Habits& habits) {
                habits.sizeTag = tag;
                habits.sizeOnly = true;
            });
        isSound(card);
    }
}

/** What is offered for a code, and why not. */
std::map<Action::Kind, std::optional<ErrorId>> offersFor(const CardInfo& card, const CodeId& id)
{
    std::map<Action::Kind, std::optional<ErrorId>> offers;
    for (const auto& action : actionsFor(card))
        if (action.code == id)
            offers[action.kind] = action.unavailable;
    return offers;
}

TEST(OddCards, MayForbidThatACodeIsChangedOrUnblocked)
{
    using softcard::der::flags;
    for (const auto& [mask, unlock, change] :
        {std::tuple{flags({p15::ChangeDisabled, p15::UnblockDisabled}), true, true},
            {flags({p15::ChangeDisabled}), false, true}, {flags({p15::UnblockDisabled}), true, false}}) {
        const auto forbid = [mask = mask](Layout& layout) {
            for (auto& password : layout.passwords)
                password.flags |= mask;
        };
        FlowCard card(softcard::makePlainCard("plain-used", {State::Used, {}, forbid, {}}));
        const auto shown = card.read();
        EXPECT_FALSE(shown.problem);
        ASSERT_EQ(shown.codes.size(), 2u);
        for (const auto& code : shown.codes) {
            EXPECT_EQ(code.cannotUnlock == ErrorId::CardForbids, unlock);
            EXPECT_EQ(code.cannotChange == ErrorId::CardForbids, change);
            for (const auto& [kind, unavailable] : offersFor(shown, code.id))
                EXPECT_TRUE(unavailable || !(kind == Action::Kind::Change ? change : unlock));
        }
        if (unlock) {
            EXPECT_EQ(card.unlock(shown, pin, "56789012", "714285").error, ErrorId::CardForbids);
        }
        if (change) {
            EXPECT_EQ(card.change(shown, pin, "123456", "714285").error, ErrorId::CardForbids);
        }
        EXPECT_EQ(card.codesReceived(), 0);
    }
}

TEST(OddCards, MayCallTheirCodesWhatTheyLikeWhereKeysTellTheirUse)
{
    for (const auto& [first, second] : {std::pair{"identification", "signing"}, {"PIN1", "PIN2"}, {"", ""}}) {
        FlowCard card(softcard::makePlainCard("plain-used",
            {State::Used, {},
                [&, first = first, second = second](Layout& layout) {
                    layout.passwords[0].common.label = first;
                    layout.passwords[1].common.label = second;
                },
                {}}));
        const auto shown = card.read();
        ASSERT_EQ(shown.codes.size(), 2u) << first;
        EXPECT_EQ(shown.find(pin)->role, CodeRole::Identification) << first;
        EXPECT_EQ(shown.find(signature)->role, CodeRole::Signature) << first;
    }
}

constexpr std::uint8_t getData = 0xCB, getResponse = 0xC0;

/** Gives what a card answers to GET DATA in pieces of its own making. */
class Pieces : public SoftChannel {
public:
    /** @param piece bytes at once; @param told what 61xx says at most is left: less than comes then. */
    Pieces(softcard::SoftCard& card, std::size_t piece, std::size_t told)
        : SoftChannel(card)
        , piece_(piece)
        , told_(told)
    {
    }
    [[nodiscard]] Bytes transmit(View command) override
    {
        if (command[1] == getResponse)
            return next();
        auto answer = SoftChannel::transmit(command);
        if (command[1] != getData)
            return answer;
        left_.assign(answer.begin(), answer.end() - 2);
        while (answer.at(answer.size() - 2) == 0x61) {
            answer = SoftChannel::transmit(Bytes{0x00, getResponse, 0x00, 0x00, answer.back()});
            left_.insert(left_.end(), answer.begin(), answer.end() - 2);
        }
        if (left_.empty())
            return answer;
        return next();
    }

private:
    Bytes next()
    {
        const auto end = left_.begin() + static_cast<std::ptrdiff_t>(std::min(piece_, left_.size()));
        Bytes answer(left_.begin(), end);
        left_.erase(left_.begin(), end);
        const auto more = static_cast<std::uint8_t>(std::min({left_.size(), told_, std::size_t{0xFF}}));
        answer.push_back(left_.empty() ? 0x90 : 0x61);
        answer.push_back(left_.empty() ? 0x00 : more);
        return answer;
    }

    std::size_t piece_, told_;
    Bytes left_;
};

TEST(OddPivCards, MayAnswerInPiecesOfAnySize)
{
    struct {
        std::size_t piece, told;
    } const rows[] = {{255, 0xFF}, {254, 0xFF}, {255, 0x10}, {200, 0xFF}, {16, 0x08}};
    for (const auto& [piece, told] : rows) {
        FlowCard card("piv-pin-locked");
        Pieces channel(card.soft(), piece, told);
        const auto shown = readOver(channel, card.atr());
        EXPECT_FALSE(shown.problem) << piece;
        EXPECT_EQ(shown.name, "Elsa Berg") << piece;
        EXPECT_EQ(shown.certificates.size(), 2u) << piece;
        EXPECT_EQ(shown.serial.size(), 32u) << piece;
    }
}

TEST(OddPivCards, ShowWhatIsReadBesideASlotThatIsNot)
{
    // The answer to one slot, and what is told of it.
    const std::pair<const char*, ErrorId> rows[] = {{"6F00", ErrorId::CardBroken},
        {"6982", ErrorId::CardBroken}, {"6581", ErrorId::CardBroken}, {"9000", ErrorId::CardBroken},
        {"530A700830060201019000", ErrorId::CardBroken}, {"530570030102039000", ErrorId::PartNotRead},
        {"530A7003010203710101FE009000", ErrorId::PartNotRead}};
    for (const auto& [answer, told] : rows) {
        FlowCard card("piv-pin-locked");
        Tampered channel(card.soft());
        channel.instead = [answer = answer](View command) {
            const bool second = command[1] == getData && command.size() > 9 && command[9] == 0x0A;
            return second ? std::optional(fromHex(answer)) : std::nullopt;
        };
        const auto shown = readOver(channel, card.atr());
        EXPECT_EQ(shown.problem, told) << answer;
        ASSERT_EQ(shown.certificates.size(), 1u) << answer;
        EXPECT_EQ(shown.certificates.front().id, "9A") << answer;
        EXPECT_EQ(shown.name, "Elsa Berg") << answer;
        EXPECT_EQ(shown.codes.size(), 1u) << answer;
    }
}

TEST(OddPivCards, AreToldByTheirCertificateWhereTheyHaveNoIdentifier)
{
    const auto withoutIdentifier = [](const std::string& name) {
        return softcard::makePivCard(
            name, {State::PinLocked, [](Habits& habits) { habits.objects.erase(softcard::pivHolder); }, {}});
    };
    FlowCard card(withoutIdentifier("piv-one"));
    const auto shown = card.read();
    EXPECT_FALSE(shown.problem);
    EXPECT_TRUE(shown.serial.empty());
    ASSERT_EQ(shown.codes.size(), 1u);
    const auto id = shown.codes.front().id;
    card.swap(withoutIdentifier("piv-another"));
    EXPECT_EQ(breakdownOf([&] { (void)card.unlock(shown, id, "12345678", "714285"); }), ErrorId::CardSwapped);
    EXPECT_EQ(card.codesReceived(), 0);
    card.swap(withoutIdentifier("piv-one"));
    EXPECT_EQ(card.unlock(shown, id, "12345678", "714285").kind, Kind::Accepted);
    EXPECT_EQ(card.status(id).value, "714285");
}

} // namespace
} // namespace kortvakt::test
