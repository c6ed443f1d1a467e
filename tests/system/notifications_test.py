#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What the desktop is asked to show: the right thing, seldom, without names, and never in anybody's way."""

import os
import signal
from pathlib import Path

from rig import desktop_testing
from rig.processes import wait_for

ANNA = "Anna Andersson (id-kort)"
UNLOCK, READ_AGAIN = "Lås upp säkerhetskod (legitimering)…", "Läs in kortet på nytt"
LOCKED, NOT_CHOSEN = "En kod på kortet är låst", "Kortet har koder som inte är valda"


class NotificationTest(desktop_testing.DesktopTest):
    """Looks at what was shown since the test began."""

    def setUp(self):
        super().setUp()
        self.desktop.settle_notifications()  # of the test before
        self.before = len(self.desktop.notifications())

    def shown(self):
        """What was shown since."""
        return self.desktop.notifications()[self.before:]

    def wait_for_note(self, summary):
        """Waits for the one notification."""
        wait_for(self.shown, f"the notification {summary!r}")
        self.assertEqual([note["summary"] for note in self.shown()], [summary])
        return self.shown()[0]

    def read_again(self, program, card):
        """Reads the card once more, to the end."""
        before = card.counters()["apdus"]
        program.tray.click(ANNA, READ_AGAIN)
        wait_for(lambda: card.counters()["apdus"] > before, "the card to be read")
        program.tray.wait_for(ANNA, READ_AGAIN)


class Cards(NotificationTest):
    """Codes and certificates."""

    def test_a_locked_code_is_told_without_a_name_and_a_click_opens_its_page(self):
        self.insert("fineid-pin-locked")
        program = self.start()
        note = self.wait_for_note(LOCKED)
        self.assertEqual(note["body"], "Öppna Kortvakt för att låsa upp den.")
        self.assertEqual((note["transient"], note["category"], note["replaces"]), (True, "device", 0))
        self.assertEqual(note["actions"], ["default", "Öppna Kortvakt", "open", "Öppna Kortvakt"])
        self.assertEqual(self.desktop.windows("Kortvakt"), [])
        self.desktop.click(note)
        wait_for(lambda: self.desktop.windows("Kortvakt"), "the window")
        program.windows.wait_for_text("Säkerhetskoden är låst. (E14)")

    def test_a_code_that_is_either_locked_or_not_chosen_is_told_as_that(self):
        self.insert("classic-v3-used")
        for _ in range(3):
            self.opensc.raw_verify("5100", 0x83, "111111")
        self.start()
        self.wait_for_note("En kod på kortet är låst, eller så har du inte valt någon än")

    def test_codes_that_are_not_chosen_are_told_in_english_too(self):
        self.insert("classic-v3-delivered")
        self.start(language="en")
        self.wait_for_note("The card has codes that have not been chosen")

    def test_a_certificate_that_expires_soon_is_told_and_calls_for_attention(self):
        self.insert("classic-v3-expiring")
        program = self.start()
        wait_for(self.shown, "the notification")
        note = self.shown()[0]["summary"]
        self.assertRegex(note, "^Ett certifikat på kortet går ut om (19|20|21)\u00a0dagar$")
        wait_for(lambda: note in program.tray.property("ToolTip")[2], "the tooltip to say the same")

    def test_a_card_in_order_is_told_of_by_nothing(self):
        card = self.insert("classic-v3-used")
        program = self.start()
        self.read_again(program, card)
        self.assertEqual(self.shown(), [])

    def test_it_is_told_once_a_day_however_often_the_card_is_read_and_the_program_started(self):
        card = self.insert("classic-v3-delivered")
        program = self.start()
        self.wait_for_note(NOT_CHOSEN)
        self.read_again(program, card)
        card.eject()
        program.tray.wait_until_gone(ANNA)
        card.insert()
        program.tray.wait_for(ANNA, READ_AGAIN)
        self.end(program)
        program = self.start()
        self.read_again(program, card)
        self.wait_for_note(NOT_CHOSEN)
        kept = Path(self.desktop.environment["HOME"], ".local/state/kortvakt/notified")
        self.assertEqual(kept.stat().st_mode & 0o777, 0o600)
        self.assertNotIn(self.cli.card()["serial"], kept.read_text())

    def test_nothing_is_told_while_the_cards_dialog_is_open(self):
        card = self.insert("classic-v3-used")
        program = self.start()
        program.tray.click(ANNA, UNLOCK)
        program.windows.wait_for("password text", "PUK-kod från brevet")
        self.reader.unplug()
        self.addCleanup(self.reader.plug)
        program.windows.wait_for_text("Kortet togs ut KV40")
        wait_for(lambda: card.counters()["connected"] is False, "the reader to be gone")
        self.assertEqual(self.shown(), [])

    def test_a_notification_service_that_hangs_holds_nobody_up(self):
        service = self.desktop.hosts["notifications"]
        os.kill(service.pid, signal.SIGSTOP)
        self.addCleanup(os.kill, service.pid, signal.SIGCONT)
        self.insert("classic-v3-delivered")
        program = self.start()
        program.tray.wait_for(ANNA, UNLOCK)
        program.tray.click(ANNA, UNLOCK)
        program.windows.wait_for("password text", "PUK-kod från brevet")


class FirstRun(NotificationTest):
    """Where the icon is."""

    def test_it_is_told_once_to_who_starts_the_program_and_not_when_the_session_does(self):
        self.end(self.start("--background"))
        self.assertEqual(self.shown(), [])
        program = self.start("--lang", "sv")
        note = self.wait_for_note("Kortvakt")
        self.end(program)
        self.assertRegex(note["body"], "^Kortvakt finns vid klockan längst ner till höger. Syns den inte?")
        program = self.start("--lang", "sv")
        wait_for(lambda: self.desktop.windows("Kortvakt"), "the window")
        program.tray.wait_for_line("Inget kort i läsaren [-]")
        self.assertEqual(len(self.shown()), 1)


class Losses(NotificationTest):
    """Readers and the service."""

    def test_a_reader_that_goes_with_its_card_is_told(self):
        self.insert("classic-v3-used")
        program = self.start()
        program.tray.wait_for(ANNA)
        self.reader.unplug()
        self.addCleanup(self.reader.plug)
        self.wait_for_note("Kortläsaren är inte längre ansluten.")

    def test_an_empty_reader_that_goes_is_not(self):
        program = self.start()
        program.tray.wait_for_line("Inget kort i läsaren [-]")
        self.reader.unplug()
        self.addCleanup(self.reader.plug)
        program.tray.wait_for("Ingen kortläsare är ansluten.")
        self.assertEqual(self.shown(), [])

    def test_the_service_that_goes_with_a_card_in_is_told(self):
        self.insert("classic-v3-used")
        program = self.start()
        program.tray.wait_for(ANNA)
        self.service.stop()
        self.addCleanup(self.reconnect)
        self.addCleanup(self.service.start)
        self.wait_for_note("Datorns tjänst för smarta kort svarar inte.")


if __name__ == "__main__":
    desktop_testing.main()
