// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aftermath.h"
#include "core/card_flows.h"
#include "core/report.h"

#include <optional>
#include <string_view>
#include <vector>

/**
 * What a holder asks of a card, how far it is, and what came of it: a Task until the digits are typed, a Wish
 * once they are, an Outcome when the card has answered. Windows and the command line ask the same questions
 * before, and tell the same of each code afterwards, because they take both from here.
 */
namespace kortvakt {

/** A new code for one of a card's codes. */
struct Fresh {
    CodeId code;
    Secret digits;
};

/** A wish to set codes, made by one click or one command. */
struct Wish {
    CardInfo expected; ///< the card as it was shown
    With with = With::Puk;
    Secret presented; ///< the PUK, or the old code
    std::vector<Fresh> codes; ///< in order; the first that is not accepted stops the rest
    StillWanted wanted; ///< asked on another thread directly before a code is sent
};

/** How far it is. */
enum class Stage {
    Waiting, ///< for another program that holds the card
    Working, ///< the transaction is ours
    CodesRead, ///< the codes have been read; certificates follow
    Answered, ///< the card has answered a command, some time after the last sign of life
};

/**
 * What came of a wish, a reading or a card report. Parts that were reached stay, also when the conversation
 * broke off later: a code that was accepted is told as accepted although the card was pulled a moment after.
 */
struct Outcome {
    /** The card as it is now; nothing when it could not be read, or is another one. */
    std::optional<CardInfo> card;
    /**
     * One for each code that was tried, in order. The last one is what the counters show once the card was
     * read again: what lost a try was wrong, whatever the card answered, and though nothing was heard.
     */
    std::vector<CodeResult> results;
    /** Tries of what was presented, directly before it was sent the last time; for aftermathOf(). */
    std::optional<int> triesBefore;
    std::vector<ReportLine> report;
    /**
     * Why it broke off before all was done. A card that was pulled is card-removed when nothing had been
     * sent, and card-removed-unsure when the card may have got a code and its answer was not heard.
     */
    std::optional<CardError> error;
    bool serviceHangs = false; ///< with service-down: it is there, and does not answer
    /** New codes that were not set, handed back so that they need not be typed again. */
    std::vector<Fresh> unused;

    /** It broke off with a code on its way. */
    [[nodiscard]] bool isUnheard() const { return error && error->codeSent; }
};

/** What is presented for an action. */
[[nodiscard]] With presentedFor(Action::Kind kind);

/** What a holder is about to wish: an action on codes of one card. */
struct Task {
    CardInfo card; ///< as it was shown, and as it was read last
    Action action;
    std::vector<CodeId> ids; ///< the codes to set, in order

    Task(CardInfo shown, Action wanted);

    /** The codes to set; those that the card no longer has are left out. */
    [[nodiscard]] std::vector<const CodeObject*> codes() const;
    /** The role of the only code, or Other for several. */
    [[nodiscard]] CodeRole role() const;
    [[nodiscard]] bool byPuk() const { return presentedFor(action.kind) == With::Puk; }
    /**
     * The code that what is typed first belongs to. Of several, the one whose PUK needs the most care: one
     * that is on its last try, then one that does not tell, then the fewest tries; PUKs of one value may be
     * objects of their own, each with its own counter. Nothing: the card has none of the codes any more.
     */
    [[nodiscard]] const CodeObject* typedFor() const;
    /** What the PUK, or the old code, may look like. */
    [[nodiscard]] CodeFormat presentedFormat() const;
    /** How many digits it usually has, where the card does not fix it; else nothing. */
    [[nodiscard]] std::optional<int> usualDigits() const;
    /** Tries left of it; nothing where the card does not tell. */
    [[nodiscard]] std::optional<int> triesLeft() const;
    /** The same as an answer told them in this insertion, where the card does not. */
    [[nodiscard]] std::optional<int> heardTries() const;
    /** Whether the code that the card came with is changed to one of the holder's own. */
    [[nodiscard]] bool delivered() const;
    /** Whether that one is a single-use activation PIN, and not from a PIN envelope. */
    [[nodiscard]] bool activationPin() const;
    /** Whether the card offers to unlock the code with its PUK instead. */
    [[nodiscard]] bool canUnlock() const;
    /** A code that is locked, or may be, while none of this task's is: probably the one that is meant. */
    [[nodiscard]] const CodeObject* lockedInstead() const;

    /** Takes over what an outcome has shown of the card. */
    void learn(const Outcome& outcome);
};

/** What is worth asking once more before digits are sent that may cost a try. */
enum class Doubt {
    UnknownKind, ///< how the PUK is used rests on the card's own word
    LooksLikePuk, ///< typed as the current code, and as long as a PUK
    Length, ///< not as many digits as Task::usualDigits() tells
    ShortCurrent, ///< fewer digits than a new code on this card has
    TriesNotTold, ///< the card does not tell how many tries the PUK has left
    LastTry, ///< of the PUK
};

/** Whether a doubt is one about the digits that were typed, and not about the tries they may cost. */
[[nodiscard]] bool isAboutDigits(Doubt doubt);
/** Whether a code holds the single-use PIN of its family's code letter; any other code that a card is
 * delivered with came in a PIN envelope. */
[[nodiscard]] bool holdsActivationPin(const CardInfo& card, const CodeObject& code);
/** What is worth asking about so many digits of the PUK, or of the old code, in the order in which it is
 * asked. Pure. */
[[nodiscard]] std::vector<Doubt> doubtsAbout(const Task& task, int digits);

/** What became of one code of a task. */
struct CodeOutcome {
    CodeId code;
    enum class Kind {
        Answered, ///< there is a result
        InDoubt, ///< it was on its way when the conversation broke off
        BrokeOff, ///< the conversation broke off before it was sent
        NotTried, ///< something before it stopped all
    } kind = Kind::NotTried;
    std::optional<CodeResult> result{}; ///< with Answered
    Aftermath seen{}; ///< what the card showed of it once it was read again

    /** Whether the new code was saved; nothing where that cannot be seen. */
    [[nodiscard]] std::optional<bool> saved() const;
};

/** What became of each code, in the task's order: of an outcome, and, where the card of one that broke off is
 * back, of what it shows now. Pure. @p task has the card as it was before. */
[[nodiscard]] std::vector<CodeOutcome> outcomesOf(const Task& task, const Outcome& outcome);

/** Lets the counters of the card that was read again have the last word on the code that was sent last.
 * @param before the card as it was; @param codes all that were wished for, in order */
void settle(Outcome& outcome, const CardInfo& before, With with, const std::vector<CodeId>& codes);

/** Adds to a card how many tries its PUK has left, as an answer told it, where it does not tell by itself. */
void rememberTries(CardInfo& card, With with, const std::vector<CodeId>& codes, const Outcome& outcome);

} // namespace kortvakt
