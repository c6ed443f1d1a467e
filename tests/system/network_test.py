#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""The programs open no network connection: every socket they make stays on this computer, whatever they do meanwhile."""

import os
import re
import signal
from pathlib import Path

from rig import desktop_testing, testing
from rig.processes import wait_for
from rig.tray import Tray

PUK, FRESH = "12345678", "482915"
ANNA = "Anna Andersson (id-kort)"


class Network(desktop_testing.DesktopTest):
    """Programs whose every call about sockets is written down."""

    def setUp(self):
        super().setUp()
        self.calls = self.directory / f"{self.id()}.calls"

    def traced(self, program, *arguments, **more):
        """Starts a program under strace."""
        return self.desktop.processes.start(
            program, ["strace", "-f", "-qq", "-e", "trace=network", "-o", self.calls,
                      Path(testing.BUILD, "bin", program), "--lang", "sv", *arguments], self.desktop.environment, **more)

    @staticmethod
    def child(parent, name):
        """The child of this name; strace tries the kernel out with short-lived ones of its own first."""
        for pid in Path(f"/proc/{parent}/task/{parent}/children").read_text().split():
            try:
                if Path(f"/proc/{pid}/comm").read_text().strip() == name:
                    return int(pid)
            except FileNotFoundError:
                pass
        return None

    def families(self):
        """Address families of the sockets that were made."""
        return set(re.findall(r" socket(?:pair)?\((\w+)", self.calls.read_text(errors="replace")))

    def test_the_command_line_program_talks_to_the_service_only(self):
        card = self.insert("classic-v3-pin-locked")
        codes = self.directory / "codes"
        codes.write_text(f"{PUK}\n{FRESH}\n")
        with open(codes) as given:
            process = self.traced("kortvakt-cli", "unlock", "identification", "--stdin", stdin=given)
            self.assertEqual(process.wait(60), 0, self.desktop.processes.log("kortvakt-cli"))
        self.assertEqual(card.code_commands(), 1)
        self.assertEqual(self.families(), {"AF_UNIX"})

    def test_the_tray_application_talks_to_the_service_and_the_desktop_only(self):
        self.insert("classic-v3-pin-locked")
        tracer = self.traced("kortvakt")
        pid = wait_for(lambda: self.child(tracer.pid, "kortvakt"), "the program")
        tray = Tray(self.desktop.environment["DBUS_SESSION_BUS_ADDRESS"], pid)
        wait_for(tray.present, "the tray icon", 30)
        wait_for(lambda: self.desktop.windows("Kortvakt"), "the window")
        tray.click(ANNA, "Lås upp säkerhetskod (legitimering)…")
        wait_for(lambda: self.desktop.windows("Lås upp legitimeringskoden"), "the dialog")
        os.kill(pid, signal.SIGTERM)
        tracer.wait(10)
        self.assertEqual(self.families(), {"AF_UNIX"})


if __name__ == "__main__":
    desktop_testing.main()
