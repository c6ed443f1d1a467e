#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""A user reaches every outcome of every dialog, with either kind of tray and with none, in Swedish and in English."""

from outcomes import OUTCOMES
from outcomes.cards import FRESH, OTHER, PUK, WRONG_PUK
from rig import desktop_testing, testing
from rig.application import Application
from rig.hosts import NoTray, StatusNotifier, XEmbed
from rig.processes import wait_for


class Outcomes(desktop_testing.DesktopTest):
    """A desktop of one kind, and a language. The program goes on from one outcome to the next."""

    tray = False
    kind, language = None, None
    program = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.host = cls.kind(cls.desktop)
        cls.addClassCleanup(cls.host.end)

    @classmethod
    def tearDownClass(cls):
        if cls.program is None:
            return
        seen = cls.program.secrets_in(PUK, WRONG_PUK, FRESH, OTHER)
        if cls.end_program() != 0 or seen:
            raise AssertionError(f"the program has crashed, or shown {seen}")

    def setUp(self):
        if self.program is None:
            super().setUp()
            type(self).program = Application(self.desktop, testing.BUILD, "--background", language=self.language)
            wait_for(self.program.is_the_one, "the program's claim to be the only one")
            self.host.welcome(self.program)

    @classmethod
    def end_program(cls):
        """Ends it; its exit code."""
        program, cls.program = cls.program, None
        return program.end()

    def spend(self, tries, card):
        """Gives a card wrong PUKs before the program reads it anew."""
        if not tries:
            return
        for _ in range(tries):
            self.opensc.raw_verify("5000", 0x82, WRONG_PUK)
        card.eject()
        self.client.wait_for_card(self.reader_name, False)
        card.tell("clear")
        card.insert()
        self.client.wait_for_card(self.reader_name)

    def reach(self, outcome):
        """What comes of it is as it is written down."""
        from rig.user import User  # loaded once the display and the bus are in the environment
        try:
            with self.inserted(outcome.card.personality) as card:
                self.spend(outcome.card.spent, card)
                expected = codes_of(card) | outcome.after
                user = User(self, self.program, self.language, outcome.card, card)
                user.opens(self.host, outcome.way)
                for step in outcome.story:
                    step(user)
                user.leaves()
                self.assertEqual((codes_of(card), card.code_commands()), (expected, outcome.sent))
        except BaseException:
            self.end_program()  # the next one begins afresh
            raise


def codes_of(card):
    """Value and tries of each code on a card."""
    return {code["name"]: (code["value"], code["triesLeft"]) for code in card.counters()["codes"]}


def reaching_all(tests):
    """Gives a class a test for each outcome."""
    for outcome in OUTCOMES:
        setattr(tests, "test_" + outcome.name.replace(" ", "_").replace(",", ""),
                lambda self, outcome=outcome: self.reach(outcome))
    return tests


@reaching_all
class StatusNotifierInSwedish(Outcomes):
    """Xfce's and KDE's tray."""
    kind, language = StatusNotifier, "sv"


@reaching_all
class StatusNotifierInEnglish(Outcomes):
    """The same."""
    kind, language = StatusNotifier, "en"


@reaching_all
class XEmbedInSwedish(Outcomes):
    """The older kind of tray."""
    kind, language = XEmbed, "sv"


@reaching_all
class XEmbedInEnglish(Outcomes):
    """The same."""
    kind, language = XEmbed, "en"


@reaching_all
class NoTrayInSwedish(Outcomes):
    """GNOME's desktop."""
    kind, language = NoTray, "sv"


@reaching_all
class NoTrayInEnglish(Outcomes):
    """The same."""
    kind, language = NoTray, "en"


if __name__ == "__main__":
    desktop_testing.main()
