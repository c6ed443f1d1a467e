#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Kortvakt on a desktop whose tray is an XEmbed system tray: icon, menu, and cards that come and go while it is open."""

from rig import desktop_testing
from rig.processes import wait_for
from rig.x_tray import XTray

PUK, FRESH = "12345678", "482915"
SUCCESS = "Upplåsning av säkerhetskoden lyckades"


class XEmbed(desktop_testing.DesktopTest):
    """With tint2 alone."""

    tray = False

    def setUp(self):
        super().setUp()
        self.x_tray = XTray(self.desktop)
        self.addCleanup(self.x_tray.end)

    def started(self, **more):
        """The program with its icon in the tray."""
        program = self.start("--background", **more)
        wait_for(lambda: self.x_tray.icon(program.pid), "the icon")
        return program

    def choose_first(self, program):
        """Opens the menu and chooses the first entry of the first card."""
        self.x_tray.open_menu(program.pid)
        self.x_tray.key("Down", "Right", "Return")

    def unlock(self, program, card, success, *names):
        """Fills in the dialog, and unlocks."""
        puk, fresh, repeat, button = names
        for field, code in ((puk, PUK), (fresh, FRESH), (repeat, FRESH)):
            program.windows.fill(field, code)
        program.windows.press(button)
        program.windows.wait_for_text(success)
        self.assertEqual(card.code_commands(), 1)

    def wait_for_card(self, program, card):
        """Waits until the card was read: then the main window says so, and is closed again."""
        last = [-1]

        def still():
            before, last[0] = last[0], card.counters()["apdus"]
            return before == last[0] and before > 0
        wait_for(lambda: still(), "the card to be read")

    def test_the_menu_unlocks(self):
        card = self.insert("classic-v3-used")
        program = self.started()
        self.wait_for_card(program, card)
        self.choose_first(program)
        self.unlock(program, card, SUCCESS, "PUK-kod från brevet", "Ny legitimeringskod",
                    "Upprepa ny legitimeringskod", "Lås upp")
        self.assertTrue(self.opensc.verify("81", FRESH), self.opensc.said)

    def test_the_menu_unlocks_in_english(self):
        card = self.insert("classic-v3-used")
        program = self.started(language="en")
        self.wait_for_card(program, card)
        self.choose_first(program)
        self.unlock(program, card, "The PIN was unlocked", "PUK from the letter", "New identification PIN",
                    "Repeat new identification PIN", "Unlock")

    def test_a_tray_that_comes_late_gets_the_icon_and_a_new_one_too(self):
        self.x_tray.end()
        program = self.start("--background")
        for _ in range(2):
            self.x_tray = XTray(self.desktop)
            wait_for(lambda: self.x_tray.icon(program.pid), "the icon")
            self.x_tray.end()

    def test_a_card_that_comes_while_the_menu_is_open_can_be_chosen(self):
        program = self.started()
        self.x_tray.open_menu(program.pid)
        shape = self.x_tray.menu(program.pid)
        card = self.insert("classic-v3-used")
        self.wait_for_card(program, card)
        self.assertEqual(len(self.x_tray.menu(program.pid)), 1, "the menu stays")
        self.assertEqual(self.x_tray.menu(program.pid)[0][2], shape[0][2], "and is as high as it was")
        self.x_tray.key("Down", "Right", "Return")
        program.windows.wait_for("password text", "PUK-kod från brevet")

    def test_a_click_meant_for_a_card_that_left_opens_nothing_for_the_next(self):
        card = self.insert("classic-v3-used")
        program = self.started()
        self.wait_for_card(program, card)
        self.x_tray.open_menu(program.pid)
        self.x_tray.key("Down", "Right")
        wait_for(lambda: len(self.x_tray.menu(program.pid)) == 2, "the card's menu")
        card.swap("siths-pin-locked")
        wait_for(lambda: len(self.x_tray.menu(program.pid)) == 1, "the card's menu to be gone")
        self.x_tray.key("Return")
        self.wait_for_card(program, card)
        self.assertIsNone(program.windows.find("password text", "PUK-kod från brevet"))


if __name__ == "__main__":
    desktop_testing.main()
