// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "app/cli/code_questions.h"

#include "app/cli/words.h"
#include "ui/words/code_rules.h"
#include "ui/words/doubts.h"

#include <algorithm>
#include <utility>

namespace kortvakt::cli {

namespace {

/** The asking, step by step; each step tells whether the next one is wanted. */
class Asking {
public:
    Asking(CodeInput& input, const Task& task, bool lastTry)
        : input_(input)
        , task_(task)
        , lastTry_(lastTry)
    {
    }

    [[nodiscard]] bool presented()
    {
        const CodeObject& code = *task_.typedFor();
        if (task_.byPuk() && task_.triesLeft() == 1 && !input_.interactive() && !lastTry_)
            return refuse(ErrorId::LastTry, code);
        if (!read(presentedLabel(code), answers_.presented, code))
            return false;
        if (task_.byPuk())
            answers_.presented = withoutSeparators(std::move(answers_.presented));
        const auto check = task_.byPuk() ? CodePolicy::checkPresented : CodePolicy::checkCurrent;
        if (const auto broken = check(answers_.presented.view(), task_.presentedFormat()))
            return refuse(broken->rule, code, *broken,
                task_.byPuk() ? ui::Facts::Typed::Puk : ui::Facts::Typed::Current);
        return certain(code);
    }

    [[nodiscard]] bool freshCode(const CodeObject& code)
    {
        Fresh fresh{code.id, {}};
        if (!read(ui::freshCodeLabel(code.role), fresh.digits, code))
            return false;
        const View presented = answers_.presented.view();
        CodePolicy::Typed typed{fresh.digits.view(), task_.byPuk() ? presented : View(),
            task_.byPuk() ? View() : presented, View()};
        const CodePolicy policy = policyFor(task_.card, code);
        if (!answers_.codes.empty())
            typed.other = answers_.codes.back().digits.view();
        if (const auto broken = policy.check(typed))
            return refuse(broken->rule, code, *broken);
        if (input_.interactive()) {
            Secret again;
            if (!read(ui::repeatCodeLabel(code.role), again, code))
                return false;
            if (!again.sameAs(fresh.digits))
                return refuse(ErrorId::Mismatch, code);
        }
        answers_.codes.push_back(std::move(fresh));
        return true;
    }

    /** The last question before a PUK is used up, or may be. */
    [[nodiscard]] bool dares()
    {
        return std::ranges::all_of(doubtsAbout(task_, digits()), [this](Doubt doubt) {
            if (isAboutDigits(doubt))
                return true;
            const ui::Message why = ui::doubtMessage(doubt, task_, digits());
            return agreed(doubt == Doubt::LastTry
                    ? why.body + u'\n' + why.heading + u'.'
                    : why.heading + u'\n' + Cli::tr("Have you compared the digits with the letter?"),
                *task_.typedFor());
        });
    }

    [[nodiscard]] Answers take() { return std::move(answers_); }

private:
    [[nodiscard]] int digits() const { return static_cast<int>(answers_.presented.size()); }

    [[nodiscard]] QString presentedLabel(const CodeObject& code) const
    {
        if (task_.byPuk())
            return ui::pukLabel();
        return code.deliveryCode ? deliveryCodeName(task_.card, code) : ui::currentCodeLabel(code.role);
    }

    bool read(const QString& label, Secret& into, const CodeObject& code)
    {
        auto typed = input_.code(label);
        if (typed) {
            into = std::move(*typed);
            return true;
        }
        answers_.tooFewLines = !input_.interactive();
        return refuse(ErrorId::Cancelled, code);
    }

    /** Whether what was typed is meant: a person is asked, and lines are held to what they look like. */
    bool certain(const CodeObject& code)
    {
        for (const Doubt doubt : doubtsAbout(task_, digits())) {
            if (!isAboutDigits(doubt))
                continue;
            const ui::Message why = ui::doubtMessage(doubt, task_, digits());
            const bool looksLikeAnother = doubt == Doubt::LooksLikePuk || doubt == Doubt::Length;
            if (looksLikeAnother && !input_.interactive()) {
                const bool shorter = digits() < task_.usualDigits().value_or(0);
                const auto rule = shorter ? ErrorId::TooShort : ErrorId::TooLong;
                (void)refuse(doubt == Doubt::Length ? rule : ErrorId::LooksLikePuk, code);
                answers_.refused->message.body = why.body + u' ' + ui::nothingSent();
                return false;
            }
            if (!agreed(why.oneLine(), code))
                return false;
        }
        return true;
    }

    bool agreed(const QString& why, const CodeObject& code)
    {
        // Lines come from somebody who has decided already.
        if (!input_.interactive())
            return true;
        const QString question = why + u' ' + Cli::tr("Go on? [y/N]");
        const QString yes = Cli::tr("y");
        const QString no = Cli::tr("n");
        return input_.agreed(question, yes.front(), no.front()) || refuse(ErrorId::Cancelled, code);
    }

    bool refuse(ErrorId why, const CodeObject& code, const Objection& broken = {ErrorId::Internal, 0, 0},
        ui::Facts::Typed typed = ui::Facts::Typed::Fresh)
    {
        ui::Facts facts;
        facts.role = code.role;
        facts.issuer = task_.card.issuer;
        facts.min = broken.min;
        facts.max = broken.max;
        facts.typed = typed;
        if (why == ErrorId::LastTry)
            facts.triesLeft = 1;
        answers_.refused = refusal(why, code.id, facts);
        if (why == ErrorId::LastTry)
            add(*answers_.refused, Cli::tr("To use the last attempt all the same, add --last-try."));
        return false;
    }

    CodeInput& input_;
    const Task& task_;
    bool lastTry_;
    Answers answers_;
};

} // namespace

Answers askForCodes(CodeInput& input, const Task& task, bool lastTry)
{
    Asking asking(input, task, lastTry);
    bool more = asking.presented();
    for (const CodeObject* code : task.codes())
        more = more && asking.freshCode(*code);
    if (more)
        (void)asking.dares();
    return asking.take();
}

} // namespace kortvakt::cli
