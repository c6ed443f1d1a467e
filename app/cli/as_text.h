// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/code_told.h"
#include "app/cli/reader_view.h"
#include "ui/words/card_actions.h"

/** Answers for people: short lines that a support agent can read out. */
namespace kortvakt::cli {

/** `list`: the readers, and one line for each card. */
[[nodiscard]] QString listText(const pcsc::Snapshot& snapshot, const std::vector<ui::ReaderRow>& readers);
/** The lines of `watch`, without the time. */
[[nodiscard]] QString serviceLine(const ui::Overview& overview);
[[nodiscard]] QString readerLine(const ui::ReaderRow& reader);
[[nodiscard]] QString readerGoneLine(const std::string& reader);
/** `show`: one card. */
[[nodiscard]] QString showText(const ui::ReaderRow& reader, std::chrono::sys_seconds now);
/** What `unlock --dry-run` tells. */
[[nodiscard]] QString planText(const Task& task, const UnlockPlan& plan);
/** Before codes are asked for: the card, what the code is for, where the PUK is, and the tries left. */
[[nodiscard]] QString introText(const ui::ShownTask& task, std::chrono::sys_seconds now);
/** One result. */
[[nodiscard]] QString resultText(const ui::Message& message);
/** The results of `activate`, a line a code. */
[[nodiscard]] QString activationText(const std::vector<CodeTold>& codes, const CardInfo& card);
/** The card report. */
[[nodiscard]] QString cardReportText(const pcsc::Slot& slot, const std::vector<ReportLine>& lines);

} // namespace kortvakt::cli
