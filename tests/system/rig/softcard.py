# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""A card in software in a virtual reader: drives kortvakt-softcard."""

import json
import subprocess
from pathlib import Path


class SoftCard:
    """A card of some personality, in `reader` from the start unless `inserted` is false."""

    def __init__(self, service, build, reader, personality, inserted=True):
        self.personality = personality
        self._service = service
        self._process = service.processes.start(
            f"softcard-{reader.port}", [Path(build, "bin", "kortvakt-softcard"), personality, "--port", reader.port,
             *["--ejected"][inserted:]],
            service.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.counters()  # answered: the personality is known

    def tell(self, command):
        """Gives a command and returns what the answer says after "ok"."""
        try:
            self._process.stdin.write(command + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass
        line = self._process.stdout.readline().strip()
        if not line.startswith("ok"):
            said = self._service.processes.log(self._process.label)
            raise AssertionError(f"softcard {self.personality}: {command}: {line or 'no answer'}\n{said}")
        return line[2:].strip()

    def insert(self):
        """Puts the card into its reader."""
        self.tell("insert")

    def eject(self):
        """Takes it out. The card keeps its counters."""
        self.tell("eject")

    def reset(self):
        """Makes the card anew, as it was at the start."""
        self.tell("reset")

    def swap(self, personality):
        """Takes the card out and puts another in."""
        self.tell(f"swap {personality}")
        self.personality = personality

    def mute(self):
        """The card answers no more."""
        self.tell("mute")

    # A `number` counts commands from now on, 1 being the next; "code:1" is the next one that brings a code.

    def mute_at(self, number):
        """The card answers no more from command `number` on, which it does not carry out either."""
        self.tell(f"mute-at {number}")

    def slow(self, milliseconds):
        """The card takes that much longer for each answer from now on."""
        self.tell(f"slow {milliseconds}")

    def fail_at(self, number):
        """The card is pulled when command `number` comes: it never gets it."""
        self.tell(f"fail-at {number}")

    def lose_answer_at(self, number):
        """The card is pulled when command `number` has been carried out: nobody hears of it."""
        self.tell(f"lose-answer-at {number}")

    def answer_at(self, number, status):
        """The card answers command `number` with a status in hexadecimal, and does not carry it out."""
        self.tell(f"answer-at {number} {status}")

    def counters(self):
        """What the card has seen, and its codes."""
        return json.loads(self.tell("counters"))

    def log(self):
        """All commands with their answers, "00A4… > 9000", codes hidden."""
        count = int(self.tell("log"))
        lines = [self._process.stdout.readline().strip() for _ in range(count + 1)]
        return lines[:-1]

    def code(self, name):
        """One code on the card by its name, "5000:81": label, value, tries left and at most."""
        return next(code for code in self.counters()["codes"] if code["name"] == name)

    def code_commands(self):
        """How many commands with a code the card has got."""
        return self.counters()["codeCommands"]

    def quit(self):
        """Ends the card."""
        self._service.processes.end(self._process)
