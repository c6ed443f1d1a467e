// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/settings_table.h"
#include "core/certificate.h"

#include <optional>
#include <string_view>

namespace kortvakt::app {

/** Bytes of an ATR of which some count. "*" fits every card and "none" fits no card. */
class AtrRule {
public:
    /** Reads "3B7F…", "3B7F…/FFFF…", "*" or "none"; spaces and colons between bytes are ignored. */
    [[nodiscard]] static std::optional<AtrRule> from(std::string_view text);
    [[nodiscard]] bool matches(View atr) const;
    [[nodiscard]] std::string text() const;

private:
    enum class Kind { Bytes, Every, None } kind_ = Kind::None;
    Bytes bytes_, mask_; ///< of the same length
};

/** What a policy says of one issuer's cards: "siths: Ask the service desk". */
struct IssuerHelp {
    Issuer issuer;
    std::string text;
    [[nodiscard]] static std::optional<IssuerHelp> from(std::string_view text);
};

/** A setting's value as it is kept: true and false for flags. Nothing when it is not what the setting may be.
 * @param written UTF-8 without spaces around it */
[[nodiscard]] std::optional<std::string> checkedValue(
    const SettingKey::Field& field, const std::string& written);

/** Whether a pattern is most likely meant as a regular expression, which it is not taken for. Brackets alone
 * do not tell: many a reader has "[CCID Interface]" in its name. */
[[nodiscard]] bool looksLikeExpression(std::string_view pattern);

/** Whether a reader's name fits a pattern in which * stands for any characters and ? for one; whatever the
 * case, as folded() has it. */
[[nodiscard]] bool fitsPattern(std::string_view pattern, std::string_view name);

} // namespace kortvakt::app
