#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What --help tells, the manual pages in both languages, and what shells complete: all of it, and nothing else.

manual_test.py SOURCE KORTVAKT KORTVAKT_CLI
"""

import re
import subprocess
import sys
import unittest
from pathlib import Path

SOURCE, *PROGRAMS = map(Path, sys.argv[1:4])
PROGRAM = {program.name: program for program in PROGRAMS}


def said(program, language):
    """The text of --help."""
    return subprocess.run([PROGRAM[program], "--lang", language, "--help"], check=True, text=True,
                          stdout=subprocess.PIPE, timeout=30).stdout


def refused(program, *arguments):
    """What is said to arguments that make no sense."""
    answer = subprocess.run([PROGRAM[program], *arguments], check=False, text=True, stderr=subprocess.PIPE, timeout=30)
    return answer.returncode, answer.stderr


def options(text):
    """The long options in a text."""
    return set(re.findall(r"--[a-z][a-z-]+", text))


def commands(text):
    """The commands in the help of kortvakt-cli."""
    below = re.split(r"\n(?:Commands|Kommandon):\n", text)[1].split("\n\n")[0]
    return set(re.findall(r"^  ([a-z][a-z-]+)", below, re.M))


def read(*name):
    """A file of the source tree."""
    return SOURCE.joinpath("app/cli", *name).read_text()


def page(name):
    """A manual page, its options as they are typed."""
    return re.sub(r"\bFl -", "--", read("man", name).replace("\\-", "-"))


def completed(program, *words):
    """What bash offers for the last of some words."""
    script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); '
              f'_{program.replace("-", "_")}; printf "%s\\n" "${{COMPREPLY[@]}}"')
    file = SOURCE / "app/cli/completion" / f"{program}.bash"
    answer = subprocess.run(["bash", "-euc", script, "bash", file, program, *words], check=True, text=True,
                            stdout=subprocess.PIPE, timeout=30)
    return set(answer.stdout.split())


class Manual(unittest.TestCase):
    """The texts agree."""

    def test_both_languages_tell_the_same(self):
        for program in PROGRAM:
            self.assertEqual(options(said(program, "sv")), options(said(program, "en")))
        self.assertEqual(commands(said("kortvakt-cli", "sv")), commands(said("kortvakt-cli", "en")))

    def test_help_is_in_one_language(self):
        for program in PROGRAM:
            self.assertIn(f"Användning: {program} ", said(program, "sv"))
            self.assertRegex(said(program, "sv"), r"\nFlaggor:\n  --")
            self.assertNotRegex(said(program, "sv"), r"Usage|[Oo]ptions")
            self.assertIn(f"Usage: {program} ", said(program, "en"))

    def test_an_unknown_option_is_named_and_a_code_never(self):
        for program in PROGRAM:
            code, told = refused(program, "--lang", "sv", "--frobnicate=12345678")
            self.assertEqual((code, "Okänd flagga: --frobnicate." in told), (2, True), told)
            self.assertNotIn("1234", told)
            for typed in ("--12345678", "--x12345678", "-12345678"):
                code, told = refused(program, "--lang", "sv", typed)
                self.assertEqual(code, 2)
                self.assertNotIn("1234", told)

    def test_the_manual_pages_have_every_option(self):
        for program in PROGRAM:
            for name in (f"{program}.1", f"{program}.sv.1"):
                with self.subTest(name):
                    self.assertEqual(options(page(name)), options(said(program, "en")))

    def test_the_manual_pages_have_every_command(self):
        for command in commands(said("kortvakt-cli", "en")):
            self.assertRegex(page("kortvakt-cli.1"), rf"\n\.It Cm {command}\b")
            self.assertIn(f"\n.TP\n\\fB{command}\\fP", page("kortvakt-cli.sv.1"))

    def test_every_shell_completes_every_option(self):
        for program in PROGRAM:
            wanted = options(said(program, "en"))
            self.assertEqual(options(read("completion", f"{program}.bash")), wanted)
            fish = set(re.findall(r" -l ([a-z-]+)", read("completion", f"{program}.fish")))
            self.assertEqual({"--" + name for name in fish}, wanted)
        self.assertEqual(options(read("completion", "_kortvakt")),
                         set().union(*(options(said(program, "en")) for program in PROGRAM)))

    def test_every_shell_completes_every_command(self):
        wanted = commands(said("kortvakt-cli", "en"))
        self.assertGreater(len(wanted), 7)
        self.assertEqual({word for word in completed("kortvakt-cli", "") if not word.startswith("-")}, wanted)
        self.assertEqual(set(re.findall(r"^    '([a-z-]+):", read("completion", "_kortvakt"), re.M)), wanted)
        fish = read("completion", "kortvakt-cli.fish")
        self.assertEqual(set(re.findall(r"use_subcommand -a ([a-z-]+)", fish)), wanted)


class Bash(unittest.TestCase):
    """What is offered where."""

    def test_options_go_with_their_command(self):
        self.assertLessEqual({"--dry-run", "--stdin", "--last-try"}, completed("kortvakt-cli", "unlock", "x", "--"))
        self.assertNotIn("--dry-run", completed("kortvakt-cli", "change", "x", "--"))
        self.assertIn("--der", completed("kortvakt-cli", "export", "1", "--d"))
        self.assertEqual(completed("kortvakt-cli", "list", "--m"), {"--masked"})
        self.assertEqual(completed("kortvakt-cli", "list", "--d"), set())

    def test_values_are_offered(self):
        self.assertEqual(completed("kortvakt-cli", "unlock", ""), {"identification", "signature"})
        for program in PROGRAM:
            self.assertEqual(completed(program, "--lang", ""), {"sv", "en"})
        self.assertEqual(completed("kortvakt-cli", "--reader", ""), set())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
