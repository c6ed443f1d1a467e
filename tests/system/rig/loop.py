# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""For how long a program's main thread was away from its event loop, however busy the machine is."""

import re
import socket
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Away:
    """The longest since the last look, in ms: asleep (waiting for something), working (a processor's time)."""
    turns: int
    asleep: float
    working: float


class LoopWatch:
    """Watches one program, which is started with `environment` beside its own."""

    def __init__(self, directory, build):
        self._socket = Path(directory, "loop.watch")
        self.environment = {"LD_PRELOAD": str(Path(build, "tests/system/libkortvakt-loop-watch.so")),
                            "KORTVAKT_RIG_LOOP": str(self._socket)}

    def look(self):
        """The longest time away since the last look."""
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(self._socket))
            with client.makefile() as answer:
                turns, asleep, working = map(int, re.findall(r"-?\d+", answer.readline()))
        return Away(turns, asleep / 1e6, working / 1e6)
