#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""The tray application's file is replaced while it runs, as an upgrade does."""

import shutil
import tempfile
import time
from pathlib import Path

from rig import desktop_testing, testing
from rig.application import Application
from rig.loop import LoopWatch
from rig.processes import wait_for

ANNA, UNLOCK = "Anna Andersson (id-kort)", "Lås upp säkerhetskod (legitimering)…"
STEP = 5.0  # how often a program that waits to start anew looks whether it may
AT_MOST = 50  # milliseconds that the main thread may sleep outside its loop


class Upgrade(desktop_testing.DesktopTest):
    """A program of its own folder, which may be replaced there."""

    def setUp(self):
        super().setUp()
        self.folder = Path(tempfile.mkdtemp(prefix="kortvakt-upgrade-"))
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / "bin").mkdir()
        self.file = self.folder / "bin/kortvakt"
        shutil.copy(Path(testing.BUILD, "bin/kortvakt"), self.file)
        self.loop = LoopWatch(self.directory, testing.BUILD)
        self.program = Application(self.desktop, self.folder, "--background", more=self.loop.environment)
        self.addCleanup(self.end, self.program)
        wait_for(self.program.tray.present, "the tray icon")

    def replace(self, content=None):
        """Puts a new file in the program's place the way dpkg does: whole, by its name."""
        new = self.file.with_name("kortvakt.new")
        shutil.copy(Path(testing.BUILD, "bin/kortvakt"), new)
        if content:
            new.write_text(content)
        new.rename(self.file)

    def claim(self):
        """When the program last found that it is the only one: a new start claims anew."""
        lock = Path(self.program.environment["XDG_RUNTIME_DIR"], "kortvakt.lock")
        return lock.stat().st_mtime_ns if lock.exists() else None

    def started_anew_since(self, claim):
        """Whether the program has started anew, and is there again with its icon."""
        return self.claim() not in (None, claim) and self.program.running() and self.program.tray.present()

    def test_an_idle_program_starts_anew_in_the_background_and_reads_its_cards(self):
        self.insert("classic-v3-pin-locked")
        self.program.tray.wait_for(ANNA)
        claim = self.claim()
        self.replace()
        wait_for(lambda: self.started_anew_since(claim), "the new program", 40)
        self.program.tray.wait_for(ANNA, UNLOCK)
        self.assertEqual(self.desktop.windows("Kortvakt"), [])

    def test_a_program_that_the_session_is_not_to_start_goes_on(self):
        settings = Path(self.desktop.environment["HOME"], ".config/kortvakt/kortvakt.conf")
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text("[General]\nautostart = false\n")
        self.addCleanup(settings.unlink)
        claim = self.claim()
        self.replace()
        wait_for(lambda: self.started_anew_since(claim), "the new program", 40)

    def test_an_open_dialog_is_never_lost(self):
        card = self.insert("classic-v3-pin-locked")
        claim = self.claim()
        self.program.tray.click(ANNA, UNLOCK)
        self.program.windows.wait_for("password text", "PUK-kod från brevet")
        self.replace()
        time.sleep(2.5 * STEP)  # it would have come by now
        self.assertEqual(self.claim(), claim)
        self.program.windows.fill("PUK-kod från brevet", "12345678")
        self.program.windows.press("Avbryt")
        wait_for(lambda: self.started_anew_since(claim), "the new program", 40)
        self.assertEqual(card.code_commands(), 0)

    def test_a_new_file_that_does_not_run_is_waited_out(self):
        claim = self.claim()
        self.replace("#!/bin/sh\nexit 127\n")
        time.sleep(2.5 * STEP)
        self.assertEqual(self.claim(), claim)
        self.assertTrue(self.program.running())
        self.replace()
        wait_for(lambda: self.started_anew_since(claim), "the new program", 40)

    def test_a_new_file_that_never_answers_keeps_nobody_waiting(self):
        claim = self.claim()
        tried = self.folder / "tried"
        self.loop.look()
        self.replace(f"#!/bin/sh\necho $$ >> {tried}\nexec sleep 600\n")
        wait_for(lambda: tried.exists() and len(tried.read_text().split()) > 1, "the new file to be tried twice", 40)
        away = self.loop.look()
        self.assertGreater(away.turns, 0, "the loop is watched")
        self.assertLess(away.asleep, AT_MOST)
        self.assertFalse(Path("/proc", tried.read_text().split()[0]).exists(), "the first one was left behind")
        self.assertEqual(self.claim(), claim)
        self.replace()
        wait_for(lambda: self.started_anew_since(claim), "the new program", 40)

    def test_a_program_that_was_removed_goes_on(self):
        claim = self.claim()
        self.file.unlink()
        time.sleep(2.5 * STEP)
        self.assertEqual(self.claim(), claim)
        self.assertTrue(self.program.tray.present())
        self.replace()  # and was installed again
        wait_for(lambda: self.started_anew_since(claim), "the new program", 40)


if __name__ == "__main__":
    desktop_testing.main()
