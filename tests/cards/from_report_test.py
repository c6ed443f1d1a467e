#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""A report in any form that Kortvakt writes becomes the same test; what is no report leaves nothing behind."""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
BIN = Path(os.environ.get("KORTVAKT_BUILD", HERE.parents[1] / "build")).resolve() / "bin"


class FromReport(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        text = subprocess.run([BIN / "kortvakt-transcript", "--report", "siths-used"], check=True, text=True,
                              stdout=subprocess.PIPE).stdout
        lines = text.splitlines()
        self.steps = [(step.removeprefix("# "), *answer.partition(" ")[::2]) for step, answer in zip(lines[::2], lines[1::2])]

    def made(self, text, name="made", expected=0):
        given = self.folder / "given.txt"
        given.write_text(text)
        ran = subprocess.run([HERE / "from_report", given, name, "--into", self.folder], text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(ran.returncode, expected, ran.stderr)
        return [(self.folder / f"{name}.{ending}").read_text() for ending in ("report", "apdu")] if expected == 0 else None

    def test_every_form_of_a_report_becomes_the_same_test(self):
        cli = "ATR 3B 7F\n" + "".join(f"# {step}\n{status} {data}\n" for step, status, data in self.steps)
        saved = "".join(f"{step}\r\n    {status.upper()} {data}\r\n" for step, status, data in self.steps)
        as_json = json.dumps({"reader": "A reader", "atr": "3B7F", "lines": [
            {"step": step, "status": status, "data": data} for step, status, data in self.steps]})
        report, transcript = self.made(cli)
        self.assertEqual(len(report.splitlines()), 2 * len(self.steps))
        self.assertIn("# family thales-classic-v3\n", transcript)
        self.assertIn("# code 5100:83 role 1 digits 6-16 tries 3 puk 84 tries 5\n", transcript)
        self.assertNotIn(str(self.folder), transcript)
        for text in (saved, as_json):
            self.assertEqual(self.made(text), [report, transcript])

    def test_what_is_no_report_leaves_nothing_behind(self):
        for text in ("", "not a report\n", "{\"lines\": 1}", "{", "# family not known\n9000\n"):
            with self.subTest(text):
                self.made(text, expected=1)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["given.txt"])

    def test_a_transcript_that_was_made_by_hand_is_not_overwritten(self):
        (self.folder / "made.apdu").write_text("by hand")
        self.made("# ATR\n9000 3B00\n", expected=2)
        self.assertEqual((self.folder / "made.apdu").read_text(), "by hand")
        self.made("# ATR\n9000 3B00\n", name="../made", expected=2)


unittest.main()
