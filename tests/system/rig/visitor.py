# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""OpenSC's tools, which nobody here wrote, at a card again and again while something else happens."""

import threading
import time

from .opensc import OpenSc
from .processes import wait_for


class Visitor:
    """Lists the card with pkcs15-tool and pkcs11-tool in turn, from the beginning of the block to its end."""

    def __init__(self, service, leaving):
        self._opensc = OpenSc(service, leaving=leaving)
        #: Of each visit: what was run and came out of it, and how many seconds it took.
        self.visits = []
        self._leave = threading.Event()
        self._thread = threading.Thread(target=self._visit)

    def __enter__(self):
        self._thread.start()
        wait_for(lambda: self.visits, "the first visit")
        return self

    def __exit__(self, *_):
        self._leave.set()
        self._thread.join()

    def failures(self):
        """What visits that ended badly have said."""
        return [text for text, code, _ in self.visits if code != 0]

    def longest(self):
        """Seconds that the longest visit took."""
        return max(seconds for _, _, seconds in self.visits)

    def _visit(self):
        ways = (lambda: self._opensc.run("pkcs15-tool", "--dump"), self._opensc.objects)
        while not self._leave.is_set():
            began = time.monotonic()
            text, code = ways[len(self.visits) % len(ways)]()
            self.visits.append((text, code, time.monotonic() - began))
