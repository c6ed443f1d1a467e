# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""An XEmbed system tray, and a program's icon and menu in it: found and clicked as windows."""

import subprocess

from .processes import wait_for

CONFIG = """panel_items = S
panel_position = bottom right horizontal
panel_size = 30% 32
systray_padding = 4 4 4
systray_icon_size = 24
"""


class XTray:
    """tint2 on a desktop that has no other tray."""

    def __init__(self, desktop):
        self._desktop = desktop
        config = desktop.directory / "tint2rc"
        config.write_text(CONFIG)
        self._process = desktop.processes.start("tint2", ["tint2", "-c", config], desktop.environment)

    def end(self):
        """Ends it; icons are left to wait for another."""
        self._desktop.processes.end(self._process)

    def icon(self, pid):
        """The window of a program's icon, where it has one."""
        return next((window for window, width, height in self._windows(pid) if width == height and width <= 48), None)

    def menu(self, pid):
        """Number, width and height of the windows of a program's open menus: they alone have no title
        of their own, but the program's name."""
        return [(window, width, height) for window, width, height in self._windows(pid)
                if not (width == height and width <= 48) and self._ask("xdotool", "getwindowname", window).strip() == "kortvakt"]

    def open_menu(self, pid):
        """Clicks the icon with the right button, and waits for the menu."""
        icon = wait_for(lambda: self.icon(pid), "the icon")
        self._do("mousemove", "--window", icon, "8", "8")
        self._do("click", "3")
        return wait_for(lambda: self.menu(pid), "the menu")

    def key(self, *keys):
        """Presses keys, which an open menu gets."""
        for key in keys:
            self._do("key", key)

    def _windows(self, pid):
        found = self._ask("xdotool", "search", "--onlyvisible", "--pid", str(pid)).split()
        for window in found:
            shape = dict(line.split("=") for line in self._ask("xdotool", "getwindowgeometry", "--shell", window).split()
                         if "=" in line)
            if "WIDTH" in shape:
                yield window, int(shape["WIDTH"]), int(shape["HEIGHT"])

    def _ask(self, *command):
        return subprocess.run(command, env=self._desktop.environment, capture_output=True, text=True).stdout

    def _do(self, *command):
        subprocess.run(["xdotool", *command], env=self._desktop.environment, check=True, timeout=10)
