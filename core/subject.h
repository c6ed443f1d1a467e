// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/bytes.h"

namespace kortvakt {

/** What a certificate's subject calls a person: names, numbers and addresses, as they are written there
 * (RFC 5280 §4.1.2.6). Empty where it is no certificate. */
[[nodiscard]] std::vector<std::string> personIn(View certificate);

} // namespace kortvakt
