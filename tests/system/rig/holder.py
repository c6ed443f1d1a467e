# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Another program that has the card: a process of its own, so that a test can go on while it waits or holds.

Run as a program: `holder.py transaction|exclusive READER` says "asking", "holding" as soon as it has the card, and
holds it until its input ends.
"""

import subprocess
import sys
import time
from pathlib import Path

from .processes import PATIENCE, wait_for

TRANSACTION, EXCLUSIVE = "transaction", "exclusive"


class Holder:
    """Holds the card in a reader, from when it gets it until let_go() or the end of the block."""

    def __init__(self, service, reader, how=TRANSACTION):
        self._service, self._log = service, service.processes.logs / "holder.log"
        self._seen = self._log.stat().st_size if self._log.exists() else 0
        self._began = time.monotonic()
        self._process = service.processes.start(
            "holder", ["/usr/bin/python3", "-m", "rig.holder", how, reader],
            service.environment | {"PYTHONPATH": str(Path(__file__).parents[1])}, stdin=subprocess.PIPE)

    def holding(self):
        """Whether it has the card by now."""
        return "holding" in self._log.read_text()[self._seen:]

    def wait(self, seconds=PATIENCE):
        """Waits until it has the card. Returns itself."""
        wait_for(lambda: self.holding() or self._process.poll() is not None, "another program to get the card", seconds)
        if not self.holding():
            raise AssertionError(self._log.read_text()[self._seen:])
        return self

    def let_go(self):
        """Ends it: the card is free."""
        if self._process.poll() is None:
            self._process.stdin.close()
            self._process.wait(10)
        self._service.processes.end(self._process)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.let_go()


def main():
    """Holds the card until the input ends."""
    from .pcsc import SHARE_EXCLUSIVE, SHARE_SHARED, Client
    how, reader = sys.argv[1:]
    print("asking", flush=True)
    with Client().connect(reader, SHARE_EXCLUSIVE if how == EXCLUSIVE else SHARE_SHARED) as card:
        if how == TRANSACTION:
            card.begin()
        print("holding", flush=True)
        sys.stdin.read()
        if how == TRANSACTION:
            card.end()


if __name__ == "__main__":
    main()
