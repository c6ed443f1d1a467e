// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Families whose data do not describe all their codes: the row stands in, once the application has answered.
#include "tests/core/tampered.h"

namespace kortvakt {
namespace {

using namespace test;
using Kind = CodeResult::Kind;

TEST(RowCodes, NoTriesAreAskedOfAPukThatNothingReaches)
{
    for (const auto* name : {"myeid-pin-locked", "isoapplet-pin-locked", "piv-pin-locked"}) {
        FlowCard card(name);
        Tampered channel(card.soft());
        const auto shown = readOver(channel, card.atr());
        std::set<std::uint8_t> pins;
        for (const auto& code : shown.codes) {
            pins.insert(code.id.reference);
            EXPECT_TRUE(code.triesLeft) << name << ": a PIN's tries are told";
            ASSERT_TRUE(code.puk) << name;
            EXPECT_EQ(code.puk->triesLeft, std::nullopt) << name;
            EXPECT_FALSE(code.puk->locked) << name;
        }
        for (const auto& sent : channel.sent)
            if (sent[1] == 0x20) {
                EXPECT_TRUE(pins.contains(sent[3])) << name << ' ' << toHex(sent);
            }
    }
}

TEST(RowCodes, EachPinOfMyEidHasAPukOfItsOwn)
{
    FlowCard card("myeid-pin-locked");
    const auto shown = card.read();
    ASSERT_EQ(shown.codes.size(), 2u) << "the security officer's PIN is none of the holder's";
    EXPECT_FALSE(samePuk(shown.codes[0], shown.codes[1]));
    const auto other = card.pukOf(shown, shown.codes[1].id).value;
    EXPECT_EQ(card.unlock(shown, shown.codes[0].id, other.c_str(), "714285").kind, Kind::Wrong);
    EXPECT_EQ(card.status("5015:F1").triesLeft, 9);
    EXPECT_EQ(card.status("5015:F2").triesLeft, 10);
}

TEST(RowCodes, ThePukOfAnIsoAppletHasSixteenDigits)
{
    FlowCard card("isoapplet-pin-locked");
    const auto shown = card.read();
    const auto id = shown.codes.front().id;
    EXPECT_EQ(card.unlock(shown, id, "12345678", "714285").error, ErrorId::TooShort);
    EXPECT_EQ(card.codesReceived(), 0);
    EXPECT_EQ(card.unlock(shown, id, "1234567890123456", "714285").kind, Kind::Accepted);
}

TEST(RowCodes, ANewPivPinHasSixDigitsAtLeast)
{
    FlowCard card("piv-used");
    const auto shown = card.read();
    const auto id = shown.codes.front().id;
    EXPECT_EQ(card.change(shown, id, "123456", "7142").error, ErrorId::TooShort);
    EXPECT_EQ(card.change(shown, id, "123456", "714285936").error, ErrorId::TooLong);
    EXPECT_EQ(card.codesReceived(), 0);
    EXPECT_EQ(card.change(shown, id, "123456", "71428593").kind, Kind::Accepted);
}

TEST(RowCodes, APukThatNoPivCardTakesIsNotSent)
{
    FlowCard card("piv-pin-locked");
    const auto shown = card.read();
    const auto id = shown.codes.front().id;
    EXPECT_EQ(card.unlock(shown, id, "1234567890", "714285").error, ErrorId::TooLong);
    EXPECT_EQ(card.codesReceived(), 0);
    EXPECT_EQ(card.unlock(shown, id, "12345678", "714285").kind, Kind::Accepted);
}

TEST(RowCodes, TheApplicationDecidesAndNotTheAtr)
{
    for (const auto& [name, family] : {std::pair{"isoapplet-used", "isoapplet"}, {"piv-used", "piv"}})
        for (const auto* atr : {"3B80800101", "3B7F96000080318065B0850300EF120FFF829000", ""}) {
            FlowCard card(name);
            SoftChannel channel(card.soft());
            const auto shown = readOver(channel, fromHex(atr));
            ASSERT_NE(shown.profile, nullptr) << name;
            EXPECT_EQ(shown.profile->id, family) << atr;
            EXPECT_FALSE(shown.codes.empty());
        }
    // MyEID's application has the name that all PKCS#15 cards have: without its ATR its row gives no PUK.
    FlowCard card("myeid-pin-locked");
    SoftChannel channel(card.soft());
    const auto shown = readOver(channel, fromHex("3B00"));
    ASSERT_NE(shown.profile, nullptr);
    EXPECT_EQ(shown.profile->id, "pkcs15");
    for (const auto& code : shown.codes)
        EXPECT_EQ(code.cannotUnlock, ErrorId::NoPuk);
    // And its ATR alone gives nothing to a card that answers otherwise.
    FlowCard other("plain-used");
    SoftChannel wrong(other.soft());
    for (const auto& code : readOver(wrong, fromHex("3BF51800008131FE454D794549449A")).codes)
        EXPECT_EQ(code.puk->reference, 0x03) << "its own data name its PUK";
}

TEST(ClosedCards, AreRecognisedAndOfferNothing)
{
    struct Row {
        const char *name, *family;
        ErrorId why;
        std::optional<int> tries;
    };
    for (const auto& row : {Row{"seeid", "gemsafe-seeid", ErrorId::FamilyLeftAlone, {}},
             Row{"idprime-used", "idprime", ErrorId::AdministratorKey, 5},
             Row{"idprime-pin-locked", "idprime", ErrorId::AdministratorKey, 0}}) {
        FlowCard card(row.name);
        Tampered channel(card.soft());
        const auto shown = readOver(channel, card.atr());
        ASSERT_NE(shown.profile, nullptr) << row.name;
        EXPECT_EQ(shown.profile->id, row.family);
        EXPECT_EQ(shown.problem, row.why);
        EXPECT_EQ(shown.codes.empty() ? std::nullopt : shown.codes.front().triesLeft, row.tries) << row.name;
        for (const auto& action : actionsFor(shown))
            EXPECT_TRUE(action.unavailable) << row.name;
        for (const auto& code : shown.codes) {
            EXPECT_EQ(card.unlock(shown, code.id, "12345678", "714285").kind, Kind::Refused);
            EXPECT_EQ(card.change(shown, code.id, "123456", "714285").kind, Kind::Refused);
        }
        EXPECT_EQ(channel.codes(), 0) << row.name;
    }
}

TEST(ClosedCards, AreToldFromOthersOfTheirAtrOrNameByWhatTheyHold)
{
    const auto familyOf = [](const char* name, const char* atr) {
        FlowCard card(name);
        SoftChannel channel(card.soft());
        const auto shown = readOver(channel, fromHex(atr));
        return std::string(shown.profile == nullptr ? "none" : shown.profile->id);
    };
    constexpr auto seeid = "3B7D96000080318065B0831100C883009000";
    constexpr auto idPrime = "3B7F96000080318065B0855956FB120FFE829000";
    EXPECT_EQ(familyOf("seeid", seeid), "gemsafe-seeid");
    EXPECT_EQ(familyOf("seeid", "3B80800101"), "none") << "its application's name is another family's, too";
    EXPECT_EQ(familyOf("classic-v3-used", seeid), "thales-classic-v3");
    EXPECT_EQ(familyOf("idprime-used", "3B80800101"), "idprime");
    EXPECT_EQ(familyOf("idprime-used", "3B7F96000080318065B0850300EF120FFF829000"), "idprime");
    EXPECT_EQ(familyOf("idprime-used", idPrime), "idprime");
    EXPECT_EQ(familyOf("classic-v3-used", idPrime), "thales-classic-v3");
}

TEST(ClosedCards, AreThoseOfAKnownSystemAndNoKnownFamily)
{
    FlowCard card("plain-used");
    SoftChannel channel(card.soft());
    const auto shown = readOver(channel, fromHex("3B9F96801FC30068104405019946495345310790001A"));
    ASSERT_NE(shown.profile, nullptr);
    EXPECT_EQ(shown.profile->id, "pkcs15-of-known-system");
    EXPECT_EQ(shown.problem, ErrorId::FamilyLeftAlone);
    ASSERT_EQ(shown.codes.size(), 2u);
    for (const auto& code : shown.codes) {
        EXPECT_EQ(code.cannotUnlock, ErrorId::FamilyLeftAlone);
        EXPECT_EQ(code.cannotChange, ErrorId::FamilyLeftAlone);
    }
}

TEST(CardOs, HasPinsThatNothingUnblocks)
{
    FlowCard card("cardos-pin-locked");
    const auto shown = card.read();
    ASSERT_EQ(shown.codes.size(), 2u);
    for (const auto& code : shown.codes) {
        EXPECT_EQ(code.cannotUnlock, ErrorId::PukNotDescribed) << "the PUK that authId names is not there";
        EXPECT_EQ(code.cannotChange, std::nullopt);
    }
    EXPECT_EQ(shown.codes[0].triesLeft, 0);
    EXPECT_EQ(shown.codes[1].triesLeft, 3);
}

TEST(RowCodes, APivCardIsToldFromAnotherByItsIdentifier)
{
    FlowCard card("piv-pin-locked");
    const auto shown = card.read();
    EXPECT_EQ(shown.serial.size(), 32u);
    EXPECT_EQ(shown.certificates.size(), 2u);
    card.swap("piv-used");
    Tampered channel(card.soft());
    EXPECT_EQ(
        breakdownOf([&] { (void)card.unlockOver(channel, shown, shown.codes[0].id, "12345678", "714285"); }),
        ErrorId::CardSwapped);
    EXPECT_EQ(channel.codes(), 0);
}

TEST(RowCodes, ACounterIn630XIsReadWhereTheFamilyCountsSo)
{
    const auto tries = [](const char* personality, const char* answer) {
        FlowCard card(personality);
        Tampered channel(card.soft());
        channel.instead = [&](View command) {
            return command[1] == 0x20 && !carriesCode(command) ? std::optional(fromHex(answer))
                                                               : std::nullopt;
        };
        return readOver(channel, card.atr()).codes.at(0).triesLeft;
    };
    EXPECT_EQ(tries("piv-used", "6302"), 2);
    EXPECT_EQ(tries("piv-used", "6303"), 3) << "a YubiKey NEO";
    EXPECT_EQ(tries("piv-used", "6309"), 9);
    EXPECT_EQ(tries("piv-used", "630A"), std::nullopt);
    EXPECT_EQ(tries("piv-used", "6300"), std::nullopt) << "it may be an answer to any question";
    EXPECT_EQ(tries("myeid-used", "6302"), std::nullopt);
    EXPECT_EQ(tries("classic-v3-used", "6302"), std::nullopt);
}

TEST(RowCodes, APukThatWasPerhapsNeverSetIsNotCalledLocked)
{
    FlowCard card("isoapplet-used");
    const auto shown = card.read();
    Tampered channel(card.soft());
    channel.instead = [](View command) {
        return carriesCode(command) ? std::optional(fromHex("63C0")) : std::nullopt;
    };
    const auto& code = shown.codes.at(0);
    const std::string puk(static_cast<std::size_t>(code.puk->format.maxLength), '7');
    const auto result = card.unlockOver(channel, shown, code.id, puk.c_str(), "714285");
    EXPECT_EQ(result.kind, CodeResult::Kind::Blocked);
    EXPECT_EQ(result.error, ErrorId::PukLockedOrUnset);
}

TEST(Rule07, WhatARowSaysOfPuksHoldsForIssuersThatAreKnown)
{
    const auto own = fromHex("3B7F96000080318065B0850300EF120FFF829000"),
               platform = fromHex("3B7F96000080318065B08599999912AAAA829000");
    struct Row {
        const char* what;
        Bytes atr;
        bool issuerKnown, unblocking, puks, shared;
    };
    for (const auto& row : {Row{"its ATR vouches for it", own, false, false, true, true},
             Row{"its issuer does", platform, true, false, true, true},
             Row{"nothing does", platform, false, false, false, false},
             Row{"its own objects say that they are PUKs, and not that they have one value", platform, false,
                 true, true, false}}) {
        SCOPED_TRACE(row.what);
        FlowCard card("efos-pin-locked");
        Tampered channel(card.soft());
        if (!row.issuerKnown)
            channel.replacements["45464F53"] = "45464F58"; // EFOS
        if (row.unblocking)
            channel.replacements["049D10"] = "049F10";
        const auto shown = readOver(channel, row.atr);
        ASSERT_EQ(shown.codes.size(), 2u);
        ASSERT_EQ(shown.profile->id, "thales-classic-v3");
        EXPECT_EQ(shown.issuer != Issuer::Unknown, row.issuerKnown);
        for (const auto& code : shown.codes) {
            EXPECT_EQ(code.puk.has_value(), row.puks);
            EXPECT_EQ(code.cannotUnlock, row.puks ? std::nullopt : std::optional(ErrorId::NoPuk));
        }
        EXPECT_EQ(samePuk(shown.codes[0], shown.codes[1]), row.shared);
    }
}

} // namespace
} // namespace kortvakt
