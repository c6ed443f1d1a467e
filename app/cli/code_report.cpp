// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/code_report.h"

#include "app/cli/reader_view.h"
#include "app/cli/words.h"
#include "ui/words/code_rules.h"
#include "ui/words/results.h"

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

/** What the card shows of the code that was sent last. */
Aftermath seenOf(
    const app::JobOutcome& outcome, const ui::ShownCard& before, Action::Kind kind, const CodeId& code)
{
    const CodeObject* const was = before.find(code);
    if (!was)
        return {};
    return aftermathOf(
        ui::presentedFor(kind), outcome.triesBefore, *was, outcome.card ? outcome.card->find(code) : nullptr);
}

std::optional<bool> savedBy(const Aftermath& seen)
{
    if (seen.fresh == Aftermath::Fresh::Unseen || seen.fresh == Aftermath::Fresh::NotInUse)
        return {};
    return seen.fresh == Aftermath::Fresh::Saved;
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

CodeReport failure(const CardError& error, const std::optional<CodeId>& code, bool serviceHangs)
{
    const ErrorId id =
        error.id == ErrorId::CardRemoved && error.codeSent ? ErrorId::CardRemovedUnsure : error.id;
    ui::Message message = ui::breakdownMessage(error, true);
    if (id == ErrorId::ServiceDown && !error.codeSent) {
        ui::Facts facts;
        facts.hangs = serviceHangs;
        message = endedMessage(id, facts);
        message.body += u' ' + ui::nothingSent();
    }
    return {"failed", id, code, {}, error.codeSent, message, exitCodeFor(error)};
}

std::vector<CodeReport> reportsFrom(const app::JobOutcome& outcome, const ui::ShownCard& before,
    const std::vector<std::pair<Action::Kind, CodeId>>& requested)
{
    std::vector<CodeReport> reports;
    bool stopped = false;
    for (std::size_t i = 0; i < requested.size(); ++i) {
        const auto& [kind, code] = requested[i];
        if (i < outcome.results.size()) {
            const CodeResult& result = outcome.results[i];
            const Exit exit = result.error ? exitCodeFor(*result.error) : Done;
            const bool last = i + 1 == outcome.results.size() && !outcome.error;
            const auto seen = last ? seenOf(outcome, before, kind, code) : Aftermath{};
            reports.push_back({nameOf(result.kind), result.error, code, result.triesLeft, result.codeSent,
                ui::resultMessage(kind, code, before, result, outcome.card, seen), exit});
            stopped = result.kind != CodeResult::Kind::Accepted;
        } else if (!stopped && outcome.error) {
            reports.push_back(failure(*outcome.error, code, outcome.serviceHangs));
            const CodeObject* const was = before.find(code);
            const CodeObject* const is = outcome.card ? outcome.card->find(code) : nullptr;
            if (outcome.error->codeSent && was && is) {
                const auto seen = seenOf(outcome, before, kind, code);
                reports.back().message = ui::followUpMessage(ui::presentedFor(kind), seen, *was, *is);
                reports.back().saved = savedBy(seen);
            }
            stopped = true;
        } else {
            reports.push_back(notTried(code));
        }
    }
    return reports;
}

} // namespace kortvakt::cli
