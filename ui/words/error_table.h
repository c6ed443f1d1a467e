// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"

#include <span>

namespace kortvakt::ui {

/**
 * What there is to say about an ErrorId, in English, for QCoreApplication::translate() with the context
 * "messages". Texts that are null depend on what happened: messageFor() makes them.
 */
struct ErrorRow {
    ErrorId id;
    const char* number; ///< "KV30"; empty where it has none
    const char* heading; ///< what is shown when it happens, also the catalogue's meaning
    const char* body = nullptr; ///< shown below the heading
    const char* cause = nullptr; ///< for the catalogue
    const char* remedy = nullptr; ///< for the catalogue; null: the body says it
};

/** The one table of errors: every ErrorId once, in the order of the catalogue. */
[[nodiscard]] std::span<const ErrorRow> errorTable();
/** The row of an ErrorId. */
[[nodiscard]] const ErrorRow& rowOf(ErrorId id);

} // namespace kortvakt::ui
