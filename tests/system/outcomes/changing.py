# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What comes of changing a code with the old one, or with one that came in a letter."""

from .cards import (ACTIVATION_PIN, FINNISH, FINNISH_IDENTIFICATION, FINNISH_PUK, FRESH, IDENTIFICATION, IN_USE, LAST_TRY, PIN, SIGNATURE,
                    SIGNATURE_PIN, TELIA_IDENTIFICATION, TELIA_LOCKED, TELIA_PUK, WITHOUT_PUK, WRONG_PIN)
from .story import Outcome, user
from .unlocking import IDENTIFICATION_UNLOCKED, UNLOCKED
from .words import (ANYWAY, BACK, BY_PUK, CANCEL, CHANGE_IDENTIFICATION, CHANGE_SIGNATURE, COMPARED, OWN_INSTEAD_OF_DELIVERED,
                    UNLOCK_IDENTIFICATION, UNLOCK_SIGNATURE, Words)

CHANGED = Words("Legitimeringskoden är bytt", "The identification PIN has been changed")
NEXT_LOGIN = Words("Använd den nya koden nästa gång du loggar in.", "Use the new code the next time you log in.")
WRONG = Words("Fel legitimeringskod KV31", "Wrong identification PIN KV31")
LOCKED = Words("Säkerhetskoden är låst. (E14)", "The PIN is locked. (E14)")
IDENTIFICATION_LOCKED = Words(
    "Det är legitimeringskoden som är låst. Lås upp den med PUK-koden i brevet.",
    "It is the identification PIN that is locked. Unlock it with the PUK in your letter.")
WHICH_CODE = Words("Kontrollera vilken kod du har skrivit", "Check which code you have entered")
WRONG_ACTIVATION = Words("Fel aktiveringskod KV31", "Wrong activation PIN KV31")

OUTCOMES = [
    Outcome("an identification code is changed", IN_USE, CHANGE_IDENTIFICATION, [
        user.fills(PIN, FRESH), user.sends(),
        user.is_told(CHANGED, NEXT_LOGIN),
    ], sent=1, after={IDENTIFICATION: (FRESH, 3)}),

    Outcome("a signature code is changed, also after a wrong one", IN_USE, CHANGE_SIGNATURE, [
        user.fills(WRONG_PIN, FRESH), user.sends(),
        user.is_told(Words("Fel signeringskod KV31", "Wrong signature PIN KV31"),
                     Words("Du har 2 försök kvar. Har du glömt koden? Lås upp med PUK-koden i stället.",
                           "You have 2 attempts left. Forgotten the code? Unlock with the PUK instead.")),
        user.fills(SIGNATURE_PIN), user.sends(),
        user.is_told(Words("Signeringskoden är bytt", "The signature PIN has been changed"),
                     Words("Använd den nya koden nästa gång du skriver under.",
                           "Use the new code the next time you sign.")),
    ], sent=2, after={SIGNATURE: (FRESH, 3)}),

    Outcome("a signature code is locked by its last try", LAST_TRY, CHANGE_SIGNATURE, [
        user.fills(WRONG_PIN, FRESH), user.sends(),
        user.is_told(LOCKED, Words("Det är signeringskoden som är låst. Lås upp den med PUK-koden i brevet.",
                                   "It is the signature PIN that is locked. Unlock it with the PUK in your letter.")),
        user.presses(BY_PUK), user.finds(UNLOCK_SIGNATURE),
    ], sent=1, after={SIGNATURE: (SIGNATURE_PIN, 0)}),

    Outcome("a wrong code is told with the tries left, until it is locked and the PUK is offered", IN_USE,
            CHANGE_IDENTIFICATION, [
        user.fills(WRONG_PIN, FRESH), user.sends(),
        user.is_told(WRONG, Words("Du har 2 försök kvar. Har du glömt koden? Lås upp med PUK-koden i stället.",
                                  "You have 2 attempts left. Forgotten the code? Unlock with the PUK instead.")),
        user.must_type_first_again(), user.has_sent(1),
        user.fills(WRONG_PIN), user.sends(),
        user.is_told(WRONG, Words("Du har ett försök kvar. Blir det fel igen låses koden.",
                                  "You have one attempt left. If it is wrong again, the code is locked.")),
        user.has_sent(2),
        user.fills(WRONG_PIN), user.sends(),
        user.is_told(LOCKED, IDENTIFICATION_LOCKED), user.cannot_send(),
        user.presses(BY_PUK), user.finds(UNLOCK_IDENTIFICATION), user.must_type_again(),
    ], sent=3, after={IDENTIFICATION: (PIN, 0)}),

    Outcome("a wrong code can be left for the PUK", IN_USE, CHANGE_IDENTIFICATION, [
        user.fills(WRONG_PIN, FRESH), user.sends(),
        user.is_told(WRONG), user.presses(BY_PUK),
        user.finds(UNLOCK_IDENTIFICATION), user.must_type_again(),
    ], sent=1, after={IDENTIFICATION: (PIN, 2)}),

    Outcome("a code that is found to be locked is unlocked from there", TELIA_LOCKED, CHANGE_IDENTIFICATION, [
        user.fills(PIN, FRESH), user.sends(),
        user.is_told(LOCKED, IDENTIFICATION_LOCKED),
        user.presses(BY_PUK), user.finds(UNLOCK_IDENTIFICATION),
        user.fills(TELIA_PUK, FRESH), user.ticks(COMPARED), user.sends(),
        user.is_told(UNLOCKED, IDENTIFICATION_UNLOCKED),
    ], sent=2, after={TELIA_IDENTIFICATION: (FRESH, 3)}),

    Outcome("what looks like the PUK is asked about", IN_USE, CHANGE_IDENTIFICATION, [
        user.fills("12345678", FRESH), user.sends(),
        user.reads(WHICH_CODE, Words(
            "Det ser ut som PUK-koden. Här skriver du din nuvarande legitimeringskod. Har du glömt den? Välj Lås upp i stället.",
            "This looks like the PUK. Enter your current identification PIN here. Forgotten it? Choose Unlock instead.")),
        user.presses(BACK), user.finds(CHANGE_IDENTIFICATION), user.has_sent(0), user.sends(),
        user.presses(ANYWAY),
        user.is_told(WRONG), user.has_sent(1),
        user.fills("12345678"), user.sends(),
        user.presses(BY_PUK), user.finds(UNLOCK_IDENTIFICATION), user.must_type_again(),
    ], sent=1, after={IDENTIFICATION: (PIN, 2)}),

    Outcome("a code of a card without a PUK is changed, and nobody is sent to a PUK", WITHOUT_PUK, CHANGE_IDENTIFICATION, [
        user.fills(WRONG_PIN, FRESH), user.sends(),
        user.is_told(WRONG, Words("Du har 2 försök kvar.", "You have 2 attempts left.")), user.cannot_press(BY_PUK),
        user.fills(PIN), user.sends(),
        user.is_told(CHANGED, NEXT_LOGIN),
    ], sent=2, after={"5015:81": (FRESH, 3)}),

    Outcome("a locked code of a card without a PUK is for the issuer to mend", WITHOUT_PUK, CHANGE_IDENTIFICATION, [
        user.fills(WRONG_PIN, FRESH), user.sends(), user.is_told(WRONG),
        user.fills(WRONG_PIN), user.sends(), user.is_told(WRONG, Words(
            "Du har ett försök kvar. Blir det fel igen låses koden.",
            "You have one attempt left. If it is wrong again, the code is locked.")),
        user.fills(WRONG_PIN), user.sends(),
        user.is_told(LOCKED, Words(
            "Det är legitimeringskoden som är låst. Kortet beskriver inte sin PUK-kod. Kortvakt gissar inte hur den används. "
            "Använd programmet från den som gav ut kortet. (KV47)",
            "It is the identification PIN that is locked. The card does not describe its PUK. Kortvakt does not guess how it "
            "is used. Use the program of the card’s issuer. (KV47)")),
        user.cannot_press(BY_PUK),
    ], sent=3, after={"5015:81": (PIN, 0)}),

    Outcome("a code from a letter is changed to one that the holder chooses", FINNISH, OWN_INSTEAD_OF_DELIVERED, [
        user.fills(FINNISH_PUK, FRESH), user.sends(),
        user.reads(WHICH_CODE, Words(
            "Det ser ut som PUK-koden. Här skriver du aktiveringskoden i kodbrevet, som har sju siffror.",
            "This looks like the PUK. Enter the activation PIN in your code letter, of seven digits, here.")),
        user.presses(BACK), user.finds(OWN_INSTEAD_OF_DELIVERED), user.has_sent(0),
        user.fills("7654322"), user.sends(),
        user.is_told(WRONG_ACTIVATION, Words(
            "Du har 4 försök kvar. Jämför siffrorna med kodbrevet, en i taget. Aktiveringskoden är en annan kod än PUK-koden.",
            "You have 4 attempts left. Compare the digits with the code letter, one by one. The activation PIN is another code "
            "than the PUK.")),
        user.fills(ACTIVATION_PIN), user.sends(),
        user.is_told(CHANGED, NEXT_LOGIN),
    ], sent=2, after={FINNISH_IDENTIFICATION: (FRESH, 5)}),

    Outcome("who cancels has sent nothing", IN_USE, CHANGE_IDENTIFICATION, [
        user.fills(PIN, FRESH), user.presses(CANCEL), user.sees_it_closed(),
    ], sent=0),
]
