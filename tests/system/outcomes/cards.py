# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""The cards that outcomes are reached with, the lines that the tray's menu has for each, and codes to type."""

from dataclasses import dataclass

from .words import (ACTIVATE, CHANGE_IDENTIFICATION, CHANGE_SIGNATURE, CHOOSE_IDENTIFICATION, CHOOSE_SIGNATURE,
                    OWN_INSTEAD_OF_DELIVERED, OWN_SIGNATURE_INSTEAD_OF_DELIVERED, UNLOCK_IDENTIFICATION, UNLOCK_SIGNATURE,
                    Words)

PUK, WRONG_PUK, FRESH, OTHER = "12345678", "87654321", "482915", "739164"
PIN, SIGNATURE_PIN, WRONG_PIN = "123456", "654321", "271605"
TELIA_PUK, SITHS_PUK, UNKNOWN_ISSUERS_PUK = "11223344", "23456789", "56789012"
FINNISH_PUK, ACTIVATION_PIN = "87654321", "7654321"

#: Codes and their PUKs as the cards name them.
IDENTIFICATION, IDENTIFICATION_PUK, SIGNATURE, SIGNATURE_PUK = "5000:81", "5000:82", "5100:83", "5100:84"
TELIA_IDENTIFICATION, TELIA_PUK_CODE = "3F00:01", "5015:83"
FINNISH_IDENTIFICATION, FINNISH_PUK_CODE = "3F00:11", "A000000063504B43532D3135:83"


@dataclass(frozen=True)
class Card:
    """A soft card as its holder meets it."""
    personality: str
    title: Words
    menu: tuple  #: ways, in order
    spent: int = 0  #: wrong PUKs that it was given before, of the identification code


ANNA = Words("Anna Andersson (id-kort)", "Anna Andersson (ID card)")
SVEN = Words("Sven Öberg (id-kort)", "Sven Öberg (ID card)")
BOTH = (UNLOCK_IDENTIFICATION, UNLOCK_SIGNATURE, CHANGE_IDENTIFICATION, CHANGE_SIGNATURE)

IN_USE = Card("classic-v3-used", ANNA, BOTH)
LAST_TRY = Card("classic-v3-last-try", ANNA, (CHANGE_IDENTIFICATION, CHANGE_SIGNATURE))
EXPIRED = Card("classic-v3-expired", ANNA, BOTH)
LOCKED = Card("classic-v3-pin-locked", ANNA, (UNLOCK_IDENTIFICATION, UNLOCK_SIGNATURE, CHANGE_SIGNATURE))
LOCKED_LAST_TRY = Card(LOCKED.personality, ANNA, LOCKED.menu, spent=4)
DELIVERED = Card("classic-v3-delivered", ANNA,
                 (ACTIVATE, CHOOSE_SIGNATURE, CHOOSE_IDENTIFICATION, UNLOCK_IDENTIFICATION, UNLOCK_SIGNATURE))
TELIA = Card("telia-used", SVEN, BOTH)
TELIA_LOCKED = Card("telia-pin-locked", SVEN, BOTH)
AINO = Words("AINO MALLIKAS (id-kort)", "AINO MALLIKAS (ID card)")
KNOWN_TO_BE_LOCKED = Card("fineid-pin-locked", AINO, (UNLOCK_IDENTIFICATION, UNLOCK_SIGNATURE, CHANGE_SIGNATURE))
ASA = Words("Åsa Ek (kort)", "Åsa Ek (card)")
UNKNOWN_ISSUER = Card("plain-used", ASA, BOTH)
WITHOUT_PUK = Card("cardos-used", ASA, (CHANGE_IDENTIFICATION, CHANGE_SIGNATURE))
SITHS = Card("siths-used", Words("Kerstin Ågren (SITHS-kort)", "Kerstin Ågren (SITHS card)"), BOTH)
FINNISH = Card("fineid-2026-delivered", AINO, (OWN_INSTEAD_OF_DELIVERED, OWN_SIGNATURE_INSTEAD_OF_DELIVERED))
