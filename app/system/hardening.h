// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

namespace kortvakt::app {

/**
 * Keeps codes inside the process: it writes no core file, and other programs of the same user cannot read its
 * memory; and what holds a code (core/bytes.h) is never written to the swap file. Called first of all in
 * main(); what the system cannot do is left out.
 */
void hardenProcess();

} // namespace kortvakt::app
