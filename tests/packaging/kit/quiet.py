# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Programs in a clean system, without any network but the loopback that a virtual reader's card is reached by."""

import json
import os
import subprocess
import time
from pathlib import Path

from .deb import BUILD
from .root import PATH

CARD_PORT = 35963  # where Debian's vsmartcard-vpcd listens
LOOPBACK_UP = """
import fcntl, socket, struct
fcntl.ioctl(socket.socket(), 0x8914, struct.pack("16sh", b"lo", 0x41))
"""


def wait_for(condition, what, seconds=30.0):
    """Asks until the answer is true, and returns it."""
    deadline = time.monotonic() + seconds
    while not (answer := condition()):
        if time.monotonic() > deadline:
            raise AssertionError(f"after {seconds:g} s still waiting for: {what}")
        time.sleep(0.05)
    return answer


class Quiet:
    """Processes of one test in a `root`, without a network; a context manager that ends them."""

    def __init__(self, root, logs):
        self.root, self._logs = root, Path(logs)
        self._running = []
        self._net = ["unshare", "--net"]
        holder = self.start("network", ["sh", "-c", "echo ready; exec sleep infinity"], stdout=subprocess.PIPE)
        holder.stdout.readline()
        self._net = ["nsenter", f"--net=/proc/{holder.pid}/ns/net"]
        subprocess.run([*self._net, "/usr/bin/python3", "-c", LOOPBACK_UP], check=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in reversed(self._running):
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    pipe.close()

    def start(self, name, command, **more):
        """Starts a command of this system; its output goes to a log, where it is not wanted."""
        with open(self._logs / f"{name}.log", "ab") as log:
            more = {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log, "env": os.environ} | more
            process = subprocess.Popen([*self._net, *map(str, command)], **more)
        self._running.append(process)
        return process

    def start_inside(self, name, *command, user=None, environment=()):
        """Starts a command of the clean system."""
        return self.start(name, self.root.command(*command, user=user, environment=environment), env={"PATH": PATH})

    def log(self, name):
        """What a process has said."""
        return (self._logs / f"{name}.log").read_text(errors="replace")

    def run_inside(self, *command, user=None, given="", environment=()):
        """Runs a command of the clean system to its end: exit code and output."""
        done = subprocess.run([*self._net, *self.root.command(*command, user=user, environment=environment)],
                              input=given, capture_output=True, text=True, timeout=120, env={"PATH": PATH})
        return done.returncode, done.stdout, done.stderr

    def service(self):
        """The clean system's own pcscd, which systemd would start there."""
        self.start_inside("pcscd", "pcscd", "--foreground")
        wait_for(self.root.path("/run/pcscd/pcscd.comm").exists, "the clean system's pcscd")

    def card(self, personality):
        """A soft card in the clean system's virtual reader; returns what asks it for its counters."""
        process = self.start("card", [BUILD / "bin/kortvakt-softcard", personality, "--port", CARD_PORT],
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

        def counters():
            process.stdin.write("counters\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline().strip().removeprefix("ok"))
        counters()
        return counters

    def display(self):
        """A screen for its programs; the environment that leads there."""
        told, tell = os.pipe()
        self.start("xvfb", ["Xvfb", "-displayfd", tell, "-screen", "0", "1280x800x24", "-ac", "-noreset"], pass_fds=[tell])
        os.close(tell)
        with os.fdopen(told) as pipe:
            self._display = f":{pipe.readline().strip()}"
        return [f"DISPLAY={self._display}"]

    def windows(self):
        """Titles of the windows on that screen."""
        done = subprocess.run([*self._net, "xwininfo", "-root", "-tree", "-display", self._display],
                              capture_output=True, text=True)
        return done.stdout

    def picture(self, file):
        """Writes what is on the screen as PNG."""
        subprocess.run([*self._net, "import", "-display", self._display, "-window", "root", str(file)], check=True)
