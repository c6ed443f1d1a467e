// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#include "core/code_doubts.h"

namespace kortvakt {

namespace {

constexpr int usualPukDigits = 8, usualPinDigits = 6;

bool looksLikePuk(const CodeObject& code, int digits)
{
    if (!code.puk || digits == usualPinDigits)
        return false;
    return code.puk->lengthNarrowed ? code.puk->format.fits(static_cast<std::size_t>(digits))
                                    : digits == usualPukDigits;
}

} // namespace

bool holdsActivationPin(const CardInfo& card, const CodeObject& code)
{
    return code.deliveryCode && card.profile != nullptr && card.profile->activationDigits > 0;
}

std::optional<int> usualDigits(const CardInfo& card, const CodeObject& code, Action::Kind kind)
{
    if (kind == Action::Kind::Change)
        return holdsActivationPin(card, code) ? std::optional(card.profile->activationDigits) : std::nullopt;
    const bool fixed = code.puk && code.puk->lengthNarrowed;
    return fixed ? std::nullopt : std::optional(usualPukDigits);
}

std::vector<Doubt> doubtsAbout(const CardInfo& card, const CodeObject& code, Action::Kind kind, int digits)
{
    std::vector<Doubt> doubts;
    const bool changing = kind == Action::Kind::Change;
    if (!changing && card.profile != nullptr && card.profile->asksFirst)
        doubts.push_back(Doubt::UnknownKind);
    if (changing && looksLikePuk(code, digits))
        doubts.push_back(Doubt::LooksLikePuk);
    if (const auto usual = usualDigits(card, code, kind); usual && digits != *usual)
        doubts.push_back(Doubt::Length);
    else if (changing && digits < code.format.minLength)
        doubts.push_back(Doubt::ShortCurrent);
    return doubts;
}

} // namespace kortvakt
