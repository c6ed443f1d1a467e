# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""A program's windows as assistive technology meets them: found by role and name, filled, pressed, listened to.

The rig's DISPLAY and DBUS_SESSION_BUS_ADDRESS must be in this process' environment when this module is loaded.
"""

import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (the version is chosen first)

from .processes import PATIENCE, Timeout, wait_for  # noqa: E402

Atspi.init()
Atspi.set_timeout(3000, 3000)


class Windows:
    """What is on the screen of this program, a process: all of it, or windows of one role alone."""

    def __init__(self, process, role=None):
        self._process, self._pid, self._role = process, process.pid, role
        self._known = {}  # by role and name: what was found once is mostly still there

    def dialogs(self):
        """The same program's dialogs alone."""
        return Windows(self._process, "dialog")

    def everything(self):
        """All elements that are showing, in order."""
        for window in self._windows():
            try:
                yield from _walk(window)
            except GLib.Error:
                continue  # it is just ending

    def titles(self):
        """Titles of the windows that are showing."""
        return [_safe(window.get_name) for window in self._windows() if _shows(window)]

    def active(self):
        """All elements that are showing in the window that has the keyboard, in order."""
        found, window = [], None
        for element in self.everything():
            if element.get_state_set().contains(Atspi.StateType.ACTIVE):
                found, window = [], element
            if window is not None:
                found.append(element)
        return found

    def find(self, role, name):
        """The showing element of this role whose name is `name`, or which `name` accepts; else None."""
        if callable(name):
            return next((found for found in self.everything()
                         if _safe(found.get_role_name) == role and name(_safe(found.get_name))), None)
        known = self._known.get((role, name))
        if known is None or not _shows(known) or _safe(known.get_name) != name:
            self._known.clear()
            for element in self.everything():
                self._known.setdefault((_safe(element.get_role_name), _safe(element.get_name)), element)
        return self._known.get((role, name))

    def wait_for(self, role, name):
        """Waits for such an element."""
        return self._wait(lambda: self.find(role, name), f"{role} {name!r}")

    def texts(self):
        """Names, descriptions and texts of all that is showing."""
        for element in self.everything():
            for text in (_safe(element.get_name), _safe(element.get_description), _text(element)):
                if text:
                    yield text

    def names(self):
        """Names of all that is showing, which is what is written on it; and of what of it has the focus."""
        all_names, focused = [], []
        for element in self.everything():
            all_names.append(_safe(element.get_name))
            if element.get_state_set().contains(Atspi.StateType.FOCUSED):
                focused.append(all_names[-1])
        return all_names, focused

    def shows(self, text):
        """Whether some element's text is, or has as a line, `text`."""
        return any(text == shown or text in shown.splitlines() for shown in self.texts())

    def wait_for_text(self, text, seconds=PATIENCE):
        """Waits until `text` is shown as it is, alone or as a line of its own."""
        self._wait(lambda: self.shows(text), f"the text {text!r}", seconds)

    def fill(self, field, text):
        """Types into the code field with this name, as speech recognition does."""
        element = self.field(field)
        self._wait(lambda: enabled(element), f"the field {field!r} to be ready")
        if not Atspi.EditableText.set_text_contents(element, text):
            raise AssertionError(f"the field {field!r} takes no text")

    def field(self, name):
        """The code field with this name, its digits shown or not."""
        return self._wait(lambda: self.find("password text", name) or self.find("text", name), f"the field {name!r}")

    def focus(self, role, name):
        """Gives an element the keyboard."""
        element = self.wait_for(role, name)
        self._wait(lambda: enabled(element), f"{name!r} to be ready")

        def focused():
            Atspi.Component.grab_focus(element)
            return element.get_state_set().contains(Atspi.StateType.FOCUSED)
        self._wait(focused, f"{name!r} to have the keyboard")

    def type(self, text):
        """Types on the keyboard, into whatever has the focus."""
        for index, word in enumerate(text.split("\t")):
            if index > 0:
                subprocess.run(["xdotool", "key", "Tab"], check=True, timeout=10)
            if word:
                subprocess.run(["xdotool", "type", "--delay", "20", word], check=True, timeout=10)

    @staticmethod
    def key(*names):
        """Presses keys of these names, into whatever has the focus."""
        subprocess.run(["xdotool", "key", *names], check=True, timeout=10)

    def read_back(self, field):
        """What assistive technology can read in a password field."""
        return _text(self.wait_for("password text", field))

    @staticmethod
    def text(element):
        """What can be read in an element."""
        return _text(element)

    def count(self, field):
        """How many characters stand in a code field, its digits shown or not."""
        return Atspi.Text.get_character_count(self.field(field))

    def can_press(self, name, role="push button"):
        """Whether there is such a button, enabled."""
        return self._enabled(role, name) is not None

    def press(self, name, role="push button"):
        """Presses the button with this name, when it is enabled."""
        element = self._wait(lambda: self._enabled(role, name), f"the button {name!r} to be enabled")
        press(element)

    def wait_until_gone(self, role, name):
        """Waits until no such element is showing."""
        self._wait(lambda: not self.find(role, name), f"{role} {name!r} to be gone")

    def written(self):
        """All elements as text, for failure messages."""
        return "\n".join(f"{_safe(e.get_role_name)} {_safe(e.get_name)!r} {_safe(e.get_description)!r} {_text(e)!r}"
                         for e in self.everything())

    def _windows(self):
        while GLib.MainContext.default().iteration(False):
            pass  # programs that came or went
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            program = _child(desktop, index)
            if program and _safe(program.get_process_id) == self._pid:
                program.set_cache_mask(Atspi.Cache.NONE)  # what is so now, not what was told last
                for place in range(_safe(program.get_child_count) or 0):
                    window = _child(program, place)
                    if window and self._role in (None, _safe(window.get_role_name)):
                        yield window

    def _enabled(self, role, name):
        found = self.find(role, name)
        return found if found and enabled(found) else None

    def _wait(self, condition, what, seconds=PATIENCE):
        try:
            return wait_for(condition, what, seconds)
        except Timeout as error:
            ended = self._process.poll()
            now = f"on the screen is\n{self.written()}" if ended is None else f"the program has ended with {ended}"
            raise AssertionError(f"{error}; {now}") from None


class Listener:
    """Notes accessibility events of some kinds, from now on: (kind, role, name, text that came along) of each."""

    def __init__(self, *kinds):
        self.heard, self._kinds = [], kinds
        self._listener = Atspi.EventListener.new(self._note)
        for kind in kinds:
            self._listener.register(kind)

    def wait_for(self, accept, what, seconds=PATIENCE):
        """Waits until an event came that `accept` takes, and returns it."""
        context = GLib.MainContext.default()
        deadline = time.monotonic() + seconds
        while True:
            while context.iteration(False):
                pass
            for event in self.heard:
                if accept(event):
                    return event
            if time.monotonic() > deadline:
                raise Timeout(f"no accessibility event: {what}; heard {self.heard}")
            time.sleep(0.01)

    def now(self):
        """What has been heard by now."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self.heard

    def close(self):
        """Listens no more."""
        for kind in self._kinds:
            self._listener.deregister(kind)

    def _note(self, event):
        text = event.any_data if isinstance(event.any_data, str) else ""
        self.heard.append((event.type, _safe(event.source.get_role_name), _safe(event.source.get_name), text))


def enabled(element):
    """Whether an element can be used."""
    return element.get_state_set().contains(Atspi.StateType.ENABLED)


def press(element):
    """Does an element's main action, which is its first: "Press", or "Toggle" of a check box."""
    if not element.do_action(0):
        raise AssertionError(f"{_safe(element.get_name)!r} cannot be pressed")


def _shows(element):
    try:
        return element.get_state_set().contains(Atspi.StateType.SHOWING)
    except GLib.Error:
        return False


def _walk(element):
    if not element.get_state_set().contains(Atspi.StateType.SHOWING):
        return
    yield element
    for index in range(element.get_child_count()):
        child = _child(element, index)
        if child:
            try:
                yield from _walk(child)
            except GLib.Error:
                continue  # it went away while it was looked at


def _child(element, index):
    try:
        return element.get_child_at_index(index)
    except GLib.Error:
        return None


def _safe(ask):
    try:
        return ask() or ""
    except GLib.Error:
        return ""


def _text(element):
    try:
        return Atspi.Text.get_text(element, 0, -1) if "Text" in element.get_interfaces() else ""
    except GLib.Error:
        return ""
