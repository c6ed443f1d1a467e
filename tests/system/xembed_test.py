#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Kortvakt on a desktop whose tray is an XEmbed system tray: icon, menu, and cards that come and go while it is open."""

from rig import desktop_testing
from rig.processes import wait_for
from rig.x_tray import XTray


class XEmbed(desktop_testing.DesktopTest):
    """With tint2 alone."""

    tray = False

    def setUp(self):
        super().setUp()
        self.x_tray = XTray(self.desktop)
        self.addCleanup(self.x_tray.end)

    def started(self):
        """The program with its icon in the tray."""
        program = self.start("--background")
        wait_for(lambda: self.x_tray.icon(program.pid), "the icon")
        return program

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
        self.wait_until_read(card)
        self.assertEqual(len(self.x_tray.menu(program.pid)), 1, "the menu stays")
        self.assertEqual(self.x_tray.menu(program.pid)[0][2], shape[0][2], "and is as high as it was")
        self.x_tray.key("Down", "Right", "Return")
        program.windows.wait_for("password text", "PUK-kod från brevet")

    def test_a_click_meant_for_a_card_that_left_opens_nothing_for_the_next(self):
        card = self.insert("classic-v3-used")
        program = self.started()
        self.wait_until_read(card)
        self.x_tray.open_menu(program.pid)
        self.x_tray.key("Down", "Right")
        wait_for(lambda: len(self.x_tray.menu(program.pid)) == 2, "the card's menu")
        card.swap("siths-pin-locked")
        wait_for(lambda: len(self.x_tray.menu(program.pid)) == 1, "the card's menu to be gone")
        self.x_tray.key("Return")
        self.wait_until_read(card)
        self.assertIsNone(program.windows.find("password text", "PUK-kod från brevet"))


if __name__ == "__main__":
    desktop_testing.main()
