// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "ui/words/tries_words.h"

#include "ui/words/phrase.h"

namespace kortvakt::ui {

using phrase::Messages;
using phrase::say;

namespace {

/** A status word has four bits for the tries: a card that tells so many may have more. */
constexpr int countedTries = 15;

} // namespace

QString triesLeftText(int tries)
{
    return tries == countedTries ? Messages::tr("%1 or more attempts left").arg(tries)
                                 : say(QT_TRANSLATE_N_NOOP("messages", "%n attempt(s) left"), tries);
}

QString youHaveTriesLeft(int tries)
{
    return tries == countedTries
        ? Messages::tr("You have %1 or more attempts left.").arg(tries)
        : say(QT_TRANSLATE_N_NOOP("messages", "You have %n attempt(s) left."), tries);
}

} // namespace kortvakt::ui
