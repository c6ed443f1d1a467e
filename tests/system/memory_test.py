#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""No code is left anywhere in kortvakt-cli's memory, whatever came of it: all of it is searched as the program ends."""

import os
import pty
import signal

from rig import cli, memory, testing
from rig.processes import wait_for

CARD, PIN, PUK = "random:22", "5100:8F", "5100:8B"


class MemoryTest(testing.RigTest):
    """A card whose codes are nobody else's, and new codes at random."""

    def setUp(self):
        self.card = self.insert(CARD)
        self.pin, self.puk = (self.card.code(name)["value"] for name in (PIN, PUK))
        self.fresh = memory.new_code([self.pin])
        self.wrong = memory.new_code([self.pin, self.fresh]) + "61"

    def hold(self, *arguments, **how):
        """Starts the program, to be held at its end."""
        process = self.cli.start(*arguments, **how)
        held = memory.Held(process)
        self.addCleanup(self.put_away, process, held)
        return process, held

    def put_away(self, process, held):
        held.end()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream:
                stream.close()

    def clean(self, process, *codes):
        """None of the codes is in the program's memory."""
        self.assertEqual([str(find) for find in memory.Memory(process.pid).finds(*codes)], [])

    def give(self, codes, arguments, expected):
        """Gives the codes as lines, and searches for them at the program's end."""
        process, held = self.hold(*arguments, codes=True)
        self.clean(process, *codes)  # none is there by chance
        process.stdin.write("".join(code + "\n" for code in codes))
        process.stdin.flush()
        held.wait_for_end()
        self.clean(process, *codes)
        self.assertEqual(held.let_go(), expected)


class Lines(MemoryTest):
    """Codes as lines on standard input."""

    def test_accepted(self):
        self.give([self.puk, self.fresh], ("unlock", PIN), cli.DONE)
        old, self.fresh = self.fresh, memory.new_code([self.fresh])
        self.give([old, self.fresh], ("change", PIN), cli.DONE)
        self.assertEqual(self.card.code(PIN)["value"], self.fresh)

    def test_wrong_and_blocked(self):
        tries = self.card.code(PUK)["triesLeft"]
        for left in range(tries - 1, -1, -1):
            self.give([self.wrong, self.fresh], ("unlock", PIN, "--last-try"), cli.WRONG_CODE if left else cli.LOCKED)
            self.assertEqual(self.card.code(PUK)["triesLeft"], left)

    def test_refused_by_a_rule(self):
        self.give([self.pin, self.pin], ("change", PIN), cli.NEW_CODE_REFUSED)
        self.give([self.puk[:-1], self.fresh], ("unlock", PIN), cli.NEW_CODE_REFUSED)
        self.assertEqual(self.card.code_commands(), 0)

    def test_card_pulled_at_the_code(self):
        self.assertEqual(self.cli.run("unlock", PIN, codes=[self.puk, self.fresh]).code, cli.DONE)
        at = next(at for at, line in enumerate(self.card.log(), 1) if line.startswith("002C"))
        for pull in self.card.fail_at, self.card.lose_answer_at:
            with self.subTest(pull=pull.__name__):
                self.card.eject()
                self.client.wait_for_card(self.reader_name, False)
                self.card.reset()
                self.card.insert()
                self.client.wait_for_card(self.reader_name)
                pull(at)
                self.give([self.puk, self.fresh], ("unlock", PIN), cli.REMOVED)


class Terminal(MemoryTest):
    """Codes typed on a terminal."""

    def sit_down(self, *arguments):
        """Starts the program on a terminal."""
        self.keys, terminal = pty.openpty()
        self.addCleanup(os.close, self.keys)
        os.set_blocking(self.keys, False)
        self.said = b""
        process, held = self.hold(*arguments, stdin=terminal, stdout=terminal, stderr=terminal,
                                  preexec_fn=lambda: (os.setsid(), os.close(os.open(os.ttyname(0), os.O_RDWR))))
        os.close(terminal)
        return process, held

    def asked(self):
        """Whether a question stands on the terminal."""
        try:
            self.said += os.read(self.keys, 4096)
        except BlockingIOError:
            pass
        return self.said.endswith((b": ", b"] "))

    def type(self, text):
        """Answers the next question."""
        wait_for(self.asked, "a question")
        self.said = b""
        os.write(self.keys, text.encode())

    def test_accepted(self):
        process, held = self.sit_down("unlock", PIN)
        wait_for(self.asked, "the first question")
        self.clean(process, self.puk, self.fresh)
        for answer in self.puk, "j", self.fresh, self.fresh, "j":
            self.type(answer + "\n")
        held.wait_for_end()
        self.clean(process, self.puk, self.fresh)
        self.assertEqual(held.let_go(), cli.DONE)

    def test_cancelled(self):
        process, held = self.sit_down("change", PIN)
        for answer in self.pin + "\n", self.fresh + "\n", "\x04":
            self.type(answer)
        held.wait_for_end()
        self.clean(process, self.pin, self.fresh)
        held.let_go()
        self.assertEqual(self.card.code_commands(), 0)

    def test_a_code_that_was_typed_stands_in_the_guarded_memory_and_nowhere_else_even_when_interrupted(self):
        process, held = self.sit_down("--reader", self.reader_name, "unlock", PIN)
        self.type(self.puk + "\n")
        wait_for(self.asked, "the second question")
        self.assertTrue(memory.Memory(process.pid).holds(self.reader_name), "an argument is in memory")
        self.assertFalse(memory.Memory(process.pid).holds("nobody said " + self.wrong))
        os.write(self.keys, b"\x03")
        for step in (lambda: None, held.wait_for_end):
            step()
            finds = memory.Memory(process.pid).finds(self.puk)
            self.assertTrue(finds)
            self.assertEqual([str(find) for find in finds if not find.guarded], [])
        self.assertEqual(held.let_go(), -signal.SIGINT)

    def test_no_other_program_may_read_the_memory_nor_is_it_written_to_a_core_file(self):
        process, _ = self.sit_down("unlock", PIN)
        wait_for(self.asked, "the first question")
        self.assertTrue(memory.open_to_others(self.card._process.pid))
        self.assertFalse(memory.open_to_others(process.pid))
        self.assertFalse(memory.writes_core(process.pid))


if __name__ == "__main__":
    memory.gain_sight()
    testing.main()
