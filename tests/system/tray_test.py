#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kortvakt authors
# SPDX-License-Identifier: MIT
"""The instructions that card holders follow, followed in the tray application by menu and assistive technology."""

from rig import desktop_testing
from rig.processes import wait_for

PUK, FRESH, OTHER = "12345678", "482915", "739164"
SUCCESS = "Upplåsning av säkerhetskoden lyckades"
ANNA = "Anna Andersson (id-kort)"


class FirstSignatureCode(desktop_testing.DesktopTest):
    """A card delivered with a PUK only, in both looks."""

    def set_code(self, personality, entry, field, button):
        card = self.insert(personality)
        program = self.start()
        program.tray.click(ANNA, entry)
        self.assertFalse(any("E14" in line for line in program.tray.lines()))
        program.windows.fill("PUK-kod från brevet", PUK)
        program.windows.fill(field, FRESH)
        program.windows.fill("Upprepa ny signeringskod", FRESH)
        self.assertFalse(any("E14" in text for text in program.windows.texts()))
        for name in ("PUK-kod från brevet", field, "Upprepa ny signeringskod"):
            self.assertEqual(program.windows.read_back(name), "")
        self.assertEqual(card.code_commands(), 0)
        events = self.listen("object:state-changed:focused")
        program.windows.press(button)
        program.windows.wait_for_text(SUCCESS)
        events.wait_for(lambda event: SUCCESS in event[2], "the focus on the result")
        self.assertEqual(card.code_commands(), 1)
        self.assertEqual(self.opensc.raw_verify("5100", 0x83, FRESH), "9000")
        self.assertEqual(card.code("5100:84")["triesLeft"], 5)
        self.assertEqual(program.secrets_in(PUK, FRESH), [])

    def test_choosing_one_that_looks_locked(self):
        self.set_code("classic-v3-delivered", "Välj en egen signeringskod…", "Din signeringskod", "Välj koden")

    def test_choosing_one_that_is_told(self):
        self.set_code("classic-v3-delivered-told", "Välj en egen signeringskod…", "Din signeringskod", "Välj koden")

    def test_unlocking_one_that_looks_locked(self):
        self.set_code(
            "classic-v3-delivered", "Lås upp säkerhetskod (signering)…", "Ny signeringskod", "Lås upp")

    def test_unlocking_one_that_is_told(self):
        self.set_code(
            "classic-v3-delivered-told", "Lås upp säkerhetskod (signering)…", "Ny signeringskod", "Lås upp")

    def test_activating_sets_both(self):
        for personality in ("classic-v3-delivered", "classic-v3-delivered-told"):
            with self.subTest(personality), self.inserted(personality) as card:
                program = self.start()
                program.tray.click(ANNA, "Aktivera kortet…")
                windows = program.windows
                windows.fill("PUK-kod från brevet", PUK)
                windows.fill("Din legitimeringskod", OTHER)
                windows.fill("Upprepa ny legitimeringskod", OTHER)
                windows.fill("Din signeringskod", FRESH)
                windows.fill("Upprepa ny signeringskod", FRESH)
                windows.press("Aktivera")
                windows.wait_for("push button", "Stäng")
                wait_for(lambda: card.code_commands() == 2, "both codes")
                self.assertFalse(any("E14" in text for text in windows.texts()))
                self.assertTrue(self.opensc.verify("81", OTHER), self.opensc.said)
                self.assertEqual(self.opensc.raw_verify("5100", 0x83, FRESH), "9000")
                self.end(program)


class Unlocking(desktop_testing.DesktopTest):
    """A locked code."""

    def test_a_locked_code_is_told_and_unlocked(self):
        card = self.insert("classic-v3-pin-locked")
        program = self.start()
        program.tray.wait_for(ANNA)
        program.tray.click("Öppna Kortvakt")
        program.windows.wait_for_text("Säkerhetskoden är låst. (E14)")
        self.fill_unlock(program, "legitimering", PUK, FRESH)
        program.windows.press("Lås upp")
        program.windows.wait_for_text(SUCCESS)
        self.assertTrue(self.opensc.verify("81", FRESH), self.opensc.said)
        self.assertEqual(card.code_commands(), 2)  # ours, and OpenSC's

    def test_no_digit_of_a_hidden_code_is_told_to_who_listens(self):
        self.insert("classic-v3-pin-locked")
        listener = self.listen("object")
        program = self.start()
        program.tray.click(ANNA, "Lås upp säkerhetskod (legitimering)…")
        program.windows.wait_for("password text", "PUK-kod från brevet")
        typed = lambda event: event[0].startswith("object:text-changed") and event[3]
        # The program learns a little later that somebody listens: its first digits may be told to nobody.
        wait_for(lambda: program.windows.type("7") or any(map(typed, listener.now())), "typing to be told")
        program.windows.type("135\t\t" + FRESH)  # past "Visa siffrorna"
        listener.wait_for(lambda event: typed(event) and event[2] == "Ny legitimeringskod", "the new code's typing")
        self.assertEqual(program.windows.read_back("PUK-kod från brevet"), "")
        told = [event[3] for event in listener.now() if typed(event)]
        self.assertFalse([text for text in told if any(letter.isdigit() for letter in text)], told)

    def fill_unlock(self, program, role, puk, fresh):
        program.tray.click(ANNA, f"Lås upp säkerhetskod ({role})…")
        program.windows.fill("PUK-kod från brevet", puk)
        program.windows.fill(f"Ny {role}skod", fresh)
        program.windows.fill(f"Upprepa ny {role}skod", fresh)


class Surroundings(desktop_testing.DesktopTest):
    """Readers, the service, a second start."""

    def test_the_window_says_so_where_a_card_does_not_tell_its_tries(self):
        self.insert("telia-pin-locked")
        program = self.start()
        program.tray.click("Öppna Kortvakt")
        program.windows.wait_for_text("Det syns inte på kortet om koden är låst.")

    def test_the_window_follows_reader_service_and_card(self):
        card = self.insert("classic-v3-used")
        program = self.start()
        program.tray.wait_for(ANNA)
        program.tray.click("Öppna Kortvakt")
        windows = program.windows
        windows.wait_for_text("Anna Andersson")
        self.service.stop()
        windows.wait_for_text("Datorns tjänst för smarta kort svarar inte.")
        self.service.start()
        self.reconnect()
        windows.wait_for_text("Kortet är klart att använda.")  # it has been in all the time
        card.eject()
        windows.wait_for_text("Sätt in kortet i kortläsaren.")
        card.insert()
        program.tray.wait_for(ANNA)
        self.reader.unplug()
        self.addCleanup(self.reader.plug)
        windows.wait_for_text("Ingen kortläsare är ansluten.")

    def test_a_second_start_raises_the_window(self):
        program = self.start()
        wait_for(program.tray.present, "the icon")
        self.assertEqual(self.desktop.windows("Kortvakt"), [])
        second = program.start_again()
        self.assertEqual(second.wait(10), 0)
        wait_for(lambda: self.desktop.windows("Kortvakt"), "the window")
        self.assertTrue(program.running())

    def test_quitting_from_the_menu_ends_the_program(self):
        program = self.start()
        program.tray.click("Avsluta")
        self.assertEqual(program.wait_for_end(), 0)


if __name__ == "__main__":
    desktop_testing.main()
