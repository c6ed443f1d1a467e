// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bytes.h"
#include "ui/words/settings_table.h"

#include <optional>

namespace kortvakt::app {

/** Bytes of an ATR of which some count. "*" fits every card and "none" fits no card. */
class AtrRule {
public:
    /** Reads "3B7F…", "3B7F…/FFFF…", "*" or "none"; spaces and colons between bytes are of no account. */
    [[nodiscard]] static std::optional<AtrRule> from(const QString& text);
    [[nodiscard]] bool matches(View atr) const;
    [[nodiscard]] QString text() const;

private:
    enum class Kind { Bytes, Every, None } kind_ = Kind::None;
    Bytes bytes_, mask_; ///< of the same length
};

/** A setting's value as it is kept: true and false for flags, and texts without spaces around them. Nothing
 * when it is not what the setting may be. */
[[nodiscard]] std::optional<QString> checkedValue(const ui::SettingKey::Field& field, const QString& written);

/** Whether a pattern is most likely meant as a regular expression, which it is not taken for. Brackets alone
 * do not tell: many a reader has "[CCID Interface]" in its name. */
[[nodiscard]] bool looksLikeExpression(const QString& pattern);

/** Whether a reader's name fits a pattern in which * stands for any characters and ? for one; whatever the
 * case. */
[[nodiscard]] bool fitsPattern(const QString& pattern, const QString& name);

} // namespace kortvakt::app
