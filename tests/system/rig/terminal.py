# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""A terminal with somebody at its keys, and what runs at it: a shell, or one program."""

import fcntl
import os
import pty
import select
import subprocess
import termios
import time
from pathlib import Path


class Terminal:
    """A pseudo-terminal and the program that it is the controlling terminal of."""

    def __init__(self, command, environment, **more):
        self._keys, self._line = pty.openpty()
        self.before = self.modes()
        self.screen = ""
        self._read = 0  # of the screen, what was waited for
        streams = dict.fromkeys(("stdin", "stdout", "stderr"), self._line) | more
        self.process = subprocess.Popen([*map(str, command)], env=environment, preexec_fn=self._own, **streams)

    def _own(self):
        os.setsid()
        fcntl.ioctl(self._line, termios.TIOCSCTTY, 0)

    def modes(self):
        """All that the terminal is set to."""
        return termios.tcgetattr(self._line)

    def echoes(self):
        """Whether it shows what is typed."""
        return bool(self.modes()[3] & termios.ECHO)

    def type(self, text):
        """Types, or pastes, all at once."""
        os.write(self._keys, text.encode())

    def expect(self, text, seconds=20.0):
        """Waits until the screen says something more that ends in `text`."""
        deadline = time.monotonic() + seconds
        while (found := self.screen.find(text, self._read)) < 0:
            if not self._look(deadline - time.monotonic()):
                raise AssertionError(f"after {seconds:g} s no {text!r} on the screen: {self.screen[self._read:]!r}")
        self._read = found + len(text)

    def _look(self, seconds):
        """Reads on; False when nothing came in time."""
        if not select.select([self._keys], [], [], max(seconds, 0))[0]:
            return False
        self.screen += os.read(self._keys, 4096).decode(errors="replace")
        return True

    def rest(self):
        """The screen, once nobody writes to it any more."""
        self.process.wait(20)
        while self._look(0):
            pass
        return self.screen

    def close(self):
        """Ends what runs, and the terminal."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._keys)
        os.close(self._line)


class Shell(Terminal):
    """bash, which keeps a history in a folder."""

    PROMPT = "at-your-service> "

    def __init__(self, folder, environment):
        self._history = folder / "history"
        super().__init__(["bash", "--norc", "--noediting", "-i"],
                         environment | {"PS1": self.PROMPT, "HISTFILE": str(self._history), "TERM": "dumb"})
        self.expect(self.PROMPT)

    def run(self, line):
        """Types a command that asks nothing, and returns what it says."""
        begun = len(self.screen)
        self.type(line + "\n")
        self.expect(self.PROMPT)
        return self.screen[begun:-len(self.PROMPT)].split("\n", 1)[-1]

    def job(self):
        """The process id of the one program that runs at it."""
        pid = self.process.pid
        return int(Path(f"/proc/{pid}/task/{pid}/children").read_text())

    def history(self):
        """Ends the shell, and tells what it has kept."""
        self.type("exit\n")
        self.process.wait(20)
        return self._history.read_text()
