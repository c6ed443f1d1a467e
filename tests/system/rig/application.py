# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""The tray application, started as a session would start it."""

import os
from pathlib import Path

from .processes import wait_for
from .tray import Tray


class Application:
    """The program `name` on a rig's desktop, `more` of it in its environment. `before` is a command that ends by
    running it."""

    def __init__(self, desktop, build, *arguments, name="kortvakt", language="sv", more=None, before=()):
        self._desktop = desktop
        self._name = name
        self._command = [Path(build, "bin", name), "--lang", language, *arguments]
        self.environment = desktop.environment | {"LANG": {"sv": "sv_SE.UTF-8", "en": "en_US.UTF-8"}[language]}
        self.process = desktop.processes.start(name, self._command, self.environment | (more or {}),
                                               before=before)
        self.pid = self.process.pid
        self.tray = Tray(desktop.environment["DBUS_SESSION_BUS_ADDRESS"], self.pid)
        # Loaded now and not before: it takes the display and the bus from the environment.
        os.environ.update(desktop.environment)
        from .accessibility import Windows
        self.windows = Windows(self.process)

    def start_again(self):
        """Starts the program a second time, as the launcher does; returns that process."""
        return self._desktop.processes.start("second", self._command[:3], self.environment)

    def is_the_one(self):
        """Whether the program has found that no other one of its kind runs; a later start then ends."""
        claim = Path(self.environment["XDG_RUNTIME_DIR"], self._name + ".lock")
        try:
            return claim.read_text().split("\n")[0] == str(self.pid)
        except FileNotFoundError:
            return False

    def running(self):
        """Whether the program is there."""
        return self.process.poll() is None

    def end(self):
        """Ends the program; its exit code."""
        return self._desktop.processes.end(self.process)

    def wait_for_end(self):
        """Waits until the program has ended by itself; its exit code."""
        wait_for(lambda: not self.running(), "the program to end")
        return self.end()

    def secrets_in(self, *codes):
        """Those of `codes` that can be read in the program's arguments, environment or output."""
        seen = self._desktop.processes.log(self.process.label).encode()
        for name in ("cmdline", "environ"):
            try:
                seen += Path(f"/proc/{self.pid}/{name}").read_bytes()
            except PermissionError:
                pass  # even its own user may not see it
        return [code for code in codes if code.encode() in seen]
