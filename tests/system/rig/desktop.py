# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""A private desktop: X without a screen, a window manager, D-Bus, accessibility, a tray and notifications."""

import json
import os
import subprocess
from pathlib import Path

from .processes import wait_for

# No service directories: nothing is started on the bus that the rig did not start itself.
SESSION_BUS = """<busconfig>
  <type>session</type>
  <listen>unix:path={}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""


class Desktop:
    """A desktop beside a `service`, whose directory, processes and environment it shares and adds to."""

    def __init__(self, service, tray=True, screen="1280x800"):
        self.service, self.processes = service, service.processes
        self.directory = service.directory
        self._notes = self.directory / "notifications.jsonl"
        self._tray, self._screen = tray, screen
        self.hosts = {}  # the processes "tray" and "notifications"
        runtime = self.directory / "runtime"
        runtime.mkdir(mode=0o700, exist_ok=True)
        home = self.directory / "home"
        self.environment = service.environment | {
            "XDG_RUNTIME_DIR": str(runtime), "DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime}/bus",
            "XDG_CONFIG_HOME": str(home / ".config"), "XDG_DATA_HOME": str(home / ".local/share"),
            "XDG_CACHE_HOME": str(home / ".cache"), "XDG_CURRENT_DESKTOP": "XFCE",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "NO_AT_BRIDGE": "0"}

    def start(self):
        """Brings all of it up, in about half a second."""
        self._start_display()
        self._start_bus()
        self.processes.start("openbox", ["openbox"], self.environment)
        wait_for(lambda: self._ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").count("window id"),
                 "the window manager")
        self._serve("notifications", self._notes)
        self._wait_for_name("org.freedesktop.Notifications")
        if self._tray:
            self.start_tray()
        return self

    def start_tray(self):
        """The tray, when it comes later than the rest."""
        self._serve("tray")
        self._wait_for_name("org.kde.StatusNotifierWatcher")

    def notifications(self):
        """What has been shown so far: id, summary, body, actions, transient, category, replaces, timeout."""
        if not self._notes.exists():
            return []
        return [json.loads(line) for line in self._notes.read_text(encoding="utf-8").splitlines()]

    def settle_notifications(self):
        """Waits until whatever programs have sent is written down: messages come in order."""
        subprocess.run(
            ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.Notifications",
             "/org/freedesktop/Notifications", "org.freedesktop.Notifications.GetCapabilities"],
            env=self.environment, check=True, capture_output=True)

    def click(self, notification, action="default"):
        """Clicks a notification, or one of its buttons."""
        subprocess.run(
            ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.Notifications",
             "/org/freedesktop/Notifications", "org.freedesktop.Notifications.RigClick",
             f"uint32:{notification['id']}", f"string:{action}"],
            env=self.environment, check=True, capture_output=True)

    def screenshot(self, file, window="root"):
        """Writes what is on the screen, or one window by its number, as PNG."""
        subprocess.run(["import", "-window", window, str(file)], env=self.environment, check=True)

    def settle(self, window):
        """Waits until a window looks the same twice in a row: its last paint is done."""
        def look():
            return subprocess.run(["import", "-window", window, "rgba:-"], env=self.environment,
                                  capture_output=True, check=True).stdout
        seen = [look()]

        def same():
            seen.append(look())
            return seen[-1] == seen[-2]
        wait_for(same, "the window to stand still")

    def windows(self, title):
        """Numbers of the visible windows with just this title."""
        found = self._ask("xdotool", "search", "--onlyvisible", "--name", f"^{title}$")
        return found.split()

    def _serve(self, *what):
        self.hosts[what[0]] = self.processes.start(
            what[0], ["/usr/bin/python3", Path(__file__).with_name("desktop_host.py"), *what], self.environment)

    def _start_display(self):
        told, tell = os.pipe()
        self.display = self.processes.start(
            "xvfb", ["Xvfb", "-displayfd", tell, "-screen", "0", f"{self._screen}x24", "-nolisten", "tcp",
                     "-noreset"], self.environment, pass_fds=[tell])
        os.close(tell)
        with os.fdopen(told) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start:\n" + self.processes.log("xvfb"))
        self.environment["DISPLAY"] = f":{number}"

    def _start_bus(self):
        runtime = Path(self.environment["XDG_RUNTIME_DIR"])
        config = self.directory / "session-bus.conf"
        config.write_text(SESSION_BUS.format(runtime / "bus"))
        self.processes.start("dbus", ["dbus-daemon", f"--config-file={config}", "--nofork"], self.environment)
        wait_for((runtime / "bus").exists, "the session bus")
        self.processes.start(
            "accessibility", ["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], self.environment)
        self._wait_for_name("org.a11y.Bus")

    def _wait_for_name(self, name):
        wait_for(lambda: "true" in self._ask(
            "dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus",
            "org.freedesktop.DBus.NameHasOwner", f"string:{name}"), f"{name} on the session bus")

    def _ask(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True).stdout
