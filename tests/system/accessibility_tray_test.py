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
        self.begin("classic-v3-pin-locked", "Säkerhetskoden är låst. (E14)")
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
        self.look("a certificate")
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

    def test_activation_is_heard_and_followed_by_keyboard_alone(self):
        from rig import audit
        self.open("classic-v3-delivered", "Aktivera kortet…")
        mine, other = "Din legitimeringskod", "Din signeringskod"
        rules = self.listen("object:property-change:accessible-description")
        self.windows.focus("password text", FIELD)
        self.windows.type(f"{PUK}\t\t{FRESH}\t{FRESH}\t\t{FRESH}\t")
        rules.wait_for(lambda event: event[2] == other, "the broken rule")
        self.assertIn("ska vara olika", self.windows.wait_for("password text", other).get_description())
        self.assertNotIn("olika", self.windows.wait_for("password text", mine).get_description())
        self.windows.fill(other, OTHER)
        self.windows.fill("Upprepa ny signeringskod", OTHER)
        self.look("two codes")
        self.assertEqual(self.card.code_commands(), 0)
        focus = self.listen("object:state-changed:focused")
        self.windows.press("Aktivera")
        focus.wait_for(lambda event: event[2] == "Kortet är aktiverat", "the keyboard on the result")
        self.assertIn("Signeringskod: vald", self.windows.wait_for("label", "Kortet är aktiverat").get_description())
        self.assertEqual(audit.focused(self.windows), ("label", "Kortet är aktiverat"))
        self.look("two codes are chosen")

    def test_in_english(self):
        self.begin("classic-v3-pin-locked", "The PIN is locked. (E14)", "en")
        wait_for(lambda: not self.windows.shows("Reading the card…"), "the card to be read")
        self.look("a locked code")
        self.program.tray.click("Anna Andersson (ID card)", "Unlock PIN (identification)…")
        rules = self.listen("object:property-change:accessible-description")
        self.windows.fill("New identification PIN", "123456")
        self.key("Tab")
        rules.wait_for(lambda event: event[2] == "New identification PIN", "the broken rule")
        self.look("unlocking")
        for field, code in (("PUK from the letter", PUK), ("New identification PIN", FRESH),
                            ("Repeat new identification PIN", FRESH)):
            self.windows.fill(field, code)
        focus = self.listen("object:state-changed:focused")
        self.windows.press("Unlock")
        focus.wait_for(lambda event: event[2] == "The PIN was unlocked", "the keyboard on the result")
        self.look("a result")

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


class OtherWindows(Accessible):
    """Settings, help, certificates and card reports, in both languages."""

    def in_both_languages(self, walk):
        """Walks through the program in each language; `walk` gets what chooses one of two texts."""
        for language in ("sv", "en"):
            with self.subTest(language):
                self.program = self.start(language=language)
                self.windows = self.program.windows
                walk(lambda *texts, language=language: texts[("sv", "en").index(language)])
                self.end(self.program)

    def focused_by(self, act, name):
        """Waits until what has this name has got the keyboard because of `act`, and told so."""
        events = self.listen("object:state-changed:focused")
        act()
        events.wait_for(lambda event: event[2] == name, f"the keyboard on {name!r}")

    def test_settings(self):
        def walk(say):
            self.program.tray.click(say("Inställningar", "Settings"))
            icon = say("Visa ikonen vid klockan", "Show the icon by the clock")
            box = self.windows.wait_for("check box", icon)
            for role, name in (("spin button", say("Antal dagars varning innan ett certifikat går ut",
                                                   "Days of warning before a certificate expires")),
                               ("text", say("Kortläsare som inte ska användas", "Card readers not to be used"))):
                self.windows.wait_for(role, name)
            self.look("settings")
            ticked = self.listen("object:state-changed:checked")
            self.windows.focus("check box", icon)
            for state in (False, True):
                ticked.heard.clear()
                self.key("space")
                ticked.wait_for(lambda event: event[2] == icon, "that the box is ticked or not")
                self.assertEqual(audit.has(box, "checked"), state)
            self.key("Escape")
            self.windows.wait_until_gone("check box", icon)
        from rig import audit
        self.in_both_languages(walk)

    def test_help(self):
        def walk(say):
            search, page = say("Sök i hjälpen", "Search in the help"), say("Hjälptext", "Help text")
            self.focused_by(lambda: self.program.tray.click(say("Hjälp", "Help")), search)
            self.windows.wait_for("frame", say("Hjälp för Kortvakt", "Kortvakt help"))
            self.look("help")
            self.windows.focus("text", search)
            self.windows.type("KV22")
            self.windows.wait_for_text(say("KV22 · Kortet används av ett annat program.",
                                           "KV22 · Another program is using the card."))
            self.windows.wait_for("push button", say("Töm sökfältet", "Empty the search field"))
            self.focused_by(lambda: self.key("Return"), page)
            self.assertIn("KV22", self.windows.text(self.windows.wait_for("label", page)))
            self.look("a page of the help")
            self.windows.focus("text", search)
            self.windows.type("xyzzy")
            self.windows.wait_for_text(say("Inget hittades. Prova ett annat ord, eller ett nummer som KV20.",
                                           "Nothing was found. Try another word, or a number such as KV20."))
            self.look("nothing found")
        self.in_both_languages(walk)

    def test_a_card_report(self):
        def walk(say):
            self.program.tray.click(say("Öppna Kortvakt", "Open Kortvakt"))
            name = say("Kortrapport", "Card report")
            self.focused_by(lambda: self.windows.press(say("Spara kortrapport…", "Save card report…")), name)
            report = self.windows.wait_for("text", name)
            wait_for(lambda: "ATR" in self.windows.text(report), "the report")
            self.look("a card report")
            self.look_at_saving(say("Spara kortrapport…", "Save card report…"), say)
        self.insert("bank")
        self.in_both_languages(walk)

    def test_a_certificate(self):
        def walk(say):
            self.program.tray.click(say("Öppna Kortvakt", "Open Kortvakt"))
            self.windows.wait_for_text(say("Kortet är klart att använda.", "The card is ready to use."))
            fold, details = say(("Certifikat: ", "Detaljer "), ("Certificates: ", "Details "))
            self.windows.press(self.windows.wait_for("push button", lambda name: name.startswith(fold)).get_name())
            first = self.windows.wait_for("push button", lambda name: name.startswith(details)).get_name()
            self.focused_by(lambda: self.windows.press(first), "Anna Andersson")
            issuer = self.windows.wait_for("label", "Skatteverket Test CA v3")
            self.assertEqual(audit.labels(issuer), [say("Utfärdat av:", "Issued by:")])
            self.look("a certificate")
            self.look_at_saving(say("Spara…", "Save…"), say)
        from rig import audit
        self.insert("classic-v3-used")
        self.in_both_languages(walk)

    def look_at_saving(self, button, say):
        """The question where to save, asked by the button of the active window; Escape leaves it."""
        from rig import audit
        name = say("Filnamn:", "File name:")
        self.focused_by(lambda: audit.press_active(self.windows, button), name)
        self.look("saving")
        words = say(("Avbryt", "Mapp", "Spara"), ("Cancel", "Folder", "Save"))
        for word in words:
            self.windows.wait_for_text(word)
        others = {"Avbryt", "Mapp", "Spara", "Cancel", "Folder", "Save"} - set(words)
        self.assertEqual(others & set(self.windows.texts()), set(), "all is in the same language")
        self.key("Escape")
        self.windows.wait_until_gone("text", name)


if __name__ == "__main__":
    desktop_testing.main()
