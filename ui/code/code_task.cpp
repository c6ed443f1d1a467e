// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/code/code_task.h"

#include "ui/words/phrase.h"

#include <QCoreApplication>

namespace kortvakt::ui {

using phrase::byRole;

namespace {

struct CodeTaskWords {
    Q_DECLARE_TR_FUNCTIONS(CodeTaskWords)
};

} // namespace

CodeTask::CodeTask(CardKey where, ShownCard on, Action wanted)
    : ShownTask(std::move(on), std::move(wanted))
    , key(std::move(where))
{
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
        CodeTaskWords::tr("Your code letter has an activation PIN of seven digits, which works once. With it "
                          "you choose an identification PIN of your own."),
        CodeTaskWords::tr("Your code letter has an activation PIN of seven digits, which works once. With it "
                          "you choose a signature PIN of your own."),
        CodeTaskWords::tr("Your code letter has an activation PIN of seven digits, which works once. With it "
                          "you choose a PIN of your own."));
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
