# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""kortvakt-monitor-teller: what a pcsc::Monitor tells, snapshot by snapshot."""

import collections
import subprocess
from pathlib import Path


class Teller:
    """The program at a rig's pcscd, and what it has told so far."""

    def __init__(self, service, build, census):
        self._process = service.processes.start(
            census.label, [Path(build, "bin", "kortvakt-monitor-teller")],
            service.environment | census.environment, stdin=subprocess.PIPE)
        census.pid = self._process.pid
        self._log = open(service.processes.logs / f"{census.label}.log", encoding="utf-8")
        self._rest = ""
        #: The last snapshots, as they were written.
        self.lately = collections.deque(maxlen=8)
        self._last = None
        self._insertions = set()
        #: How often the service was told to be down, and a monitor was made anew.
        self.down = self.renewed = 0

    def last(self):
        """The last snapshot: "down", or the number of the card's insertion, or None, by reader; None at first."""
        *lines, self._rest = (self._rest + self._log.read()).split("\n")
        for line in lines:
            self._take(line)
        return self._last

    def insertions(self):
        """How many insertions this monitor has told, each by a number of its own."""
        self.last()
        return len(self._insertions)

    def renew(self):
        """Ends its monitor and makes a new one, which counts insertions anew."""
        self._process.stdin.write(b"\n")
        self._process.stdin.flush()

    def close(self):
        """Reads no more."""
        self._log.close()

    def _take(self, line):
        self.lately.append(line)
        if line == "renewed":
            self.renewed += 1
            self._insertions.clear()
            self._last = None
            return
        state, *readers = line.split("\t")
        self.down += state == "down"
        numbers = {name: int(number) if number else None
                   for name, _, number in (reader.partition("=") for reader in readers)}
        self._insertions.update(filter(None, numbers.values()))
        self._last = "down" if state == "down" else numbers
