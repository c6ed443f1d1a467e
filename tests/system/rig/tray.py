# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""A program's tray icon and its menu, as a desktop's panel shows and clicks them over D-Bus."""

from gi.repository import Gio, GLib

from .processes import wait_for

ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
WATCHER = "org.kde.StatusNotifierWatcher"


class Tray:
    """The icon of the program with this pid, on the session bus at `address`."""

    def __init__(self, address, pid):
        self._bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self._pid = pid

    def present(self):
        """Whether the icon is in the tray."""
        return self._item() is not None

    def property(self, name):
        """A property of the icon: Status, IconName, ToolTip, …"""
        return self._get(*self._wait_for_item(), ITEM, name)

    def activate(self):
        """Clicks the icon."""
        owner, path = self._wait_for_item()
        self._call(owner, path, ITEM, "Activate", GLib.Variant("(ii)", (0, 0)))

    def menu(self):
        """The menu as nested lists of (label, enabled, submenu); separators are left out."""
        def shown(node):
            return [(label(child), child[1].get("enabled", True), shown(child)) for child in node[2]
                    if child[1].get("type") != "separator" and child[1].get("visible", True)]
        return shown(self._layout()[0])

    def lines(self):
        """The menu as text: two spaces a level, "[-]" after what cannot be clicked."""
        def written(entries, depth=0):
            for text, enabled, below in entries:
                yield "  " * depth + text + ("" if enabled else " [-]")
                yield from written(below, depth + 1)
        return list(written(self.menu()))

    def objects(self):
        """How many D-Bus objects the program has, entries of its menu included."""
        owner, _ = self._wait_for_item()

        def below(path):
            text = self._call(owner, path, "org.freedesktop.DBus.Introspectable", "Introspect", None)[0]
            nodes = Gio.DBusNodeInfo.new_for_xml(text).nodes
            return 1 + sum(below(f"{path.rstrip('/')}/{node.path}") for node in nodes)

        def entries(node):
            return 1 + sum(map(entries, node[2]))
        return below("/") + entries(self._layout()[0])

    def wait_for(self, *labels):
        """Waits until the menu has an entry with this path of labels, ready to be clicked."""
        def there():
            node = self._find(labels)
            return node and node[1].get("enabled", True)
        try:
            wait_for(there, f"the menu entry {' / '.join(labels)}")
        except AssertionError as error:
            raise AssertionError(f"{error}; the menu is\n" + "\n".join(self.lines())) from None

    def wait_for_line(self, line):
        """Waits until the menu has this line, as lines() writes it."""
        wait_for(lambda: line in self.lines(), f"the menu's line {line!r}")

    def wait_until_gone(self, label):
        """Waits until the menu has no such line at its top."""
        wait_for(lambda: not any(text == label for text, _, _ in self.menu()), f"{label!r} to be gone")

    def click(self, *labels):
        """Clicks the entry with this path of labels, when it is there."""
        self.wait_for(*labels)
        owner, menu = self._menu()
        node = self._find(labels)
        self._call(owner, menu, MENU, "Event",
                   GLib.Variant("(isvu)", (node[0], "clicked", GLib.Variant("s", ""), 0)))

    def _find(self, labels):
        node = self._layout()[0]
        for wanted in labels:
            node = next((child for child in node[2] if label(child) == wanted), None)
            if node is None:
                return None
        return node

    def _layout(self):
        owner, menu = self._menu()
        self._call(owner, menu, MENU, "AboutToShow", GLib.Variant("(i)", (0,)))
        return self._call(owner, menu, MENU, "GetLayout", GLib.Variant("(iias)", (0, -1, [])))[1:]

    def _menu(self):
        owner, path = self._wait_for_item()
        return owner, self._get(owner, path, ITEM, "Menu")

    def _wait_for_item(self):
        return wait_for(self._item, "the tray icon")

    def _item(self):
        for item in self._get(WATCHER, "/StatusNotifierWatcher", WATCHER, "RegisteredStatusNotifierItems"):
            owner, _, path = item.partition("/")
            pid = self._call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                             "GetConnectionUnixProcessID", GLib.Variant("(s)", (owner,)))[0]
            if pid == self._pid:
                return owner, "/" + path
        return None

    def _get(self, owner, path, interface, name):
        return self._call(owner, path, "org.freedesktop.DBus.Properties", "Get",
                          GLib.Variant("(ss)", (interface, name)))[0]

    def _call(self, owner, path, interface, method, arguments):
        return self._bus.call_sync(
            owner, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 5000, None).unpack()


def label(node):
    """An entry's text without the mark of its access key."""
    return node[1].get("label", "").replace("__", "\0").replace("_", "").replace("\0", "_")
