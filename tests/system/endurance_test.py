#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Cards put in and pulled, readers and pcscd that come and go, many times: the tray program and a monitor miss none of
it, take nothing twice, and hold no more afterwards than before. `./dev soak` runs it at full length."""

import os
from pathlib import Path

from rig import desktop_testing, testing
from rig.application import Application
from rig.census import Census
from rig.endurance import Endurance, Limits
from rig.processes import wait_for
from rig.softcard import SoftCard
from rig.teller import Teller

FULL = {"insertions": 10000, "replugs": 1000, "restarts": 200, "monitors": 1000}
SHORT = {"insertions": 160, "replugs": 20, "restarts": 5, "monitors": 20}
#: Before anything is measured: what is made once is made then.
WARM_UP = {"insertions": 80, "replugs": 4, "restarts": 2, "monitors": 2}

#: What may come to the heap. Measured: caches take some 100 KiB over the first thousands of insertions, and nothing
#: after that. A leak of 1 KiB an insertion exceeds it at either length; at full length one of 100 bytes does.
LIMITS = {"insertions": Limits(once=96 << 10, event=64), "replugs": Limits(once=128 << 10, event=256),
          "restarts": Limits(once=128 << 10, event=256), "monitors": Limits(once=48 << 10, event=64)}


def counts():
    """How many events of each kind: KORTVAKT_SOAK holds a percentage of the full length, or nothing."""
    scale = os.environ.get("KORTVAKT_SOAK")
    if not scale:
        return SHORT
    return {name: max(5, round(count * float(scale.rstrip("%")) / 100)) for name, count in FULL.items()}


class Enduring(desktop_testing.DesktopTest):
    """One tray program and one monitor that live through all of it."""

    def setUp(self):
        super().setUp()
        self.card = SoftCard(self.service, testing.BUILD, self.reader, "plain-used", inserted=False)
        censuses = [Census(self.directory, testing.BUILD, label) for label in ("kortvakt", "monitor")]
        self.program = Application(self.desktop, testing.BUILD, "--background", more=censuses[0].environment)
        censuses[0].pid = self.program.pid
        self.addCleanup(self.end, self.program)
        self.monitor = Teller(self.service, testing.BUILD, censuses[1])
        self.addCleanup(self.monitor.close)
        wait_for(self.program.tray.present, "the tray icon")
        self.endurance = Endurance(self, censuses, {
            "menu entries and objects": self.program.tray.objects,
            "files": lambda: sum(len(files) for top in ("runtime", "tmp", "home")
                                 for _, _, files in os.walk(self.directory / top))})
        self.insertions = self.reads = 0
        self.learn()

    def learn(self):
        """How the menu looks without and with the card, and how many commands reading it takes."""
        lines = self.program.tray.lines
        wait_for(lambda: "Inget kort i läsaren [-]" in lines(), "the empty reader")
        self.empty = lines()
        self.card.insert()
        wait_for(lambda: "  Lås upp säkerhetskod (signering)…" in lines(), "the card")
        self.full = lines()
        self.commands = self.card.counters()["apdus"]
        self.insertions = self.reads = 1
        self.check()

    def check(self):
        """The card has been read once for each insertion, and is shown once; the monitor told each once."""
        try:
            self.check_now()
        except AssertionError as error:
            raise AssertionError(
                f"{error}\nthe monitor told {list(self.monitor.lately)}\nthe menu is {self.program.tray.lines()}\n"
                f"the card has seen {self.card.counters()}\n"
                f"pcscd has said {self.service.processes.log('pcscd')[-1000:]}") from None

    def check_now(self):
        wait_for(lambda: self.commands_sent() >= self.reads * self.commands, "the card to be read")
        wait_for(lambda: self.program.tray.lines() == self.full, "the card in the menu")
        wait_for(lambda: self.monitor.insertions() >= self.insertions, "the monitor to tell the card")
        self.assertEqual(self.monitor.last(), {self.reader_name: self.insertions})
        self.assertEqual(self.monitor.insertions(), self.insertions)
        self.assertEqual(self.commands_sent(), self.reads * self.commands, "a card read twice")

    def commands_sent(self):
        """How many commands the card has got in all."""
        return self.card.counters()["apdus"]

    def told(self, monitor, menu, what):
        """Waits until both programs say so."""
        wait_for(lambda: self.monitor.last() == monitor, f"the monitor to tell {what}")
        wait_for(lambda: self.program.tray.lines()[0] == menu, f"the menu to tell {what}")

    def came_back(self):
        self.insertions += 1
        self.reads += 1
        self.check()

    # Every other time is too quick for anybody to be told between going and coming.

    def insertion(self, number):
        """The card is pulled and put in."""
        self.card.eject()
        if number % 2:
            self.told({self.reader_name: None}, self.empty[0], "that it was pulled")
        self.card.insert()
        self.came_back()

    def replug(self, number):
        """The reader is unplugged with the card in it, and plugged in."""
        self.reader.unplug()
        if number % 2:
            self.told({}, "Ingen kortläsare är ansluten.", "that the reader is gone")
        self.reader.plug()
        self.came_back()

    def restart(self, number):
        """pcscd ends, in both ways, and comes back."""
        down = self.monitor.down
        (self.service.stop if number % 4 < 2 else self.service.kill)()
        if number % 2:
            self.told("down", "Datorns tjänst för smarta kort svarar inte.", "that the service is down")
        self.service.start()
        wait_for(self.reader.listening, "the reader")
        self.came_back()
        self.assertEqual(self.monitor.down, down + 1)

    def renewal(self, _number):
        """The monitor ends and a new one is made, while nothing else happens."""
        renewed = self.monitor.renewed
        self.monitor.renew()
        wait_for(lambda: self.monitor.insertions() == 1 and self.monitor.renewed > renewed, "the new monitor")
        self.insertions = 1
        self.check()

    def test_nothing_is_missed_or_doubled_and_nothing_grows(self):
        events = {"insertions": self.insertion, "replugs": self.replug, "restarts": self.restart,
                  "monitors": self.renewal}
        self.endurance.run(events, WARM_UP, counts(), LIMITS)


if __name__ == "__main__":
    desktop_testing.main()
