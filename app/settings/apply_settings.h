// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/load_settings.h"
#include "app/settings/shown_rules.h"
#include "core/code_rules.h"
#include "core/error.h"

namespace kortvakt::app {

/** What the settings let be done with codes. */
[[nodiscard]] CodeRules codeRules(const Settings& settings);
/** What they say about how cards are shown. */
[[nodiscard]] ShownRules shownRules(const Settings& settings);

/** Which readers and cards are left alone: such a reader is never opened, and to such a card nothing is sent.
 */
class Excluded {
public:
    Excluded() = default;
    explicit Excluded(const LoadedSettings& loaded);
    /** reader-ignored, policy-unread or card-ignored; nothing when it may be used. @param atr empty: no card,
     * or it does not tell */
    [[nodiscard]] std::optional<ErrorId> why(const std::string& reader, View atr) const;
    /** Whether the organisation decided which readers are left alone, and not the user. */
    [[nodiscard]] bool readersByPolicy() const { return readersByPolicy_; }
    /** Whether nothing is used at all, since the administrator's settings cannot be read. */
    [[nodiscard]] bool policyUnread() const { return policyUnread_; }

private:
    std::vector<std::string> readers_, allowed_, ignored_;
    bool readersByPolicy_ = false, policyUnread_ = false;
};

} // namespace kortvakt::app
