// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// What is told of cards that tell oddly, wrongly or in another form what they are.
#include "tests/core/tampered.h"

#include <functional>

namespace kortvakt::test {
namespace {

using Check = std::function<void(const CardInfo&)>;

struct Row {
    const char* personality;
    Check holds;
};

/** A code that must be there. */
const CodeObject& code(const CardInfo& card, const char* application, std::uint8_t reference)
{
    static const CodeObject none;
    const auto* found = card.find(CodeId{application, reference});
    EXPECT_NE(found, nullptr) << application << ':' << int{reference};
    return found != nullptr ? *found : none;
}

bool unlocks(const CodeObject& one)
{
    return one.puk && !one.cannotUnlock;
}

/** Read to its end, and nothing missing. */
void isSound(const CardInfo& card, std::string_view family, std::size_t codes, std::size_t certificates)
{
    ASSERT_NE(card.profile, nullptr);
    EXPECT_EQ(card.profile->id, family);
    EXPECT_FALSE(card.problem) << (card.problem ? idOf(*card.problem) : "");
    EXPECT_TRUE(card.complete);
    EXPECT_EQ(card.codes.size(), codes);
    EXPECT_EQ(card.certificates.size(), certificates);
}

void isPlain(const CardInfo& card)
{
    isSound(card, "pkcs15", 2, 2);
    const auto& pin = code(card, "5015", 0x01);
    const auto& signature = code(card, "5015", 0x02);
    EXPECT_EQ(pin.role, CodeRole::Identification);
    EXPECT_EQ(signature.role, CodeRole::Signature);
    EXPECT_EQ(card.name, "Åsa Ek");
    for (const auto* one : {&pin, &signature}) {
        EXPECT_TRUE(unlocks(*one));
        EXPECT_FALSE(one->cannotChange);
    }
}

constexpr const char* piv = "A00000030800001000";

void isPiv(const CardInfo& card)
{
    isSound(card, "piv", 1, 2);
    EXPECT_EQ(card.name, "Elsa Berg");
    EXPECT_TRUE(unlocks(code(card, piv, 0x80)));
}

/** What is offered of all codes but these. */
void offersOnly(const CardInfo& card, const CodeId& one)
{
    for (const auto& action : actionsFor(card))
        EXPECT_TRUE(action.unavailable || action.code == one) << action.code.text();
    EXPECT_NE(card.find(one), nullptr);
}

void neverSaysThatThereIsNoPuk(const CardInfo& card)
{
    for (const auto& one : card.codes)
        EXPECT_NE(one.cannotUnlock, ErrorId::NoPuk) << one.id.text();
}

void isYubiKey(const CardInfo& card, int tries, int pukTries, bool factory)
{
    const auto& pin = code(card, piv, 0x80);
    EXPECT_FALSE(card.problem);
    EXPECT_EQ(pin.triesLeft, tries);
    EXPECT_EQ(pin.state, tries == 0 ? CodeState::Locked : CodeState::Ready);
    EXPECT_EQ(pin.factoryValue, factory);
    ASSERT_TRUE(pin.puk);
    EXPECT_EQ(pin.puk->triesLeft, pukTries);
    EXPECT_EQ(pin.puk->locked, pukTries == 0);
    EXPECT_EQ(pin.puk->factoryValue, factory);
    EXPECT_FALSE(card.serial.empty());
}

void isBlank(const CardInfo& card)
{
    EXPECT_TRUE(card.complete);
    EXPECT_TRUE(unlocks(code(card, piv, 0x80))) << "its serial number tells it from other keys";
    EXPECT_FALSE(code(card, piv, 0x80).cannotChange);
}

/** Each applet's codes are their own, and so are their PUKs. */
void hasTwoApplets(const CardInfo& card)
{
    isSound(card, "pkcs15", 4, 4);
    const std::string other = "F0000000015850524F/5015";
    EXPECT_EQ(code(card, "5015", 0x01).label, "Legitimeringskod");
    EXPECT_EQ(code(card, "5015", 0x02).label, "Underskriftskod");
    EXPECT_EQ(code(card, other.c_str(), 0x01).label, "Passerkod");
    EXPECT_EQ(code(card, other.c_str(), 0x04).label, "Kvittenskod");
    ASSERT_EQ(card.codes.size(), 4u);
    EXPECT_TRUE(samePuk(card.codes[0], card.codes[1]));
    EXPECT_FALSE(samePuk(card.codes[0], card.codes[2]));
}

const std::vector<Row>& rows()
{
    static const std::vector<Row> all{
        {"odd-piv-gzip", isPiv},
        {"odd-piv-gzip-00", isPiv},
        {"odd-piv-gzip-80", isPiv},
        {"odd-piv-zlib", isPiv},
        {"odd-piv-global-pin",
            [](const CardInfo& card) {
                EXPECT_FALSE(card.problem);
                EXPECT_EQ(code(card, piv, 0x80).role, CodeRole::Identification);
            }},
        {"odd-piv-global-pin-first",
            [](const CardInfo& card) {
                EXPECT_FALSE(card.problem);
                EXPECT_EQ(code(card, piv, 0x00).triesLeft, 3);
                EXPECT_TRUE(code(card, piv, 0x00).cannotUnlock) << "the PUK is the application's own PIN's";
                EXPECT_TRUE(unlocks(code(card, piv, 0x80)));
            }},
        {"yubikey-used", [](const CardInfo& card) { isYubiKey(card, 3, 5, false); }},
        {"yubikey-pin-locked", [](const CardInfo& card) { isYubiKey(card, 0, 5, false); }},
        {"yubikey-puk-locked", [](const CardInfo& card) { isYubiKey(card, 0, 0, false); }},
        {"yubikey-factory", [](const CardInfo& card) { isYubiKey(card, 3, 3, true); }},
        {"yubikey-blank", isBlank},
        {"yubikey-blank-pin-locked", isBlank},
        {"odd-files-size-0", isPlain},
        {"odd-files-size-small", isPlain},
        {"odd-files-size-large", isPlain},
        {"odd-files-end-6b00", isPlain},
        {"odd-files-end-6700", isPlain},
        {"odd-files-end-6282", isPlain},
        {"odd-files-across-6700", isPlain},
        {"odd-files-records", isPlain},
        {"plain-silent-used",
            [](const CardInfo& card) {
                isSound(card, "pkcs15", 2, 2);
                neverSaysThatThereIsNoPuk(card);
                for (const auto& one : card.codes) {
                    EXPECT_TRUE(one.cannotUnlock);
                    EXPECT_FALSE(one.cannotChange);
                }
            }},
        {"odd-objects-pin-for-puk",
            [](const CardInfo& card) {
                for (const auto& one : card.codes) {
                    EXPECT_TRUE(one.cannotUnlock) << "what guards it is a PIN";
                    EXPECT_FALSE(one.puk);
                    EXPECT_FALSE(one.cannotChange);
                }
            }},
        {"odd-objects-two-puks",
            [](const CardInfo& card) {
                neverSaysThatThereIsNoPuk(card);
                for (const auto& one : card.codes) {
                    EXPECT_TRUE(one.cannotUnlock);
                    EXPECT_FALSE(one.cannotChange);
                }
            }},
        {"odd-objects-reference-0",
            [](const CardInfo& card) {
                offersOnly(card, {"5015", 0x02});
            }},
        {"odd-objects-reference-2",
            [](const CardInfo& card) {
                EXPECT_EQ(card.problem, ErrorId::PartNotRead);
                offersOnly(card, {"5015", 0x02});
            }},
        {"odd-objects-reference-5",
            [](const CardInfo& card) {
                offersOnly(card, {"5015", 0x02});
            }},
        {"odd-objects-paths",
            [](const CardInfo& card) {
                offersOnly(card, {"5015", 0x02});
                EXPECT_FALSE(unlocks(code(card, "5015", 0x02))) << "its PUK's path is odd as well";
            }},
        {"odd-objects-uninitialized",
            [](const CardInfo& card) {
                isPlain(card);
                EXPECT_EQ(code(card, "5015", 0x01).state, CodeState::Unknown);
                EXPECT_TRUE(code(card, "5015", 0x01).maybeNeverSet);
                EXPECT_FALSE(code(card, "5015", 0x02).maybeNeverSet);
                for (const auto& action : actionsFor(card)) // the flag may be wrong: it has an old code
                    EXPECT_FALSE(action.kind == Action::Kind::Change && action.unavailable);
            }},
        {"odd-objects-long-puk",
            [](const CardInfo& card) {
                neverSaysThatThereIsNoPuk(card);
                EXPECT_TRUE(card.problem || unlocks(code(card, "5015", 0x01)));
            }},
        {"odd-objects-long-pin",
            [](const CardInfo& card) {
                neverSaysThatThereIsNoPuk(card);
                EXPECT_TRUE(card.problem || card.codes.size() == 2u);
            }},
        {"odd-myeid-pad-00",
            [](const CardInfo& card) {
                isSound(card, "myeid", 2, 2);
                EXPECT_EQ(code(card, "5015", 0x01).state, CodeState::Locked);
                for (const auto& one : card.codes) {
                    EXPECT_EQ(one.format.pad, 0xFF) << "the card's own, whatever its objects say";
                    EXPECT_TRUE(unlocks(one));
                }
            }},
        {"odd-telia-usage",
            [](const CardInfo& card) {
                isSound(card, "setcos-telia", 2, 2);
                EXPECT_EQ(code(card, "3F00", 0x01).role, CodeRole::Identification);
                EXPECT_EQ(code(card, "5015", 0x82).role, CodeRole::Signature);
            }},
        {"two-applets-used", hasTwoApplets},
        {"two-applets-pin-locked", hasTwoApplets},
        {"two-applets-by-path-used",
            [](const CardInfo& card) {
                EXPECT_FALSE(card.codes.empty());
                for (const auto& one : card.codes) // where nothing tells what a path starts from
                    EXPECT_EQ(one.cannotUnlock && one.cannotChange, one.application.aid.empty())
                        << one.id.text();
            }},
        {"two-applets-name-only-used", isPlain},
        {"two-applets-stray-certificate-used", isPlain},
    };
    return all;
}

class LyingCard : public testing::TestWithParam<Row> { };

TEST_P(LyingCard, IsToldAsItIs)
{
    GetParam().holds(FlowCard(GetParam().personality).read());
}

INSTANTIATE_TEST_SUITE_P(Every, LyingCard, testing::ValuesIn(rows()), [](const auto& tested) {
    std::string name = tested.param.personality;
    std::ranges::replace(name, '-', '_');
    return name;
});

TEST(TwoApplets, AreToldAlikeWhicheverIsSelectedBefore)
{
    FlowCard card("two-applets-used");
    SoftChannel channel(card.soft());
    (void)channel.transmit(fromHex("00A4040C09F0000000015850524F"));
    hasTwoApplets(readOver(channel, card.atr()));
}

TEST(TwoApplets, AreNotMixedUpByAnAnswerThatWasWrongOnce)
{
    FlowCard card("two-applets-used");
    Tampered channel(card.soft());
    bool bent = false;
    channel.instead = [&](View command) -> std::optional<Bytes> {
        if (bent || command[1] != 0xB0)
            return {};
        auto answer = card.soft().transmit(command);
        const auto name = fromHex("F0000000015850524F");
        if (const auto at = std::ranges::search(answer, name); !at.empty()) {
            at.front() ^= 1;
            bent = true;
        }
        return answer;
    };
    hasTwoApplets(readOver(channel, card.atr()));
    EXPECT_TRUE(bent);
}

/** What is read of a card that gives one answer to every command of an instruction. */
CardInfo readWith(Tampered& channel, const Bytes& atr, std::uint8_t instruction, const char* answer)
{
    channel.instead = [=](View command) {
        return command[1] == instruction ? std::optional(fromHex(answer)) : std::nullopt;
    };
    return readOver(channel, atr);
}

TEST(Metadata, ThatDoNotComeThroughAreMissing)
{
    for (const auto* answer : {"6F00", "9000", "0501010601039000", "050100060203049000"}) {
        FlowCard card("yubikey-used");
        Tampered channel(card.soft());
        EXPECT_EQ(readWith(channel, card.atr(), 0xF7, answer).problem, ErrorId::CardBroken) << answer;
    }
    FlowCard card("yubikey-used");
    Tampered channel(card.soft());
    EXPECT_FALSE(readWith(channel, card.atr(), 0xF7, "6D00").problem) << "older keys do not know them";
}

TEST(Metadata, AreAskedForWithoutAnyData)
{
    FlowCard card("yubikey-used");
    Tampered channel(card.soft());
    (void)readOver(channel, card.atr());
    int asked = 0;
    for (const auto& sent : channel.sent)
        if (sent[1] == 0xF7) {
            ++asked;
            EXPECT_EQ(sent.size(), 5u) << toHex(sent);
        }
    EXPECT_EQ(asked, 2);
}

TEST(Tries, AreAskedForInNoOtherWayThanIsProven)
{
    FlowCard card("esteid-thales-used");
    for (const auto* answer : {"6D00", "6A88", "6F00"}) {
        Tampered channel(card.soft());
        (void)readWith(channel, card.atr(), 0xCB, answer);
        EXPECT_TRUE(std::ranges::none_of(channel.sent, [](const auto& sent) { return sent[1] == 0x20; }))
            << answer;
    }
}

TEST(Tries, OfAnotherCodeAreNotThoseOfTheOneAskedAbout)
{
    FlowCard card("fineid-used");
    Tampered channel(card.soft());
    for (const auto& one : card.read().codes) {
        const auto named = [&](int bit) {
            return "8301" + toHex(Bytes{static_cast<std::uint8_t>(one.id.reference ^ bit)});
        };
        channel.replacements[named(0)] = named(0x20);
    }
    EXPECT_EQ(readOver(channel, card.atr()).problem, ErrorId::CardBroken);
}

} // namespace
} // namespace kortvakt::test
