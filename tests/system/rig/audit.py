# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What is missing in a window for those who meet it through assistive technology or by keyboard alone."""

import subprocess

from gi.repository import Gio, GLib

from .accessibility import Atspi
from .processes import wait_for

#: Roles of things that are used; each says what it is.
USED = {"push button", "toggle button", "check box", "radio button", "password text", "text", "entry", "list", "list item", "label",
        "combo box", "spin button",
        "page tab", "link", "tree", "table cell"}
#: Those that a label stands beside, which says what they are for.
LABELLED = {"password text", "text", "entry", "combo box", "spin button"}


def faults(windows):
    """What is wrong with what is showing, one sentence each; and how many things were looked at."""
    found, looked = [], 0
    for element in windows.active():
        states = element.get_state_set()
        if not (states.contains(Atspi.StateType.FOCUSABLE) and states.contains(Atspi.StateType.ENABLED)):
            continue
        role, name = element.get_role_name(), element.get_name()
        if role in ("frame", "dialog", "layered pane", "filler"):
            continue
        looked += 1
        if not name and role != "table cell":  # a folder has no size
            found.append(f"a {role} has no name")
        if role not in USED:
            found.append(f"{name!r} has the role {role}")
        if role in LABELLED and not labels(element):
            found.append(f"the field {name!r} belongs to no label")
        if role == "password text" and not element.get_description() and not name.startswith(("Upprepa", "Repeat")):
            found.append(f"the field {name!r} does not tell what it wants")
    return found, looked


def unreached(windows, key="Tab"):
    """What can have the keyboard and does not get it by pressing `key` again and again, by name; a trap leaves the rest."""
    wanted = {_known(element) for element in windows.active()
              if element.get_state_set().contains(Atspi.StateType.FOCUSABLE)
              and element.get_state_set().contains(Atspi.StateType.ENABLED)
              and element.get_role_name() in USED - {"list item", "table cell"}}
    met = set()
    for _ in range(2 * len(wanted) + 2):
        now = focused(windows)
        if now:
            met.add(now)
        if wanted <= met:
            return set()
        subprocess.run(["xdotool", "key", key], check=True, timeout=10)
    return wanted - met


def focused(windows):
    """What has the keyboard: its role and name. Qt tells of a list's item that it is focused, also while the list is not:
    the list counts only where nothing else has the keyboard."""
    having = [element for element in windows.active()
              if element.get_state_set().contains(Atspi.StateType.FOCUSED) and element.get_role_name() in USED]
    for element in having:
        if element.get_role_name() not in ("list item", "table cell"):
            return _known(element)
    return _known(having[0].get_parent()) if having else None


def has(element, state):
    """Whether an element has a state, by its name."""
    return element.get_state_set().contains(getattr(Atspi.StateType, state.upper()))


def labels(element):
    """The names of the labels that say what an element is for."""
    try:
        return [relation.get_target(index).get_name() for relation in element.get_relation_set()
                if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
                for index in range(relation.get_n_targets())]
    except GLib.Error:
        return []


def press_active(windows, button):
    """Presses the button with this name in the window that has the keyboard: others may have one, too."""
    found = wait_for(lambda: next((element for element in windows.active() if _known(element) == ("push button", button)
                                   and has(element, "enabled")), None), f"the button {button!r}")
    found.do_action(0)


def language(pid):
    """The language that a program tells assistive technology it is in."""
    def ask(bus, name, path, interface, method, arguments=None):
        return bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 5000, None).unpack()[0]

    daemon = "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus"
    address = ask(Gio.bus_get_sync(Gio.BusType.SESSION), "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
    bus = Gio.DBusConnection.new_for_address_sync(
        address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
    for name in ask(bus, *daemon, "ListNames"):
        if name.startswith(":") and pid == ask(bus, *daemon, "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,))):
            return ask(bus, name, "/org/a11y/atspi/accessible/root", "org.a11y.atspi.Application", "GetLocale",
                       GLib.Variant("(u)", (0,)))
    return None


def _known(element):
    return element.get_role_name(), element.get_name()
