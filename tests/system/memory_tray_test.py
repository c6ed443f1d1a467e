#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""No code that was typed by key is left anywhere in the tray application's memory, whatever came of it."""

import subprocess

from rig import desktop_testing, memory
from rig.processes import wait_for

CARD, PIN, PUK = "random:22", "5100:8F", "5100:8B"
NAME = "Slump Åkesson (kort)"
UNLOCK, CHANGE = "Lås upp säkerhetskod (legitimering)…", "Byt säkerhetskod (legitimering)…"
PUK_FIELD, OLD_FIELD = "PUK-kod från brevet", "Nuvarande legitimeringskod"
NEW_FIELDS = "Ny legitimeringskod", "Upprepa ny legitimeringskod"
COMPARED = "Jag har jämfört siffrorna med brevet"


class MemoryTrayTest(desktop_testing.DesktopTest):
    """A card whose codes are nobody else's, and new codes at random."""

    def setUp(self):
        super().setUp()
        self.card = self.insert(CARD)
        self.pin, self.puk = (self.card.code(name)["value"] for name in (PIN, PUK))
        self.fresh = memory.new_code([self.pin])
        self.program = self.start()
        self.memory = memory.Memory(self.program.pid)

    def codes(self):
        """All codes of the test."""
        return self.pin, self.puk, self.fresh

    def clean(self):
        """None of the codes is in the program's memory."""
        self.assertEqual([str(find) for find in self.memory.finds(*self.codes())], [])

    def open(self, entry, first):
        """Opens a dialog; no code was in memory by chance."""
        self.program.tray.wait_for(NAME, entry)
        while self.memory.finds(self.fresh):
            self.fresh = memory.new_code([self.pin])
        self.clean()
        self.program.tray.click(NAME, entry)
        self.program.windows.wait_for("password text", first)

    def type(self, field, code):
        """Types a code on the keyboard, into the field with this name."""
        self.program.windows.focus("password text", field)
        self.program.windows.type(code)

    def unlock(self, puk, before=lambda: None):
        """Types what unlocking takes, and lets it be sent, after what `before` does."""
        self.open(UNLOCK, PUK_FIELD)
        self.type(PUK_FIELD, puk)
        for field in NEW_FIELDS:
            self.type(field, self.fresh)
        if self.program.windows.find("check box", COMPARED):
            self.program.windows.press(COMPARED, role="check box")
        before()
        self.program.windows.press("Lås upp")
        self.program.windows.press("Använd PUK-koden ändå")  # the question about a card of unknown kind

    def test_accepted(self):
        self.unlock(self.puk)
        self.program.windows.wait_for_text("Upplåsning av säkerhetskoden lyckades")
        self.clean()
        self.leave("Stäng")
        self.clean()
        self.assertEqual(self.card.code(PIN)["value"], self.fresh)

    def test_wrong(self):
        right, self.puk = self.puk, memory.new_code() + "61"
        self.assertNotEqual(right, self.puk)
        self.unlock(self.puk)
        self.program.windows.wait_for_text("Fel PUK-kod KV30")
        # The new code stands in its fields again; the PUK is gone.
        self.assertEqual([str(find) for find in self.memory.finds(self.pin, self.puk)], [])
        self.assertEqual([str(find) for find in self.memory.finds(self.fresh) if not find.guarded], [])
        self.leave()
        self.clean()

    def test_pulled_in_the_middle(self):
        self.unlock(self.puk, before=lambda: self.card.fail_at(1))
        self.program.windows.wait_for_text("Kortet togs ut KV40")
        self.clean()
        self.leave("Stäng")
        self.clean()
        self.assertEqual(self.card.code_commands(), 0)

    def test_closed_while_typing(self):
        self.open(CHANGE, OLD_FIELD)
        self.type(OLD_FIELD, self.pin)
        self.type(NEW_FIELDS[0], self.fresh)
        wait_for(lambda: len({find.code for find in self.memory.finds(self.pin, self.fresh)}) == 2, "both codes")
        finds = self.memory.finds(self.pin, self.fresh)
        self.assertEqual([str(find) for find in finds if not find.guarded], [])
        self.assertFalse(memory.open_to_others(self.program.pid))
        self.assertFalse(memory.writes_core(self.program.pid))
        self.leave()
        self.clean()
        self.assertEqual(self.card.code_commands(), 0)

    def test_left_by_key(self):
        self.open(UNLOCK, PUK_FIELD)
        self.type(PUK_FIELD, self.puk)
        self.type(NEW_FIELDS[0], self.fresh)
        subprocess.run(["xdotool", "key", "Escape"], check=True, timeout=10)
        self.program.windows.wait_until_gone("push button", "Lås upp")
        self.clean()
        self.assertEqual(self.card.code_commands(), 0)

    def leave(self, button="Avbryt"):
        """Closes the dialog."""
        self.program.windows.press(button)
        self.program.windows.wait_until_gone("push button", button)


if __name__ == "__main__":
    memory.gain_sight()
    desktop_testing.main()
