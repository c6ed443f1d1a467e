// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QKeyEvent>

#include <optional>

namespace kortvakt::ui {

/** What a line edit does for a key; copying and undoing are among it, so that a code field can do nothing. */
[[nodiscard]] std::optional<QKeySequence::StandardKey> editOf(const QKeyEvent& event);
/** Whether a key types something, and is no command. */
[[nodiscard]] bool isTyping(const QKeyEvent& event);

} // namespace kortvakt::ui
