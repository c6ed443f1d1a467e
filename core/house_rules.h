// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/certificate.h"

#include <string>
#include <vector>

namespace kortvakt {

/**
 * What settings and policies say about cards, whatever a card itself allows. It is stamped on each CardInfo
 * by whoever has it read, so that actionsFor(), policyFor() and the flows hold to it, and no window or
 * command can forget to. As made, everything is allowed.
 */
struct HouseRules {
    bool unlock = true, choose = true, change = true, activate = true;
    bool offerActivation = true; ///< for a new card, before choosing a single code
    int minLength = 0, maxLength = 0; ///< of a new code, within the card's lengths; 0: as the card says
    int recommendedLength = 6; ///< said where a card takes several
    bool showDigits = true; ///< while they are typed
    bool exportCertificates = true;
    bool cardReports = true;
    int expiryWarningDays = 60;
    std::string contact; ///< whom to ask about what is turned off; may be empty
    /** What is said in place of an issuer's own line on where the PUK is. */
    struct PukHelp {
        std::optional<Issuer> issuer; ///< nothing: all
        std::string text;
        friend bool operator==(const PukHelp&, const PukHelp&) = default;
    };
    std::vector<PukHelp> pukHelp; ///< the first that fits counts
    friend bool operator==(const HouseRules&, const HouseRules&) = default;
};

} // namespace kortvakt
