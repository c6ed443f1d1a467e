// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/code_report.h"

#include "app/cli/words.h"

namespace kortvakt::cli {

namespace {

const char* nameOf(CodeResult::Kind kind)
{
    switch (kind) {
    case CodeResult::Kind::Accepted:
        return "accepted";
    case CodeResult::Kind::Wrong:
        return "wrong";
    case CodeResult::Kind::Blocked:
        return "locked";
    case CodeResult::Kind::Rejected:
        return "rejected";
    case CodeResult::Kind::Refused:
        return "refused";
    case CodeResult::Kind::Unusable:
        break;
    }
    return "failed";
}

} // namespace

CodeReport refusal(ErrorId why, const std::optional<CodeId>& code, ui::Facts facts)
{
    facts.nothingSent = true;
    return {"refused", why, code, facts.triesLeft, false, ui::messageFor(why, facts), exitCodeFor(why)};
}

CodeReport notTried(const CodeId& code)
{
    CodeReport report = refusal(ErrorId::Cancelled, code);
    // Nobody cancelled anything, and a code may well have been sent before.
    report.message = {{}, say(QT_TRANSLATE_NOOP("cli", "Not tried.")), {}};
    return report;
}

void add(CodeReport& report, const QString& sentence)
{
    QString& body = report.message.body;
    body += (body.isEmpty() ? QString() : QStringLiteral(" ")) + sentence;
}

CodeReport failure(const CardError& error, const std::optional<CodeId>& code)
{
    const ErrorId id =
        error.id == ErrorId::CardRemoved && error.codeSent ? ErrorId::CardRemovedUnsure : error.id;
    return {"failed", id, code, {}, error.codeSent, ui::breakdownMessage(error, true), exitCodeFor(id)};
}

std::vector<CodeReport> reportsFrom(const app::JobOutcome& outcome, const CardInfo& before,
    const std::vector<std::pair<Action::Kind, CodeId>>& requested)
{
    std::vector<CodeReport> reports;
    bool stopped = false;
    for (std::size_t i = 0; i < requested.size(); ++i) {
        const auto& [kind, code] = requested[i];
        if (i < outcome.results.size()) {
            const CodeResult& result = outcome.results[i];
            const Exit exit = result.error ? exitCodeFor(*result.error) : Done;
            reports.push_back({nameOf(result.kind), result.error, code, result.triesLeft, result.codeSent,
                ui::resultMessage(kind, code, before, result, outcome.card), exit});
            stopped = result.kind != CodeResult::Kind::Accepted;
        } else if (!stopped && outcome.error) {
            reports.push_back(failure(*outcome.error, code));
            const CodeObject* const was = before.find(code);
            const CodeObject* const is = outcome.card ? outcome.card->find(code) : nullptr;
            if (outcome.error->codeSent && was && is) {
                reports.back().message = ui::followUpMessage(*was, *is);
                reports.back().saved = ui::wasSaved(*was, *is);
            }
            stopped = true;
        } else {
            reports.push_back(notTried(code));
        }
    }
    return reports;
}

} // namespace kortvakt::cli
