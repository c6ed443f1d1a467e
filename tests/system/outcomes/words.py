# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What users read on fields, buttons and entries, in both languages, written down a second time."""

from dataclasses import dataclass
from typing import NamedTuple


class Words(NamedTuple):
    """The same in Swedish and English."""
    sv: str
    en: str

    def of(self, language):
        """In one of them."""
        return getattr(self, language)


@dataclass(frozen=True)
class Way:
    """A way to a dialog, and what the dialog has."""
    line: Words  #: in the tray's menu
    buttons: tuple  #: in the window, of which one is there at a time
    title: Words
    presented: Words  #: the field for the PUK or the code in use
    fresh: tuple  #: for each new code, its field and the one that repeats it
    send: Words  #: the button


PUK_FIELD = Words("PUK-kod från brevet", "PUK from the letter")
NEW_IDENTIFICATION = (Words("Ny legitimeringskod", "New identification PIN"),
                      Words("Upprepa ny legitimeringskod", "Repeat new identification PIN"))
NEW_SIGNATURE = (Words("Ny signeringskod", "New signature PIN"),
                 Words("Upprepa ny signeringskod", "Repeat new signature PIN"))
OWN_IDENTIFICATION = (Words("Din legitimeringskod", "Your identification PIN"), NEW_IDENTIFICATION[1])
OWN_SIGNATURE = (Words("Din signeringskod", "Your signature PIN"), NEW_SIGNATURE[1])

UNLOCK = Words("Lås upp", "Unlock")
CHANGE = Words("Byt koden", "Change PIN")
CHOOSE = Words("Välj koden", "Set PIN")
CLOSE = Words("Stäng", "Close")
CANCEL = Words("Avbryt", "Cancel")
AGAIN = Words("Försök igen", "Try again")
BACK = Words("Gå tillbaka", "Go back")
BY_PUK = Words("Lås upp med PUK-koden…", "Unlock with the PUK…")
ANYWAY = Words("Använd siffrorna ändå", "Use the digits anyway")
ANYWAY_ON_ITS_WORD = Words("Använd PUK-koden ändå", "Use the PUK anyway")
USE_LAST = Words("Använd sista försöket", "Use the last attempt")
COMPARED = Words("Jag har jämfört siffrorna med brevet", "I have compared the digits with the letter")
INSTEAD = Words("Lås upp den i stället", "Unlock that one instead")

UNLOCK_IDENTIFICATION = Way(
    Words("Lås upp säkerhetskod (legitimering)…", "Unlock PIN (identification)…"),
    (Words("Lås upp… Legitimeringskod", "Unlock… Identification PIN"),
     Words("Glömt koden?… Legitimeringskod", "Forgotten the code?… Identification PIN")),
    Words("Lås upp legitimeringskoden", "Unlock identification PIN"), PUK_FIELD, (NEW_IDENTIFICATION,), UNLOCK)
UNLOCK_SIGNATURE = Way(
    Words("Lås upp säkerhetskod (signering)…", "Unlock PIN (signature)…"),
    (Words("Lås upp… Signeringskod", "Unlock… Signature PIN"),
     Words("Glömt koden?… Signeringskod", "Forgotten the code?… Signature PIN")),
    Words("Lås upp signeringskoden", "Unlock signature PIN"), PUK_FIELD, (NEW_SIGNATURE,), UNLOCK)
CHANGE_IDENTIFICATION = Way(
    Words("Byt säkerhetskod (legitimering)…", "Change PIN (identification)…"),
    (Words("Byt… Legitimeringskod", "Change… Identification PIN"),),
    Words("Byt legitimeringskod", "Change identification PIN"),
    Words("Nuvarande legitimeringskod", "Current identification PIN"), (NEW_IDENTIFICATION,), CHANGE)
CHANGE_SIGNATURE = Way(
    Words("Byt säkerhetskod (signering)…", "Change PIN (signature)…"),
    (Words("Byt… Signeringskod", "Change… Signature PIN"),),
    Words("Byt signeringskod", "Change signature PIN"),
    Words("Nuvarande signeringskod", "Current signature PIN"), (NEW_SIGNATURE,), CHANGE)
CHOOSE_IDENTIFICATION = Way(
    Words("Välj en egen legitimeringskod…", "Choose your own identification PIN…"),
    (Words("Välj… Legitimeringskod", "Choose… Identification PIN"),),
    Words("Välj en egen legitimeringskod", "Choose your own identification PIN"), PUK_FIELD, (OWN_IDENTIFICATION,), CHOOSE)
CHOOSE_SIGNATURE = Way(
    Words("Välj en egen signeringskod…", "Choose your own signature PIN…"),
    (Words("Välj… Signeringskod", "Choose… Signature PIN"),),
    Words("Välj en egen signeringskod", "Choose your own signature PIN"), PUK_FIELD, (OWN_SIGNATURE,), CHOOSE)
ACTIVATE = Way(
    Words("Aktivera kortet…", "Activate card…"), (Words("Aktivera kortet…", "Activate card…"),),
    Words("Aktivera kortet", "Activate card"), PUK_FIELD, (OWN_IDENTIFICATION, OWN_SIGNATURE),
    Words("Aktivera", "Activate"))

#: A Finnish card's codes that came in a letter.
ACTIVATION_FIELD = Words("Aktiveringskod från kodbrevet", "Activation PIN from the code letter")
OWN_INSTEAD_OF_DELIVERED = Way(
    CHOOSE_IDENTIFICATION.line, CHOOSE_IDENTIFICATION.buttons, CHOOSE_IDENTIFICATION.title, ACTIVATION_FIELD,
    (NEW_IDENTIFICATION,), CHOOSE)
OWN_SIGNATURE_INSTEAD_OF_DELIVERED = Way(
    CHOOSE_SIGNATURE.line, CHOOSE_SIGNATURE.buttons, CHOOSE_SIGNATURE.title, ACTIVATION_FIELD, (NEW_SIGNATURE,), CHOOSE)

NOTHING_SENT = Words("Inget har skickats till kortet.", "Nothing was sent to the card.")
WAITING = Words("Väntar på kortet… Ta inte ut det.", "Waiting for the card… Do not take it out.")
