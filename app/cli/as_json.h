// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/code_report.h"
#include "app/cli/reader_view.h"

#include <QJsonArray>
#include <QJsonObject>

#include <ostream>

/** The JSON that kortvakt-cli(1) promises: stable names, null for what is not known. */
namespace kortvakt::cli {

/** The document of `list` and `show`. */
[[nodiscard]] QJsonObject overviewJson(const std::optional<ErrorId>& service,
    const std::vector<ReaderView>& readers, std::chrono::sys_seconds now);
/** "up", or why it is not. */
[[nodiscard]] QString serviceJson(const std::optional<ErrorId>& service);
/** A reader in that document, and in the lines of `watch`. */
[[nodiscard]] QJsonObject readerJson(const ReaderView& reader, std::chrono::sys_seconds now);
/** The result of `unlock` and `change`, and an element of that of `activate`. */
[[nodiscard]] QJsonObject reportJson(const CodeReport& report);
/** What `unlock --dry-run` tells. */
[[nodiscard]] QJsonObject planJson(const CodeId& code, const UnlockPlan& plan);
/** The card report. */
[[nodiscard]] QJsonObject cardReportJson(const pcsc::Slot& slot, const std::vector<ReportLine>& lines);

void write(std::ostream& out, const QJsonObject& object);
void write(std::ostream& out, const QJsonArray& array);

} // namespace kortvakt::cli
