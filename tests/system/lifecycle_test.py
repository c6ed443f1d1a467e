#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""How Kortvakt begins and ends: once a user, and within a second, whatever the card does."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from rig import desktop_testing, testing
from rig.application import Application
from rig.processes import wait_for

ANNA = "Anna Andersson (id-kort)"
UNLOCK, READ_AGAIN = "Lås upp säkerhetskod (legitimering)…", "Läs in kortet på nytt"
PUK, FRESH = "12345678", "482915"
#: Seconds. The promise is one; the rest is for machines that are busy with other tests.
AT_MOST = 2.0


class Ending(desktop_testing.DesktopTest):
    """Quitting and logging out."""

    def assert_ends(self, program, ask, what):
        """The program ends by itself, soon and well."""
        began = time.monotonic()
        ask()
        while program.running() and time.monotonic() - began < 10:
            time.sleep(0.005)
        took = time.monotonic() - began
        print(f"{what}: ended after {took * 1000:.0f} ms", file=sys.stderr)
        self.assertFalse(program.running(), what)
        self.assertEqual(program.end(), 0, what)
        self.assertLess(took, AT_MOST, what)

    def end_in_all_ways(self, what, prepare):
        """`prepare` brings a new program to where it is to end from."""
        for name, ask in (("log-out", lambda program: program.process.terminate()),
                          ("hang-up", lambda program: program.process.send_signal(signal.SIGHUP)),
                          ("menu", lambda program: program.tray.click("Avsluta"))):
            with self.subTest(name):
                program = self.start()
                prepare(program)
                self.assert_ends(program, lambda: ask(program), f"{what}, {name}")

    def test_with_a_card_in_and_the_window_open(self):
        self.insert("classic-v3-used")

        def prepare(program):
            program.tray.wait_for(ANNA)
            program.tray.click("Öppna Kortvakt")
            program.windows.wait_for_text("Kortet är klart att använda.")
        self.end_in_all_ways("idle", prepare)

    def test_while_a_slow_card_is_read(self):
        card = self.insert("classic-v3-used")
        card.slow(300)

        def prepare(program):
            before = card.counters()["apdus"]
            wait_for(lambda: card.counters()["apdus"] >= before + 2, "the reading to begin")
        self.end_in_all_ways("300 ms an APDU", prepare)

    def test_while_a_card_says_nothing(self):
        for name, ask in (("log-out", lambda program: program.process.terminate()),
                          ("menu", lambda program: program.tray.click("Avsluta"))):
            with self.subTest(name), self.inserted("classic-v3-used") as card:
                program = self.start()
                program.tray.wait_for(ANNA, READ_AGAIN)
                card.mute()
                before = card.counters()["apdus"]
                program.tray.click(ANNA, READ_AGAIN)
                program.tray.wait_for_line("Läser kortet… [-]")
                wait_for(lambda: card.counters()["apdus"] > before or card.counters()["silent"], "the silence")
                self.assert_ends(program, lambda: ask(program), f"mute, {name}")

    def test_by_log_out_while_a_code_is_on_its_way(self):
        card = self.insert("classic-v3-pin-locked")
        program = self.start()
        program.tray.click(ANNA, UNLOCK)
        for field, code in (("PUK-kod från brevet", PUK), ("Ny legitimeringskod", FRESH),
                            ("Upprepa ny legitimeringskod", FRESH)):
            program.windows.fill(field, code)
        card.slow(300)
        before = card.counters()["apdus"]
        program.windows.press("Lås upp")
        wait_for(lambda: card.counters()["apdus"] > before, "the job to begin")
        self.assert_ends(program, program.process.terminate, "unlocking at 300 ms an APDU, log-out")
        card.slow(1)
        self.assertLessEqual(card.code_commands(), 1)
        self.assertEqual(self.cli.card()["name"], "Anna Andersson")  # nobody holds it

    def test_when_the_display_goes_away(self):
        self.insert("classic-v3-used")
        told, tell = os.pipe()
        display = self.desktop.processes.start(
            "xvfb2", ["Xvfb", "-displayfd", tell, "-nolisten", "tcp", "-noreset"], self.desktop.environment,
            pass_fds=[tell])
        os.close(tell)
        with os.fdopen(told) as pipe:
            number = pipe.readline().strip()
        program = Application(self.desktop, testing.BUILD, "--background", more={"DISPLAY": f":{number}"})
        self.addCleanup(program.end)
        program.tray.wait_for(ANNA)
        self.desktop.processes.end(display)
        self.assertGreaterEqual(program.wait_for_end(), 0, "no signal ended it")


class Starting(desktop_testing.DesktopTest):
    """One program a user."""

    def window(self):
        """The windows that can be seen."""
        return self.desktop.windows("Kortvakt")

    def closed(self):
        """Whether no window can be seen; asks the window manager to close one that can."""
        for shown in self.window():  # which may not have the keyboard yet
            subprocess.run(["xdotool", "windowactivate", "--sync", shown, "key", "alt+F4"],
                           env=self.desktop.environment, timeout=10, check=False, capture_output=True)
        return not self.window()

    def xdotool(self, *command):
        """Does something to a window."""
        subprocess.run(["xdotool", *command], env=self.desktop.environment, check=True, timeout=10)

    def test_a_second_start_brings_back_a_minimised_and_a_closed_window(self):
        program = self.start("--lang", "sv")
        shown = wait_for(self.window, "the window")
        self.xdotool("windowminimize", shown[0])
        wait_for(lambda: not self.window(), "the window to be gone")
        self.assertEqual(program.start_again().wait(10), 0)
        wait_for(self.window, "the window after it was minimised")
        wait_for(self.closed, "the window to be closed")
        self.assertTrue(program.running())
        self.assertEqual(program.start_again().wait(10), 0)
        wait_for(self.window, "the window after it was closed")

    def test_a_second_start_by_the_session_opens_nothing(self):
        program = self.start()
        second = Application(self.desktop, testing.BUILD, "--background")
        self.assertEqual(second.wait_for_end(), 0)
        program.tray.click("Om Kortvakt")  # what came before has been done
        program.windows.wait_for("push button", "Stäng")
        self.assertEqual(self.window(), [])
        self.assertTrue(program.running())

    def test_what_a_killed_one_left_behind_is_in_nobodys_way(self):
        killed = Application(self.desktop, testing.BUILD, "--background")
        wait_for(lambda: killed.is_the_one() and killed.tray.present(), "the first one")
        killed.process.kill()
        killed.end()
        runtime = Path(self.desktop.environment["XDG_RUNTIME_DIR"])
        self.assertTrue((runtime / "kortvakt.socket").exists())
        program = self.start()
        self.assertEqual(program.start_again().wait(10), 0)
        wait_for(self.window, "the window")

    def test_two_users_do_not_know_of_each_other(self):
        self.start()
        other = self.directory / "other-runtime"
        other.mkdir(mode=0o700)
        self.addCleanup(shutil.rmtree, other)
        second = Application(self.desktop, testing.BUILD, "--background", more={"XDG_RUNTIME_DIR": str(other)})
        self.addCleanup(self.end, second)
        wait_for(second.tray.present, "the second user's icon")


if __name__ == "__main__":
    desktop_testing.main()
