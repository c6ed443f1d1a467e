// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

// Answers to reset as public lists of seen cards have them: which belong to a row, and which begin alike
// only.
#include "core/known_atrs.h"
#include "tests/core/tampered.h"

namespace kortvakt {
namespace {

using namespace test;

struct Seen {
    const char *atr, *what;
};

std::string rowsThatList(const char* atr)
{
    std::string rows;
    for (const auto& profile : profiles())
        if (profile.lists(fromHex(atr)))
            rows += (rows.empty() ? "" : " ") + std::string(profile.id);
    return rows;
}

TEST(KnownAtrs, EachIsOfItsRow)
{
    for (const auto& [atr, row] : std::initializer_list<Seen>{
             {"3B7F96000080318065B0850201F3120FFF829000",
                 "thales-classic-v3"}, // Sweden, ID card of the police
             {"3B7F96000080318065B0850300EF120FFF829000", "thales-classic-v3"}, // Skatteverket, 2017
             {"3B7F96000080318065B085040011120FFF829000", "thales-classic-v3"},
             {"3B7F96000080318065B085051024120FFF829000", "thales-classic-v3"}, // Skatteverket
             {"3B7F96000080318065B0850300EF1202F0829000", "thales-classic-v3"}, // a Swedish authority
             {"3B7F96000080318065B0850400111202F0829000", "thales-classic-v3"}, // Region Stockholm
             {"3B7F9600008031B865B0850300EF1200F6829000", "fineid-citizen"},
             {"3B7F9600008031B865B08504021B1200F6829000", "fineid-citizen"},
             {"3B7F9600008031B865B085050011122460829000", "fineid-citizen"},
             {"3B7F9600008031B865B085051024122460829000", "fineid-citizen"},
             {"3BDD96008031FE450031B8640429ECC1739401808248", "fineid-organisation"},
             {"3BDD96008031FE450031B8640429ECC1739401808349", "fineid-organisation"},
             {"3BDF96008031FE450031B8640429ECC173940180829000DA", "fineid-organisation"},
             {"3BDB960080B1FE451F830012233F536549440F9000F1", "esteid-idemia"},
             {"3BDC960080B1FE451F830012233F54654944320F9000C3", "esteid-idemia"}, // e-resident
             {"3BFF9600008031FE438031B85365494464B085051012233F1D", "esteid-thales"},
             {"3BDB960080B1FE451F830012428F536549440F900020", "lateid-idemia"},
             {"3BDC960080B1FE451F830012428F54654944320F900012", "lateid-idemia"},
             {"3B7D96000080318065B0A31100C883009000", "setcos-telia"},
             {"3B7D96000080318065B0A31101F383009000", "setcos-telia"},
             {"3B9F94801FC30068104405014649534531C807900018", "setcos-nidel"},
             {"3B9F96801FC30068104405014649534531C80790001A", "setcos-nidel"},
             {"3BF51800008131FE454D794549449A", "myeid"},
             {"3BF59600008031FE454D7945494415", "myeid"},
             {"3B8580014D7945494478", "myeid"},
             {"3BFD1300008131FE158073C021C057597562694B657940", "piv"},
             {"3BF81300008131FE15597562696B657934D4", "piv"},
             {"3BFA1300008131FE15597562696B65794E454FA6", "piv"},
             {"3BFC1300008131FE15597562696B65794E454F7233E1", "piv"},
             {"3BFC1300008131FE45597562696B65794E454F7233B1", "piv"},
             {"3B8C8001597562696B65794E454F723358", "piv"},
             {"3B8C8001597562696B65794E454F72FF94", "piv"}, // as another reader makes it up
             {"3B8D80018073C021C057597562694B6579F9", "piv"},
             {"3B8D80018073C021C057597562694B65FF7F", "piv"},
             {"3BF2180000C10A31FE55C80675", "cardos"},
             {"3BF2180002C10A31FE58C80874", "cardos"},
             {"3BF29800FFC11031FE55C80412", "cardos"},
             {"3BD218008131FE58C90411", "cardos"},
             {"3B7F96000080318065B0842327E5120FFE829000", "idprime"},
             {"3B7F96000080318065B0846160FB120FFD829000", "idprime"},
             {"3B7F96000080318065B085050039120FFE829000", "idprime"},
             {"3B7F96000080318065B0850300EF1202C1829000", "idprime"},
             {"3B7F96000080318065B0855956FB1202C1829000", "idprime"},
             {"3BFF9600008131FE4380318065B0855956FB120FFE82900000", "idprime"},
             {"3BFF9600008131FE4380318065B0846566FB120FFC8290000F", "idprime"},
             {"3BFF9400008131FE4380318065B0846160FB120FFD8290000E", "idprime"},
             {"3BFF9600008131FE4380318065B0845651101201788290006A", "idprime"}, // a USB token
             {"3BFF9600008131FE4380318065B0846566FB12017882900085", "idprime"},
             {"3B7D96000080318065B0831100C883009000", "gemsafe-seeid"},
         })
        EXPECT_EQ(rowsThatList(atr), row) << atr;
}

TEST(KnownAtrs, ACardOfAnotherIssuerThatBeginsAlikeIsOfNone)
{
    for (const auto& [atr, what] : std::initializer_list<Seen>{
             {"3B7D96000080318065B0A31100C883000000", "a Swedish bank's own card"},
             {"3B7D96000080318065B0A30201F383009000", "the bare system"},
             {"3B9F94801FC30068114405014649534531C807900019", "a Polish signature card"},
             {"3B9F94401E0067164346495345105266FF819000", "a token"},
             {"3B6F000000682B4205024649534531C8079000", "an Estonian bank"},
             {"3B6F000000682C4205024649534531C8079000", "Latvian banks"},
             {"3B6E000000628042574156414E541081900000", "a Finnish bank"},
             {"3B6B00000031C164086032090F9000", "an Estonian bank"},
             {"3B6D00000031C071D6641916010084 9000", "Swedish and Latvian banks"},
             {"3B67000000A5204010 1F9000", "a Swedish bank"},
             {"3B680000007 3C84000009000", "a Swedish bank"},
             {"3BE800008131FE450073C8400000900088", "a Swedish bank"},
             {"3B6D000080318065B0872701BC83089000", "a Finnish bank"},
             {"3B6D000080318065B08301029083009000", "a German bank"},
             {"3B7D94000080318065B0831148C883009000", "a Polish bank"},
             {"3B7D96000080318065B0831140C883009000", "a Polish bank"},
             {"3B7D94000080318065B08302047E83009000", "a Czech bank"},
             {"3BFD9600008131204380318065B0831148C883009000", "pay television"},
             {"3B7D94000080318065B0831100C883009000", "Lithuania, Luxembourg"},
             {"3B7D95000080318065B08311000083009000", "Portugal"},
             {"3B7F95000080318065B0831100C8120084829000", "Cape Verde"},
             {"3B7F94000080318065B0850300EF120FFF829000", "Uruguay"},
             {"3B7F96000080318065B0850300EF120FFF82", "Denmark"},
             {"3B7F96000080318065B0850300EF120268829000", "Poland"},
             {"3B7F96000080318065B0855956FB120268829000", "Poland"},
             {"3B7F96000080318065B085040120120FFF829000", "Belgium"},
             {"3B7F96000080318065B085040120F20001829000", "Slovenia"},
             {"3B7F96000080318065B084413DF612004C829000", "Brazil"},
             {"3BFF9400008131804380318065B0850201F3120FFF82900079", "Serbia"},
             {"3BFF9600008131804380318065B0850300EF120FFF82900067", "Greece"},
             {"3BFF9600008131FE4380318065B085040120120FFF829000D0", "Portugal"},
             {"3BFF960000C00A31FE4380318065B085040011120FFF829000AB", "France"},
             {"3BFF9600008131FE4380318065B085040011120FFF829000E0", "Pakistan"},
             {"3BFE9600008031FE4380738400E065B0850400FB8290004E", "tachographs"},
             {"3BFF9500008031FE4380318067B0850201F3A301830190 0045", "Swedish tachographs"},
             {"3BDF96008031FE440031B8640524ECC1739401C005900010", "Dutch taxis"},
             {"3BDF96008031FE450031B864041FECC173940180829000EC", "France"},
             {"3BDF18FF8191FE1FC30031B8640C01ECC173940180829000B3", "Costa Rica"},
             {"3BFF1300008131FE450031B9640444ECC17394018082900012", "Croatia"},
             {"3BDB960080B1FE451F834553544F4E49412D65494455", "Estonia, another application"},
             {"3BDF960080B1FE451F838073BC9180F9A00000007780080201A4", "Latvia, another application"},
             {"3BFA1800008031FE45FE654944202F20504B4903", "Estonia, before 2018"},
             {"3BFE1800008031FE45457374454944207665722031 2E30A8", "Estonia, before 2018"},
             {"3B7B940000806211515646696E454944", "Finland, before 2017"},
             {"3B7B180000806201545646696E454944", "a Finnish organisation, another system"},
             {"3BF9180000008131FE4550565F4A33413034 3040", "a bare Java card"},
             {"3BF2180000C10A31FE4D794F5301AA", "another maker's"},
             {"3BD218008131FE58CA6076", "CardOS of another kind"},
         })
        EXPECT_EQ(rowsThatList(atr), "") << atr << ", " << what;
}

/** The one ATR that a row which unlocks shares with other countries: there the application's name decides. */
TEST(KnownAtrs, WhatALuxembourgCardHasIsOfARowThatKnowsNoIssuer)
{
    const auto atr = fromHex("3B7F96000080318065B085050011120FFF829000");
    const auto* row = probingOrder(atr).front();
    EXPECT_EQ(row->id, "thales-ias-classic");
    EXPECT_FALSE(row->aid.empty());
    EXPECT_FALSE(row->vouchesFor(atr));
}

const std::initializer_list<Seen> contactlessIdCards{
    {"3B8B80010012233F536549440F9000A0", "Estonia"},
    {"3B8F80018031D85365494464B085051012233F16", "Estonia, 2025"},
    {"3B8B80010012428F536549440F900071", "Latvia"},
    {"3B8F80018031B865B0850300EF1200F68290004D", "Finland"},
    {"3B8F80018031B865B08504021B1200F6829000BC", "Finland"},
    {"3B8F80018031B865B08505001112246082900007", "Finland"},
    {"3B8F80018031D865B08505001112752082900076", "Sweden"},
    {"3B8F800180318065B0842327E5120FFE8290007E", "IDPrime"},
    {"3B8F800180318065B0850300EF120FFF82900073", "Luxembourg"},
};
const std::initializer_list<Seen> withoutContacts{
    {"3B8C80018031D865B08505001182900032", "a Finnish passport"},
    {"3B8F80018091E1319865B0850300EF739441C08D", "an Italian passport"},
    {"3B8F80018091E1319865B0850300EF739441FFB2", "an Italian passport"},
    {"3B8F800180318065B085040011120FFF8290008A", "a Dutch driving licence, and an Italian ID card"},
    {"3B8E80015343452038 2E302D433356300D0A60", "a Latvian passport"},
    {"3B8880010000000000B371710000", "a ticket"},
};

TEST(ContactlessCards, AnIdCardThatShowsNothingIsToBePutInAReaderWithContacts)
{
    for (const auto& [atr, what] : contactlessIdCards) {
        EXPECT_EQ(rowsThatList(atr), "") << what;
        FlowCard card("unknown");
        Tampered channel(card.soft());
        EXPECT_EQ(readOver(channel, fromHex(atr)).problem, ErrorId::CardContactless) << what;
        EXPECT_EQ(channel.codes(), 0) << what;
    }
    for (const auto& [atr, what] : withoutContacts) {
        FlowCard card("unknown");
        Tampered channel(card.soft());
        EXPECT_EQ(readOver(channel, fromHex(atr)).problem, ErrorId::CardUnknown) << what;
    }
}

TEST(ContactlessCards, AnIdCardThatShowsItsFilesTakesNoCodesThere)
{
    for (const auto& [atr, what] : contactlessIdCards) {
        FlowCard card("plain-pin-locked");
        Tampered channel(card.soft());
        const auto shown = readOver(channel, fromHex(atr));
        EXPECT_EQ(shown.problem, ErrorId::CardContactless) << what;
        ASSERT_FALSE(shown.codes.empty()) << what;
        for (const auto& code : shown.codes) {
            EXPECT_EQ(code.cannotUnlock, ErrorId::CardContactless) << what;
            EXPECT_EQ(code.cannotChange, ErrorId::CardContactless) << what;
        }
    }
}

} // namespace
} // namespace kortvakt
