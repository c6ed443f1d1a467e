#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""A computer whose clock is wrong, by years: it is the clock that is doubted, and its date stands beside what rests
on it."""

import glob

from rig import desktop_testing, testing
from rig.cli import Cli
from rig.processes import wait_for

WRONG = "Datorns klocka går troligen fel."
EXPIRED = "Kortets certifikat har gått ut"
DATE = "Datorns datum är "


def with_clock(shift):
    """The command that runs another with the clock set forward or back; it becomes that command."""
    library = next(iter(glob.glob("/usr/lib/*/faketime/libfaketime.so.1")))
    return ("env", f"LD_PRELOAD={library}", f"FAKETIME={shift}", "FAKETIME_DONT_FAKE_MONOTONIC=1")


class Clock(desktop_testing.DesktopTest):
    """A card in use whose certificates are valid today."""

    def setUp(self):
        super().setUp()
        self.insert("classic-v3-used")

    def shown(self, shift):
        """What the command line says of the card by such a clock."""
        answer = Cli(self.service, testing.BUILD, with_clock(shift)).run("show", language="sv")
        return " ".join(answer.out.split())

    def test_clock_that_is_behind_is_doubted_first(self):
        said = self.shown("-9y")
        self.assertIn(f"{WRONG} (KV50) {DATE}", said)
        program = self.start("--lang", "sv", before=with_clock("-9y"))
        wait_for(lambda: program.windows.shows(f"{WRONG} KV50"), WRONG)
        self.end(program)

    def test_clock_that_is_ahead_is_told_beside_what_it_says(self):
        said = self.shown("+9y")
        self.assertIn(EXPIRED, said)
        self.assertIn(DATE, said[said.index(EXPIRED):])
        program = self.start("--lang", "sv", before=with_clock("+9y"))
        wait_for(lambda: program.windows.shows(EXPIRED), EXPIRED)
        self.assertIn(DATE, program.windows.written())
        self.end(program)

    def test_clock_that_is_right_is_not_doubted(self):
        said = self.shown("+0")
        self.assertNotIn("KV50", said)
        self.assertIn("Kortet är klart att använda.", said)


if __name__ == "__main__":
    desktop_testing.main()
