#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""kortvakt-cli watch at a real pcscd: cards and readers come and go, the service stops, and the watching ends."""

import queue
import signal
import subprocess
import threading
import time
from pathlib import Path

from rig import cli, testing
from rig.json_answer import parsed


class Watcher:
    """The program, and the lines that it writes."""

    def __init__(self, test, *arguments):
        self.process = test.cli.start(*arguments, "watch", stdin=subprocess.DEVNULL)
        test.addCleanup(self.end)
        self._lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self._lines.put(line)

    def line(self, seconds=20.0):
        """The next line."""
        try:
            return self._lines.get(timeout=seconds)
        except queue.Empty:
            raise AssertionError("no line came") from None

    def event(self):
        """The next line in JSON: what it is about, and the reader where it tells of one."""
        told = parsed(self.line())
        about = set(told) - {"format", "time", "program", "number", "cause"}
        assert about in ({"event", "service"}, {"event", "reader"}), told
        if told["event"] == "service":
            return f"service {told['service']}", None
        return f"{told['event']} {told['reader'].get('state', '')}".strip(), told["reader"]

    def end(self):
        """Ends it, if it has not ended."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


class WatchTest(testing.RigTest):
    """What is told, and when it ends."""

    def await_event(self, watcher, *wanted):
        """The events that come until the last of those wanted; all must come, in that order and no others."""
        for name in wanted:
            event, reader = watcher.event()
            self.assertEqual(event, name)
        return reader

    def test_cards_put_in_taken_out_and_exchanged(self):
        watcher = Watcher(self, "--json")
        self.await_event(watcher, "service up", "reader no-card")
        card = self.insert("classic-v3-used")
        told = self.await_event(watcher, "reader reading", "reader ready")
        self.assertEqual(told, self.cli.json("list")[1]["readers"][0])
        card.eject()
        self.await_event(watcher, "reader no-card")
        card.insert()
        self.await_event(watcher, "reader reading", "reader ready")
        card.swap("siths-used")
        event, told = watcher.event()
        while event in ("reader no-card", "reader reading"):
            event, told = watcher.event()
        self.assertEqual((event, told["card"]["issuer"]), ("reader ready", "siths"))
        self.assertEqual(card.code_commands(), 0)

    def test_readers_plugged_in_and_unplugged(self):
        watcher = Watcher(self, "--json")
        self.await_event(watcher, "service up", "reader no-card")
        second = self.service.reader("Gemalto PC Twin Reader")
        self.assertIn("Gemalto", self.await_event(watcher, "reader no-card")["name"])
        second.unplug()
        self.assertIn("Gemalto", self.await_event(watcher, "reader-gone")["name"])

    def test_a_service_that_stops_and_comes_back(self):
        watcher = Watcher(self, "--json")
        self.await_event(watcher, "service up", "reader no-card")
        self.service.stop()
        self.await_event(watcher, "service service-down")
        self.service.start()
        self.addCleanup(self.reconnect)
        event, _ = watcher.event()
        while event in ("service up", "service service-down"):
            event, _ = watcher.event()
        self.assertEqual(event, "reader no-card")

    def test_it_says_it_in_words(self):
        watcher = Watcher(self)
        self.assertIn("Tjänsten för smarta kort är igång.", watcher.line())
        self.assertIn(": Inget kort i läsaren", watcher.line())
        self.insert("bank")
        self.assertIn(": Läser kortet…", watcher.line())
        self.assertIn(": Kortvakt känner inte igen kortet. (KV23)", watcher.line())

    def test_it_ends_when_asked_to(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number.name):
                watcher = Watcher(self, "--json")
                self.await_event(watcher, "service up", "reader no-card")
                watcher.process.send_signal(number)
                self.assertEqual(watcher.process.wait(10), cli.DONE)
                self.assertEqual(watcher.process.stderr.read(), "")

    def test_it_ends_when_nobody_reads_it(self):
        process = self.cli.start("watch")
        process.stdout.readline()
        process.stdout.close()
        self.assertEqual(process.wait(10), cli.DONE)
        self.assertEqual(process.stderr.read(), "")
        process.stderr.close()
        process.stdin.close()

    def test_it_does_nothing_while_nothing_happens(self):
        self.insert("classic-v3-used")
        watcher = Watcher(self, "--json")
        self.await_event(watcher, "service up", "reader reading", "reader ready")
        time.sleep(1)  # what ends a reading may still run

        def switches():
            lines = [line for status in Path(f"/proc/{watcher.process.pid}/task").glob("*/status")
                     for line in status.read_text().splitlines()]
            return sum(int(line.split()[1]) for line in lines if "ctxt_switches" in line)
        before = switches()
        time.sleep(5)
        self.assertEqual(switches(), before)


if __name__ == "__main__":
    testing.main()
