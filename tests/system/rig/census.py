# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What a running program holds: memory, descriptors, threads, and by how much that grows."""

import os
import re
import socket
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Holdings:
    """Bytes in use on the heap, bytes of memory, open descriptors, threads."""
    heap: int
    memory: int
    descriptors: int
    threads: int


class Census:
    """Counts in one program, which is started with `environment` beside its own and told as `pid`."""

    def __init__(self, directory, build, label):
        self._socket = Path(directory, label + ".census")
        self.environment = {"LD_PRELOAD": str(Path(build, "tests/system/libkortvakt-census.so")),
                            "KORTVAKT_RIG_CENSUS": str(self._socket)}
        self.label, self.pid = label, None

    def take(self):
        """What the program holds now."""
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(self._socket))
            with client.makefile() as answer:
                heap, descriptors = map(int, re.findall(r"\d+", answer.readline()))
        return Holdings(heap, memory_of(self.pid), descriptors, len(os.listdir(f"/proc/{self.pid}/task")))


def memory_of(pid):
    """Bytes of a process' memory that are its own and in use."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"^RssAnon:\s+(\d+) kB$", status, re.M)[1]) * 1024


class Growth:
    """Samples of a number over many events, and how it grew from the first fifth of them to the last."""

    def __init__(self):
        self._samples = []

    def add(self, event, value):
        """One sample, after so many events."""
        self._samples.append((event, value))

    def ends(self):
        """(event, value) in the middle of the first and of the last fifth: medians, since a single sample may be
        taken while something is under way."""
        part = max(1, len(self._samples) // 5)
        return [tuple(median(column) for column in zip(*some))
                for some in (self._samples[:part], self._samples[-part:])]
