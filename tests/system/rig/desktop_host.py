# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""What a desktop offers on D-Bus: a tray (StatusNotifierWatcher, which is its own host) and notifications.

Run as a program: `desktop_host.py tray`, or `desktop_host.py notifications FILE`, where each notification becomes a
line of JSON in the file.
"""

import json
import sys

from gi.repository import Gio, GLib

WATCHER = "org.kde.StatusNotifierWatcher"
WATCHER_XML = """
<node><interface name="org.kde.StatusNotifierWatcher">
  <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
  <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
  <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
  <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
  <property name="ProtocolVersion" type="i" access="read"/>
  <signal name="StatusNotifierItemRegistered"><arg type="s"/></signal>
  <signal name="StatusNotifierItemUnregistered"><arg type="s"/></signal>
  <signal name="StatusNotifierHostRegistered"/>
</interface></node>"""
NOTIFICATIONS_XML = """
<node><interface name="org.freedesktop.Notifications">
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <method name="RigClick"><arg type="u" direction="in"/><arg type="s" direction="in"/></method>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>"""


class Watcher:
    """Keeps the list of tray icons, and forgets those whose program has gone."""

    def __init__(self, bus):
        self.bus, self.items = bus, []
        interface = Gio.DBusNodeInfo.new_for_xml(WATCHER_XML).interfaces[0]
        bus.register_object("/StatusNotifierWatcher", interface, self.called, self.asked, None)
        Gio.bus_own_name_on_connection(bus, WATCHER, Gio.BusNameOwnerFlags.NONE, None, _lost)

    def called(self, _bus, sender, _path, _interface, method, arguments, invocation):
        """RegisterStatusNotifierItem is given a bus name or an object path."""
        if method == "RegisterStatusNotifierItem":
            given = arguments.unpack()[0]
            item = sender + (given if given.startswith("/") else "/StatusNotifierItem")
            self.items.append(item)
            self.tell("StatusNotifierItemRegistered", item)
            Gio.bus_watch_name_on_connection(self.bus, sender, Gio.BusNameWatcherFlags.NONE, None,
                                             lambda *_: self.forget(item))
        invocation.return_value(None)

    def forget(self, item):
        """The program of an icon has gone."""
        if item in self.items:
            self.items.remove(item)
            self.tell("StatusNotifierItemUnregistered", item)

    def tell(self, signal, item):
        """Emits a signal about an icon."""
        self.bus.emit_signal(None, "/StatusNotifierWatcher", WATCHER, signal, GLib.Variant("(s)", (item,)))

    def asked(self, _bus, _sender, _path, _interface, name):
        """The properties."""
        return {"RegisteredStatusNotifierItems": GLib.Variant("as", self.items),
                "IsStatusNotifierHostRegistered": GLib.Variant("b", True),
                "ProtocolVersion": GLib.Variant("i", 0)}[name]


class Notifications:
    """Writes down what would be shown."""

    def __init__(self, bus, file):
        self.bus, self.file, self.last = bus, file, 0
        interface = Gio.DBusNodeInfo.new_for_xml(NOTIFICATIONS_XML).interfaces[0]
        bus.register_object("/org/freedesktop/Notifications", interface, self.called, None, None)
        Gio.bus_own_name_on_connection(
            bus, "org.freedesktop.Notifications", Gio.BusNameOwnerFlags.NONE, None, _lost)

    def called(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        """Any method."""
        answer = None
        if method == "Notify":
            _program, replaces, _icon, summary, body, actions, hints, timeout = arguments.unpack()
            self.last = replaces or self.last + 1
            note = {"id": self.last, "summary": summary, "body": body, "actions": actions,
                    "transient": hints.get("transient"), "category": hints.get("category"),
                    "replaces": replaces, "timeout": timeout}
            with open(self.file, "a", encoding="utf-8") as out:
                out.write(json.dumps(note, ensure_ascii=False) + "\n")
            answer = GLib.Variant("(u)", (self.last,))
        elif method == "RigClick":
            self.bus.emit_signal(None, "/org/freedesktop/Notifications", "org.freedesktop.Notifications",
                                 "ActionInvoked", arguments)
        elif method == "GetCapabilities":
            answer = GLib.Variant("(as)", (["body", "actions"],))
        elif method == "GetServerInformation":
            answer = GLib.Variant("(ssss)", ("rig", "kortvakt", "1", "1.2"))
        invocation.return_value(answer)


def _lost(_bus, name):
    sys.exit(f"somebody else owns {name}")


def main():
    """Serves until it is ended."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    # Kept, since what is registered calls back into it.
    _served = Watcher(bus) if sys.argv[1] == "tray" else Notifications(bus, sys.argv[2])
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
