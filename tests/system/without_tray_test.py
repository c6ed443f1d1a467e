#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Kortvakt on a desktop that has no tray, as GNOME, or whose tray comes late."""

from rig import desktop_testing, etc, testing
from rig.application import Application
from rig.processes import wait_for


class WithoutTray(desktop_testing.DesktopTest):
    """Everything can be done in the window."""

    tray = False

    def test_started_from_the_launcher_the_window_shows(self):
        self.insert("classic-v3-delivered")
        program = self.start("--lang", "sv")
        wait_for(lambda: self.desktop.windows("Kortvakt"), "the window")
        program.windows.wait_for_text("Välj dina koder")

    def test_in_the_background_it_waits_for_a_second_start(self):
        program = self.start("--background")
        second = program.start_again()
        self.assertEqual(second.wait(10), 0)
        wait_for(lambda: self.desktop.windows("Kortvakt"), "the window")
        self.assertTrue(program.running())

    def test_a_policy_has_it_open_its_window(self):
        self.addCleanup(etc.clear)
        etc.write("[General]\nwithoutTray = window\n")
        self.start("--background")
        wait_for(lambda: self.desktop.windows("Kortvakt"), "the window", 30)

    def test_a_policy_has_it_end(self):
        self.addCleanup(etc.clear)
        etc.write("[General]\nwithoutTray = exit\n")
        program = Application(self.desktop, testing.BUILD, "--background", language="sv")
        self.addCleanup(self.end, program)
        wait_for(lambda: not program.running(), "its end", 30)

    def test_when_the_tray_comes_the_icon_comes(self):
        # The last by its name: the tray stays.
        self.insert("classic-v3-used")
        program = self.start("--background")
        self.desktop.start_tray()
        wait_for(program.tray.present, "the icon")
        program.tray.wait_for("Anna Andersson (id-kort)")


if __name__ == "__main__":
    etc.enter()
    desktop_testing.main()
