# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Makes events happen many times in a row, and holds that programs keep nothing of them."""

import sys
import time
from dataclasses import dataclass

from .census import Growth, memory_of
from .processes import Timeout, wait_for

SAMPLES = 100
#: What a program's memory, and the display's, may grow by beside its heap: pages that only look used.
MEMORY = 2 << 20


@dataclass(frozen=True)
class Limits:
    """Bytes that may come to a heap: by caches that fill once, and by each event."""
    once: int
    event: int


class Endurance:
    """Events of several kinds for the programs that `censuses` count in; `exact` are further numbers, by name, that
    must be the same afterwards."""

    def __init__(self, test, censuses, exact):
        self._test, self._censuses, self._exact = test, censuses, exact
        self._rows, self._pace, self._shown = [], {}, 0.0

    def run(self, events, warm_up, counts, limits):
        """Each kind of event in turn: a few unmeasured, then so many measured. Writes a table."""
        for name, event in events.items():
            began = time.monotonic()
            for number in range(warm_up[name]):
                event(number)
            self._pace[name] = (time.monotonic() - began) / warm_up[name]
        try:
            for name, event in events.items():
                self._measure(name, event, counts, limits[name])
        finally:
            print("\n".join(self._rows), flush=True)

    def _measure(self, name, event, counts, limits):
        count, began = counts[name], time.monotonic()
        before, exact = self._held(), self._counted()
        growths = {(census.label, what): Growth() for census in self._censuses for what in ("heap", "memory")}
        display = growths["display", "memory"] = Growth()
        for number in range(count):
            event(number)
            if number % max(1, count // SAMPLES) == 0 or number == count - 1:
                for census in self._censuses:
                    held = census.take()
                    growths[census.label, "heap"].add(number, held.heap)
                    growths[census.label, "memory"].add(number, held.memory)
                display.add(number, memory_of(self._test.desktop.display.pid))
            done = number + 1
            self._pace[name] = (time.monotonic() - began) / done
            self._say(name, done, counts)
        self._row(name, count, time.monotonic() - began, growths, before)
        self._same(self._held, before, name)
        self._same(self._counted, exact, name)
        for (label, what), growth in growths.items():
            (first, low), (last, high) = growth.ends()
            allowed = limits.once + limits.event * (last - first) + (MEMORY if what == "memory" else 0)
            self._test.assertLessEqual(high - low, allowed, f"{label}: {what} after {count} {name}")

    def _held(self):
        """Descriptors and threads of each program."""
        return {census.label: (held.descriptors, held.threads)
                for census in self._censuses for held in [census.take()]}

    def _counted(self):
        return {name: number() for name, number in self._exact.items()}

    def _same(self, count, before, name):
        """What was held before is held again, as soon as a job that is just ending has ended."""
        try:
            wait_for(lambda: count() == before, f"what was held before {name}")
        except Timeout:
            self._test.assertEqual(count(), before, f"held after {name}")

    def _row(self, name, count, seconds, growths, before):
        self._rows.append(f"{name}: {count} in {seconds:.0f} s, {1000 * seconds / count:.0f} ms each")
        for census in self._censuses:
            held = census.take()
            heap, memory = ([value / 1024 for _, value in growths[census.label, what].ends()]
                            for what in ("heap", "memory"))
            descriptors, threads = before[census.label]
            self._rows.append(
                f"  {census.label:9} heap {heap[0]:.0f} -> {heap[1]:.0f} KiB, memory {memory[0]:.0f} -> "
                f"{memory[1]:.0f} KiB, descriptors {descriptors} -> {held.descriptors}, "
                f"threads {threads} -> {held.threads}")
        first, last = growths["display", "memory"].ends()
        self._rows.append(f"  {'display':9} memory {first[1] / 1024:.0f} -> {last[1] / 1024:.0f} KiB")

    def _say(self, name, done, counts):
        """How far it is, now and then, where somebody may be watching for long."""
        if time.monotonic() < self._shown + 10:
            return
        self._shown = time.monotonic()
        left, passed = 0.0, False
        for other, count in counts.items():
            passed = passed or other == name
            if passed:
                left += self._pace[other] * (count - done if other == name else count)
        print(f"{name} {done}/{counts[name]}, {1000 * self._pace[name]:.0f} ms each, "
              f"about {left / 60:.1f} min left", file=sys.stderr, flush=True)
