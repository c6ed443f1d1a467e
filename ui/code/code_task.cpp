// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/code_task.h"

#include "ui/words/code_rules.h"
#include "ui/words/messages.h"

#include <QCoreApplication>

#include <algorithm>

namespace kortvakt::ui {

namespace {

struct CodeTaskWords {
    Q_DECLARE_TR_FUNCTIONS(CodeTaskWords)
};

QString byRole(CodeRole role, const QString& identification, const QString& signature, const QString& other)
{
    return role == CodeRole::Identification ? identification
        : role == CodeRole::Signature       ? signature
                                            : other;
}

} // namespace

CodeTask::CodeTask(CardKey where, ShownCard shown, Action wanted)
    : key(std::move(where))
    , card(std::move(shown))
    , action(std::move(wanted))
    , ids(action.kind == Action::Kind::Activate ? codesToActivate(card) : std::vector{action.code})
{
}

std::vector<const CodeObject*> CodeTask::codes() const
{
    std::vector<const CodeObject*> found;
    for (const CodeId& id : ids) {
        if (const CodeObject* code = card.find(id))
            found.push_back(code);
    }
    return found;
}

CodeRole CodeTask::role() const
{
    const auto all = codes();
    return all.size() == 1 ? all.front()->role : CodeRole::Other;
}

CodeFormat CodeTask::presentedFormat() const
{
    const auto all = codes();
    if (all.empty())
        return {};
    const CodeObject& first = *all.front();
    return byPuk() && first.puk ? first.puk->format : first.format;
}

std::optional<int> CodeTask::usualDigits() const
{
    const auto all = codes();
    return all.empty() ? std::nullopt : kortvakt::usualDigits(card, *all.front(), action.kind);
}

std::optional<int> CodeTask::triesLeft() const
{
    std::optional<int> least;
    for (const CodeObject* code : codes()) {
        const auto tries = !byPuk() ? code->triesLeft : code->puk ? code->puk->triesLeft : std::nullopt;
        if (!tries)
            return {};
        least = std::min(least.value_or(*tries), *tries);
    }
    return least;
}

void CodeTask::setTriesLeft(int tries)
{
    const CodeObject* own = card.find(ids.front());
    if (!own)
        return;
    const CodeObject typed = *own;
    for (CodeObject& code : card.codes) {
        if (byPuk() ? !samePuk(code, typed) : code.id != typed.id)
            continue;
        auto& known = byPuk() ? code.puk->triesLeft : code.triesLeft; // the same PUK: there is one
        if (!known)
            continue;
        known = tries;
        if (!byPuk() && tries == 1)
            code.state = CodeState::LastTry;
    }
}

const CodeObject* CodeTask::lockedInstead() const
{
    return action.kind == Action::Kind::Activate ? nullptr : ui::lockedInstead(card, ids);
}

std::vector<Doubt> CodeTask::doubts(int digits) const
{
    const auto all = codes();
    return all.empty() ? std::vector<Doubt>() : doubtsAbout(card, *all.front(), action.kind, digits);
}

bool CodeTask::delivered() const
{
    const auto all = codes();
    return action.kind == Action::Kind::Change && all.size() == 1 && all.front()->deliveryCode;
}

bool CodeTask::activationPin() const
{
    return delivered() && holdsActivationPin(card, *codes().front());
}

bool CodeTask::canUnlock() const
{
    return std::ranges::any_of(actionsFor(card), [this](const Action& one) {
        return one.kind == Action::Kind::Unlock && one.code == action.code && !one.unavailable;
    });
}

QString CodeTask::title() const
{
    switch (delivered() ? Action::Kind::Set : action.kind) {
    case Action::Kind::Activate:
        return CodeTaskWords::tr("Activate card");
    case Action::Kind::Set:
        return byRole(role(), CodeTaskWords::tr("Choose your own identification PIN"),
            CodeTaskWords::tr("Choose your own signature PIN"), CodeTaskWords::tr("Choose your own PIN"));
    case Action::Kind::Unlock:
        return byRole(role(), CodeTaskWords::tr("Unlock identification PIN"),
            CodeTaskWords::tr("Unlock signature PIN"), CodeTaskWords::tr("Unlock PIN"));
    case Action::Kind::Change:
        return byRole(role(), CodeTaskWords::tr("Change identification PIN"),
            CodeTaskWords::tr("Change signature PIN"), CodeTaskWords::tr("Change PIN", "title"));
    }
    return {};
}

QString CodeTask::intro() const
{
    switch (action.kind) {
    case Action::Kind::Unlock:
        return CodeTaskWords::tr("You need the letter with your PUK.");
    case Action::Kind::Set:
        return byRole(role(),
            CodeTaskWords::tr(
                "You have received a PUK in a letter. With it you choose an identification PIN of your own."),
            CodeTaskWords::tr(
                "You have received a PUK in a letter. With it you choose a signature PIN of your own."),
            CodeTaskWords::tr("You have received a PUK in a letter. With it you choose a PIN of your own."));
    case Action::Kind::Activate:
        return CodeTaskWords::tr("You have received a PUK in a letter. With it you choose your own PINs.");
    case Action::Kind::Change:
        break;
    }
    if (!delivered())
        return {};
    if (!activationPin())
        return byRole(role(),
            CodeTaskWords::tr("Your PIN envelope has the PIN that the card has now. With it you choose an "
                              "identification PIN of your own."),
            CodeTaskWords::tr("Your PIN envelope has the PIN that the card has now. With it you choose a "
                              "signature PIN of your own."),
            CodeTaskWords::tr("Your PIN envelope has the PIN that the card has now. With it you choose a PIN "
                              "of your own."));
    return byRole(role(),
        CodeTaskWords::tr(
            "Your code letter has an activation PIN of seven digits, which works once. With it you "
            "choose an identification PIN of your own."),
        CodeTaskWords::tr(
            "Your code letter has an activation PIN of seven digits, which works once. With it you "
            "choose a signature PIN of your own."),
        CodeTaskWords::tr(
            "Your code letter has an activation PIN of seven digits, which works once. With it you "
            "choose a PIN of your own."));
}

QString CodeTask::verb() const
{
    switch (delivered() ? Action::Kind::Set : action.kind) {
    case Action::Kind::Unlock:
        return CodeTaskWords::tr("Unlock");
    case Action::Kind::Set:
        return CodeTaskWords::tr("Set PIN");
    case Action::Kind::Change:
        return CodeTaskWords::tr("Change PIN", "button");
    case Action::Kind::Activate:
        return CodeTaskWords::tr("Activate");
    }
    return {};
}

QString usedWhen(CodeRole role)
{
    return byRole(role, CodeTaskWords::tr("You use the identification PIN when you log in."),
        CodeTaskWords::tr("You use the signature PIN when you sign."), {});
}

} // namespace kortvakt::ui
