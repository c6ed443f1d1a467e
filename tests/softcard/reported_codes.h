// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/iso_card.h"
#include "tests/softcard/report_reader.h"

#include <functional>

namespace softcard {

/** Where something is: an application's name, a path without the MF, or both. */
struct ReportedPlace {
    Bytes name;
    std::optional<Bytes> path;
    friend bool operator==(const ReportedPlace&, const ReportedPlace&) = default;
};
[[nodiscard]] bool isAbsolute(View path);
/** A place as reports write it: "A0000000180C000001634200 3F005000". */
[[nodiscard]] ReportedPlace placeFrom(const std::vector<Bytes>& words);
/** Whether an answer about tries is of GET METADATA: factory value or not, tries and those left. */
[[nodiscard]] bool isMetadata(View answer);

/**
 * The codes of a card report. A report tells neither values nor most tries: they are made up. How a code
 * comes in a command is as Kortvakt read it, since a card does not tell what it would take.
 */
class ReportedCodes {
public:
    [[nodiscard]] static bool tellTries(const ReportStep& step);

    void read(const ReportStep& step);
    /** Gives the codes their values and tries, and the card its manners. */
    void settle(Habits& habits);
    void addTo(IsoCard& card, const std::function<File*(const ReportedPlace&)>& home) const;

private:
    struct Reported {
        std::string id; ///< "5000:81"
        ReportedPlace place;
        std::string state;
        Code code;
        std::optional<std::size_t> puk; ///< which of them
        std::optional<ReportStep> answer; ///< to the question for its tries
    };
    static Reported from(const Words& words, std::uint8_t reference);
    static void settle(Reported& one, int number, Habits& habits);
    Reported* pin(const std::string& id);
    void readPuk(const Words& words);

    std::vector<Reported> pins_, puks_;
};

} // namespace softcard
