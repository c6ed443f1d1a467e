// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// What is told of a card, and not sent to it, where an answer does not come through.
#include "tests/core/tampered.h"

namespace kortvakt {
namespace {

using namespace test;

/** Answers in the place of every SELECT whose data end like this. */
std::function<std::optional<Bytes>(View)> selecting(const char* end, const char* answer)
{
    return [=](View command) -> std::optional<Bytes> {
        const auto tail = fromHex(end);
        const bool meant = command[1] == 0xA4 && command.size() >= 5 + tail.size()
            && !std::ranges::search(command.subspan(5), tail).empty();
        return meant ? std::optional(fromHex(answer)) : std::nullopt;
    };
}

TEST(LostAnswers, GiveNoCardAnotherFamily)
{
    for (const auto* answer : {"6D00", "6F00", "6982", "6700"}) {
        FlowCard card("classic-v3-used");
        Tampered channel(card.soft());
        channel.instead = selecting("A0000000180C000001634200", answer);
        const auto shown = readOver(channel, card.atr());
        EXPECT_EQ(shown.profile, nullptr) << answer;
        EXPECT_EQ(shown.problem, ErrorId::CardBroken) << answer;
    }
}

TEST(LostAnswers, OfTheSecondReadingMakeNoOtherCard)
{
    FlowCard card("classic-v3-pin-locked");
    const auto shown = card.read();
    Tampered channel(card.soft());
    channel.instead = selecting("5032", "6F00");
    EXPECT_EQ(breakdownOf([&] { (void)card.unlockOver(channel, shown, classicPin, "12345678", "714285"); }),
        ErrorId::CardBroken);
    EXPECT_EQ(channel.codes(), 0);
}

TEST(LostAnswers, OfTheFirstReadingMakeNoOtherCard)
{
    FlowCard card("classic-v3-pin-locked");
    Tampered channel(card.soft());
    channel.instead = selecting("5032", "6F00");
    const auto shown = readOver(channel, card.atr());
    ASSERT_EQ(shown.problem, ErrorId::CardBroken);
    EXPECT_EQ(breakdownOf([&] { (void)card.unlock(shown, classicPin, "12345678", "714285"); }),
        ErrorId::CardBroken);
    EXPECT_EQ(card.codesReceived(), 0);
}

TEST(LostAnswers, ToAQuestionForTriesLetNoCodeLeave)
{
    for (const int silent : {0x81, 0x82}) {
        FlowCard card("classic-v3-used");
        Tampered channel(card.soft());
        channel.instead = [&](View command) {
            const bool asks = command.size() <= 5 && command[1] == 0x20 && command[3] == silent;
            return asks ? std::optional(fromHex("6F00")) : std::nullopt;
        };
        const auto shown = readOver(channel, card.atr());
        ASSERT_EQ(shown.problem, ErrorId::CardBroken);
        EXPECT_EQ(
            breakdownOf([&] { (void)card.unlockOver(channel, shown, classicPin, "12345678", "714285"); }),
            ErrorId::CardBroken);
        EXPECT_EQ(channel.codes(), 0);
    }
}

/** Bends what is read of one file, always or once. */
std::function<std::optional<Bytes>(View)> reading(
    softcard::SoftCard& card, const char* file, std::function<void(Bytes&)> bend, bool once = false)
{
    return [&card, name = fromHex(file), bend = std::move(bend), once, selected = false, done = false](
               View command) mutable -> std::optional<Bytes> {
        if (command[1] == 0xA4)
            selected = !std::ranges::search(command.subspan(4), name).empty();
        if (!selected || command[1] != 0xB0 || (once && done))
            return {};
        done = true;
        auto answer = card.transmit(command);
        bend(answer);
        return answer;
    };
}

std::function<void(Bytes&)> replacing(const char* from, const char* to)
{
    return [=](Bytes& answer) {
        if (const auto at = std::ranges::search(answer, fromHex(from)); !at.empty())
            std::ranges::copy(fromHex(to), at.begin());
    };
}

void isOdd(Bytes& answer)
{
    answer = fromHex("6F00");
}

/** What comes first in a file becomes something that says nothing. */
void isNoEntry(Bytes& answer)
{
    const std::size_t header = answer[1] < 0x80 ? 2 : 2 + (answer[1] & 0x7Fu);
    if ((answer[0] == 0x30 || answer[0] == 0xA0) && header < answer.size())
        answer[header] ^= 0x01;
}

struct Lost {
    const char* what;
    const char* personality;
    const char* file;
    std::function<void(Bytes&)> bend;
    ErrorId problem;
    bool once = false;
};

TEST(LostFiles, AreToldToBeMissing)
{
    using enum ErrorId;
    const auto biometric = [](Bytes& answer) { answer = fromHex("A0023000 0000 9000"); };
    const auto elsewhere = replacing("51043F005015", "51043F005115");
    for (const auto& row : {Lost{"EF.DIR", "plain-used", "2F00", isOdd, CardBroken},
             Lost{"EF.DIR, wrong once", "plain-used", "2F00", elsewhere, CardBroken, true},
             Lost{"EF.ODF", "plain-used", "5031", isOdd, CardBroken},
             Lost{"codes", "plain-used", "4401", isOdd, CardBroken},
             Lost{"codes of another kind", "plain-used", "4401", biometric, PartNotRead},
             Lost{"keys", "plain-used", "4402", isOdd, CardBroken},
             Lost{"a key", "plain-used", "4402", isNoEntry, CardBroken},
             Lost{"the place of a certificate", "plain-used", "4403", isNoEntry, CardBroken},
             Lost{"certificates", "plain-used", "4403", isOdd, CardBroken},
             Lost{"a certificate", "plain-used", "4302", isOdd, CardBroken},
             Lost{"a certificate of another form", "plain-used", "4302", isNoEntry, PartNotRead},
             Lost{"the serial number", "plain-used", "5032", isOdd, CardBroken},
             Lost{"a document's certificate", "esteid-idemia-used", "3401", isOdd, CardBroken},
             Lost{"a document's number", "esteid-idemia-used", "D003", isOdd, CardBroken}}) {
        FlowCard card(row.personality);
        Tampered channel(card.soft());
        channel.instead = reading(card.soft(), row.file, row.bend, row.once);
        const auto shown = readOver(channel, card.atr());
        EXPECT_EQ(shown.problem, row.problem) << row.what;
        for (const auto& code : shown.codes)
            EXPECT_NE(code.cannotUnlock, NoPuk) << row.what;
    }
}

TEST(LostAnswers, ToTheNameOfAnApplicationThatEfDirTellsLeaveItMissing)
{
    FlowCard card("two-applets-used");
    Tampered channel(card.soft());
    channel.instead = selecting("F0000000015850524F", "6A82");
    const auto shown = readOver(channel, card.atr());
    EXPECT_EQ(shown.codes.size(), 2u);
    EXPECT_EQ(shown.problem, ErrorId::PartNotRead);
}

TEST(LostObjects, AreToldToBeMissing)
{
    struct Row {
        const char *what, *tag, *answer;
        std::optional<ErrorId> problem;
        bool once = false;
    };
    for (const auto& row : {Row{"refused", "5FC102", "6F00", ErrorId::CardBroken},
             Row{"refused once", "5FC102", "6F00", std::nullopt, true},
             Row{"cut inside", "5FC102", "530434101122 9000", ErrorId::CardBroken},
             Row{"a certificate of another form", "5FC105", "53087003300101710100 9000",
                 ErrorId::PartNotRead}}) {
        FlowCard card("piv-used");
        Tampered channel(card.soft());
        channel.instead = [&, done = false](View command) mutable -> std::optional<Bytes> {
            const bool meant = command[1] == 0xCB && !std::ranges::search(command, fromHex(row.tag)).empty();
            if (!meant || (row.once && done))
                return {};
            done = true;
            return fromHex(row.answer);
        };
        EXPECT_EQ(readOver(channel, card.atr()).problem, row.problem) << row.what;
    }
}

TEST(LostAnswers, MakeNoCardOneOfAFamilyByOneOfThem)
{
    FlowCard card("plain-used");
    Tampered channel(card.soft());
    channel.instead = [done = false, iso = selecting("F276A288BCFBA69D34F31001", "9000")](
                          View command) mutable {
        const auto answer = done ? std::nullopt : iso(command);
        done |= answer.has_value();
        return answer;
    };
    const auto shown = readOver(channel, card.atr());
    ASSERT_NE(shown.profile, nullptr);
    EXPECT_EQ(shown.profile->id, "pkcs15");
    EXPECT_FALSE(shown.problem);
}

} // namespace
} // namespace kortvakt
