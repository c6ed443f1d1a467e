# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Where each issuer's PUK is to be found, and whom to ask when it is locked."""

from .cards import (FINNISH_PUK, FRESH, IN_USE, KNOWN_TO_BE_LOCKED, PUK, SITHS, SITHS_PUK, TELIA, TELIA_PUK, UNKNOWN_ISSUER,
                    UNKNOWN_ISSUERS_PUK)
from .story import Outcome, user
from .unlocking import NEW_CARD, NO_MORE, PUK_LOCKED, together
from .words import ANYWAY_ON_ITS_WORD, COMPARED, UNLOCK_SIGNATURE, Words


def locked_by(card, puk, where, advice, *asked):
    """That an issuer's card has its PUK locked: where its PUK is to be found, and what helps."""
    return Outcome(f"whom to ask when the PUK of a card like {card.personality} is locked", card, UNLOCK_SIGNATURE, [
        user.reads(where, Words("Har du flera brev? Använd bara det som hör till det här kortet.",
                                "Do you have several letters? Use only the one that belongs to this card.")),
        user.does("answer_at", "code:1", "6983"),
        user.fills(puk, FRESH), user.ticks_if_asked(COMPARED), user.sends(), *asked,
        user.is_told(PUK_LOCKED, together(NO_MORE, advice)), user.cannot_send(),
    ], sent=0)


OUTCOMES = [
    locked_by(IN_USE, PUK, Words(
        "PUK-koden står i brevet från Skatteverket som skickades hem till dig. Till kortet hör bara en PUK-kod. "
        "Legitimeringskod och signeringskod väljer du själv.",
        "The PUK is in the letter from Skatteverket sent to your home. The card comes with a PUK only; you choose both codes "
        "yourself."), NEW_CARD),
    locked_by(TELIA, TELIA_PUK, Words(
        "PUK-koden står i brevet med koder som du fick när du beställde id-kortet från Telia.",
        "The PUK is in the letter with codes you got when you ordered the ID card from Telia."),
        Words("Ansök om ett nytt id-kort hos Skatteverket.", "Apply to Skatteverket for a new ID card.")),
    locked_by(SITHS, SITHS_PUK, Words(
        "PUK-koden står i brevet med dina koder som skickades hem till dig.",
        "The PUK is in the letter with your codes sent to your home."),
        Words("Kontakta en ID-administratör i din organisation.", "Contact an ID administrator in your organisation.")),
    locked_by(KNOWN_TO_BE_LOCKED, FINNISH_PUK, Words(
        "Aktiveringskoden (PUK) står i kodbrevet.", "The activation code (PUK) is in the code letter."),
        Words("Kontakta kortets utfärdare.", "Contact the organisation that issued the card.")),
    locked_by(UNKNOWN_ISSUER, UNKNOWN_ISSUERS_PUK, Words(
        "PUK-koden står i brevet eller på papperet som du fick till kortet.",
        "The PUK is in the letter or on the paper that came with the card."),
        Words("Kontakta den som gav ut kortet.", "Contact the card’s issuer."), user.presses(ANYWAY_ON_ITS_WORD)),
]
