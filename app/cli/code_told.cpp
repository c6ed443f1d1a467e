// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/code_told.h"

#include "app/cli/reader_view.h"
#include "app/cli/words.h"
#include "ui/words/code_rules.h"
#include "ui/words/results.h"

namespace kortvakt::cli {

CodeTold refusal(ErrorId why, const std::optional<CodeId>& code, ui::Facts facts)
{
    facts.nothingSent = true;
    return {"refused", why, code, facts.triesLeft, false, ui::messageFor(why, facts), exitCodeFor(why)};
}

CodeTold notTried(const CodeId& code)
{
    CodeTold told = refusal(ErrorId::Cancelled, code);
    // Nobody cancelled anything, and a code may well have been sent before.
    told.message = {{}, Cli::tr("Not tried."), {}};
    return told;
}

void add(CodeTold& told, const QString& sentence)
{
    QString& body = told.message.body;
    body += (body.isEmpty() ? QString() : QStringLiteral(" ")) + sentence;
}

CodeTold failure(const CardError& error, const std::optional<CodeId>& code, bool serviceHangs)
{
    const ErrorId id =
        error.id == ErrorId::CardRemoved && error.codeSent ? ErrorId::CardRemovedUnsure : error.id;
    ui::Message message = ui::breakdownMessage(error, true);
    if (id == ErrorId::ServiceDown && !error.codeSent) {
        message = endedMessage(id, {.hangs = serviceHangs});
        message.body += u' ' + ui::nothingSent();
    }
    return {"failed", id, code, {}, error.codeSent, message, exitCodeFor(error)};
}

std::vector<CodeTold> toldOf(const ui::ShownTask& task, const Outcome& outcome)
{
    const ui::ShownCard before = task.shownCard();
    using Kind = CodeOutcome::Kind;
    std::vector<CodeTold> all;
    for (const CodeOutcome& one : outcomesOf(task, outcome)) {
        if (one.kind == Kind::NotTried) {
            all.push_back(notTried(one.code));
        } else if (one.kind == Kind::Answered) {
            const CodeResult& result = *one.result;
            all.push_back(
                {std::string(nameOf(result.kind)), result.error, one.code, result.triesLeft, result.codeSent,
                    ui::resultMessage(task.action.kind, one.code, before, result, outcome.card, one.seen),
                    result.error ? exitCodeFor(*result.error) : Done});
        } else {
            all.push_back(failure(*outcome.error, one.code, outcome.serviceHangs));
            const CodeObject* const was = task.card.find(one.code);
            const CodeObject* const is = outcome.card ? outcome.card->find(one.code) : nullptr;
            if (one.kind == Kind::InDoubt && was && is) {
                all.back().message = ui::followUpMessage(presentedFor(task.action.kind), one.seen, *was, *is);
                all.back().saved = one.saved();
            }
        }
    }
    return all;
}

} // namespace kortvakt::cli
