#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""kortvakt-cli at a terminal with a shell behind it: what is pasted beyond a question reaches nobody, and the terminal
is left as it was, however the questions end."""

import os
import signal
import tempfile
import time
from pathlib import Path

from rig import testing
from rig.processes import wait_for
from rig.terminal import Shell, Terminal

PROGRAM = testing.BUILD / "bin" / "kortvakt-cli"
#: What is pasted beyond the question: a code, a command of the shell, and half a line.
SECRET, HALF = "739184", "58203"
FRESH = "482915"
#: What the program tells before its first question has labels in it, too, and ends in an empty line.
BEGUN = "\r\n\r\n"
PUK = BEGUN + "PUK: "


def ending_signals():
    """The signals that end a program which does nothing about them, as this system has them."""
    ending = []
    for number in sorted(signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}):
        child = os.fork()
        if child == 0:
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
            os._exit(0)
        _, status = os.waitpid(child, os.WUNTRACED)
        if os.WIFSTOPPED(status):
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        elif os.WIFSIGNALED(status):
            ending.append(number)
    return ending


class TerminalTest(testing.RigTest):
    """What is typed at the questions."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="kortvakt-terminal-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.mark = self.folder / "ran"
        self.paste = f"{SECRET}\ntouch {self.mark}\n{HALF}"

    def at_the_shell(self, command, *steps):
        """Runs a command and gives each question its answer; `PASTE` in one stands for what is pasted too much."""
        shell = Shell(self.folder, self.service.environment)
        self.addCleanup(shell.close)
        before = shell.run("stty -a")
        shell.type(f"{PROGRAM} --lang en {command}\n")
        for question, answer in steps:
            shell.expect(question)
            shell.type(answer.replace("PASTE", self.paste))
        shell.expect(shell.PROMPT)
        self.assertEqual(shell.run("stty -a"), before)
        self.assertEqual(shell.run("echo $((20 + 3))").strip(), "23")
        history = shell.history()
        for text in (shell.rest(), history):
            self.assertNotIn(SECRET, text)
            self.assertNotIn(HALF, text)
            self.assertNotIn("touch", text)
            self.assertNotIn("not found", text)
        self.assertFalse(self.mark.exists(), "the shell ran what was pasted")
        return shell.screen

    def test_nothing_beyond_a_question_reaches_the_shell(self):
        puk, new, again = (PUK, "12345678\n"), ("New signature PIN: ", FRESH + "\n"), "Repeat new signature PIN: "
        locked = ("New identification PIN: ", FRESH + "\n"), ("Repeat new identification PIN: ", FRESH + "\n")
        for what, personality, command, steps in (
                ("too short", "classic-v3-used", "unlock signature", [(PUK, "1234567\nPASTE")]),
                ("a rule", "classic-v3-used", "unlock signature", [puk, (new[0], "111111\nPASTE")]),
                ("mismatch", "classic-v3-used", "unlock signature", [puk, new, (again, "482916\nPASTE")]),
                ("accepted", "classic-v3-used", "unlock signature", [puk, new, (again, FRESH + "\nPASTE")]),
                ("wrong", "classic-v3-used", "unlock signature",
                 [(PUK, "98765432\n"), new, (again, FRESH + "\nPASTE")]),
                ("end of input", "classic-v3-used", "unlock signature", [(PUK, "\x04PASTE")]),
                ("interrupted", "classic-v3-used", "unlock signature", [(PUK, "\x03PASTE")]),
                ("quit", "classic-v3-used", "unlock signature", [puk, (new[0], "\x1cPASTE")]),
                ("old code", "classic-v3-used", "change signature", [(BEGUN + "Current signature PIN: ", "1\nPASTE")]),
                ("activation", "classic-v3-delivered", "activate", [(PUK, "1234567\nPASTE")]),
                ("no", "telia-pin-locked", "unlock identification",
                 [(PUK, "11223344\n"), *locked, ("[y/N] ", "n\nPASTE")]),
                ("yes", "telia-pin-locked", "unlock identification",
                 [(PUK, "11223344\n"), *locked, ("[y/N] ", "y\nPASTE")]),
                ("codes for yes", "telia-pin-locked", "unlock identification",
                 [(PUK, "11223344\n"), *locked, ("[y/N] ", "PASTE\n")]),
                ("no last try", "classic-v3-last-try", "unlock identification",
                 [puk, *locked, ("[y/N] ", "n\nPASTE")]),
                ("interrupted at the last try", "classic-v3-last-try", "unlock identification",
                 [puk, *locked, ("[y/N] ", "\x03PASTE")]),
                ("end at the last try", "classic-v3-last-try", "unlock identification",
                 [puk, *locked, ("[y/N] ", "\x04PASTE")])):
            with self.subTest(what), self.inserted(personality):
                self.at_the_shell(command, *steps)

    def test_nothing_reaches_the_shell_when_the_card_fails_after_the_questions(self):
        for what in ("fail_at", "lose_answer_at"):
            with self.subTest(what), self.inserted("classic-v3-used") as card:
                getattr(card, what)("code:1")
                self.at_the_shell("unlock signature", (PUK, "12345678\n"), ("New signature PIN: ", FRESH + "\n"),
                                  ("Repeat new signature PIN: ", FRESH + "\nPASTE"))

    def test_what_is_pasted_before_a_question_is_no_answer_to_it(self):
        with self.inserted("telia-pin-locked") as card:
            screen = self.at_the_shell(
                "unlock identification", (PUK, "11223344\nPASTE"), ("New identification PIN: ", FRESH + "\nPASTE"),
                ("Repeat new identification PIN: ", FRESH + "\ny\nPASTE"), ("[y/N] ", "y\n"))
            self.assertIn("[y/N] y\r\n", screen)
            self.assertEqual(card.code("3F00:01")["value"], FRESH)

    def test_lines_from_a_terminal_are_not_shown_either(self):
        for lines, taken in (("12345678\n482915\nPASTE", True), ("12345678\n\x04PASTE", False)):
            with self.subTest(lines), self.inserted("classic-v3-used") as card:
                terminal = Terminal([PROGRAM, "--lang", "en", "unlock", "signature", "--stdin"], self.service.environment)
                self.addCleanup(terminal.close)
                wait_for(lambda: not terminal.echoes(), "the terminal to be silent")
                terminal.type(lines.replace("PASTE", self.paste))
                screen = terminal.rest()
                self.assertEqual(terminal.modes(), terminal.before)
                for code in ("12345678", "482915", SECRET, HALF, "PUK:"):
                    self.assertNotIn(code, screen)
                self.assertEqual(card.code("5100:83")["value"] == FRESH, taken, screen)

    def test_a_program_that_types_is_not_taken_for_the_shells_user(self):
        self.insert("classic-v3-used")
        shell = Shell(self.folder, self.service.environment)
        self.addCleanup(shell.close)
        shell.type(f"{PROGRAM} --lang en unlock signature\n")
        shell.expect(PUK)
        shell.type("1234567\n")
        for key in SECRET + "\n":
            time.sleep(0.025)  # what password managers wait between keys
            shell.type(key)
        shell.expect(shell.PROMPT)
        self.assertEqual(shell.run("echo $((20 + 3))").strip(), "23")
        self.assertNotIn(SECRET, shell.history() + shell.rest())

    def test_who_was_stopped_from_outside_shows_nothing_after_it(self):
        self.insert("classic-v3-used")
        shell = Shell(self.folder, self.service.environment)
        self.addCleanup(shell.close)
        before = shell.run("stty -a")
        shell.type(f"{PROGRAM} --lang en unlock signature\n")
        shell.expect(PUK)
        program = shell.job()
        # In the background it stops by itself, and leaves the shell its terminal.
        for wake, told in (
                ("fg\n", ""), ("kill -CONT %1; until [[ $(jobs -s) ]]; do :; done; stty -a; fg\n", before)):
            os.kill(program, signal.SIGSTOP)
            shell.expect("Stopped")
            shell.expect(shell.PROMPT)
            self.assertTrue(shell.echoes())
            shell.type(wake)
            shell.expect(told)
            wait_for(lambda: not shell.echoes(), "the terminal to be silent again")
        shell.type("12345678\n")
        shell.expect("New signature PIN: ")
        self.assertNotIn("1234", shell.screen)
        shell.type("\x03")
        shell.expect(shell.PROMPT)
        self.assertEqual(shell.run("stty -a"), before)

    def asking(self, **more):
        """The program alone at a terminal, its first question asked."""
        terminal = Terminal([PROGRAM, "--lang", "en", "unlock", "signature"], self.service.environment, **more)
        self.addCleanup(terminal.close)
        terminal.expect(PUK)
        self.assertFalse(terminal.echoes())
        return terminal

    def test_every_signal_that_ends_it_leaves_the_terminal_as_it_was(self):
        self.insert("classic-v3-used")
        ending = ending_signals()
        self.assertGreater(len(ending), 40)
        for number in ending:
            with self.subTest(number):
                terminal = self.asking()
                terminal.type(HALF)
                terminal.process.send_signal(number)
                self.assertEqual(terminal.process.wait(20), -number)
                self.assertEqual(terminal.modes(), terminal.before)
                rest = terminal.rest()
                self.assertNotIn(HALF, rest)
                self.assertRegex(rest, "Inget har skickats till kortet|Nothing was sent to the card")

    def test_who_interrupts_it_while_a_code_is_on_its_way_is_told_to_look_first(self):
        with self.inserted("classic-v3-used") as card:
            card.mute_at("code:1")
            terminal = self.asking()
            for question, code in ((None, "12345678"), ("New signature PIN: ", FRESH),
                                   ("Repeat new signature PIN: ", FRESH)):
                if question:
                    terminal.expect(question)
                terminal.type(code + "\n")
            terminal.expect("Do not take it out.")
            terminal.type("\x03")
            self.assertEqual(terminal.process.wait(20), -signal.SIGINT)
            rest = terminal.rest()
            self.assertIn("The new code may or may not have been saved", rest)
            self.assertNotIn("Nothing was sent", rest)
            self.assertEqual(terminal.modes(), terminal.before)

    def test_what_is_ignored_or_stops_a_program_does_not_end_the_silence(self):
        self.insert("classic-v3-used")
        former = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does, for the program too
        try:
            terminal = self.asking()
        finally:
            signal.signal(signal.SIGHUP, former)
        for number in (signal.SIGHUP, signal.SIGTSTP, signal.SIGWINCH, signal.SIGCONT):
            terminal.process.send_signal(number)
        terminal.type("12345678\n")
        terminal.expect("New signature PIN: ")
        self.assertFalse(terminal.echoes())
        terminal.type("\x04")
        self.assertEqual(terminal.process.wait(20), 1)
        self.assertEqual(terminal.modes(), terminal.before)


if __name__ == "__main__":
    testing.main()
