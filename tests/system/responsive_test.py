#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""A slow or mute card keeps neither the windows waiting nor another reader's card."""

import sys

from rig import desktop_testing, testing
from rig.application import Application
from rig.loop import LoopWatch
from rig.processes import wait_for
from rig.softcard import SoftCard

ANNA, KERSTIN = "Anna Andersson (id-kort)", "Kerstin Ågren (SITHS-kort)"
UNLOCK, READ_AGAIN = "Lås upp säkerhetskod (legitimering)…", "Läs in kortet på nytt"
PUK, FRESH = "23456789", "482915"
SUCCESS = "Upplåsning av säkerhetskoden lyckades"
#: Milliseconds that the main thread may sleep outside its loop.
AT_MOST = 50


class Responsive(desktop_testing.DesktopTest):
    """The program is watched from outside while a card takes its time."""

    def setUp(self):
        super().setUp()
        self.watch = LoopWatch(self.directory, testing.BUILD)
        # Before the first card falls silent: pcscd sees no reader that comes after that.
        self.second = self.service.reader("Gemalto PC Twin Reader")
        self.addCleanup(self.second.unplug)
        self.card = self.insert("classic-v3-used")
        self.program = Application(self.desktop, testing.BUILD, "--background", more=self.watch.environment)
        self.addCleanup(self.end, self.program)
        self.program.tray.wait_for(ANNA, READ_AGAIN)
        self.program.tray.click("Öppna Kortvakt")
        self.program.windows.wait_for_text("Kortet är klart att använda.")

    def begin_reading(self):
        """The first card is read again, and takes its time."""
        before = self.card.counters()["apdus"]
        self.program.tray.click(ANNA, READ_AGAIN)
        wait_for(lambda: self.card.counters()["apdus"] > before or self.card.counters()["silent"], "the reading")
        self.program.tray.wait_for_line("Läser kortet… [-]")
        self.watch.look()

    def unlock_another(self):
        """A card in a second reader is unlocked meanwhile."""
        card = SoftCard(self.service, testing.BUILD, self.second, "siths-pin-locked")
        self.addCleanup(card.quit)
        self.program.tray.click(KERSTIN, UNLOCK)
        for field in ("PUK-kod från brevet", "Ny legitimeringskod", "Upprepa ny legitimeringskod"):
            self.program.windows.fill(field, PUK if field.startswith("PUK") else FRESH)
        self.program.windows.press("Lås upp")
        self.program.windows.wait_for_text(SUCCESS)
        self.assertEqual(card.code_commands(), 1)

    def assert_never_blocked(self, what):
        """The main thread has been in its loop, but for its own work."""
        away = self.watch.look()
        print(f"{what}: {away}", file=sys.stderr)
        self.assertGreater(away.turns, 10, "the loop is watched")
        self.assertLess(away.asleep, AT_MOST)

    def test_while_a_card_is_slow(self):
        self.card.slow(300)
        self.begin_reading()
        self.unlock_another()
        self.assert_never_blocked("300 ms an APDU")

    def test_while_a_card_is_mute(self):
        self.card.mute()
        self.begin_reading()
        self.unlock_another()
        wait_for(lambda: any(line.strip() == "Kortet svarar inte." for line in self.program.tray.lines()),
                 "the menu to say that the card is mute")
        self.assert_never_blocked("mute")


if __name__ == "__main__":
    desktop_testing.main()
