# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What comes of choosing both codes of a new card in one go."""

from .cards import DELIVERED, FRESH, IDENTIFICATION, IDENTIFICATION_PUK, OTHER, PUK, SIGNATURE_PUK, SIGNATURE, WRONG_PUK
from .interruptions import TOO_EARLY, UNSURE
from .story import Outcome, user
from .unlocking import WRONG, wrong
from .words import ACTIVATE, AGAIN, CLOSE, Words

ACTIVATED = Words("Kortet är aktiverat", "The card is activated")
NOT_ALL = Words("Inte alla koder blev valda", "Not all codes were set")
SIGNATURE_NOT_SET = Words("Signeringskod: inte vald", "Signature PIN: not set")
IDENTIFICATION_SET = Words("Legitimeringskod: vald", "Identification PIN: set")

OUTCOMES = [
    Outcome("a new card is activated with the PUK once", DELIVERED, ACTIVATE, [
        user.fills(PUK, OTHER, FRESH), user.sends(),
        user.is_told(ACTIVATED, IDENTIFICATION_SET, Words("Signeringskod: vald", "Signature PIN: set")),
        user.presses(CLOSE), user.sees_it_closed(),
    ], sent=2, after={IDENTIFICATION: (OTHER, 3), SIGNATURE: (FRESH, 3)}),

    Outcome("a wrong PUK stops an activation at its first code", DELIVERED, ACTIVATE, [
        user.fills(WRONG_PUK, OTHER, FRESH), user.sends(),
        user.is_told(WRONG, wrong(4)), user.has_sent(1),
    ], sent=1, after={IDENTIFICATION_PUK: (PUK, 4)}),

    Outcome("an activation that is refused midway stops there", DELIVERED, ACTIVATE, [
        user.fills(PUK, OTHER, FRESH), user.loses_a_try("signature", WRONG_PUK, FRESH), user.sends(),
        user.is_told(NOT_ALL, IDENTIFICATION_SET, Words(
            "Signeringskod: inte vald – Färre försök är kvar än vad som visades. Ett annat program kan ha använt ett försök. Se "
            "efter hur många som är kvar innan du fortsätter. 4 försök kvar. Inget har skickats till kortet.",
            "Signature PIN: not set – Fewer attempts are left than were shown. Another program may have used an attempt. Check "
            "how many are left before you go on. 4 attempts left. Nothing was sent to the card.")),
        user.presses(CLOSE), user.sees_it_closed(),
    ], sent=2, after={IDENTIFICATION: (OTHER, 3), SIGNATURE_PUK: (PUK, 4)}),

    Outcome("an activation whose card is pulled midway tells which code is in doubt", DELIVERED, ACTIVATE, [
        user.does("fail_at", "code:2"),
        user.fills(PUK, OTHER, FRESH), user.sends(),
        user.is_told(NOT_ALL, IDENTIFICATION_SET, Words(
            "Signeringskod: osäkert – Kortet togs ut för tidigt. Det är osäkert om den nya koden hann sparas. Sätt in kortet "
            "igen, så visar Kortvakt läget. Prova ingen kod före det. (KV41)",
            "Signature PIN: uncertain – The card was taken out too early. The new code may or may not have been saved. Insert the "
            "card again and Kortvakt will show how things stand. Do not try any code before that. (KV41)")),
        user.does("insert"),
        user.is_told(NOT_ALL, IDENTIFICATION_SET, Words(
            "Signeringskod: inte vald – Inget försök har använts.", "Signature PIN: not set – No attempt was used.")),
        user.cannot_press(AGAIN),
    ], sent=1, after={IDENTIFICATION: (OTHER, 3)}),

    Outcome("an activation whose first answer was lost is not said to be whole", DELIVERED, ACTIVATE, [
        user.does("lose_answer_at", "code:1"),
        user.fills(PUK, OTHER, FRESH), user.sends(),
        user.is_told(TOO_EARLY, UNSURE),
        user.does("insert"),
        user.is_told(NOT_ALL, IDENTIFICATION_SET, SIGNATURE_NOT_SET),
    ], sent=1, after={IDENTIFICATION: (OTHER, 3)}),
]
