# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Processes that are started together and ended exactly, also when the test fails or is killed."""

import ctypes
import os
import signal
import subprocess
import time
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
#: Seconds that something is waited for which must come: more than it takes where other tests have most of the processors.
PATIENCE = 30.0


class Timeout(AssertionError):
    """A condition did not come true in time."""


def wait_for(condition, what, seconds=PATIENCE):
    """Asks `condition` until it answers something true, and returns that; Timeout names `what`. It is asked less often
    as time goes by."""
    began = time.monotonic()
    while True:
        answer = condition()
        if answer:
            return answer
        waited = time.monotonic() - began
        if waited > seconds:
            raise Timeout(f"after {seconds:g} s still waiting for: {what}")
        time.sleep(0.01 + min(waited, 2) / 20)


class Processes:
    """Children of this process and what they leave behind. Each child also ends when this process dies."""

    def __init__(self, directory):
        self.logs = Path(directory)
        self.logs.mkdir(parents=True, exist_ok=True)
        self._running = []
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)

    def start(self, name, command, env, before=(), **more):
        """Starts `command`, its output in the file NAME.log. `before` is a command that ends by running another."""
        with open(self.logs / f"{name}.log", "ab") as log:
            more = {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log} | more
            process = subprocess.Popen(
                [*before, "setpriv", "--pdeathsig", "TERM", *map(str, command)], env=env, **more)
        process.label = name
        self._running.append(process)
        return process

    def log(self, name):
        """What a process has said so far."""
        return (self.logs / f"{name}.log").read_text(errors="replace")

    def end(self, process, patience=PATIENCE / 3):
        """Asks a process to end, and makes it. Returns its exit code."""
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(patience)
            except subprocess.TimeoutExpired:
                process.kill()
        if process in self._running:
            self._running.remove(process)
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()
        return process.wait()

    def end_all(self):
        """Ends the last started first, then children that ended processes have left to this one."""
        for process in reversed(self._running[:]):
            self.end(process)
        deadline = time.monotonic() + 3
        while left := _children():
            for pid in left:
                if time.monotonic() > deadline:
                    os.kill(pid, signal.SIGKILL)
                else:
                    os.kill(pid, signal.SIGTERM)
                os.waitpid(pid, os.WNOHANG)
            time.sleep(0.01)


def _children():
    """Pids of this process' children, the adopted ones too."""
    listed = Path("/proc/self/task", str(os.getpid()), "children").read_text()
    return [int(pid) for pid in listed.split()]
