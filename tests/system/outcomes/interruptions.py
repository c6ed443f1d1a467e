# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What comes of cards, readers, programs and services that get in the way of an open dialog."""

import itertools

from rig.holder import EXCLUSIVE, TRANSACTION

from .cards import FRESH, IDENTIFICATION, IN_USE, LOCKED, PUK
from .story import Outcome, user
from .unlocking import IDENTIFICATION_UNLOCKED, UNLOCKED
from .words import AGAIN, CANCEL, CLOSE, UNLOCK_IDENTIFICATION, WAITING, Words

TAKEN_OUT = Words("Kortet togs ut KV40", "The card was taken out KV40")
NOTHING_USED = Words("Inget har skickats till kortet och inget försök har använts. Sätt in kortet och försök igen.",
                     "Nothing was sent to the card and no attempt was used. Insert the card and try again.")
BACK = Words("Kortet sitter i igen", "The card is in the reader again")
TYPE_AGAIN = Words("Inget har skickats. Skriv koderna på nytt.", "Nothing was sent. Enter the codes again.")
ANOTHER_CARD = Words("Ett annat kort sitter i läsaren KV42", "Another card is in the reader KV42")
RIGHT_CARD = Words("Inget har skickats till det. Sätt in rätt kort, eller stäng och börja om.",
                   "Nothing was sent to it. Insert the right card, or close and start again.")
TOO_EARLY = Words("Kortet togs ut för tidigt KV41", "The card was taken out too early KV41")
UNSURE = Words(
    "Det är osäkert om den nya koden hann sparas. Sätt in kortet igen, så visar Kortvakt läget. Prova ingen kod före det.",
    "The new code may or may not have been saved. Insert the card again and Kortvakt will show how things stand. Do not try "
    "any code before that.")
NOT_SAVED = Words("Den nya koden sparades inte", "The new code was not saved")
NONE_USED = Words("Inget försök har använts.", "No attempt was used.")
NO_SERVICE = Words("Datorns tjänst för smarta kort svarar inte. KV10", "The computer’s smart card service is not responding. KV10")
KEEPS_TRYING = Words(
    "Kortvakt försöker igen automatiskt. Hjälper det inte: starta om datorn eller kontakta supporten. Inget har skickats till "
    "kortet.",
    "Kortvakt keeps trying. If that does not help, restart the computer or contact support. Nothing was sent to the card.")
BUSY = Words("Kortet används av ett annat program. KV22", "Another program is using the card. KV22")
CLOSE_OTHERS = Words(
    "Stäng program som använder kortet, till exempel webbläsaren eller Net iD, och försök igen.",
    "Close programs that use the card, such as the browser or Net iD, and try again.")
SILENT = Words("Kortet har slutat svara KV43", "The card has stopped responding KV43")


def goes_on():
    """Steps: the same card is back, all digits are forgotten, and then it is unlocked."""
    return [user.presses(AGAIN), user.must_type_again(), user.has_sent(0), user.fills(PUK, FRESH), user.sends(),
            user.is_told(UNLOCKED, IDENTIFICATION_UNLOCKED)]


GONE_ON = {"sent": 1, "after": {IDENTIFICATION: (FRESH, 3)}}

OUTCOMES = [
    Outcome("a card that is taken out is told, and the same one goes on", LOCKED, UNLOCK_IDENTIFICATION, [
        user.fills(PUK, FRESH), user.does("eject"),
        user.is_told(TAKEN_OUT, NOTHING_USED), user.cannot_send(), user.cannot_press(AGAIN),
        user.does("insert"), user.is_told(BACK, TYPE_AGAIN), *goes_on(),
    ], **GONE_ON),

    Outcome("who closes after the card was taken out has sent nothing", LOCKED, UNLOCK_IDENTIFICATION, [
        user.fills(PUK, FRESH), user.does("eject"),
        user.is_told(TAKEN_OUT), user.presses(CLOSE), user.sees_it_closed(),
    ], sent=0),

    Outcome("another card gets nothing, and the right one goes on", LOCKED, UNLOCK_IDENTIFICATION, [
        user.fills(PUK, FRESH), user.does("swap", "siths-used"),
        user.is_told(ANOTHER_CARD, RIGHT_CARD), user.cannot_send(), user.cannot_press(AGAIN), user.has_sent(0),
        user.does("swap", "classic-v3-delivered"),
        user.is_told(ANOTHER_CARD, RIGHT_CARD), user.cannot_send(), user.cannot_press(AGAIN), user.has_sent(0),
        user.does("swap", "classic-v3-pin-locked"), user.is_told(BACK, TYPE_AGAIN), *goes_on(),
    ], **GONE_ON),

    Outcome("an answer that was lost is doubted, and then seen to be saved", LOCKED, UNLOCK_IDENTIFICATION, [
        user.does("lose_answer_at", "code:1"),
        user.fills(PUK, FRESH), user.sends(),
        user.is_told(TOO_EARLY, UNSURE), user.cannot_send(),
        user.does("insert"),
        user.is_told(Words("Den nya koden sparades", "The new code was saved"),
                     Words("Det är den som gäller nu.", "It is the one in use now.")),
        user.cannot_send(),
    ], **GONE_ON),

    Outcome("a code that never arrived is doubted, and then seen not to be saved", LOCKED, UNLOCK_IDENTIFICATION, [
        user.does("fail_at", "code:1"),
        user.fills(PUK, FRESH), user.sends(),
        user.is_told(TOO_EARLY, UNSURE),
        user.does("insert"),
        user.is_told(NOT_SAVED, NONE_USED), user.cannot_press(AGAIN),
    ], sent=0),

    Outcome("an answer that says nothing is looked into", LOCKED, UNLOCK_IDENTIFICATION, [
        user.does("answer_at", "code:1", "6F00"),
        user.fills(PUK, FRESH), user.sends(),
        user.is_told(NOT_SAVED, NONE_USED), user.cannot_press(AGAIN),
    ], sent=0),

    Outcome("of a code that was not locked it cannot be seen", IN_USE, UNLOCK_IDENTIFICATION, [
        user.does("lose_answer_at", "code:1"),
        user.fills(PUK, FRESH), user.sends(),
        user.is_told(TOO_EARLY, UNSURE),
        user.does("insert"),
        user.is_told(Words("Det går inte att se om den nya koden sparades",
                           "It is not possible to see whether the new code was saved"),
                     Words("Antingen gäller den nya koden eller den gamla. Inget försök har använts.",
                           "Either the new code or the old one is in use. No attempt was used.")),
        user.cannot_press(AGAIN),
    ], **GONE_ON),

    Outcome("a card that falls silent lets the dialog be closed", LOCKED, UNLOCK_IDENTIFICATION, [
        user.does("mute_at", "code:1"),
        user.fills(PUK, FRESH), user.sends(),
        user.reads(WAITING), user.cannot_press(CANCEL),
        user.is_told(SILENT, UNSURE),
        user.presses(CLOSE), user.sees_it_closed(),
    ], sent=0),

    Outcome("a silent card that is taken out and put in again is looked into", LOCKED, UNLOCK_IDENTIFICATION, [
        user.does("mute_at", "code:1"),
        user.fills(PUK, FRESH), user.sends(),
        user.reads(WAITING), user.does("eject"),
        user.is_told(TOO_EARLY, UNSURE),
        user.does("insert"),
        user.is_told(NOT_SAVED, NONE_USED), user.cannot_press(AGAIN),
    ], sent=0),

    Outcome("who does not wait for a card that another program uses has sent nothing", LOCKED, UNLOCK_IDENTIFICATION, [
        user.fills(PUK, FRESH), user.is_kept_out(TRANSACTION), user.sends(),
        user.is_told(BUSY, CLOSE_OTHERS), user.presses(CANCEL), user.sees_it_closed(), user.is_let_in(),
    ], sent=0),

    Outcome("a card that another program has for itself is busy at once", LOCKED, UNLOCK_IDENTIFICATION, [
        user.fills(PUK, FRESH), user.is_kept_out(EXCLUSIVE), user.sends(),
        user.is_told(BUSY, Words(
            "Stäng program som använder kortet, till exempel webbläsaren eller Net iD, och försök igen. Inget har skickats till "
            "kortet.",
            "Close programs that use the card, such as the browser or Net iD, and try again. Nothing was sent to the card.")),
        user.is_let_in(), user.must_type_again(), user.fills(PUK, FRESH), user.sends(),
        user.is_told(UNLOCKED, IDENTIFICATION_UNLOCKED),
    ], **GONE_ON),

    Outcome("a reader that is unplugged is told, and the same card goes on", LOCKED, UNLOCK_IDENTIFICATION, [
        user.fills(PUK, FRESH), user.unplugs_the_reader(),
        user.is_told(TAKEN_OUT, NOTHING_USED), user.cannot_send(),
        user.plugs_the_reader_in(), user.is_told(BACK, TYPE_AGAIN), *goes_on(),
    ], **GONE_ON),

    Outcome("a service that stops or crashes is told apart from a card that left, and the same card goes on", LOCKED,
            UNLOCK_IDENTIFICATION, [
        *itertools.chain.from_iterable([
            user.fills(PUK, FRESH), user.loses_the_service(how),
            user.is_told(NO_SERVICE, KEEPS_TRYING), user.cannot_send(), user.does_not_read(TAKEN_OUT),
            user.gets_the_service_back(), user.is_told(BACK, TYPE_AGAIN), user.presses(AGAIN),
            user.must_type_again()] for how in ("stop", "kill")),
        user.has_sent(0), user.fills(PUK, FRESH), user.sends(), user.is_told(UNLOCKED, IDENTIFICATION_UNLOCKED),
    ], **GONE_ON),
]
