# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What the system tests have in common: a rig for each module, a new card for each test."""

import contextlib
import os
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

from .cli import Cli
from .opensc import OpenSc
from .pcsc import Client
from .processes import wait_for
from .service import Service
from .softcard import SoftCard

#: The build directory whose programs are tested.
BUILD = Path(os.environ.get("KORTVAKT_BUILD", Path(__file__).parents[3] / "build"))


class RigTest(unittest.TestCase):
    """A test with a private pcscd and one reader. All classes of a program share the rig; it ends with the program."""

    service = None

    @classmethod
    def setUpClass(cls):
        if RigTest.service is None:
            cls.bring_up()

    @classmethod
    def plug_reader(cls):
        """Gives the rig its reader."""
        RigTest.reader = cls.service.reader()

    @classmethod
    def bring_up(cls):
        """Starts the rig. What was begun is ended also when the rest fails."""
        RigTest.directory = Path(tempfile.mkdtemp(prefix="kortvakt-rig-"))
        unittest.addModuleCleanup(shutil.rmtree, RigTest.directory, ignore_errors=True)
        RigTest.service = Service(RigTest.directory, BUILD)
        unittest.addModuleCleanup(RigTest.service.end)
        RigTest.service.start()
        os.environ.update(RigTest.service.environment)
        cls.plug_reader()
        RigTest.cli = Cli(RigTest.service, BUILD)
        RigTest.opensc = OpenSc(RigTest.service)
        RigTest.client = Client()
        RigTest.reader_name = wait_for(RigTest.client.readers, "the reader")[0]

    def reconnect(self):
        """Makes the second client anew, after pcscd was restarted."""
        self.client.close()
        RigTest.client = Client()
        wait_for(lambda: self.reader_name in self.client.readers(), "the reader after the restart")

    def insert(self, personality, reader=None):
        """Puts a new card into a reader, to be taken out after the test, and waits until pcscd sees it."""
        reader = reader or self.reader
        card = SoftCard(self.service, BUILD, reader, personality)
        self.addCleanup(self.take_out, card)
        if reader is self.reader:
            self.client.wait_for_card(self.reader_name)
        return card

    def wait_until_read(self, card):
        """Waits until some program has read a card in the rig's reader, and let go of it."""
        wait_for(lambda: card.counters()["apdus"] > 0 and not self.client.in_use(self.reader_name), "the card to be read")

    @contextlib.contextmanager
    def inserted(self, personality):
        """The same for a part of a test."""
        card = self.insert(personality)
        try:
            yield card
        finally:
            self.take_out(card)

    def take_out(self, card):
        """Takes a card out for good."""
        card.quit()
        if self.reader_name in self.client.readers():
            self.client.wait_for_card(self.reader_name, False)


def main():
    """Runs the tests of the module that is the program; fails when there are none, or some were skipped."""
    result = unittest.main(exit=False, verbosity=2).result
    if result.testsRun == 0 or result.skipped:
        sys.exit(f"{result.testsRun} tests ran, {len(result.skipped)} were skipped")
    sys.exit(not result.wasSuccessful())
