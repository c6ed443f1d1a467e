// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace kortvakt::ui {

/** Text as somebody else has written it, with something else (or nothing) in the place of each control
 * character and of each one that is not seen itself: what could steer a terminal, or hide or turn what stands
 * beside it. */
[[nodiscard]] QString withoutUnseen(const QString& untrusted, const QString& instead = {});

} // namespace kortvakt::ui
