#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""Every kind of screen of the running program, as assistive technology and the keyboard meet it."""

import subprocess

from rig import desktop_testing
from rig.processes import wait_for

PUK, FRESH, OTHER = "12345678", "482915", "739164"
ANNA = "Anna Andersson (id-kort)"
UNLOCK = "Lås upp säkerhetskod (legitimering)…"
FIELD, NEW, REPEAT = "PUK-kod från brevet", "Ny legitimeringskod", "Upprepa ny legitimeringskod"
SUCCESS = "Upplåsning av säkerhetskoden lyckades"


class Accessible(desktop_testing.DesktopTest):
    """What the tests have in common: looking through what is on the screen."""

    def look(self, what, tab=True):
        """Everything on the screen has what assistive technology needs, and Tab reaches all of it."""
        from rig import audit  # loaded once the display and the bus are in the environment
        with self.subTest(what):
            found, looked = audit.faults(self.windows)
            self.assertEqual(found, [], self.windows.written())
            self.assertGreater(looked, 0, self.windows.written())
            if tab:
                self.assertEqual(audit.unreached(self.windows), set())

    def begin(self, personality, text, language="sv"):
        self.card = self.insert(personality) if personality else None
        self.program = self.start(language=language)
        self.windows = self.program.windows
        self.program.tray.click({"sv": "Öppna Kortvakt", "en": "Open Kortvakt"}[language])
        self.windows.wait_for_text(text)

    def key(self, *keys):
        for key in keys:
            subprocess.run(["xdotool", "key", key], check=True, timeout=10)


class TheWindow(Accessible):
    """States of service, reader and card."""

    def test_cards_and_what_is_wrong_with_them(self):
        self.begin("classic-v3-pin-locked", "Legitimeringskoden är låst eller inte vald än")
        wait_for(lambda: not self.windows.shows("Läser kortet…"), "the card to be read")
        self.look("a locked code")
        for personality, text in (("classic-v3-used", "Kortet är klart att använda."),
                                  ("classic-v3-delivered", "Välj dina koder"),
                                  ("bank", "Kortvakt känner inte igen kortet.")):
            self.card.swap(personality)
            self.windows.wait_for_text(text)
            self.look(personality)
        self.card.eject()
        self.windows.wait_for_text("Sätt in kortet i kortläsaren.")
        self.look("an empty reader")

    def test_no_reader_and_no_service(self):
        self.begin(None, "Sätt in kortet i kortläsaren.")
        self.addCleanup(self.reconnect)  # last
        self.addCleanup(self.reader.plug)
        self.reader.unplug()
        self.windows.wait_for_text("Ingen kortläsare är ansluten.")
        self.look("no reader")
        self.addCleanup(self.service.start)  # first
        self.service.stop()
        self.windows.wait_for_text("Datorns tjänst för smarta kort svarar inte.")
        self.look("no service")

    def test_certificates_open_by_keyboard_and_tell_that_they_are_open(self):
        from gi.repository import Atspi
        self.begin("classic-v3-used", "Kortet är klart att använda.")
        fold = self.windows.wait_for("push button", lambda name: name.startswith("Certifikat: "))
        self.assertFalse(fold.get_state_set().contains(Atspi.StateType.EXPANDED))
        events = self.listen("object:state-changed:checked")  # Qt 6.4 tells no change of the other one
        self.windows.focus("push button", fold.get_name())
        self.key("Return")
        events.wait_for(lambda event: event[2].startswith("Certifikat: "), "that the certificates are unfolded")
        self.assertTrue(fold.get_state_set().contains(Atspi.StateType.EXPANDED))
        self.look("certificates")
        details = self.windows.wait_for("push button", lambda name: name.startswith("Detaljer"))
        self.windows.focus("push button", details.get_name())
        self.key("Return")
        self.windows.wait_for("push button", "Spara…")
        self.look("a certificate", tab=False)
        self.key("Escape")
        self.windows.wait_until_gone("push button", "Spara…")

    def test_the_language_is_told(self):
        from rig import audit
        for language, text in (("sv", "Kortet är klart att använda."), ("en", "The card is ready to use.")):
            with self.subTest(language):
                self.begin("classic-v3-used", text, language)
                self.assertEqual(audit.language(self.program.pid)[:2], language)
                self.end(self.program)
                self.take_out(self.card)


class TheDialog(Accessible):
    """Forms, rules, questions and results."""

    def open(self, personality, entry):
        self.begin(personality, "PUK-kod" if personality.startswith("fineid") else "Anna Andersson")
        card = wait_for(lambda: next((line for line in self.program.tray.lines() if line.endswith("(id-kort)")), None),
                        "the card in the menu")
        self.program.tray.click(card, entry)
        self.windows.wait_for("password text", lambda name: True)

    def test_forms(self):
        for personality, entry in (("classic-v3-pin-locked", UNLOCK), ("classic-v3-delivered", "Aktivera kortet…"),
                                   ("classic-v3-used", "Byt säkerhetskod (legitimering)…"),
                                   ("fineid-pin-locked", "Lås upp säkerhetskod (signering)…"),
                                   ("classic-v3-delivered", "Välj en egen signeringskod…")):
            self.open(personality, entry)
            self.look(f"{personality}: {entry}")
            self.end(self.program)
            self.take_out(self.card)

    def test_a_rule_is_heard_and_what_came_of_it_gets_the_keyboard(self):
        from rig import audit
        self.open("classic-v3-pin-locked", UNLOCK)
        self.assertIn("8", self.windows.wait_for("password text", FIELD).get_description())
        rules = self.listen("object:property-change:accessible-description")
        self.windows.fill(NEW, "123456")
        self.key("Tab")
        rules.wait_for(lambda event: event[2] == NEW, "the broken rule")
        self.assertIn("följd", self.windows.wait_for("password text", NEW).get_description())
        self.assertFalse([event for event in rules.now() if any(code in event[3] for code in (PUK, "123456"))])
        for field, code in ((FIELD, "87654321"), (NEW, FRESH), (REPEAT, FRESH)):
            self.windows.fill(field, code)
        focus = self.listen("object:state-changed:focused")
        self.windows.press("Lås upp")
        focus.wait_for(lambda event: event[2] == "Fel PUK-kod KV30", "the keyboard on what went wrong")
        self.look("after a wrong PUK")
        self.windows.fill(FIELD, PUK)
        self.windows.press("Lås upp")
        focus.wait_for(lambda event: event[2] == SUCCESS, "the keyboard on the result")
        self.assertEqual(audit.focused(self.windows), ("label", SUCCESS))
        self.look("a result")
        self.windows.focus("label", SUCCESS)
        self.key("Return")
        self.windows.wait_until_gone("label", SUCCESS)

    def test_the_last_try_is_asked_about_and_enter_goes_back(self):
        self.open("classic-v3-pin-locked", UNLOCK)
        for tries in range(4):
            for field, code in ((FIELD, "87654321"), (NEW, FRESH), (REPEAT, FRESH)):
                self.windows.fill(field, code)
            self.windows.press("Lås upp")
            wait_for(lambda tries=tries: self.card.code_commands() == tries + 1, "the wrong PUK to be sent")
            self.windows.wait_for_text("Fel PUK-kod KV30")
            wait_for(lambda: self.windows.can_press("Lås upp"), "the form to be back")
        self.windows.fill(FIELD, "87654321")
        self.windows.press("Lås upp")
        self.windows.wait_for_text("Sista försöket med PUK-koden")
        self.look("the last try")
        self.windows.focus("push button", "Gå tillbaka")
        self.key("Return")
        self.windows.field(FIELD)
        self.assertEqual((self.card.code_commands(), self.card.code("5000:82")["triesLeft"]), (4, 1))


if __name__ == "__main__":
    desktop_testing.main()
