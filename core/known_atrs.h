// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/profile.h"

/**
 * The answers to reset that tell families of cards, taken from cards that were seen. The public lists of such
 * ATRs name others that begin alike, of banks and of other countries: those match nothing here.
 */
namespace kortvakt::known_atrs {

using namespace std::string_view_literals;

// Thales MultiApp, T=0: 80 31 80 (selection by full name only) 65 B0 85 <version> 12 <country> 82 90 00.
inline constexpr std::array thalesSwedish{
    AtrPattern{"3B7F96000080318065B0850300EF120FFF829000", ""},
    AtrPattern{"3B7F96000080318065B085051024120FFF829000", ""},
    AtrPattern{"3B7F96000080318065B085040011120FFF829000", ""},
    AtrPattern{"3B7F96000080318065B0850201F3120FFF829000", ""},
    AtrPattern{"3B7F96000080318065B0850300EF1202F0829000", ""},
    AtrPattern{"3B7F96000080318065B0850400111202F0829000", ""},
};
inline constexpr std::array thalesIas{
    AtrPattern{"3B7F96000080318065B085050011120FFF829000", ""},
};
// Card service data B8, country 246 in binary (00F6) or in digits (2460); the version's last two bytes vary.
inline constexpr std::array fineidThales{
    AtrPattern{"3B7F9600008031B865B0850300EF1200F6829000", "FFFFFFFFFFFFFFFFFFFFFFFF0000FFFFFFFFFFFF"},
    AtrPattern{"3B7F9600008031B865B08504021B1200F6829000", "FFFFFFFFFFFFFFFFFFFFFFFF0000FFFFFFFFFFFF"},
    AtrPattern{"3B7F9600008031B865B085050011122460829000", "FFFFFFFFFFFFFFFFFFFFFFFF0000FFFFFFFFFFFF"},
};
// IAS-ECC cards of other makers: B8 as above, 64 04 29 EC C1 73 94 01 80 82|83 their own.
inline constexpr std::array fineidOrganisation{
    AtrPattern{"3BDD96008031FE450031B8640429ECC1739401808248", ""},
    AtrPattern{"3BDD96008031FE450031B8640429ECC1739401808349", ""},
    AtrPattern{"3BDF96008031FE450031B8640429ECC173940180829000DA", ""},
};
// 53 65 49 44 ("SeID"), 54 65 49 44 32 ("TeID2"); 233F: country 233, EE.
inline constexpr std::array estonianIdemia{
    AtrPattern{"3BDB960080B1FE451F830012233F536549440F9000F1", ""},
    AtrPattern{"3BDC960080B1FE451F830012233F54654944320F9000C3", ""},
};
// The same platform and application: 428F: country 428, LV.
inline constexpr std::array latvianIdemia{
    AtrPattern{"3BDB960080B1FE451F830012428F536549440F900020", ""},
    AtrPattern{"3BDC960080B1FE451F830012428F54654944320F900012", ""},
};
inline constexpr std::array estonianThales{
    AtrPattern{"3BFF9600008031FE438031B85365494464B085051012233F1D", ""},
};
inline constexpr std::array setcosTelia{
    AtrPattern{"3B7D96000080318065B0A31100C883009000", ""},
    AtrPattern{"3B7D96000080318065B0A31101F383009000", ""},
};

// Historical bytes "MyEID"; the chip's own bytes before them vary.
inline constexpr std::array myEid{
    AtrPattern{"3BF51800008131FE454D794549449A", "FFFF000000F0FFFFFFFFFFFFFFFF00"},
    AtrPattern{"3B8580014D7945494478", ""},
    AtrPattern{"3B898001093833B14D794549444C", ""},
};
inline constexpr std::array yubiKey{
    AtrPattern{"3BFD1300008131FE158073C021C057597562694B657940", ""}, // "YubiKey"
    AtrPattern{"3BF81300008131FE15597562696B657934D4", ""}, // "Yubikey4"
    AtrPattern{"3BFA1300008131FE15597562696B65794E454FA6", ""}, // "YubikeyNEO", and with its version below
    AtrPattern{
        "3BFC1300008131FE15597562696B65794E454F7233E1", "FFFFFFFFFFFFFFFF0FFFFFFFFFFFFFFFFFFFFFFFFF00"},
    AtrPattern{"3B8C8001597562696B65794E454F720000", "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0000"}, // contactless
    AtrPattern{"3B8D80018073C021C057597562694B650000", "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF0000"},
};

inline constexpr std::array gemSafeSeeid{
    AtrPattern{"3B7D96000080318065B0831100C883009000", ""},
};
// Bytes that tell nothing of it: the speed, and the version.
inline constexpr auto idPrimeT1 = "FFFF00FFFFFFFF00FFFFFFFFFFFFF0000000FFFFFFFFFFFF00"sv;
// Thales IDPrime: country "none" in the nibbles FE, FD, FC where the ID cards of the platform have FF.
inline constexpr std::array idPrime{
    AtrPattern{"3B7F96000080318065B0850000001200FE829000", "FFFF00FFFFFFFFFFFFFFF0000000FF00FFFFFFFF"},
    AtrPattern{"3B7F96000080318065B0850000001200FD829000", "FFFF00FFFFFFFFFFFFFFF0000000FF00FFFFFFFF"},
    AtrPattern{"3B7F96000080318065B0850000001200FC829000", "FFFF00FFFFFFFFFFFFFFF0000000FF00FFFFFFFF"},
    // The same with T=1, as in a USB token; those have the country 0178, too.
    AtrPattern{"3BFF9600008131FE4380318065B085000000120FFE82900000", idPrimeT1},
    AtrPattern{"3BFF9600008131FE4380318065B085000000120FFD82900000", idPrimeT1},
    AtrPattern{"3BFF9600008131FE4380318065B085000000120FFC82900000", idPrimeT1},
    AtrPattern{"3BFF9600008131FE4380318065B08500000012017882900000", idPrimeT1},
    // Country 705, SI.
    AtrPattern{"3B7F96000080318065B0850000001202C1829000", "FFFF00FFFFFFFFFFFFFFFF000000FFFFFFFFFFFF"},
};
// Release 10; release 11 of the system is in cards of other issuers.
inline constexpr std::array setcosNidel{
    AtrPattern{"3B9F94801FC30068104405014649534531C807900018", ""},
    AtrPattern{"3B9F96801FC30068104405014649534531C80790001A", ""},
};
// CardOS 5: historical bytes C9 and the version; CardOS M4: 55 C8 or 58 C8.
inline constexpr std::array cardOs{
    AtrPattern{"3BD218008131FE58C90000", "FFFFFFFFFFFFFFFFFF0000"},
    AtrPattern{"3BF21800FFC10A31FE55C8068A", "FFFF0FFF00FF00FFFFF2FF0000"},
    AtrPattern{"3BD21802C10A31FE58C80D51", "FFFFFFFFFFFFFFFFFFFF0000"},
    AtrPattern{"3BE200FFC11031FE55C8029C", "FFFFFFFFFFFFFFFFFFFF0000"},
};
// Historical bytes of card operating systems that have ways of their own.
inline constexpr std::array knownSystems{
    "31FE58C8"sv, "31FE58C9"sv, "31FE58CA"sv, "31FE55C8"sv, // CardOS
    "46495345"sv, "46696E454944"sv, "4156414E54"sv,
    "65B0A3"sv, // SetCOS: "FISE", "FinEID", "AVANT", EID applet
    "65B083"sv, "65B084"sv, "65B085"sv, // Gemalto and Thales
    "B8640429ECC17394"sv, // IAS-ECC
    "4D79454944"sv, // "MyEID"
    "53654944"sv, "5465494432"sv, // "SeID", "TeID2": EstEID and LatEID
};
/**
 * Cards that have no contacts, though their chips are those of ID cards that have: passports, whose ATRs name
 * no country (12 ....), and cards that share one ATR over several countries.
 */
inline constexpr std::array withoutContacts{
    AtrPattern{"3B8C80018031D865B08500000082900000", "FFFFFFFFFFFFFFFFFFFF000000FFFFFF00"},
    AtrPattern{"3B8F80018091E1319865B0850000007394410000", "FFFFFFFFFFFFFFFFFFFFFFFF000000FFFFFF0000"},
    AtrPattern{"3B8F800180318065B085040011120FFF8290008A", ""},
};

} // namespace kortvakt::known_atrs
