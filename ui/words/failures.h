// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"

#include <QString>

#include <vector>

namespace kortvakt::ui {

/** An entry of the failure catalogue, in the language that installLanguage() chose. */
struct Failure {
    ErrorId id;
    QString number; ///< "KV22", "E14"; empty where it has none
    QString meaning; ///< the heading that is shown when it happens
    QString cause;
    QString remedy;
};

/** "Cause:" and "Remedy:", before those two. */
[[nodiscard]] QString causeLabel();
[[nodiscard]] QString remedyLabel();
/** The failure catalogue: every ErrorId once, by number and last those without, for manuals and help. */
[[nodiscard]] std::vector<Failure> failures();

} // namespace kortvakt::ui
