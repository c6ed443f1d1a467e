// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/card.h"
#include "core/code_policy.h"

#include <functional>

/** What can be done with a card's codes, and doing it. */
namespace kortvakt {

/** Digits that a new code may have: what the card takes, narrowed by the house rules. Rules that leave
 * nothing of the card's range take its nearest end. */
struct FreshLengths {
    int min = 0, max = 0;
};
[[nodiscard]] FreshLengths freshLengths(const CardInfo& card, const CodeObject& code);
/** The policy for a new code on this card. */
[[nodiscard]] CodePolicy policyFor(const CardInfo& card, const CodeObject& code);

/** What unlocking sends, and what a dry run tells of it, by RESET RETRY COUNTER (ISO 7816-4 §11.5.10): P1 =
 * 00 is the PUK and the new code, 02 the new code alone, after VERIFY of the PUK. Nothing of it depends on a
 * code. */
struct UnlockPlan {
    Location application;
    std::uint8_t ins = 0x2C, p1 = 0x00, p2 = 0;
    /** A VERIFY of the PUK comes first, and what is above takes the new code alone. */
    struct Verification {
        Location application;
        std::uint8_t p2 = 0;
    };
    std::optional<Verification> first;
    int pukBytes = 0, freshBytes = 0; ///< block lengths; 0: as typed
    CodeFormat puk, fresh;
};
/** Nothing where unlocking is not possible. */
[[nodiscard]] std::optional<UnlockPlan> planUnlock(const CardInfo& card, const CodeId& code);

/** Asked directly before a code is sent: is the person who wanted it still there? */
using StillWanted = std::function<bool()>;

/**
 * Sets a new code with the PUK: RESET RETRY COUNTER (ISO 7816-4 §11.5.10), PUK and new code in one command;
 * or, where the family's row says so, VERIFY of the PUK, and only when the card took it the new code alone.
 * The card is read again and compared with @p expected first, and every length and rule checked: a CodeResult
 * of kind Refused, or a CardError without codeSent, means that nothing was sent. The PUK is sent at most
 * once, and so is the new code.
 * @throws CardError card-swapped, card-removed, …
 */
CodeResult unlockCode(Session& session, View atr, const CardInfo& expected, const CodeId& code,
    const Secret& puk, const Secret& fresh, const StillWanted& stillWanted);
/** Sets a new code with the old one: CHANGE REFERENCE DATA (§11.5.7). As unlockCode(). */
CodeResult changeCode(Session& session, View atr, const CardInfo& expected, const CodeId& code,
    const Secret& old, const Secret& fresh, const StillWanted& stillWanted);

/** Something a holder can do with a code, or why not. */
struct Action {
    enum class Kind { Unlock, Set, Change, Activate } kind;
    CodeId code; ///< empty for Activate
    std::optional<ErrorId> unavailable; ///< nothing: offered
};
/** Its name in JSON: "unlock", "set", "change", "activate". */
[[nodiscard]] std::string_view nameOf(Action::Kind kind);
/** What a card lets its holder do: the only source of buttons and menu entries. What the house rules turn off
 * is hidden-by-policy. Pure. */
[[nodiscard]] std::vector<Action> actionsFor(const CardInfo& card);
/** Whether an action would put a PUK's last try at stake while nothing is locked: no button leads there. */
[[nodiscard]] bool sparesPuk(const Action& action, const CardInfo& card);
/** The codes that activation sets, in order: those that are never-set or locked-or-never-set and can be
 * unlocked. */
[[nodiscard]] std::vector<CodeId> codesToActivate(const CardInfo& card);
/** Whether two codes of a card are unlocked by one and the same PUK object (rule 8). */
[[nodiscard]] bool samePuk(const CodeObject& one, const CodeObject& other);

} // namespace kortvakt
