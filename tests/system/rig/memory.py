# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""All memory of a program, searched for codes; and a program held at its very end, while all is still mapped.

The programs forbid other programs of their user to read them: it takes root, or root of a user namespace.
"""

import ctypes
import os
import random
import re
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from .processes import wait_for

CONT, SEIZE, TRACE_EXIT, EVENT_EXIT = 7, 0x4206, 0x40, 6
#: The kernel's own, which hold no memory of the program; the second cannot be read at all.
KERNELS = "[vvar]", "[vvar_vclock]", "[vsyscall]"


def gain_sight():
    """Starts the program that is running once more in a user namespace, unless it may read others' memory. What it
    starts from then on may not: PR_CAPBSET_DROP of CAP_SYS_PTRACE."""
    if os.geteuid() != 0:
        os.execvp("unshare", ["unshare", "--user", "--map-root-user", "--mount", sys.executable, *sys.argv])
    if ctypes.CDLL(None).prctl(24, 19, 0, 0, 0) != 0:
        raise RuntimeError("the right to read others' memory cannot be kept from children")


def open_to_others(pid):
    """Whether another program of the same user can read the memory of `pid`."""
    return subprocess.run(["dd", f"if=/proc/{pid}/mem", "count=0"], capture_output=True).returncode == 0


def writes_core(pid):
    """Whether a core file of `pid` may be written."""
    return not re.search(r"core file size +0 +0 ", Path(f"/proc/{pid}/limits").read_text())


def new_code(avoid=()):
    """Six digits at random that no rule for new codes refuses: no date begins with 7."""
    while True:
        code = "7" + "".join(random.choices("0123456789", k=5))
        if len(set(code)) > 3 and code not in avoid and "123" not in code and "321" not in code:
            return code


def forms(code):
    """What a code may look like in memory. Padded, it begins with its digits; as halves of bytes it is
    looked for with its padding."""
    packed = bytes.fromhex(code + "F" * (len(code) % 2))
    return {"UTF-8": code.encode(), "UTF-16": code.encode("utf-16-le"), "UTF-32": code.encode("utf-32-le"),
            "packed": packed.ljust(8, b"\xff")}


@dataclass
class Mapping:
    """A line of /proc/PID/maps."""
    start: int
    end: int
    rights: str
    name: str


@dataclass
class Find:
    """A code in memory; as text with what is around it, for tracing where it came from."""
    code: str
    form: str
    mapping: Mapping
    offset: int
    around: bytes
    guarded: bool

    def __str__(self):
        place = f"{self.mapping.start:x}-{self.mapping.end:x} {self.mapping.rights} {self.mapping.name or 'anonymous'}"
        return f"{self.code} as {self.form} in {place} at +{self.offset:x}: {self.around.hex(' ')} {self.around!r}"


class Memory:
    """The memory of the process `pid`."""

    def __init__(self, pid):
        self._directory = Path("/proc", str(pid))

    def mappings(self):
        """All that can be read."""
        for line in (self._directory / "maps").read_text().splitlines():
            place, rights, _, _, _, *name = line.split(None, 5)
            start, end = (int(part, 16) for part in place.split("-"))
            mapping = Mapping(start, end, rights, name[0] if name else "")
            if "r" in rights and mapping.name not in KERNELS:
                yield mapping

    def finds(self, *texts):
        """Every place where one of `texts` stands, in any form."""
        wanted = [(text, form, pattern) for text in texts for form, pattern in forms(text).items()]
        found, guarded = [], None
        with open(self._directory / "mem", "rb", buffering=0) as memory:
            for mapping in self.mappings():
                content = self._read(memory, mapping)
                for text, form, pattern in wanted:
                    at = content.find(pattern)
                    while at >= 0:
                        guarded = self._guarded() if guarded is None else guarded
                        around = content[max(at - 12, 0):][:32 + len(pattern)]
                        found.append(Find(text, form, mapping, at, around, mapping.start in guarded))
                        at = content.find(pattern, at + 1)
        return found

    def holds(self, text):
        """Whether a text that is no code stands anywhere."""
        with open(self._directory / "mem", "rb", buffering=0) as memory:
            return any(text.encode() in self._read(memory, mapping) for mapping in self.mappings())

    def _read(self, memory, mapping):
        parts, at = [], mapping.start
        while at < mapping.end:
            try:
                part = os.pread(memory.fileno(), mapping.end - at, at)
            except OSError:  # behind the end of a file that is mapped
                break
            if not part:
                break
            parts.append(part)
            at += len(part)
        return b"".join(parts)

    def _guarded(self):
        """Where mappings start that are locked and left out of core files."""
        guarded, start = set(), 0
        for line in (self._directory / "smaps").read_text().splitlines():
            if re.match(r"[0-9a-f]+-[0-9a-f]+ ", line):
                start = int(line.split("-")[0], 16)
            elif line.startswith("VmFlags:") and {"lo", "dd"} <= set(line.split()):
                guarded.add(start)
        return guarded


class Held:
    """A child of this process that is stopped at its very end."""

    def __init__(self, process):
        self._process, self.pid = process, process.pid
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._libc.ptrace.argtypes = ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p
        self._libc.ptrace.restype = ctypes.c_long
        self._ptrace(SEIZE, TRACE_EXIT)

    def wait_for_end(self):
        """Waits until the process is about to end: no thread of it runs any more, nothing is unmapped."""
        wait_for(self._at_end, "the program to end", 20)

    def let_go(self):
        """Lets it end; its exit code, negative when a signal ended it."""
        self._ptrace(CONT, 0)
        return self._process.wait(10)

    def end(self):
        """Makes it end, wherever it is."""
        if self._process.returncode is not None:
            return
        self._process.kill()
        self._libc.ptrace(CONT, self.pid, None, None)  # when it has stopped
        while os.WIFSTOPPED(os.waitpid(self.pid, 0)[1]):
            self._ptrace(CONT, 0)
        self._process.returncode = -signal.SIGKILL

    def _at_end(self):
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        if pid == 0:
            return False
        if not os.WIFSTOPPED(status):
            raise AssertionError(f"the program ended unseen: {status:x}")
        if status >> 16 == EVENT_EXIT:
            return True
        self._ptrace(CONT, 0 if status >> 16 else os.WSTOPSIG(status))  # a signal on its way goes on
        return False

    def _ptrace(self, request, data):
        if self._libc.ptrace(request, self.pid, None, data) != 0:
            raise OSError(ctypes.get_errno(), f"ptrace request {request:#x} of {self.pid}")
