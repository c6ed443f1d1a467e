// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/settings.h"
#include "core/certificate.h"

#include <optional>

namespace kortvakt::app {

/** What settings and policies say about how cards are shown, in windows and on the command line. As made, it
 * is what is built in. */
struct ShownRules {
    bool offerActivation = Settings::Activation().offer; ///< for a new card, before choosing a single code
    int recommendedLength = Settings::Codes().recommendedLength; ///< said where a card takes several
    bool showDigits = Settings::Dialog().allowShowDigits; ///< while they are typed
    bool exportCertificates = Settings::Certificates().allowExport;
    bool cardReports = Settings::Diagnostics().allowCardReport;
    int expiryWarningDays = Settings::Certificates().expiryWarningDays;
    std::string contact{}; ///< whom to ask about what is turned off; may be empty
    /** What is said in place of an issuer's own line on where the PUK is. */
    struct PukHelp {
        std::optional<Issuer> issuer; ///< nothing: all
        std::string text;
        friend bool operator==(const PukHelp&, const PukHelp&) = default;
    };
    std::vector<PukHelp> pukHelp{}; ///< the first that fits counts
    friend bool operator==(const ShownRules&, const ShownRules&) = default;
};

} // namespace kortvakt::app
