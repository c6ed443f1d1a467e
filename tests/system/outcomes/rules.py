# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Codes that are refused before anything is sent."""

from .cards import DELIVERED, FINNISH_PUK, FRESH, IN_USE, KNOWN_TO_BE_LOCKED, LOCKED, OTHER, PIN, PUK
from .story import Outcome, user
from .words import ACTIVATE, CHANGE_IDENTIFICATION, NOTHING_SENT, UNLOCK_IDENTIFICATION, Words

SIX_DIGITS = Words("✗ Den nya koden ska ha 6 siffror.", "✗ The new code must have 6 digits.")
FOUR_TO_SIXTEEN = Words("✗ Koden som du byter har 4–16 siffror.", "✗ The code that you change has 4–16 digits.")
PUK_LENGTH = Words("✗ PUK-koden ska ha 8 siffror. Kontrollera att du läser rätt kod i brevet.",
                   "✗ The PUK has 8 digits. Check that you are reading the right code in the letter.")
NOT_DIGITS = Words("✗ Bara siffror. (Num Lock kan vara av.)", "✗ Digits only. (Num Lock may be off.)")
REPEATED = Words("✗ Koden är för lätt att gissa: samma siffra upprepas.", "✗ Too easy to guess: the same digit is repeated.")
IN_ORDER = Words("✗ Koden är för lätt att gissa: siffrorna kommer i följd.", "✗ Too easy to guess: the digits run in order.")
PATTERN = Words(
    "✗ Koden är för lätt att gissa: siffrorna följer ett mönster, som i 121212, 112233, 123321, 101112 eller 246802.",
    "✗ Too easy to guess: the digits follow a pattern, as in 121212, 112233, 123321, 101112 or 246802.")
BIRTH_DATE = Words("✗ Koden får inte vara din födelsedag eller en del av ditt personnummer.",
                   "✗ The code must not be your birth date or part of your personal identity number.")
IS_THE_PUK = Words("✗ Den nya koden får inte vara PUK-koden.", "✗ The new code must not be the PUK.")
IS_THE_OLD = Words("✗ Den nya koden är samma som den gamla.", "✗ The new code is the same as the old one.")
NOT_THE_SAME = Words("✗ De två nya koderna är inte lika.", "✗ The two new codes are not the same.")
ONE_FOR_BOTH = Words("✗ Legitimeringskoden och signeringskoden ska vara olika.", "✗ The two codes must differ.")


def refused(objection, *codes, **more):
    """Steps: entered, not sent, and told why."""
    return [user.fills(*codes, **more), user.sends(), user.reads(objection, NOTHING_SENT), user.has_sent(0)]


OUTCOMES = [
    Outcome("codes against the rules do not unlock", LOCKED, UNLOCK_IDENTIFICATION, [
        *refused(PUK_LENGTH, "1234567", FRESH),
        *refused(PUK_LENGTH, "123456789"),
        *refused(SIX_DIGITS, PUK, "48291"),
        *refused(SIX_DIGITS, PUK, "4829157"),
        *refused(REPEATED, PUK, "777777"),
        *refused(IN_ORDER, PUK, "345678"),
        *refused(IN_ORDER, PUK, "876543"),
        *refused(PATTERN, PUK, "112233"),
        *refused(BIRTH_DATE, PUK, "850412"),
        *refused(BIRTH_DATE, PUK, "120485"),
        *refused(IS_THE_PUK, PUK, PUK),
        *refused(NOT_THE_SAME, PUK, FRESH, repeated=OTHER),
        user.fills(PUK, FRESH), user.does_not_read(NOTHING_SENT),
        user.fills(None, "4829l5"), user.reads(NOT_DIGITS),
    ], sent=0),

    Outcome("lengths are told as the card has them", KNOWN_TO_BE_LOCKED, UNLOCK_IDENTIFICATION, [
        *refused(Words("✗ PUK-koden ska ha 8–12 siffror. Kontrollera att du läser rätt kod i brevet.",
                       "✗ The PUK has 8–12 digits. Check that you are reading the right code in the letter."), "8765432", FRESH),
        *refused(Words("✗ Den nya koden ska ha 4–12 siffror.", "✗ The new code must have 4–12 digits."), FINNISH_PUK, "482"),
    ], sent=0),

    Outcome("codes against the rules are not changed to", IN_USE, CHANGE_IDENTIFICATION, [
        *refused(FOUR_TO_SIXTEEN, "123", FRESH),
        *refused(IS_THE_OLD, "482915", "482915"),
        *refused(IN_ORDER, PIN, "345678"),
        *refused(NOT_THE_SAME, PIN, FRESH, repeated=OTHER),
    ], sent=0),

    Outcome("one code for both does not activate", DELIVERED, ACTIVATE, [
        *refused(ONE_FOR_BOTH, PUK, FRESH, FRESH),
        *refused(IS_THE_PUK, PUK, FRESH, PUK),
        *refused(SIX_DIGITS, PUK, "48291", FRESH),
    ], sent=0),
]
