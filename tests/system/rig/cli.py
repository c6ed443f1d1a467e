# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""kortvakt-cli, run as a script would."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from .json_answer import parsed

DONE, OTHER, USAGE, SERVICE, NO_CARD, UNKNOWN_CARD, WRONG_CODE, LOCKED, NEW_CODE_REFUSED, REMOVED, BUSY = range(11)


@dataclass
class Answer:
    """What a run of the program came to."""
    code: int
    out: str
    err: str

    @property
    def json(self):
        """Its output as JSON, which all of it must be."""
        return parsed(self.out)


class Cli:
    """The program at a rig's pcscd."""

    def __init__(self, service, build, before=()):
        self._program = [*before, str(Path(build, "bin", "kortvakt-cli"))]
        self._environment = service.environment

    def run(self, *arguments, codes=(), language="sv"):
        """Runs a command; `codes` are given on standard input, one a line."""
        with self.start(*arguments, codes=bool(codes), language=language) as process:
            out, err = process.communicate("".join(code + "\n" for code in codes), timeout=60)
        answer = Answer(process.returncode, out, err)
        if "--json" in arguments:
            assert answer.json is not None, answer
        return answer

    def json(self, *arguments, codes=()):
        """Runs a command with --json; returns the exit code and what it said."""
        answer = self.run("--json", *arguments, codes=codes)
        return answer.code, answer.json

    def card(self, *arguments):
        """The card that `show` tells of."""
        code, told = self.json(*arguments, "show")
        if code != DONE:
            raise AssertionError(f"show: {code} {told}")
        return next(reader["card"] for reader in told["readers"] if reader.get("card"))

    def start(self, *arguments, codes=False, language="sv", **streams):
        """Starts a command, codes to follow on standard input; `streams` may be others than pipes."""
        streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE) | streams
        return subprocess.Popen(
            [*self._program, "--lang", language, *arguments, *(["--stdin"] if codes else [])],
            env=self._environment, text=True, **streams)
