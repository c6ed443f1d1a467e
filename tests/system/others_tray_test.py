#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""The tray application with others at the same card: programs that hold it, OpenSC again and again, kortvakt-cli."""

from rig import cli, desktop_testing, testing
from rig.holder import Holder
from rig.processes import wait_for
from rig.softcard import SoftCard
from rig.visitor import Visitor

PUK, FRESH, OTHER = "12345678", "482915", "739164"
ANNA, KERSTIN = "Anna Andersson (id-kort)", "Kerstin Ågren (SITHS-kort)"
UNLOCK, READ_AGAIN = "Lås upp säkerhetskod (legitimering)…", "Läs in kortet på nytt"
SUCCESS = "Upplåsning av säkerhetskoden lyckades"
BUSY = "Kortet används av ett annat program."
#: Seconds until another program has a card while somebody types.
TYPING = 5


class Others(desktop_testing.DesktopTest):
    """What the tests have in common: a locked card, and the dialog that unlocks it."""

    def setUp(self):
        super().setUp()
        self.card = self.insert("classic-v3-pin-locked")
        self.program = self.start()
        self.windows = self.program.windows

    def fill(self):
        """Opens the dialog and fills it in; nothing has been sent."""
        self.program.tray.click(ANNA, UNLOCK)
        self.windows.fill("PUK-kod från brevet", PUK)
        self.windows.fill("Ny legitimeringskod", FRESH)
        self.windows.fill("Upprepa ny legitimeringskod", FRESH)
        self.assertEqual(self.card.code_commands(), 0)

    def hold(self):
        """Another program takes the card, at once, and lets it go after the test at the latest."""
        holder = Holder(self.service, self.reader_name).wait(TYPING)
        self.addCleanup(holder.let_go)
        return holder

    def send(self):
        """Asks for the unlocking, and waits until it waits for the card."""
        self.windows.press("Lås upp")
        self.windows.wait_for_text("Väntar på kortet… Ta inte ut det.")

    def wait_for_busy(self):
        """Waits until the dialog says that another program has the card."""
        wait_for(lambda: any(BUSY in text for text in self.windows.texts()), "the dialog to say that the card is busy")

    def read_again(self):
        """Reads the card by the menu, and waits until that is over: so is all that was asked for before."""
        before = self.card.counters()["apdus"]
        self.program.tray.click(ANNA, READ_AGAIN)
        wait_for(lambda: self.card.counters()["apdus"] > before, "the card to be read")
        self.program.tray.wait_for(ANNA, READ_AGAIN)

    def assert_unlocked(self):
        """It worked with one command, and OpenSC agrees."""
        self.windows.wait_for_text(SUCCESS)
        self.assertEqual((self.card.code_commands(), self.card.code("5000:82")["triesLeft"]), (1, 5))
        self.assertTrue(self.opensc.verify("81", FRESH), self.opensc.said)

    def second_card(self):
        """Puts a locked card into a second reader, and waits until the tray has read it."""
        second = self.service.reader("Gemalto PC Twin Reader")
        self.addCleanup(second.unplug)
        card = SoftCard(self.service, testing.BUILD, second, "siths-pin-locked")
        self.addCleanup(card.quit)
        self.program.tray.wait_for(KERSTIN, UNLOCK)
        return card


class HeldByAnother(Others):
    """A program holds the card for long."""

    def test_nothing_is_held_while_codes_are_typed(self):
        self.fill()
        holder = self.hold()
        holder.let_go()
        self.windows.press("Lås upp")
        self.assert_unlocked()

    def test_an_unlocking_waits_and_says_so_and_others_go_on(self):
        self.fill()
        holder = self.hold()
        self.windows.press("Lås upp")
        self.wait_for_busy()
        second = self.second_card()
        name = next(name for name in self.client.readers() if name.startswith("Gemalto"))
        code, told = self.cli.json("--reader", name, "unlock", "identification", codes=["23456789", FRESH])
        self.assertEqual((code, second.code_commands()), (cli.DONE, 1), told)
        self.assertEqual(self.card.code_commands(), 0)
        holder.let_go()
        self.assert_unlocked()

    def test_a_cancelled_unlocking_sends_nothing_however_late_and_another_card_is_unlocked_meanwhile(self):
        self.fill()
        holder = self.hold()
        self.windows.press("Lås upp")
        self.wait_for_busy()
        self.windows.press("Avbryt")
        self.windows.wait_until_gone("password text", "PUK-kod från brevet")
        second = self.second_card()
        self.program.tray.click(KERSTIN, UNLOCK)
        self.windows.fill("PUK-kod från brevet", "23456789")
        self.windows.fill("Ny legitimeringskod", OTHER)
        self.windows.fill("Upprepa ny legitimeringskod", OTHER)
        self.windows.press("Lås upp")
        self.windows.wait_for_text(SUCCESS)
        self.assertEqual((second.code_commands(), second.code("5000:81")["value"]), (1, OTHER))
        holder.let_go()
        self.read_again()
        self.assertEqual(self.card.code_commands(), 0)
        self.assertEqual(self.card.code("5000:82")["triesLeft"], 5)

    def test_the_program_ends_while_an_unlocking_waits_and_nothing_is_sent(self):
        self.fill()
        holder = self.hold()
        self.send()
        self.program.tray.click("Avsluta")  # which it does not while a code may be on its way
        self.wait_for_busy()
        self.program.tray.click("Avsluta")
        self.assertEqual(self.program.wait_for_end(), 0)
        holder.let_go()
        self.assertEqual(self.cli.card()["name"], "Anna Andersson")
        self.assertEqual(self.card.code_commands(), 0)

    def test_the_program_is_ended_by_the_session_right_after_the_click(self):
        self.fill()
        holder = self.hold()
        self.send()
        self.program.end()
        holder.let_go()
        self.assertEqual(self.cli.card()["name"], "Anna Andersson")
        self.assertEqual(self.card.code_commands(), 0)


class ManyAtTheCard(Others):
    """Programs that take short turns."""

    def test_the_tray_reads_and_unlocks_while_opensc_comes_and_goes(self):
        with Visitor(self.service, "reset") as visitor:
            self.read_again()
            self.fill()
            self.windows.press("Lås upp")
            self.windows.wait_for_text(SUCCESS)
            visits = len(visitor.visits)
            wait_for(lambda: len(visitor.visits) > visits, "another visit", 15)
        self.assertEqual(visitor.failures(), [])
        self.assertLess(visitor.longest(), 15)
        self.assert_unlocked()


if __name__ == "__main__":
    desktop_testing.main()
