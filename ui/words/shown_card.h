// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/shown_rules.h"
#include "core/card.h"

namespace kortvakt::ui {

/** A card with what settings and policies say about showing it, so that no window or command can forget to
 * ask. */
struct ShownCard : CardInfo {
    app::ShownRules shown{};
};

} // namespace kortvakt::ui
