// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/reader_view.h"

/** What is known of a reader and its card, fit for an inventory that is to be no register of persons. */
namespace kortvakt::cli {

/** A reader's name without what stands in parentheses, closed or cut: as a rule its serial number. */
[[nodiscard]] std::string maskedReader(const std::string& name);
/** A sentence that names readers, with maskedReader() in place of each name. */
[[nodiscard]] QString maskedSentence(QString sentence, const Seen& seen);
/** Leaves out of a reader what names its card's holder: no name and no subject, of the serial number its end,
 * and labels only of words that cards' makers use. */
void mask(ui::ReaderRow& reader);

} // namespace kortvakt::cli
