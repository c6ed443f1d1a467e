// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/code_told.h"
#include "app/cli/reader_view.h"

#include <QJsonArray>
#include <QJsonObject>

#include <ostream>

/** The JSON that kortvakt-cli(1) promises: stable names, null for what is not known. */
namespace kortvakt::cli {

/** Whether what may tell of a person is left out. */
enum class Masked { No, Yes };

/** The document of `list` and `show`; @p readers are masked() where it says so. */
[[nodiscard]] QJsonObject overviewJson(const pcsc::Snapshot& snapshot,
    const std::vector<ui::ReaderRow>& readers, std::chrono::sys_seconds now, Masked masked);
/** "up", or why it is not. */
[[nodiscard]] QString serviceJson(const std::optional<ErrorId>& service);
/** Why, where more is known: "hung". */
[[nodiscard]] QJsonValue serviceCauseJson(bool hangs);
/** The number that people read out, "KV20". */
[[nodiscard]] QJsonValue numberJson(const std::optional<ErrorId>& error);
/** A reader in that document, and in the lines of `watch`. */
[[nodiscard]] QJsonObject readerJson(const ui::ReaderRow& reader, std::chrono::sys_seconds now);
/** The result of `unlock` and `change`, and an element of that of `activate`. */
[[nodiscard]] QJsonObject toldJson(const CodeTold& told);
/** What `unlock --dry-run` tells. */
[[nodiscard]] QJsonObject planJson(const CodeId& code, const UnlockPlan& plan);
/** The card report. */
[[nodiscard]] QJsonObject cardReportJson(const pcsc::Slot& slot, const std::vector<ReportLine>& lines);

/** Why a command gave no other answer; no @p error: the arguments make no sense. */
[[nodiscard]] QJsonObject failureJson(const std::optional<ErrorId>& error, const QString& message, int exit);

/** An answer with what every one of them has: its format, when it was given, by which program, and the number
 * of what it tells, unless it has one. */
[[nodiscard]] QJsonObject enveloped(QJsonObject answer);
/** Writes an answer in its envelope; of an array, each element in one of its own. */
void write(std::ostream& out, const QJsonObject& object);
void write(std::ostream& out, const QJsonArray& array);
/** The same as one line, as `watch` tells everything. */
void writeLine(std::ostream& out, const QJsonObject& object);

} // namespace kortvakt::cli
