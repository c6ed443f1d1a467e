// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/card.h"

#include <string>
#include <vector>

namespace kortvakt::cards {

inline std::string triesText(std::optional<int> tries)
{
    return tries ? std::to_string(*tries) : "?";
}

/** What a transcript's card is to be read as, a line each: its family, its number, its codes, its
 * certificates. */
inline std::vector<std::string> toldOf(const CardInfo& card)
{
    std::vector<std::string> lines{
        "family " + std::string(card.profile ? card.profile->id : "unknown"), "serial " + card.serial};
    if (card.problem)
        lines.push_back("problem " + std::string(idOf(*card.problem)));
    for (const auto& code : card.codes)
        lines.push_back("code " + code.id.text() + " role " + std::to_string(static_cast<int>(code.role))
            + " digits " + std::to_string(code.format.minLength) + "-" + std::to_string(code.format.maxLength)
            + " tries " + triesText(code.triesLeft) + " puk "
            + (code.puk ? toHex(Bytes{code.puk->reference}) + " tries " + triesText(code.puk->triesLeft)
                        : "none"));
    for (const auto& one : card.certificates)
        lines.push_back("certificate " + one.id);
    return lines;
}

/** Whether a line of a transcript is one of these, "# " in front. */
inline bool isTold(std::string_view line)
{
    return line.starts_with("# ") && !line.starts_with("# soft card ") && !line.starts_with("# atr ")
        && !line.starts_with("# protocol ");
}

} // namespace kortvakt::cards
