// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessible>

#include <memory>

namespace kortvakt::ui {

/**
 * What assistive technology may hear instead of an event: the same with dots for each character, when it
 * comes from a code field that is hidden; nothing when it may be heard as it is.
 */
[[nodiscard]] std::unique_ptr<QAccessibleEvent> unheard(QAccessibleEvent& event);

/**
 * Lets no digit of a hidden code field onto the accessibility bus, where each program of the session can
 * listen: Qt 6.4 guards the text of password fields, but not the events that tell what was typed into them.
 * Installed once.
 */
void keepDigitsUnheard();

} // namespace kortvakt::ui
