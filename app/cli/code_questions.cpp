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

/**
 * The code whose PUK needs the most care: one that is on its last try, then one that does not tell, then the
 * fewest tries. PUKs of one value may be objects of their own, each with its own counter.
 */
const CodeObject& withScarcestPuk(const std::vector<Target>& targets)
{
    const auto carelessness = [](const Target& target) {
        const auto tries = target.code.puk->triesLeft;
        return tries ? std::pair(*tries, 0) : std::pair(1, 1);
    };
    return std::ranges::min_element(targets, {}, carelessness)->code;
}

/** The asking, step by step; each step tells whether the next one is wanted. */
class Asking {
public:
    Asking(CodeInput& input, const CardInfo& card, bool lastTry)
        : input_(input)
        , card_(card)
        , lastTry_(lastTry)
    {
    }

    [[nodiscard]] bool puk(const CodeObject& code)
    {
        const Puk& puk = *code.puk;
        if (puk.triesLeft == 1 && !input_.interactive() && !lastTry_)
            return refuse(ErrorId::LastTry, code);
        if (!read(ui::pukLabel(), answers_.presented, code))
            return false;
        answers_.presented = withoutSeparators(std::move(answers_.presented));
        if (const auto broken = CodePolicy::checkPresented(answers_.presented.view(), puk.format))
            return refuse(broken->rule, code, *broken, ui::Facts::Typed::Puk);
        return certain(code, Action::Kind::Unlock);
    }

    [[nodiscard]] bool oldCode(const CodeObject& code)
    {
        const QString label =
            code.deliveryCode ? deliveryCodeName(card_, code) : ui::currentCodeLabel(code.role);
        if (!read(label, answers_.presented, code))
            return false;
        if (const auto broken = CodePolicy::checkCurrent(answers_.presented.view(), code.format))
            return refuse(broken->rule, code, *broken, ui::Facts::Typed::Current);
        return certain(code, Action::Kind::Change);
    }

    [[nodiscard]] bool freshCode(const CodeObject& code, app::CodeRequest::By by)
    {
        app::CodeRequest request{by, code.id, {}};
        if (!read(ui::freshCodeLabel(code.role), request.fresh, code))
            return false;
        const View presented = answers_.presented.view();
        const bool withPuk = by == app::CodeRequest::By::Puk;
        CodePolicy::Typed typed{
            request.fresh.view(), withPuk ? presented : View(), withPuk ? View() : presented, View()};
        const CodePolicy policy = policyFor(card_, code);
        if (!answers_.requests.empty())
            typed.other = answers_.requests.back().fresh.view();
        if (const auto broken = policy.check(typed))
            return refuse(broken->rule, code, *broken);
        if (input_.interactive()) {
            Secret again;
            if (!read(ui::repeatCodeLabel(code.role), again, code))
                return false;
            if (!again.sameAs(request.fresh))
                return refuse(ErrorId::Mismatch, code);
        }
        answers_.requests.push_back(std::move(request));
        return true;
    }

    /** The last question before a PUK is used up, or may be. */
    [[nodiscard]] bool dares(const CodeObject& code)
    {
        if (code.puk->triesLeft == 1)
            return agreed(ui::lastTryMessage(card_.issuer).body + u'\n'
                    + ui::lastTryMessage(card_.issuer).heading + u'.',
                code);
        if (!code.puk->triesLeft)
            return agreed(ui::triesNotShown() + u'\n'
                    + say(QT_TRANSLATE_NOOP("cli", "Have you compared the digits with the letter?")),
                code);
        return true;
    }

    [[nodiscard]] Answers take() { return std::move(answers_); }

private:
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
    bool certain(const CodeObject& code, Action::Kind kind)
    {
        const int typed = static_cast<int>(answers_.presented.size());
        for (const Doubt doubt : doubtsAbout(card_, code, kind, typed)) {
            const ui::Message why = ui::doubtMessage(doubt, card_, code, kind, typed);
            const bool looksLikeAnother = doubt == Doubt::LooksLikePuk || doubt == Doubt::Length;
            if (looksLikeAnother && !input_.interactive()) {
                const bool shorter = typed < usualDigits(card_, code, kind).value_or(0);
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
        const QString question = why + u' ' + say(QT_TRANSLATE_NOOP("cli", "Go on? [y/N]"));
        const QString yes = say(QT_TRANSLATE_NOOP("cli", "y"));
        const QString no = say(QT_TRANSLATE_NOOP("cli", "n"));
        return input_.agreed(question, yes.front(), no.front()) || refuse(ErrorId::Cancelled, code);
    }

    bool refuse(ErrorId why, const CodeObject& code, const Objection& broken = {ErrorId::Internal, 0, 0},
        ui::Facts::Typed typed = ui::Facts::Typed::Fresh)
    {
        ui::Facts facts;
        facts.role = code.role;
        facts.issuer = card_.issuer;
        facts.min = broken.min;
        facts.max = broken.max;
        facts.typed = typed;
        if (why == ErrorId::LastTry)
            facts.triesLeft = 1;
        answers_.refused = refusal(why, code.id, facts);
        if (why == ErrorId::LastTry)
            add(*answers_.refused,
                say(QT_TRANSLATE_NOOP("cli", "To use the last attempt all the same, add --last-try.")));
        return false;
    }

    CodeInput& input_;
    const CardInfo& card_;
    bool lastTry_;
    Answers answers_;
};

} // namespace

Answers askForCodes(CodeInput& input, const CardInfo& card, const std::vector<Target>& targets, bool lastTry)
{
    Asking asking(input, card, lastTry);
    const CodeObject& first = targets.front().code;
    const bool withPuk = targets.front().kind != Action::Kind::Change;
    const auto by = withPuk ? app::CodeRequest::By::Puk : app::CodeRequest::By::OldCode;
    const CodeObject& scarcest = withPuk ? withScarcestPuk(targets) : first;
    bool more = withPuk ? asking.puk(scarcest) : asking.oldCode(first);
    for (std::size_t i = 0; more && i < targets.size(); ++i)
        more = asking.freshCode(targets[i].code, by);
    if (more && withPuk)
        (void)asking.dares(scarcest);
    return asking.take();
}

} // namespace kortvakt::cli
