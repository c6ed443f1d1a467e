// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/softcard/soft_card.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

/** The soft cards that one learns with, and what their letter would tell, in the user's language. */
namespace kortvakt::demo {

/** Sentences of the catalogue "demo", by tr(). */
struct Demo {
    Q_DECLARE_TR_FUNCTIONS(demo)
};

/** A personality of the soft cards, and what it is to whoever holds it. */
struct TrainingCard {
    enum class Kind { Usual, Trouble, Other } kind;
    const char* personality;
    QString title;
};
/** The cards to choose from, by their kinds, the most usual first. */
[[nodiscard]] std::vector<TrainingCard> trainingCards();
/** What stands above the cards of a kind in a list. */
[[nodiscard]] QString kindTitle(TrainingCard::Kind kind);
/** "Card reader 1": the reader's name, for Kortvakt too. */
[[nodiscard]] QString readerName(int number);
/** A line for each code of a card: what it is for, its value, and its tries where it was chosen. */
[[nodiscard]] QStringList codeLines(const softcard::SoftCard& card);

} // namespace kortvakt::demo
