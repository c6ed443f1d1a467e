// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/messages.h"

namespace kortvakt::ui {

/** What is asked before so many digits are sent all the same: "Is this the PUK?" */
[[nodiscard]] Message doubtMessage(Doubt doubt, const Task& task, int digits);

} // namespace kortvakt::ui
