# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Somebody at a card program: chooses, types, presses, reads, pulls cards, and is not alone at the card."""

import datetime
import subprocess

from .holder import Holder
from .processes import PATIENCE, Timeout, wait_for

#: Words that one language has and the other has not.
FOREIGN = {"sv": {"the", "you", "your", "card", "code", "attempt", "attempts", "pin"},
           "en": {"och", "att", "inte", "kort", "kortet", "koden", "du", "försök", "är"}}
MONTHS = {"sv": "januari februari mars april maj juni juli augusti september oktober november december",
          "en": "January February March April May June July August September October November December"}


class User:
    """A user of a test's `program`, in a `language`, whose `card` came as the table's `kind` of card tells.

    What is to be read is given in both languages."""

    BUTTONS_TO_LEAVE = {"sv": ("Gå tillbaka", "Stäng", "Avbryt"), "en": ("Go back", "Close", "Cancel")}

    def __init__(self, test, program, language, kind, card):
        self._test, self._program, self._language, self._kind = test, program, language, kind
        self._card, self._dialog, self._way = card, program.windows.dialogs(), None

    def opens(self, host, way):
        """Comes to a dialog by the `way` that the `host` gives, as soon as the card has been read."""
        self._test.wait_until_read(self._card)
        host.choose(self._program, self._kind, way, self._language)
        self.finds(way)

    def finds(self, way):
        """A dialog of that kind is there, and its fields are meant from now on."""
        self._way = way
        wait_for(lambda: self._dialog.titles() == [self._said(way.title)], f"{way.title} and no other dialog")
        self._dialog.field(self._said(way.presented))

    def fills(self, presented=None, *fresh, repeated=None):
        """Enters what is asked for first, and each new code twice, or the second time something else."""
        if presented is not None:
            self._dialog.fill(self._said(self._way.presented), presented)
        for code, (field, repeat) in zip(fresh, self._way.fresh):
            self._dialog.fill(self._said(field), code)
            self._dialog.fill(self._said(repeat), repeated or code)

    def sends(self):
        """Presses the button that is there for it."""
        self.presses(self._way.send)

    def presses(self, button, role="push button"):
        """Presses a button."""
        self._dialog.press(self._said(button), role)

    def ticks(self, box):
        """Ticks a box."""
        self.presses(box, "check box")

    def ticks_if_asked(self, box):
        """Ticks a box where there is one."""
        if self._dialog.can_press(self._said(box), "check box"):
            self.ticks(box)

    def cannot_press(self, button):
        """A button is not there, or cannot be pressed."""
        self._test.assertFalse(self._dialog.can_press(self._said(button)), self._dialog.written())

    def keys(self, *names):
        """Presses keys on the keyboard."""
        for name in names:
            subprocess.run(["xdotool", "key", name], check=True, timeout=10)

    def is_told(self, heading, *sentences, seconds=PATIENCE):
        """Reads a heading, which has the focus, and below it each of the sentences, a paragraph or line of its own."""
        self.reads(heading, *sentences, seconds=seconds, focused=heading)

    def reads(self, *sentences, seconds=PATIENCE, focused=None):
        """Reads all these sentences in the dialog, and nothing there in the other language."""
        wanted = {self._said(sentence) for sentence in sentences}

        def read():
            self._lines, focus = self._look()
            return wanted <= self._lines and (focused is None or self._said(focused) in focus)
        try:
            wait_for(read, "", seconds)
        except Timeout:
            missing = wanted - self._lines or "the focus on the heading"
            raise AssertionError(f"missing: {missing}; on the screen is\n{self._dialog.written()}") from None
        words = {word.strip(".,:?()").lower() for line in self._lines for word in line.split()}
        self._test.assertEqual(words & FOREIGN[self._language], set())

    def reads_when_the_card_expired(self):
        """Reads the day of the last certificate, as the command line has it, and the computer's."""
        ends = max(one["notAfter"] for one in self._test.cli.card()["certificates"])
        when, now = self._date(ends[:10]), self._date(datetime.date.today().isoformat())
        said = {"sv": f"Alla certifikat på kortet har gått ut, det sista {when}. Du kan låsa upp kortet, men inte logga in "
                      f"eller skriva under med det. Datorns datum är {now}.",
                "en": f"All of the card’s certificates have expired, the last one {when}. You can still unlock the card, but "
                      f"not log in or sign with it. The computer’s date is {now}."}[self._language]
        self._test.assertIn(said, self._look()[0])

    def _date(self, written):
        """A day as sentences have it; `written` is 2027-05-04."""
        year, month, day = (int(part) for part in written.split("-"))
        return f"{day} {MONTHS[self._language].split()[month - 1]} {year}"

    def does_not_read(self, sentence):
        """A sentence is nowhere in the dialog."""
        self._test.assertNotIn(self._said(sentence), self._look()[0])

    def must_type_again(self):
        """No digit is left in the fields."""
        for field in (self._way.presented, *[one for pair in self._way.fresh for one in pair]):
            self._test.assertEqual(self._dialog.count(self._said(field)), 0, field)

    def must_type_first_again(self):
        """What is asked for first is empty, and the new codes are still there."""
        fresh, _ = self._way.fresh[0]
        counts = [self._dialog.count(self._said(field)) for field in (self._way.presented, fresh)]
        self._test.assertEqual(counts[0], 0)
        self._test.assertGreater(counts[1], 0)

    def cannot_send(self):
        """There is nothing left to send with."""
        for role, name in (("push button", self._way.send), ("password text", self._way.presented)):
            self._test.assertIsNone(self._dialog.find(role, self._said(name)))

    def has_sent(self, count):
        """That many commands with a code have come to the card by now."""
        self._test.assertEqual(self._card.code_commands(), count)

    def sees_it_closed(self):
        """No dialog is left."""
        wait_for(lambda: not self._dialog.titles(), "the dialog to be gone")

    def leaves(self):
        """Closes what is open, by going back first."""
        for button in self.BUTTONS_TO_LEAVE[self._language]:
            if self._dialog.can_press(button):
                self._dialog.press(button)
                self._dialog.wait_until_gone("push button", button)
        self.sees_it_closed()

    def does(self, command, *arguments):
        """Something happens to the card in the reader: a command of SoftCard."""
        getattr(self._card, command)(*arguments)

    def unplugs_the_reader(self):
        """Pulls the reader out of the computer."""
        self._test.addCleanup(lambda: self._test.reader.listening() or self._test.reader.plug())
        self._test.reader.unplug()

    def plugs_the_reader_in(self):
        """Puts it back, and waits until its card is there."""
        self._test.reader.plug()
        self._test.client.wait_for_card(self._test.reader_name)

    def loses_the_service(self, how):
        """The service is gone, by "stop" or by "kill"."""
        self._test.addCleanup(lambda: self._test.service.running() or self._test.service.start())
        getattr(self._test.service, how)()
        self._test.service.socket.unlink(missing_ok=True)

    def gets_the_service_back(self):
        """It is started again."""
        self._test.service.start()
        self._test.reconnect()

    def is_kept_out(self, how):
        """Another program takes the card for itself."""
        self._holder = Holder(self._test.service, self._test.reader_name, how).wait()
        self._test.addCleanup(self._holder.let_go)

    def is_let_in(self):
        """That program lets it go."""
        self._holder.let_go()

    def loses_a_try(self, code, puk, fresh, last=False):
        """Another program unlocks a code of the card with a PUK that is wrong, perhaps for the last time."""
        status, told = self._test.cli.json("unlock", code, *["--last-try"][:last], codes=[puk, fresh])
        self._test.assertEqual(told["error"], "puk-locked" if last else "wrong-puk", status)

    def _said(self, words):
        return words.of(self._language)

    def _look(self):
        """Every line in the dialog, and those that have the focus."""
        names, focused = self._dialog.names()
        return {line for name in names for line in plain(name).splitlines()}, set(map(plain, focused))


def plain(text):
    """A text without the spaces that keep a line from breaking."""
    return text.replace("\u00a0", " ")
