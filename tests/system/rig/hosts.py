# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""How a desktop lets its user choose what to do with a card: by either kind of tray, or by the window where there is none.

Each is made on a desktop without a tray, and ended before the next one.
"""

from .processes import wait_for
from .x_tray import XTray


class StatusNotifier:
    """A tray that shows the program's menu itself."""

    def __init__(self, desktop):
        self._desktop = desktop
        desktop.start_tray()

    def end(self):
        """Takes the tray away."""
        self._desktop.processes.end(self._desktop.hosts.pop("tray"))

    def welcome(self, program):
        """Waits until the program can be used."""
        wait_for(program.tray.present, "the icon")

    def choose(self, program, card, way, language):
        """Clicks a card's line in the tray's menu. Its menu has the lines that it ought to have."""
        title, line = card.title.of(language), way.line.of(language)
        program.tray.wait_for(title, line)
        lines = [text.strip() for text in program.tray.lines()]
        first, after = lines.index(title) + 1, lines.index({"sv": "Kortets innehåll", "en": "Card contents"}[language])
        wanted = [one.line.of(language) for one in card.menu]
        if lines[first:after] != wanted:
            raise AssertionError(f"the card's menu is {lines[first:after]}, not {wanted}")
        program.tray.click(title, line)


class XEmbed:
    """A tray that holds the program's own window with the icon; the program shows its menu."""

    def __init__(self, desktop):
        self._tray = XTray(desktop)

    def end(self):
        """Takes the tray away."""
        self._tray.end()

    def welcome(self, program):
        """Waits until the program can be used."""
        wait_for(lambda: self._tray.icon(program.pid), "the icon")

    def choose(self, program, card, way, _language):
        """Clicks the icon and walks to a line of the first card's menu, by its place."""
        self._tray.open_menu(program.pid)
        self._tray.key("Down", "Right", *["Down"] * card.menu.index(way), "Return")


class NoTray:
    """A desktop that has none: a second start opens the window."""

    def __init__(self, _desktop):
        pass

    def end(self):
        """There is nothing to take away."""

    def welcome(self, program):
        """Opens the window."""
        if program.start_again().wait(10) != 0:
            raise AssertionError("the second start failed")
        program.windows.wait_for("frame", "Kortvakt")

    def choose(self, program, _card, way, language):
        """Presses the button in the window."""
        names = [button.of(language) for button in way.buttons]
        program.windows.press(wait_for(lambda: next(filter(program.windows.can_press, names), None), f"one of {names}"))
