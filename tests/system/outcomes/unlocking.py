# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What comes of unlocking a code, and of choosing one, with the PUK."""

from .cards import (DELIVERED, EXPIRED, FINNISH_IDENTIFICATION, FINNISH_PUK, FINNISH_PUK_CODE, FRESH, IDENTIFICATION,
                    IDENTIFICATION_PUK, IN_USE, KNOWN_TO_BE_LOCKED, LOCKED, LOCKED_LAST_TRY, PUK, SIGNATURE, TELIA,
                    TELIA_IDENTIFICATION, TELIA_PUK, TELIA_PUK_CODE, WRONG_PUK)
from .story import Outcome, user
from .words import (AGAIN, ANYWAY, BACK, CHOOSE_IDENTIFICATION, CHOOSE_SIGNATURE, CLOSE, COMPARED, INSTEAD, NOTHING_SENT, UNLOCK,
                    UNLOCK_IDENTIFICATION, UNLOCK_SIGNATURE, USE_LAST, Words)

UNLOCKED = Words("Upplåsning av säkerhetskoden lyckades", "The PIN was unlocked")
IDENTIFICATION_UNLOCKED = Words(
    "Legitimeringskoden är upplåst och din nya kod gäller nu. Signeringskoden är oförändrad. Stäng alla "
    "webbläsarfönster innan du loggar in igen.",
    "The identification PIN is unlocked and your new code is in use. The signature PIN is unchanged. Close all browser "
    "windows before you log in again.")
SIGNATURE_UNLOCKED = Words(
    "Signeringskoden är upplåst och din nya kod gäller nu. Legitimeringskoden är oförändrad.",
    "The signature PIN is unlocked and your new code is in use. The identification PIN is unchanged.")
SIGNATURE_SET = Words(
    "Signeringskoden är vald. Nu kan du skriva under (signera) med den. Legitimeringskoden är oförändrad.",
    "Your signature PIN is set. You can now sign with it. The identification PIN is unchanged.")
NOT_LOCKED = Words("Signeringskoden är inte låst. Om du fortsätter byts den mot en ny.",
                   "The signature PIN is not locked. If you continue, it is replaced by a new one.")
WRONG = Words("Fel PUK-kod KV30", "Wrong PUK KV30")
ONE_LEFT = Words("Du har ett försök kvar. Blir det fel igen låses PUK-koden för gott.",
                       "You have one attempt left. If it is wrong again, the PUK is locked for good.")
LAST_TITLE = Words("Sista försöket med PUK-koden", "Last attempt with the PUK")
LAST_BODY = Words(
    "Blir det fel nu låses PUK-koden för gott. PUK-koden går inte att ersätta. Du behöver då ansöka om ett nytt id-kort hos "
    "Skatteverket.",
    "If it is wrong now, the PUK is locked for good. The PUK cannot be replaced. You would then need to apply to Skatteverket "
    "for a new ID card.")
PUK_LOCKED = Words("PUK-koden är låst KV33", "The PUK is locked KV33")
NO_MORE = Words(
    "Kortets låsta koder kan inte längre låsas upp. Koder som inte är låsta fungerar som förut. ",
    "Locked codes on this card can no longer be unlocked. Codes that are not locked still work. ")
NEW_CARD = Words(
    "PUK-koden går inte att ersätta. Du behöver ansöka om ett nytt id-kort hos Skatteverket.",
    "The PUK cannot be replaced. You need to apply to Skatteverket for a new ID card.")
TRIES_NOT_SHOWN = Words(
    "Kortet visar inte hur många försök som är kvar. Efter några fel låses PUK-koden för gott.",
    "The card does not show how many attempts are left. After a few errors the PUK is locked for good.")
NOT_ACCEPTED = Words("Kortet godtog inte den nya koden KV34", "The card did not accept the new code KV34")
UNCLEAR = Words("Kortet godtog inte koderna KV39", "The card did not accept the codes KV39")
NOT_POSSIBLE = Words("Det går inte att göra med det här kortet", "This cannot be done with this card")
FEWER = Words("Färre försök är kvar än vad som visades", "Fewer attempts are left than were shown")


def wrong(left):
    """What is said of the tries that are left, while there are several."""
    return Words(
        f"Du har {left} försök kvar. Jämför siffrorna med brevet, en i taget. Kontrollera att brevet hör till det här kortet.",
        f"You have {left} attempts left. Compare the digits with the letter, one by one. Check that the letter belongs to "
        "this card.")


def together(*words):
    """What follows upon each other in one paragraph."""
    return Words(*map("".join, zip(*words)))


#: The heading of a question is the title of its dialog, too.
OUTCOMES = [
    Outcome("a locked code is unlocked", LOCKED, UNLOCK_IDENTIFICATION, [
        user.does_not_read(NOT_LOCKED),
        user.fills(PUK, FRESH), user.sends(),
        user.is_told(UNLOCKED, IDENTIFICATION_UNLOCKED),
        user.presses(CLOSE), user.sees_it_closed(),
    ], sent=1, after={IDENTIFICATION: (FRESH, 3)}),

    Outcome("a code that is not locked is said to be replaced", IN_USE, UNLOCK_SIGNATURE, [
        user.reads(NOT_LOCKED),
        user.fills(PUK, FRESH), user.sends(),
        user.is_told(UNLOCKED, SIGNATURE_UNLOCKED),
    ], sent=1, after={SIGNATURE: (FRESH, 3)}),

    Outcome("the other code is said to be the locked one", KNOWN_TO_BE_LOCKED, UNLOCK_SIGNATURE, [
        user.reads(Words("Det är legitimeringskoden som är låst.", "It is the identification PIN that is locked."), NOT_LOCKED),
        user.presses(INSTEAD),
        user.finds(UNLOCK_IDENTIFICATION),
        user.fills(FINNISH_PUK, FRESH), user.sends(),
        user.is_told(UNLOCKED, IDENTIFICATION_UNLOCKED),
    ], sent=1, after={FINNISH_IDENTIFICATION: (FRESH, 5)}),

    Outcome("a signature code is chosen for the first time", DELIVERED, CHOOSE_SIGNATURE, [
        user.fills(PUK, FRESH), user.sends(),
        user.is_told(UNLOCKED, SIGNATURE_SET),
    ], sent=1, after={SIGNATURE: (FRESH, 3)}),

    Outcome("an identification code is chosen for the first time", DELIVERED, CHOOSE_IDENTIFICATION, [
        user.fills(PUK, FRESH), user.sends(),
        user.is_told(UNLOCKED, Words(
            "Legitimeringskoden är vald. Nu kan du logga in med den. Signeringskoden är oförändrad.",
            "Your identification PIN is set. You can now log in with it. The signature PIN is unchanged.")),
    ], sent=1, after={IDENTIFICATION: (FRESH, 3)}),

    Outcome("a wrong PUK is told with the tries left, until the last one is asked about and locks it", LOCKED,
            UNLOCK_IDENTIFICATION, [
        user.fills(WRONG_PUK, FRESH), user.sends(),
        user.is_told(WRONG, wrong(4)), user.must_type_first_again(), user.has_sent(1),
        user.fills(WRONG_PUK), user.sends(),
        user.is_told(WRONG, wrong(3)), user.has_sent(2),
        user.fills(WRONG_PUK), user.sends(),
        user.is_told(WRONG, wrong(2)), user.has_sent(3),
        user.fills(WRONG_PUK), user.sends(),
        user.is_told(WRONG, ONE_LEFT), user.has_sent(4),
        user.fills(WRONG_PUK), user.sends(),
        user.reads(LAST_TITLE, LAST_BODY), user.has_sent(4),
        user.ticks(COMPARED), user.presses(USE_LAST),
        user.is_told(PUK_LOCKED, together(NO_MORE, NEW_CARD)),
        user.presses(CLOSE), user.sees_it_closed(),
    ], sent=5, after={IDENTIFICATION_PUK: (PUK, 0)}),

    Outcome("a right PUK after a wrong one unlocks, with the new code that was typed before", LOCKED, UNLOCK_IDENTIFICATION, [
        user.fills(WRONG_PUK, FRESH), user.sends(),
        user.is_told(WRONG, wrong(4)),
        user.fills(PUK), user.sends(),
        user.is_told(UNLOCKED, IDENTIFICATION_UNLOCKED),
    ], sent=2, after={IDENTIFICATION: (FRESH, 3)}),

    Outcome("who goes back from the last try spends nothing", LOCKED_LAST_TRY, UNLOCK_IDENTIFICATION, [
        user.fills(PUK, FRESH), user.sends(),
        user.reads(LAST_TITLE, LAST_BODY), user.cannot_press(USE_LAST),
        user.keys("Return"),  # goes back, as Escape does
        user.finds(UNLOCK_IDENTIFICATION), user.sends(),
        user.reads(LAST_TITLE), user.keys("Escape"),
        user.finds(UNLOCK_IDENTIFICATION), user.sends(),
        user.reads(LAST_TITLE), user.presses(BACK),
        user.finds(UNLOCK_IDENTIFICATION),
    ], sent=0),

    Outcome("the last try can be the right one", LOCKED_LAST_TRY, UNLOCK_IDENTIFICATION, [
        user.fills(PUK, FRESH), user.sends(),
        user.reads(LAST_TITLE), user.ticks(COMPARED), user.presses(USE_LAST),
        user.is_told(UNLOCKED, IDENTIFICATION_UNLOCKED),
    ], sent=1, after={IDENTIFICATION: (FRESH, 3), IDENTIFICATION_PUK: (PUK, 5)}),

    Outcome("where tries are not shown the holder says that the digits were compared", TELIA, UNLOCK_IDENTIFICATION, [
        user.reads(TRIES_NOT_SHOWN),
        user.fills(TELIA_PUK, FRESH), user.cannot_press(UNLOCK),
        user.keys("Return"),
        user.reads(Words("Markera att du har jämfört siffrorna med brevet. Inget har skickats till kortet.",
                         "Tick that you have compared the digits with the letter. Nothing was sent to the card.")),
        user.keys("Return"), user.cannot_press(UNLOCK),  # a promise takes more than Enter
        user.ticks(COMPARED), user.sends(),
        user.is_told(UNLOCKED, IDENTIFICATION_UNLOCKED),
    ], sent=1, after={TELIA_IDENTIFICATION: (FRESH, 3)}),

    Outcome("a wrong PUK is told without a number where the card tells none", TELIA, UNLOCK_IDENTIFICATION, [
        user.does("answer_at", "code:1", "6300"),
        user.fills(TELIA_PUK, FRESH), user.ticks(COMPARED), user.sends(),
        user.is_told(WRONG, TRIES_NOT_SHOWN), user.cannot_press(UNLOCK),
    ], sent=0),

    Outcome("a wrong PUK is told with the number that the card tells only then", TELIA, UNLOCK_IDENTIFICATION, [
        user.fills("11223345", FRESH), user.ticks(COMPARED), user.sends(),
        user.is_told(WRONG, wrong(9)), user.does_not_read(TRIES_NOT_SHOWN), user.cannot_press(UNLOCK),
    ], sent=1, after={TELIA_PUK_CODE: (TELIA_PUK, 9)}),

    Outcome("a PUK of unusual length is asked about where the card does not tell the length", KNOWN_TO_BE_LOCKED,
            UNLOCK_IDENTIFICATION, [
        user.reads(Words("oftast 8 siffror · 5 försök kvar", "usually 8 digits · 5 attempts left")),
        user.fills("876543210", FRESH), user.sends(),
        user.reads(Words("Är det här PUK-koden?", "Is this the PUK?"),
                   Words("PUK-koden har oftast 8 siffror. Du har skrivit 9 siffror.",
                         "The PUK usually has 8 digits. You have entered 9 digits.")),
        user.presses(BACK), user.finds(UNLOCK_IDENTIFICATION), user.has_sent(0), user.sends(),
        user.presses(ANYWAY),
        user.is_told(WRONG, wrong(4)),
    ], sent=1, after={FINNISH_PUK_CODE: (FINNISH_PUK, 4)}),

    Outcome("a new code that the card refuses has cost no try", LOCKED, UNLOCK_IDENTIFICATION, [
        user.does("answer_at", "code:1", "6A80"),
        user.fills(PUK, FRESH), user.sends(),
        user.is_told(NOT_ACCEPTED, Words("Inget försök har använts. Välj en annan kod.",
                                         "No attempt was used. Choose another code.")),
        user.must_type_again(),
        user.fills(PUK, "739164"), user.sends(),
        user.is_told(UNLOCKED),
    ], sent=1, after={IDENTIFICATION: ("739164", 3)}),

    Outcome("a new code that is refused may have cost a try where that is not shown", TELIA, UNLOCK_IDENTIFICATION, [
        user.does("answer_at", "code:1", "6A80"),
        user.fills(TELIA_PUK, FRESH), user.ticks(COMPARED), user.sends(),
        user.is_told(UNCLEAR, Words(
            "Det visar inte vilken av dem det gäller. Kortet visar inte om PUK-koden förlorade ett försök. Använd den igen bara om "
            "du är säker på den: efter några fel låses den för gott.",
            "It does not tell which of them it means. The card does not show whether the PUK lost an attempt. Use it again only "
            "if you are sure of it: after a few errors it is locked for good.")),
        user.cannot_send(), user.cannot_press(AGAIN),
    ], sent=0),

    Outcome("a card that does not let its PUK be used says so", LOCKED, UNLOCK_IDENTIFICATION, [
        user.does("answer_at", "code:1", "6982"),
        user.fills(PUK, FRESH), user.sends(),
        user.is_told(NOT_POSSIBLE, Words("Inget försök har använts.", "No attempt was used.")), user.cannot_send(),
    ], sent=0),

    Outcome("a card that does not tell why a code cannot be used", LOCKED, UNLOCK_IDENTIFICATION, [
        user.does("answer_at", "code:1", "6984"),
        user.fills(PUK, FRESH), user.sends(),
        user.is_told(Words("Kortet svarar att koden inte kan användas", "The card says that the code cannot be used"),
                     Words("Spara en kortrapport till supporten. Inget försök har använts.",
                           "Save a card report for support. No attempt was used.")),
        user.cannot_send(),
    ], sent=0),

    Outcome("fewer tries than were shown are asked about again", LOCKED, UNLOCK_IDENTIFICATION, [
        user.fills(PUK, FRESH), user.loses_a_try("identification", WRONG_PUK, FRESH), user.sends(),
        user.is_told(FEWER, Words(
            "Ett annat program kan ha använt ett försök. Se efter hur många som är kvar innan du fortsätter. 4 försök kvar. "
            "Inget har skickats till kortet.",
            "Another program may have used an attempt. Check how many are left before you go on. 4 attempts left. Nothing was "
            "sent to the card.")),
        user.has_sent(1),
        user.fills(PUK), user.sends(),
        user.is_told(UNLOCKED),
    ], sent=2, after={IDENTIFICATION: (FRESH, 3)}),

    Outcome("a card whose certificates have expired is said to be one", EXPIRED, UNLOCK_IDENTIFICATION, [
        user.reads_when_the_card_expired(),
        user.fills(PUK, FRESH), user.sends(),
        user.is_told(UNLOCKED, IDENTIFICATION_UNLOCKED),
    ], sent=1, after={IDENTIFICATION: (FRESH, 3)}),

    Outcome("a PUK that another program has locked meanwhile is not sent", LOCKED_LAST_TRY, UNLOCK_IDENTIFICATION, [
        user.fills(PUK, FRESH), user.loses_a_try("identification", WRONG_PUK, FRESH, last=True), user.sends(),
        user.reads(LAST_TITLE), user.ticks(COMPARED), user.presses(USE_LAST),
        user.is_told(PUK_LOCKED, together(NO_MORE, NEW_CARD, Words(" ", " "), NOTHING_SENT)), user.has_sent(1),
    ], sent=1, after={IDENTIFICATION_PUK: (PUK, 0)}),
]
