// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aftermath.h"
#include "core/wish.h"
#include "ui/words/card_words.h"

/**
 * Every sentence about states, breakdowns, refusals, rules and results, in the language that
 * installLanguage() chose. One table (messages.cpp) tells what each ErrorId says; the functions below only
 * choose and fill in.
 */
namespace kortvakt::ui {

/** What is shown together. A heading may be no sentence ("Wrong PUK"); bodies are whole sentences. */
struct Message {
    QString
        number; ///< "KV30", "E14": stands beside the sentence, so that a caller can read it out; may be empty
    QString heading;
    QString body; ///< may be empty
    /** All in one paragraph: "Wrong PUK. You have one attempt left. … (KV30)". */
    [[nodiscard]] QString oneLine() const;
    friend bool operator==(const Message&, const Message&) = default;
};

/** What a sentence may need to know beside the ErrorId. */
struct Facts {
    CodeRole role = CodeRole::Other;
    Issuer issuer = Issuer::Unknown;
    std::optional<int> triesLeft{}; ///< of the code that was presented; nothing: the card does not tell
    bool triesUnchanged = false; ///< the counter was seen before and after, and is the same
    bool nothingSent = false; ///< during a job that sends codes: say that nothing was sent
    bool codeSent = false; ///< a code was on its way when it broke off: nobody knows whether it was saved
    bool delivered = false; ///< the code that was presented is the one that the card came with
    bool activationPin =
        false; ///< which on such a card is an activation PIN, and else is from a PIN envelope
    std::optional<ErrorId> cannotUnlock{}; ///< why the code cannot be unlocked with a PUK either
    bool byPolicy = false; ///< the organisation decided, not the user's own settings
    bool hangs = false; ///< service-down: the service is there, and does not answer
    QString name{}; ///< reader-no-driver, reader-held: the reader; hidden-by-policy: whom to contact
    QString date{}; ///< clock-wrong: what the clock says
    QString holder{}; ///< reader-held: the kernel's driver or the program; empty: not known
    bool heldByKernel = false; ///< what holds it is a driver of the kernel's
    LeftAlone leftAlone = LeftAlone::No; ///< family-left-alone: why
    int min = 0, max = 0; ///< the wanted lengths
    enum class Typed { Fresh, Puk, Current } typed = Typed::Fresh; ///< what a rule or a refusal is about
};

/** What a card's own sentences need to know of it: its issuer, its family, whom its holder may turn to. */
[[nodiscard]] Facts factsOf(const CardInfo& card);
/** The same of one of its codes: also its role, and whether its PUK is a way out. */
[[nodiscard]] Facts factsOf(const CardInfo& card, const CodeObject& code);
/** What an ErrorId says. Complete: every ErrorId has a heading in every language. */
[[nodiscard]] Message messageFor(ErrorId id, const Facts& facts = {});
/** The number beside the sentence, "KV30"; empty where it has none. */
[[nodiscard]] QString numberOf(ErrorId id);
/** Whether an attempt was used: "No attempt was used.", or that it cannot be seen. */
[[nodiscard]] QString attemptText(With what, const Aftermath& seen);

} // namespace kortvakt::ui
