// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/shown_rules.h"
#include "core/wish.h"

namespace kortvakt::ui {

/** A card with what settings and policies say about showing it, so that no window or command can forget to
 * ask. */
struct ShownCard : CardInfo {
    app::ShownRules shown{};
};

/** A task, with the same of its card. */
struct ShownTask : Task {
    app::ShownRules shown;

    ShownTask(ShownCard on, Action wanted)
        : Task(on, std::move(wanted))
        , shown(std::move(on.shown))
    {
    }
    /** The card as it was read last. */
    [[nodiscard]] ShownCard shownCard() const { return {card, shown}; }
};

} // namespace kortvakt::ui
