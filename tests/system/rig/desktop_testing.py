# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What the tests of the tray application have in common: a desktop for the module, a new program for each test."""

import os
import shutil

from . import testing
from .application import Application
from .desktop import Desktop
from .processes import wait_for

main = testing.main


class DesktopTest(testing.RigTest):
    """A test on a desktop: assistive technology serves one a process, so all classes share it."""

    desktop = None
    tray = True

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if DesktopTest.desktop is None:
            DesktopTest.desktop = Desktop(cls.service, tray=cls.tray).start()
            os.environ.update(cls.desktop.environment)

    def setUp(self):
        shutil.rmtree(self.desktop.environment["HOME"])
        os.mkdir(self.desktop.environment["HOME"])

    def start(self, *arguments, language="sv", before=()):
        """Starts Kortvakt as a session's autostart does, and waits until it is there, and its icon."""
        program = Application(self.desktop, testing.BUILD, *(arguments or ["--background"]), language=language,
                              before=before)
        self.addCleanup(self.end, program)
        wait_for(program.is_the_one, "the program's claim to be the only one")
        if self.tray:
            wait_for(program.tray.present, "the tray icon")
        return program

    def end(self, program):
        """Ends the program, which must not have crashed before or while it was asked to."""
        self.assertEqual(program.end(), 0)

    def listen(self, *kinds):
        """Listens to accessibility events until the test ends."""
        from .accessibility import Listener
        listener = Listener(*kinds)
        self.addCleanup(listener.close)
        return listener
